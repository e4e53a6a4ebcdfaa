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
    QString language; ///< as the format itself says, unchecked; mostly empty
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

/// A page: headings, paragraphs, list items, rows of tables. Left out is what is no text to be read
/// (scripts, navigation, buttons, what is hidden), and where the page names its one main part, all
/// around that. A table with headings or tables in its cells lays out a page, so its cells are
/// blocks. The title is the first heading of the first rank, else the page's own. Errors: TooLarge,
/// the subject is 1.
Result<Outline> htmlOutline(QByteArrayView utf8);
/// The encoding that a page names at its beginning, as it names it; empty where it names none.
QByteArray charsetOf(QByteArrayView html);

/// A table, cells apart by commas, semicolons or tabs: one section, a line for each row. The first
/// row is taken for the columns' names where every cell of it is filled, none twice, and none a
/// number; then a line says "name: value | name: value", without the empty ones, since rows are
/// read apart from each other. Errors: InvalidInput and TooLarge, with the line as subject.
Result<Outline> csvOutline(QByteArrayView utf8);

/// Pages, by poppler. What is set larger than the text, or bold on a line of its own, is a heading;
/// what stands in columns with short cells, rows of a table; what repeats at the top or foot of the
/// pages is left out. Errors: InvalidInput (encrypted, damaged, pictures only) and TooLarge, with
/// the page as subject.
Result<Outline> pdfOutline(QByteArrayView bytes);

/// A Word document: paragraphs in a heading's or title's style are headings; deleted text, field
/// codes, comments and footnotes are left out. Errors: InvalidInput (locked by a password, damaged,
/// another kind of package) and TooLarge, the subject is 1.
Result<Outline> docxOutline(QByteArrayView bytes);

} // namespace baton::knowledge
