#pragma once

#include "core/base/Result.h"
#include "core/domain/Approval.h"
#include "core/domain/Costs.h"
#include "core/domain/Day.h"
#include "core/domain/Queue.h"
#include "core/policy/ActionLimits.h"
#include "core/policy/Judgement.h"

#include <QtCore/QDate>
#include <QtCore/QMap>

#include <array>

/// A policy, and the part of it that orders the queue: queues, calendars, deadlines (DESIGN §5).
/// Pure values and functions: no clock, no I/O, any thread.
namespace baton::policy {

/// Open hours in minutes from local midnight, 0 ≤ begin < end ≤ 1440. A shift over midnight is two
/// spans.
struct Span
{
    int begin = 0;
    int end = 0;
    bool operator==(const Span &) const = default;
};

struct Calendar
{
    QString id;
    QByteArray zone;                 ///< IANA
    std::array<QList<Span>, 7> week; ///< Monday first; sorted, not overlapping
    QList<QDate> holidays;           ///< closed all day; sorted
    bool operator==(const Calendar &) const = default;
};

struct Queue
{
    QueueId id;
    QString name;
    QString calendar;
    bool operator==(const Queue &) const = default;
};

/// A first-reply target. What is absent matches all; the most specific rule wins (most fields
/// given, then the first in the file).
struct Target
{
    std::optional<QueueId> queue;
    std::optional<Channel> channel;
    std::optional<Route> tier; ///< Escalate is C, Assist B, Contain A
    std::optional<ValueTier> value;
    int minutes = 0; ///< of open hours
    bool operator==(const Target &) const = default;
};

/// Whether both are for the same conversations: then the upper one counts.
inline bool sameFor(const Target &a, const Target &b)
{
    return a.queue == b.queue && a.channel == b.channel && a.tier == b.tier && a.value == b.value;
}

/// Minutes; a month of open time is no deadline any more.
inline constexpr int longestTarget = 30 * 1440;
/// As files spell them, Monday first.
inline constexpr const char *weekdayKeys[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
/// Whether a calendar can be closed on it.
inline bool isHoliday(const QDate &date)
{
    return date.isValid() && date.year() >= 1970 && date.year() < 2200;
}

/// What is never given to a language model, masked or not: whatever one of these fits.
struct StaysHere
{
    QList<QueueId> queues;
    QList<QString> intents;
    QList<QString> riskFlags; ///< of the handoff
    QList<Rule> rules;        ///< that held
    bool operator==(const StaysHere &) const = default;
};

/// Whose replies, or replies about what, a lead approves before they are sent.
struct ApprovalNames
{
    QList<AgentId> agents;
    QList<QString> intents;
    bool operator==(const ApprovalNames &) const = default;
};

/// At which automation is rolled back (DESIGN §7); what each means is said where it is used
/// (core/quality/StopLoss.h, StopLossGuard.h). Only the bot's own arm is watched, and what follows
/// is assist. Shares are 0 … 1.
struct StopLossLimits
{
    double csatFall = 0.05;      ///< of ratings of 4 and 5
    double recontactRise = 0.20; ///< relative
    /// Beside these: satisfied under it, or back above it, trips whatever was before.
    std::optional<double> csatLevel;
    std::optional<double> recontactLevel;
    bool watchesCsat = true;
    bool watchesRecontacts = true;
    bool byTier = false;      ///< segments are tiers; else intents
    QList<int> windows{3, 6}; ///< weeks
    int reference = 12;       ///< weeks
    int leastN = 100;         ///< in a window and in its reference
    double alpha = 2e-4;
    int dwell = 1;
    double leastResponse = 0.5;
    int hardEvents = 3; ///< in one week
    int coolDownWeeks = 3;
    int levelWeeks = 2;
    double leastAcceptance = 0.6;
    double leastCaught = 0.75;
    double canaryShare = 0.05;
    int canaryWeeks = 2;
    QString owner = QStringLiteral("leads"); ///< who answers for it
    /// Beyond which figures are marked; by their names (Metrics.h).
    QMap<QString, double> marks = {};
    bool operator==(const StopLossLimits &) const = default;
};

struct Policy
{
    int version = 0;
    QString name;
    QueueId defaultQueue;
    QList<Queue> queues;
    QList<Calendar> calendars;
    QList<Target> targets;
    Judgement judgement;
    ArrivalLimits arrivals;
    QList<ActionLimit> actions;
    StaysHere staysHere;
    StopLossLimits stopLoss;
    ApprovalNames approval;
    Costs costs;
    bool operator==(const Policy &) const = default;
};

/// Reads policy JSON (resources/policy/policy.json shows the form); unknown keys are refused.
/// InvalidInput: the detail is "POINTER: what".
Result<Policy> readPolicy(const QByteArray &json);
/// Version 1, from resources/policy/policy.json.
Policy bundledPolicy();

/// Reads a catalogue of intents (resources/policy/catalogue.json shows the form); unknown keys are
/// refused. InvalidInput: the detail is "POINTER: what".
Result<Catalogue> readCatalogue(const QByteArray &json);
/// Version 1, from resources/policy/catalogue.json.
Catalogue bundledCatalogue();

/// start plus minutes of open time. Without a calendar, or with one that never opens, wall-clock
/// minutes. Zone rules are the system's (QTimeZone): across a clock change the open hours keep
/// their local times, and an open minute is a minute that really passed (an hour that a change
/// repeats counts twice, one that it skips not at all). Looks 400 days ahead, then falls back to
/// wall-clock minutes.
Instant addOpenMinutes(const Calendar *calendar, Instant start, int minutes);

/// The deadline (DESIGN §5). Three clocks run; the earliest due time counts:
/// - the first unanswered customer message, until a person replies in public;
/// - the wait promised at the handoff, in wall-clock time, until a person replies in public after
/// it;
/// - each promise with a due time, until a person replies in public after it was made.
/// A reply that is held or refused has reached nobody and stops no clock. Snoozing stops none
/// either. Paused: no clock runs and it is the customer's turn. State bot has no deadline; closed
/// is Met where a person replied.
Sla slaOf(const Conversation &conversation, const Policy &policy,
          const std::optional<JudgedLine> &judged = {});
/// The agent's public replies since a moment, in the conversation's order, each measured against
/// the deadline that ran when it was written. What is held, refused or withdrawn counts for none.
QList<ReplyTime> repliesSince(Instant since, const AgentId &agent, const Conversation &conversation,
                              const Policy &policy, const std::optional<JudgedLine> &judged = {});
/// Safety is what the packet says (the handoff's reason or a risk flag "safety") or what was read.
/// The tier is that of the decision; before there is one, the packet's route taken.
Placement place(const Conversation &conversation, const Policy &policy,
                const std::optional<JudgedLine> &judged = {});

/// Why a row stands where it stands: the members of its key that speak, in order of weight. TierC
/// stands for the tier where that decided between two rows.
enum class PlaceReason { Safety, Due, Overdue, TierC, Value, WaitingSince };
struct PlaceReasons
{
    QList<PlaceReason> reasons;
    Sla sla;
    bool operator==(const PlaceReasons &) const = default;
};
/// With above, the row before it in the queue, what decided between the two comes first.
PlaceReasons explainPlace(const Placement &placement, const std::optional<PlaceKey> &above,
                          Instant now);

/// Whether the policy keeps a conversation from language models.
bool staysHere(const Conversation &conversation, const Judged &judged, const Policy &policy);

/// Whether a reply of the agent's needs a lead; a lead's own never does. intent: as it was read.
std::optional<ApprovalNeed> needsApproval(const Agent &agent, const QString &intent,
                                          const Policy &policy);

/// Shown as soon: under 10 minutes, or under a quarter of the time between start and due. Overdue
/// is no longer soon.
bool dueSoon(const Sla &sla, Instant now);

} // namespace baton::policy
