#pragma once

#include "core/domain/Audit.h"
#include "core/domain/Queue.h"

/// What changed while somebody was away, for the next who sits here. Plain values and pure
/// functions.
namespace baton::store {
struct ShiftRows;
}

namespace baton {

enum class ShiftEvent {
    Began,      ///< the customer's contact
    HandedOver, ///< by the bot
    CustomerWrote,
    Answered,   ///< by a colleague
    PromiseDue, ///< what was promised fell due, and nobody had answered
    Closed,
};
struct ShiftMoment
{
    ShiftEvent event = ShiftEvent::Began;
    Instant at;
    Person by; ///< Answered
    bool operator==(const ShiftMoment &) const = default;
};

/// What happened in a conversation after since and not after now, by time; of the same kind the
/// last, but of colleagues each once. me: whose own words are no news.
QList<ShiftMoment> shiftMoments(const Conversation &conversation, Instant since, Instant now,
                                const AgentId &me);

struct ShiftLine
{
    QueueRow row;
    QList<ShiftMoment> moments; ///< never none
    bool operator==(const ShiftLine &) const = default;
};
/// Each conversation stands in the first view that fits: Mine, TierC, Recontacts, AllWaiting, and
/// Archive for what was closed.
struct ShiftSection
{
    QueueView view = QueueView::AllWaiting;
    QList<ShiftLine> lines; ///< promises that fell due first, then the newest
    bool operator==(const ShiftSection &) const = default;
};

struct ShiftHandover
{
    bool isRead = false;
    Instant since;
    Instant until;
    std::array<int, 6> counts{};  ///< conversations, by ShiftEvent
    QList<ShiftSection> sections; ///< those that have lines
    QList<AuditRow> policy;       ///< versions that people published; the newest first
    QList<AuditRow> stopLoss;     ///< versions that a stop-loss made
    QList<AuditRow> knowledge;    ///< documents that were added or retired
    int more = 0;                 ///< conversations that were left out, the longest untouched
    int conversations() const;
    bool isEmpty() const;
    bool operator==(const ShiftHandover &) const = default;
};

/// audit: newest first; entries at or before since are left out.
ShiftHandover makeHandover(const store::ShiftRows &rows, const QList<AuditRow> &audit,
                           Instant since, Instant now, const AgentId &me);

} // namespace baton
