#pragma once

#include "core/domain/HandoffCard.h"
#include "core/domain/Judged.h"
#include "core/policy/Policy.h"
#include "core/signals/SignalReader.h"

namespace baton {

/// Reads a conversation and decides on it: signals, decision, what would flip it, and the card.
/// Immutable; any thread.
class ConversationJudge
{
public:
    ConversationJudge(signs::SignalReader reader, policy::Policy policy, Catalogue catalogue);

    Judged judge(const Conversation &conversation) const;
    HandoffCard card(const Conversation &conversation, const Judged &judged) const;
    JudgedLine line(const Conversation &conversation) const;
    /// Changes with the terms, the lexicon, the model and the policy; never 0.
    qint64 by() const { return m_by; }
    const Catalogue &catalogue() const { return m_catalogue; }

private:
    signs::SignalReader m_reader;
    policy::Policy m_policy;
    Catalogue m_catalogue;
    qint64 m_by = 0;
};

} // namespace baton
