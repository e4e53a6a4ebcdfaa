#pragma once

#include "core/domain/Draft.h"
#include "core/domain/Passage.h"

/// What a team lead has to look at in the knowledge. Plain values.
namespace baton {

/// A figure, and the sentence that says it.
struct Claim
{
    PassagePlace place;
    QString title;    ///< of the document
    QString sentence; ///< folded
    QString figure;   ///< as it is written there
    bool operator==(const Claim &) const = default;
};

/// Two documents that say different figures of one thing.
struct Contradiction
{
    FigureKind kind = FigureKind::Amount;
    Claim first; ///< of the document whose id stands first in the order of ids
    Claim second;
    double alike = 0; ///< 0 … 1: how much of what the two sentences say is the same
    bool operator==(const Contradiction &) const = default;
};

/// A document that should have been read again by now.
struct OverdueReview
{
    DocumentId document;
    int version = 0;
    QString title;
    Instant review;
    bool operator==(const OverdueReview &) const = default;
};

struct KnowledgeCheck
{
    QList<Contradiction> contradictions; ///< the likeliest first
    QList<OverdueReview> overdue;        ///< the longest overdue first
    bool operator==(const KnowledgeCheck &) const = default;
};

} // namespace baton
