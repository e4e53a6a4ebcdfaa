#pragma once

#include "core/base/Result.h"
#include "core/knowledge/Chunker.h"

#include <QtCore/QByteArrayView>

namespace baton::knowledge {

/// A text by its headings; what an importer makes of a format.
struct Outline
{
    QString title; ///< the first heading; empty where there is none
    QList<Section> sections;
    bool operator==(const Outline &) const = default;
};

constexpr int mostPassages = 10'000; ///< and so most sections, of one document

/// CommonMark and tables, by md4c. Text only: emphasis, link targets, raw HTML and its comments are
/// left out; a table's row is a line with cells apart by " | ", its head among them. Errors:
/// TooLarge, with the line within utf8 as subject.
Result<Outline> markdownOutline(QByteArrayView utf8);

/// Paragraphs are apart by empty lines; a line that begins like a list's item begins one too. The
/// title is the first line.
Outline plainOutline(QByteArrayView utf8);

} // namespace baton::knowledge
