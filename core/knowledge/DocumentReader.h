#pragma once

#include "core/base/Result.h"
#include "core/domain/Passage.h"

#include <QtCore/QStringList>

namespace baton::knowledge {

constexpr qsizetype largestFile = 16 << 20; ///< bytes

/// The endings of what can be read, without the dot, lower case.
const QStringList &readableEndings();

/// What holds of a document that does not say otherwise.
struct Assumed
{
    Audience audience = Audience::Internal; ///< nobody said that customers may read it
    QString language;                       ///< BCP 47
    bool operator==(const Assumed &) const = default;
};

struct ReadDocument
{
    Document document;  ///< version 0 where it says none
    qsizetype line = 1; ///< where it begins in the file
    QByteArray source;  ///< of a Markdown file: its text, UTF-8
};

/// What was read of a file, and what was refused of it: FILE:LINE as subject (of a pdf, the page)
/// and what to do in the detail; TooLarge and InvalidInput.
struct ReadFile
{
    QList<ReadDocument> documents;
    QList<Error> refused;
};

/// The documents of a file's bytes. file tells the format by its ending, names the file in errors
/// and, where the document itself gives none, the id ("returns.md" is "returns"). Without a title
/// the first heading is it, else the id. md, txt, html and csv may begin with a head
/// (FrontMatter.h). A file is one document, except for jsonl: one a line, as an object with id,
/// title and text (Markdown), and what else a head can say; lines of one id that name a heading are
/// its sections. A bad line costs only itself. Pure.
///
/// sha256 is the file's (of jsonl, the document's own lines'), and another one where something else
/// is assumed than by default: what was read would be another document.
ReadFile readDocuments(const QString &file, const QByteArray &bytes, const Assumed &assumed = {});

/// The first document of a file, as version 1 where it gives none; else the first error.
Result<Document> readDocument(const QString &file, const QByteArray &bytes);

/// What tells a file from what it was: SHA-256, hex, as above.
QByteArray fingerprint(const QByteArray &bytes, const Assumed &assumed);

} // namespace baton::knowledge
