#pragma once

#include "core/domain/Conversation.h"
#include "core/domain/Passage.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

/// What the stop-loss did (DESIGN §7), as it is kept. Plain values.
namespace baton {

enum class GuardState {
    Armed,   ///< the bot answers alone, and is watched
    Tripped, ///< it drafts, and people send; the cool-down runs
    Ready,   ///< what a release wants is there, but for a person's word
    Canary   ///< the bot answers a few alone; the same limits hold for those
};

/// Else people send what it drafts.
constexpr bool isAlone(GuardState state)
{
    return state == GuardState::Armed || state == GuardState::Canary;
}

enum class GuardCause {
    Fall,     ///< the limit's finding
    Breaker,  ///< hard events, at once
    Person,   ///< by hand, with a reason
    Level,    ///< the cool-down is over, and the release's level was held; or it is lost again
    Expired,  ///< a release by hand was for a time only
    Recovered ///< a canary held
};

/// A change of a segment's state.
struct StopEvent
{
    qint64 seq = 0; ///< the store's; 0: not kept yet
    int week = 0;   ///< weekOfDay(); at whose end, or in which
    QString segment;
    GuardState was = GuardState::Armed;
    GuardState became = GuardState::Armed;
    GuardCause cause = GuardCause::Fall;
    QString reason;           ///< a person's
    Person who;               ///< empty: no person
    std::optional<int> until; ///< the week at whose end a release expires
    QStringList intents;      ///< of the segment, as it was then
    int policy = 0;           ///< the version whose limits it rests on
    QByteArray figures;       ///< JSON; empty: none
    Instant at;
    bool operator==(const StopEvent &) const = default;

    bool isTrip() const { return became == GuardState::Tripped && was != GuardState::Ready; }
    bool isGivenBack() const ///< as a canary, or whole after one
    {
        return became == GuardState::Canary
            || (became == GuardState::Armed && was == GuardState::Canary);
    }
};

/// What follows from a trip or a release, each once.
enum class StopStep {
    Policy, ///< a version that takes the intents from the bot, or gives them back
    Pack,   ///< the evidence is written
    Told    ///< people were told
};

struct StopStepDone
{
    qint64 event = 0;
    StopStep step = StopStep::Policy;
    QString detail; ///< the version, the folder
    bool operator==(const StopStepDone &) const = default;
};

/// All that is kept of it.
struct StopRecord
{
    QList<StopEvent> events; ///< by seq
    QList<StopStepDone> steps;
    int lookedWeek = 0; ///< the newest that was looked at; 0: none yet

    const StopStepDone *find(qint64 event, StopStep step) const
    {
        for (const StopStepDone &one : steps) {
            if (one.event == event && one.step == step)
                return &one;
        }
        return nullptr;
    }
    bool operator==(const StopRecord &) const = default;
};

/// A version of a document that came, or from which on it is history.
struct KnowledgeChange
{
    Instant at;
    DocumentId document;
    int version = 0;
    QString title;
    QString author;
    bool retired = false;
    bool operator==(const KnowledgeChange &) const = default;
};

} // namespace baton
