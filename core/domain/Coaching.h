#pragma once

#include "core/domain/Review.h"

/// What reviewers wrote to the person whose work it was. Plain values.
namespace baton {

struct CoachingNote
{
    qint64 review = 0; ///< the store's number
    ConversationId conversation;
    QString need; ///< of the customer; empty where it is no longer known
    Person reviewer;
    Instant at;
    Verdict verdict = Verdict::Coach;
    QString comment;
    bool read = false;
    bool operator==(const CoachingNote &) const = default;
};

} // namespace baton
