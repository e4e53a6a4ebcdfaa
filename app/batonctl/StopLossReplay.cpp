#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/StopLossParts.h"
#include "app/batonctl/Stores.h"
#include "core/desk/StopFigures.h"
#include "core/desk/StopHistory.h"
#include "core/policy/Rules.h"
#include "core/quality/Metrics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using StopJson = nlohmann::ordered_json;

constexpr int replayedWeeks = 26; // where no --from is given

QString shareText(double share)
{
    return QString::number(100 * share, 'f', 1);
}

QString figuresText(const quality::SegmentVerdict &v)
{
    const bool rated = v.watch == quality::Watch::Satisfaction;
    const auto shown = [&](double share) { return shareText(rated ? share : 1 - share); };
    return u"%1 %2 → %3 % (n %4 → %5, %6 weeks; at least %7 pt; p %8, Holm %9; mix-adjusted %10 %)"_s
        .arg(rated ? u"satisfied"_s : u"came back"_s, shown(v.before.value()), shown(v.now.value()))
        .arg(v.before.n)
        .arg(v.now.n)
        .arg(v.window)
        .arg(shareText(v.interval.lower))
        .arg(v.p, 0, 'g', 2)
        .arg(v.counted, 0, 'g', 2)
        .arg(shown(v.adjusted));
}

StopJson eventJson(const quality::GuardEvent &event)
{
    StopJson json{{"week", utf8(isoWeek(int(event.week)))},
                  {"segment", utf8(event.segment)},
                  {"was", baton::nameOf(event.was)},
                  {"became", baton::nameOf(event.became)},
                  {"cause", baton::nameOf(event.cause)}};
    if (event.verdict)
        json["figures"] = baton::toJson(*event.verdict);
    return json;
}

QString eventText(const quality::GuardEvent &event)
{
    QString text = u"%1  %2: %3 → %4 (%5)"_s.arg(isoWeek(int(event.week)), event.segment,
                                                 QString::fromLatin1(baton::nameOf(event.was)),
                                                 QString::fromLatin1(baton::nameOf(event.became)),
                                                 QString::fromLatin1(baton::nameOf(event.cause)));
    if (event.verdict)
        text += u"  "_s + figuresText(*event.verdict);
    return text;
}

void tell(Session &session, const StopReplay &replay, int policy, qint64 uncounted)
{
    if (!session.output.isJson()) {
        for (const quality::GuardEvent &event : replay.events)
            session.output.line(eventText(event));
        for (const StopReplay::Ask &ask : replay.asks)
            session.output.line(u"%1  %2: holds, and asks a person (%3)  %4"_s.arg(
                isoWeek(ask.week), ask.verdict.segment,
                QString::fromLatin1(baton::nameOf(ask.verdict.finding)), figuresText(ask.verdict)));
        const auto trips = std::count_if(replay.events.begin(), replay.events.end(), [](auto &e) {
            return e.became == GuardState::Tripped && e.was != GuardState::Ready;
        });
        session.output.line(
            u"%1 to %2 under policy v%3: trips %4"_s.arg(isoWeek(replay.from), isoWeek(replay.to))
                .arg(policy)
                .arg(trips));
        return;
    }
    StopJson events = StopJson::array();
    for (const quality::GuardEvent &event : replay.events)
        events.push_back(eventJson(event));
    StopJson asks = StopJson::array();
    for (const StopReplay::Ask &ask : replay.asks)
        asks.push_back({{"week", utf8(isoWeek(ask.week))},
                        {"segment", utf8(ask.verdict.segment)},
                        {"figures", baton::toJson(ask.verdict)}});
    StopJson last = StopJson::object();
    for (auto it = replay.last.begin(); it != replay.last.end(); ++it)
        last[utf8(it.key())] = baton::toJson(*it);
    session.output.json({{"from", utf8(isoWeek(replay.from))},
                         {"to", utf8(isoWeek(replay.to))},
                         {"policy_version", policy},
                         {"uncounted", uncounted},
                         {"events", events},
                         {"asks", asks},
                         {"last", last}});
}

} // namespace

std::optional<StopHistory> stopHistoryOf(Session &session, store::Store &store,
                                         const policy::Policy &policy, int from, int to,
                                         qint64 &uncounted)
{
    const int base = from - weeksBefore(policy.stopLoss);
    const int firstDay = firstDayOfWeek(base);
    const int lastDay = firstDayOfWeek(to + 1) - 1;
    const auto tallies = awaited(store.tallies(
        {firstDay, lastDay, quality::maturedDay(session.clock.now(), policy.arrivals.recontactMs),
         store::By::Week}));
    const auto facts = awaited(store.stopFacts(firstDay, lastDay, hardPhrases()));
    if (!tallies || !facts) {
        session.output.problem(
            words(tallies ? facts.error() : tallies.error(), u"read the sums"_s));
        return {};
    }
    uncounted = tallies->uncounted;
    const Catalogue catalogue = policy::placed(policy::bundledCatalogue(), policy.judgement);
    return stopHistory(*tallies, *facts, catalogue, policy.stopLoss, base, to);
}

/// The limits over what the store knows: a dry run, which changes nothing.
Exit replayStopLoss(Session &session)
{
    const Instant now = session.clock.now();
    const int over = weekOfDay(dayOf(now)) - 1; // the newest week that is
    const Instant toAt = session.options.to.value_or(now);
    const int to = std::min(over, weekOfDay(dayOf(toAt)));
    const int from
        = session.options.from ? weekOfDay(dayOf(*session.options.from)) : to - replayedWeeks + 1;
    if (from > to) {
        session.output.problem(
            u"stoploss replay: no week that is over lies between --from and --to."_s);
        return Exit::Usage;
    }
    const auto store = openStore(session, store::Access::ReadOnly);
    const auto policy = store ? policyFor(session) : std::nullopt;
    if (!policy)
        return Exit::CouldNot;
    qint64 uncounted = 0;
    const auto history = stopHistoryOf(session, *store, *policy, from, to, uncounted);
    if (!history)
        return Exit::CouldNot;
    if (uncounted > 0)
        session.output.problem(u"Contacts of an older version are not counted yet; the console "
                               "counts them when it is open."_s);
    tell(session, replayStops(*history, policy->stopLoss, from, to), policy->version, uncounted);
    return Exit::Done;
}

} // namespace baton::ctl
