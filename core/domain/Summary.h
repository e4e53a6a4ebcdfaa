#pragma once

#include "core/domain/Conversation.h"

#include <array>

/// A long conversation in a few lines, each with the messages that it rests on. Plain values.
namespace baton {

struct SummaryLine
{
    QString text;
    QList<MessageId> messages;          ///< oldest first; empty where a packet says it of itself
    std::optional<StepOutcome> outcome; ///< of a step that was tried
    bool supported = true;              ///< false: the messages do not bear a model's words out
    bool operator==(const SummaryLine &) const = default;
};

enum class SummaryPart { Need, Expectation, Actions, Status, NextStep };
constexpr size_t summaryParts = 5;

struct Summary
{
    ConversationId conversation;
    bool byModel = false;
    std::array<QList<SummaryLine>, summaryParts> parts; ///< of Status: only what a model said
    qsizetype actionsLeftOut = 0;                       ///< older ones

    State state = State::Waiting;
    std::optional<MessageId> last; ///< of the public messages, where there is one
    Sender lastFrom = Sender::Customer;
    Instant lastAt;
    bool unanswered = false; ///< a customer waits for us

    const QList<SummaryLine> &lines(SummaryPart part) const { return parts[size_t(part)]; }
    QList<SummaryLine> &lines(SummaryPart part) { return parts[size_t(part)]; }
    bool operator==(const Summary &) const = default;
};

} // namespace baton
