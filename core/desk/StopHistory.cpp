#include "core/desk/StopHistory.h"

#include "core/desk/ScorecardMaking.h"
#include "core/desk/StopLimits.h"
#include "core/policy/Rules.h"

#include <algorithm>
#include <set>

namespace baton {

using namespace quality;

namespace {

constexpr qint64 leastDrafts = 20; // of fewer, a week's acceptance says nothing
constexpr int leastPlanted = 5;    // likewise of planted errors

/// What is added up of one segment and week.
struct StopSum
{
    std::map<QString, Counts> bot; // by intent
    std::map<QString, Counts> maturedBot;
    Counts person;
    int hard = 0;
};

Week weekOf(const StopSum &sum, Watch watch)
{
    Week week;
    const auto &strata = watch == Watch::Satisfaction ? sum.bot : sum.maturedBot;
    for (const auto &[intent, counts] : strata) {
        const Proportion share = watch == Watch::Satisfaction
            ? Proportion{counts[Count::Satisfied], counts[Count::Rated]}
            : Proportion{counts[Count::Ended] - counts[Count::Back], counts[Count::Ended]};
        week.asked += counts[Count::Ended];
        if (share.n > 0)
            week.strata.append({intent, share});
    }
    return week;
}

/// Over all segments: who reviews looks at what comes.
std::optional<double> caughtIn(const store::StopFacts &facts, int week)
{
    int planted = 0;
    int caught = 0;
    for (const store::StopFacts::Reviewed &one : facts.reviewed) {
        const int at = weekOfDay(one.day);
        if (at > week - plantedWeeks && at <= week) {
            planted += one.planted;
            caught += one.caught;
        }
    }
    return planted >= leastPlanted ? std::optional(double(caught) / planted) : std::nullopt;
}

GuardWeek besideOf(const StopSum &sum, const std::optional<double> &caught)
{
    GuardWeek week;
    week.hardEvents = sum.hard;
    if (const qint64 shown = sum.person[Count::Drafts]; shown >= leastDrafts)
        week.acceptance
            = double(sum.person[Count::AsIs] + sum.person[Count::Light]) / double(shown);
    week.caught = caught;
    return week;
}

} // namespace

quint32 hardPhrases()
{
    quint32 bits = 0;
    for (const Phrase phrase :
         {Phrase::Safety, Phrase::Legal, Phrase::Fraud, Phrase::AccountTakeover, Phrase::Vulnerable,
          Phrase::RegulatorOrPress})
        bits |= 1U << static_cast<unsigned>(phrase);
    return bits;
}

GuardWeek StopHistory::besideOf(int week, const QString &segment) const
{
    return beside.value(indexOf(week)).value(segment);
}

int weeksBefore(const policy::StopLossLimits &limits)
{
    const int longest = *std::max_element(limits.windows.begin(), limits.windows.end());
    return std::max(limits.reference + longest + limits.dwell + FallLimit().maturingWeeks,
                    plantedWeeks);
}

StopHistory stopHistory(const store::Tallies &tallies, const store::StopFacts &facts,
                        const Catalogue &catalogue, const policy::StopLossLimits &limits, int from,
                        int to)
{
    std::map<QString, std::map<int, StopSum>> sums;
    StopHistory history;
    history.base = from;
    history.last = to;
    std::map<QString, std::set<QString>> intents;
    const auto segmentOf = [&](const QString &intent) {
        const QString segment = limits.byTier
            ? QString(QLatin1Char(tierLetter(tierOfIntent(catalogue, intent))))
            : intent;
        if (!segment.isEmpty() && !intent.isEmpty())
            intents[segment].insert(intent);
        return segment;
    };
    for (const store::TallyLine &line : tallies.lines) {
        if (line.at < from || line.at > to || line.intent.isEmpty())
            continue;
        StopSum &sum = sums[segmentOf(line.intent)][line.at];
        if (line.arm == Arm::WithPerson) {
            sum.person.add(line.counts);
            continue;
        }
        sum.bot[line.intent].add(line.counts);
        if (line.matured)
            sum.maturedBot[line.intent].add(line.counts);
    }
    for (const store::StopFacts::Hard &hard : facts.hard) {
        const int week = weekOfDay(hard.day);
        if (week >= from && week <= to && !hard.intent.isEmpty())
            sums[segmentOf(hard.intent)][week].hard += int(hard.n);
    }
    history.beside.resize(to - from + 1);
    for (int week = from; week <= to; ++week) {
        const std::optional<double> caught = caughtIn(facts, week);
        for (auto &[segment, weeks] : sums)
            history.beside[week - from].insert(segment, baton::besideOf(weeks[week], caught));
    }
    QList<Watch> watches;
    if (limits.watchesCsat)
        watches += Watch::Satisfaction;
    if (limits.watchesRecontacts)
        watches += Watch::NoRecontact;
    for (auto &[segment, weeks] : sums) {
        for (const Watch watch : std::as_const(watches)) {
            Segment one{segment, {}, watch};
            for (int week = from; week <= to; ++week)
                one.weeks.append(weekOf(weeks[week], watch));
            history.segments.append(one);
        }
        const auto &of = intents[segment];
        history.intents.insert(segment, QStringList(of.begin(), of.end()));
    }
    return history;
}

StopReplay replayStops(const StopHistory &history, const policy::StopLossLimits &limits, int from,
                       int to)
{
    StopReplay replay;
    replay.from = from;
    replay.to = to;
    StopLossGuard guard(guardLimitsOf(limits));
    std::map<std::pair<QString, Watch>, Finding> before;
    for (int week = from; week <= to; ++week) {
        const qsizetype at = history.indexOf(week);
        for (GuardEvent event : guard.week(at, history.segments, history.beside.value(at))) {
            event.week = week;
            replay.events.append(event);
        }
        for (const SegmentVerdict &verdict : guard.verdicts()) {
            Finding &was = before[{verdict.segment, verdict.watch}];
            if (verdict.finding != was
                && (verdict.finding == Finding::Mixed || verdict.finding == Finding::Unheard))
                replay.asks.append({week, verdict});
            was = verdict.finding;
            if (week == to && verdict.watch == Watch::Satisfaction)
                replay.last.insert(verdict.segment, verdict);
        }
    }
    return replay;
}

} // namespace baton
