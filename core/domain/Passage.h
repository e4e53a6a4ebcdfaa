#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

/// What a team knows, as documents cut into passages (DESIGN §6). Plain values: core/knowledge
/// reads them from files, core/store keeps and finds them, core/drafting cites them.
namespace baton {

/// Who may read a document's words: a customer, or colleagues only.
enum class Audience { Customer, Internal };

/// A stretch of a document under one heading; plain text, never markup. (document, version,
/// heading) names it for good: a citation opens it as it was.
struct Passage
{
    DocumentId document;
    int version = 0; ///< of the document, ≥ 1
    QString title;   ///< of the document
    QString heading; ///< the nearest; empty before the first one
    int place = 0;   ///< 0-based, in the document's order
    QString text;    ///< paragraphs apart by a line break; a table's row is a line, cells by " | "
    bool operator==(const Passage &) const = default;
};

/// What names a passage for good; a long one lies in several pieces under it.
struct PassagePlace
{
    DocumentId document;
    int version = 0;
    QString heading;
    bool operator==(const PassagePlace &) const = default;
};

/// One version of a document.
struct Document
{
    DocumentId id;
    int version = 0; ///< ≥ 1
    QString title;
    QString kind; ///< policy, sop, price, product, shipping, legal … as the file says
    Audience audience = Audience::Internal;
    QString language;               ///< BCP 47
    std::optional<Instant> changed; ///< the day, at 00:00 UTC
    std::optional<Instant> review;  ///< to be read again by that day
    QList<QString> intents;         ///< of the catalogue, that it speaks of
    QList<Passage> passages;
    QByteArray sha256; ///< of the file, hex
    bool operator==(const Document &) const = default;
};

/// A passage that a search found; greater scores are better, comparable within one search only.
struct FoundPassage
{
    Passage passage;
    Audience audience = Audience::Internal;
    double score = 0;
    bool operator==(const FoundPassage &) const = default;
};

} // namespace baton
