#pragma once

#include "core/domain/HandoffCard.h"
#include "core/domain/Judged.h"
#include "core/policy/Policy.h"
#include "core/signals/SignalReader.h"
#include "core/store/StoreTypes.h"

#include <memory>

namespace baton {

/// Reads a conversation and decides on it: signals, decision, what would flip it, and the card.
/// Immutable; any thread.
class ConversationJudge
{
public:
    ConversationJudge(signs::SignalReader reader, policy::Policy policy, Catalogue catalogue);
    ConversationJudge(std::shared_ptr<const signs::SignalReader> reader, policy::Policy policy,
                      Catalogue catalogue);

    Judged judge(const Conversation &conversation) const;
    HandoffCard card(const Conversation &conversation, const Judged &judged) const;
    JudgedLine line(const Conversation &conversation) const;
    store::Reading read(const Conversation &conversation) const;
    SignalRecord record(const Conversation &conversation) const; ///< of read(), alone
    /// The same reader under another policy.
    std::shared_ptr<const ConversationJudge> under(policy::Policy policy) const;
    /// The words that decided for the intent, the weightiest first. Not for many at a time.
    QList<Evidence> decidedBy(const Conversation &conversation) const
    {
        return m_reader->decidedBy(conversation);
    }
    /// Changes with the terms, the lexicon, the model and the policy; never 0.
    qint64 by() const { return m_by; }
    qint64 readBy() const { return m_readBy; } ///< likewise, whatever the policy
    const Catalogue &catalogue() const { return m_catalogue; }
    const policy::Policy &policy() const { return m_policy; }
    const signs::Terms &terms() const { return m_reader->terms(); }
    const signs::IntentModel &model() const { return m_reader->model(); }

private:
    JudgedLine lineOf(const Signals &signs) const;

    std::shared_ptr<const signs::SignalReader> m_reader;
    policy::Policy m_policy;
    Catalogue m_catalogue;
    qint64 m_by = 0;
    qint64 m_readBy = 0;
};

} // namespace baton
