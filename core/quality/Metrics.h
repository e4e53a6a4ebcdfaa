#pragma once

#include "core/domain/Contact.h"
#include "core/domain/Costs.h"
#include "core/quality/Intervals.h"

/// Every metric of DESIGN §7, defined here and nowhere else. Pure.
///
/// A window holds the contacts that ended in it. What a customer's coming back can still undo is
/// counted over matured days only: those whose every contact ended more than W ago. A number says
/// its n; it is absent where n is 0, and where it makes no sense of the arms that were asked for.
namespace baton::quality {

/// W: a contact of the same customer with the same intent that began within it, after an earlier
/// one ended or while that was open, is a recontact. None of these is no intent: nothing is known.
inline constexpr qint64 recontactWindowMs = 72 * hourMs; ///< unless the policy has another

/// The newest day of which nothing changes any more by a customer's coming back.
inline int maturedDay(Instant now, qint64 windowMs = recontactWindowMs)
{
    return dayOf(now + -windowMs) - 1;
}

/// What one contact adds to the sums; nothing while it is open.
Counted countsOf(const ContactFacts &facts, bool cameBack);

enum class Metric {
    /// Contained ÷ ended. Contained: the bot alone. Abandoned ones count (Count::Abandoned).
    Containment,
    /// Contained, and not back within W ÷ ended, of those of a known intent; matured.
    EffectiveContainment,
    /// Confirmed or assumed, neither opened again nor back within W ÷ ended; matured.
    Resolution,
    /// Back within W ÷ ended, of those of a known intent; matured.
    Recontact,
    /// Closed once, by one person, not back within W ÷ ended with a person; matured.
    FirstContactResolution,
    /// Rated 4 or 5 ÷ rated, of those the bot answered alone.
    CsatBot,
    /// Likewise, of those a person had a part in.
    CsatPerson,
    /// Sent as it was or with less than 40 % changed ÷ drafts shown.
    DraftAcceptance,
    /// Replies that had a draft ÷ replies of people, where drafts were seen at all: who works at
    /// another desk counts among the replies, so that it is a lower bound.
    DraftCoverage,
    /// Packet complete × nothing asked again × right queue first time × first reply in time: the
    /// product of four shares of what was handed off.
    EscalationQuality
};
constexpr int metrics = 10;

enum class Arms { All, BotOnly, WithPerson };

/// Sums of a window, of each arm.
struct ArmCounts
{
    Counts bot;
    Counts person;

    const Counts &of(Arm arm) const { return arm == Arm::BotOnly ? bot : person; }
    Counts &of(Arm arm) { return arm == Arm::BotOnly ? bot : person; }
    ArmCounts &add(const ArmCounts &other)
    {
        bot.add(other.bot);
        person.add(other.person);
        return *this;
    }
    bool operator==(const ArmCounts &) const = default;
};
struct WindowCounts
{
    ArmCounts all;
    ArmCounts matured; ///< of matured days only
    WindowCounts &add(const WindowCounts &other)
    {
        all.add(other.all);
        matured.add(other.matured);
        return *this;
    }
    bool operator==(const WindowCounts &) const = default;
};

struct Figure
{
    std::optional<double> value; ///< 0 … 1
    qint64 n = 0;
    std::optional<Bounds> interval; ///< 95 %, by Wilson's score; of proportions only
    std::optional<double> mean;     ///< CSAT: of the stars, 1 … 5
    std::optional<double> answered; ///< CSAT: share of those who could have rated
};

Figure figure(Metric metric, const WindowCounts &counts, Arms arms);
/// Containment of the very contacts that effective containment is of: never below it. Of both arms.
Figure containmentOfMatured(const WindowCounts &counts);
/// Counted over matured days only.
bool needsMaturity(Metric metric);
/// Whether a higher value is the better one: all but recontact.
bool higherIsBetter(Metric metric);
/// In JSON and on the command line, as "effective_containment".
QLatin1StringView nameOf(Metric metric);

/// What a contact is to a figure: beside its n, among its hits, or among the others.
enum class Part { Beside, Hit, Miss };
/// Of drafts and escalations a contact is a hit where all of its own are. Of one that has ended.
Part partOf(Metric metric, const ContactFacts &facts, bool cameBack);

/// What a resolution lacks to have a cost.
enum class CostLack {
    Nothing,
    AgentHour,  ///< the policy says no rate
    BotContact, ///< likewise
    Times,      ///< of no contact with a person is it known how long it took
    Resolutions
};
struct Cost
{
    std::optional<double> value; ///< of one resolution, in the currency of the rates
    CostLack lack = CostLack::Nothing;
    qint64 n = 0;        ///< resolutions
    qint64 contacts = 0; ///< that ended
    qint64 timed = 0;    ///< of these, whose handle time is known
    double hours = 0;    ///< of people, in these
    qint64 byBot = 0;    ///< contacts that the bot worked on
};
/// Agent minutes × rate + model cost, ÷ resolutions, of one arm; matured. Handle time (a person's
/// first reply to the end) stands for a person's minutes, so that it is an upper bound; where it is
/// not known, nothing is added. The bot works on what it answers alone and on what it hands off.
Cost costPerResolution(const WindowCounts &counts, Arm arm, const Costs &rates);

/// The levels beyond which a figure is marked on the scorecard, unless the policy says others;
/// absent: context only.
std::optional<double> levelOf(Metric metric);
using Levels = std::array<std::optional<double>, metrics>;
Levels bundledLevels();

} // namespace baton::quality
