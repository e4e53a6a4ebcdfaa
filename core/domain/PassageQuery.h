#pragma once

#include "core/domain/Passage.h"

/// What is asked of the knowledge; plain values. core/knowledge makes one of a conversation,
/// core/store answers it.
namespace baton {

/// Some words, and how much they matter beside the others'. Texts are never united: each is scored
/// by itself, and the weighted scores are added. A part that is a document's title, word for word,
/// adds the part's best score to that document's passages: who names a document wants it.
struct QueryPart
{
    QString text; ///< as somebody wrote it; never a query language
    double weight = 1;
    bool operator==(const QueryPart &) const = default;
};

struct PassageQuery
{
    QList<QueryPart> parts;
    QList<QString> intents; ///< a document that names one of them scores intentFactor times as high
    QString language;       ///< BCP 47, told by its first subtag; empty: any
    std::optional<Audience> audience; ///< documents for exactly these readers; absent: any
    int limit = 10;                   ///< passages, 1 … 1000
    bool typing = false;              ///< the last word of each part may be the start of one
    bool operator==(const PassageQuery &) const = default;

    static constexpr double intentFactor = 2;
};

} // namespace baton
