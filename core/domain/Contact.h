#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QByteArray>

#include <array>
#include <map>
#include <tuple>

/// What quality counts of conversations (DESIGN §7). Plain values: core/quality makes and adds them
/// up, core/store keeps the sums, ui shows what Metrics.h makes of them.
namespace baton {

/// Who worked on a contact. Figures of the two are never mixed.
enum class Arm {
    BotOnly,   ///< nobody was asked to take over, and no person replied
    WithPerson ///< handed off, or answered by a person
};

/// What became of one contact, as far as its own packet, this desk's acts and the drafts say.
struct ContactFacts
{
    CustomerId customer;
    QString intent; ///< as it was read, else the bot's; empty: none of these
    Channel channel = Channel::Chat;
    Arm arm = Arm::BotOnly;
    Instant createdAt;
    std::optional<Instant> endedAt; ///< absent while it is open: nothing of it is counted
    bool abandoned = false;
    bool resolved = false; ///< confirmed or assumed, and not opened again
    bool once = false;     ///< closed once, by one person
    std::optional<int> csat;
    // Of one that was handed off.
    bool escalated = false;
    bool complete = false;              ///< the packet held what a person needs
    bool notAskedAgain = false;         ///< no person asked what the bot had asked already
    bool rightQueue = false;            ///< nobody passed it on
    bool inTime = false;                ///< the first reply came before its deadline
    int replies = 0;                    ///< public ones of people
    std::array<int, 5> drafts{};        ///< that were shown, by DraftFate
    QByteArray distances;               ///< of those that were sent: a byte each, in per cent
    std::optional<qint64> firstReplyMs; ///< of a person, from the handoff
    std::optional<qint64> handleMs;     ///< from a person's first reply to the end
    bool operator==(const ContactFacts &) const = default;
};

/// What is added up over contacts that have ended. "Back": the customer came back about the same
/// within W.
enum class Count {
    Ended,
    Known, ///< of an intent: whether the customer came back can be told
    Contained,
    Abandoned, ///< of the contained
    Back,
    ContainedBack,
    ContainedKnown,
    Resolved,
    ResolvedBack,
    Once,
    OnceBack,
    Rated,
    Satisfied, ///< rated 4 or 5
    Stars,
    StarSquares,
    Escalated,
    Complete,
    NotAskedAgain,
    RightQueue,
    InTime,
    Replies,
    Covered, ///< of these, by a draft each at most
    Drafts,  ///< shown
    AsIs,
    Light,
    Rewritten,
    Discarded,
    Handled, ///< have a handle time
    HandleMs
};
constexpr int countKinds = 29;

/// Sums; they can be added and taken away again.
struct Counts
{
    std::array<qint64, countKinds> of{};

    qint64 operator[](Count kind) const { return of[static_cast<size_t>(kind)]; }
    qint64 &operator[](Count kind) { return of[static_cast<size_t>(kind)]; }
    Counts &add(const Counts &other, int times = 1)
    {
        for (size_t i = 0; i < of.size(); ++i)
            of[i] += times * other.of[i];
        return *this;
    }
    bool operator==(const Counts &) const = default;
};

/// What is kept as a histogram, so that its quantiles can be told.
enum class Spread { FirstReply, Handle, Resolution, EditDistance };
constexpr int spreadKinds = 4;

/// How many fell into each bin (core/quality/Histogram.h says which). Two are added bin by bin.
using Histogram = std::map<int, qint64>;

/// What one contact adds to the sums.
struct Counted
{
    Counts counts;
    QList<std::pair<Spread, int>> bins;
    bool operator==(const Counted &) const = default;
};

/// A sum's place: contacts are counted on the day on which they ended. The tier is the intent's, so
/// that another catalogue needs no other sums.
struct TallyKey
{
    int day = 0; ///< since 1970-01-01, UTC
    QString intent;
    Channel channel = Channel::Chat;
    Arm arm = Arm::BotOnly;
    bool operator==(const TallyKey &) const = default;
    bool operator<(const TallyKey &other) const
    {
        return std::tie(day, intent, channel, arm)
            < std::tie(other.day, other.intent, other.channel, other.arm);
    }
};

constexpr int dayOf(Instant at)
{
    return static_cast<int>(at.ms / dayMs);
}
/// ISO weeks, numbered from that of 1970-01-01.
constexpr int weekOfDay(int day)
{
    return (day + 3) / 7;
}
constexpr int firstDayOfWeek(int week)
{
    return 7 * week - 3;
}

} // namespace baton
