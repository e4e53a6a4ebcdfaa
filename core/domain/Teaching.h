#pragma once

#include "core/domain/Decision.h"

/// How Baton learns to read intents from what agents correct. Plain values.
namespace baton {

/// How it came that a person looked at what intent was read.
enum class LookedAt {
    No,
    CameUpon, ///< they worked on it, and it was wrong: those that were right are not told of
    Drawn     ///< by lot, right or wrong
};

/// An agent looked at what intent Baton read: another one, or the same, which then stands. An
/// example to learn from. The newest of a conversation counts.
struct IntentCorrection
{
    ConversationId conversation;
    QString text;   ///< what the intent was read from, at most a few hundred UTF-16 units
    QString was;    ///< names of the catalogue; empty: none of these
    QString became; ///< likewise
    Person agent;
    Instant at;
    bool used = true; ///< false: not to be learnt from
    /// How sure it was read, 0 … 1, where it was drawn to be looked at (LookedAt::Drawn).
    std::optional<double> drawn = {};
    bool stands() const { return was == became; }
    bool operator==(const IntentCorrection &) const = default;
};

/// How many examples of an intent are read rightly by models that have not seen them.
struct TaughtIntent
{
    QString intent; ///< of the catalogue; empty: none of these
    int texts = 0;
    int before = 0; ///< by the model in use
    int after = 0;  ///< by what was learnt
    int flips = 0;  ///< by one of both only
    int taught = 0; ///< texts that were taught beside the catalogue's
    bool operator==(const TaughtIntent &) const = default;
};

/// Whether it moved by more than chance: whoever learns anew reads some texts otherwise, one way as
/// often as the other (McNemar 1947; at three standard deviations, for many intents are looked at).
constexpr bool isMoved(const TaughtIntent &intent)
{
    const int net = intent.after - intent.before;
    return net * net > 9 * intent.flips;
}

/// A conversation that another model reads or routes otherwise.
struct RouteChange
{
    ConversationId conversation;
    QString customer; ///< a name
    QString intentBefore;
    QString intentAfter;
    Route before = Route::Assist;
    Route after = Route::Assist;
    bool operator==(const RouteChange &) const = default;
};

struct RouteChanges
{
    QList<RouteChange> changes; ///< in the order of the queue
    int compared = 0;           ///< conversations
    bool all = true;            ///< false: more of them wait than were compared
    bool operator==(const RouteChanges &) const = default;
};

} // namespace baton
