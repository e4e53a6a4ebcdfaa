#pragma once

#include "core/base/Dice.h"
#include "core/domain/Review.h"
#include "core/sync/demo/Stage.h"

namespace baton::sync::demo {

constexpr int reviewedDays = 28; ///< before the scenario, for which drafts and reviews are told

/// Whether a conversation of the past was closed in those days.
bool isLately(const Conversation &past);

/// What a colleague's console had offered for their reply in a conversation of the past, and what
/// leads said of it: functions of the seed and the conversation.
class PastWork
{
public:
    /// phrases: filled for the conversation, which outlives this.
    PastWork(const Conversation &past, Phrases phrases, quint64 seed);

    /// None or one: not every reply had a draft.
    QList<DraftUse> draftUses() const;
    /// By me, by another lead, or by both; mostly none.
    QList<Review> reviews(const Person &me) const;

private:
    Dice dice(int purpose) const;
    QString draftLike(const QString &reply) const;
    Review reviewBy(const Person &reviewer, Verdict verdict, Dice &dice) const;

    const Conversation &m_past;
    Phrases m_phrases;
    quint64 m_seed;
    const Message *m_reply = nullptr; ///< of the first person
};

} // namespace baton::sync::demo
