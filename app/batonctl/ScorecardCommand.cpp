#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "core/desk/ScorecardMaking.h"
#include "core/desk/StopFigures.h"
#include "core/policy/Policy.h"
#include "core/policy/Rules.h"
#include "core/quality/Histogram.h"
#include "core/quality/Metrics.h"

#include <QtCore/QDate>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;
using namespace quality;

const QStringList groupings{u"intent"_s, u"tier"_s, u"week"_s, u"channel"_s};
const QDate epoch(1970, 1, 1);

QString dateOf(int day)
{
    return epoch.addDays(day).toString(Qt::ISODate);
}

QString channelName(Channel channel)
{
    static const QStringList names{u"chat"_s,   u"email"_s, u"voice"_s,
                                   u"social"_s, u"web"_s,   u"form"_s};
    return names.value(int(channel));
}

double rounded(double value)
{
    return std::round(value * 1e6) / 1e6;
}

const char *lackOf(CostLack lack)
{
    switch (lack) {
    case CostLack::AgentHour:
        return "costs/agent_hour of the policy";
    case CostLack::BotContact:
        return "costs/bot_contact of the policy";
    case CostLack::Times:
        return "handle times";
    case CostLack::Resolutions:
        return "resolutions";
    case CostLack::Nothing:
        break;
    }
    return "";
}

Json figureJson(Metric metric, const Figure &figure)
{
    Json json{{"value", figure.value ? Json(rounded(*figure.value)) : Json()}, {"n", figure.n}};
    if (figure.interval && figure.value) {
        json["low"] = rounded(figure.interval->lower);
        json["high"] = rounded(figure.interval->upper);
    }
    if (figure.mean)
        json["mean"] = rounded(*figure.mean);
    if (figure.answered)
        json["response"] = rounded(*figure.answered);
    if (needsMaturity(metric))
        json["matured"] = true;
    return json;
}

Json figuresJson(const WindowCounts &counts)
{
    Json json;
    for (int i = 0; i < metrics; ++i) {
        const auto metric = static_cast<Metric>(i);
        json[nameOf(metric).data()] = figureJson(metric, figure(metric, counts, Arms::All));
    }
    const Counts &bot = counts.all.bot;
    json["contacts"] = bot[Count::Ended] + counts.all.person[Count::Ended];
    json["abandoned"] = bot[Count::Abandoned];
    for (const Metric metric : {Metric::Resolution, Metric::Recontact}) {
        Json &told = json[nameOf(metric).data()];
        told["bot_only"] = figureJson(metric, figure(metric, counts, Arms::BotOnly));
        told["with_person"] = figureJson(metric, figure(metric, counts, Arms::WithPerson));
    }
    return json;
}

Json timesJson(const std::vector<store::SpreadLine> &lines)
{
    std::array<std::array<Histogram, spreadKinds>, 2> all;
    for (const store::SpreadLine &line : lines) {
        for (const auto &[bin, n] : line.histogram)
            all[size_t(line.arm)][size_t(line.spread)][bin] += n;
    }
    const auto told
        = [&](Spread spread, const char *median, const char *ninety, Arm arm = Arm::WithPerson) {
              const Histogram &histogram = all[size_t(arm)][size_t(spread)];
              qint64 n = 0;
              for (const auto &[bin, count] : histogram)
                  n += count;
              Json json{{"n", n}};
              const auto value = [&](double q) {
                  const auto found = quantile(spread, histogram, q);
                  if (!found)
                      return Json();
                  return spread == Spread::EditDistance ? Json(rounded(*found))
                                                        : Json(qint64(std::llround(*found)));
              };
              json[median] = value(0.5);
              json[ninety] = value(0.9);
              return json;
          };
    return {{"first_reply", told(Spread::FirstReply, "median_ms", "p90_ms")},
            {"handle", told(Spread::Handle, "median_ms", "p90_ms")},
            {"resolution_time",
             {{"bot_only", told(Spread::Resolution, "median_ms", "p90_ms", Arm::BotOnly)},
              {"with_person", told(Spread::Resolution, "median_ms", "p90_ms")}}},
            {"edit_distance", told(Spread::EditDistance, "median", "p90")}};
}

/// Of each arm its own; what lacks is named as the policy names it.
Json costsJson(const WindowCounts &counts, const Costs &rates)
{
    Json json{{"currency", rates.currency.isEmpty() ? Json() : Json(rates.currency.toStdString())},
              {"agent_hour", rates.agentHour ? Json(*rates.agentHour) : Json()},
              {"bot_contact", rates.botContact ? Json(*rates.botContact) : Json()},
              {"matured", true}};
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson}) {
        const Cost cost = costPerResolution(counts, arm, rates);
        Json one{{"value", cost.value ? Json(rounded(*cost.value)) : Json()}, {"n", cost.n}};
        if (cost.lack != CostLack::Nothing)
            one["lacks"] = lackOf(cost.lack);
        one["contacts"] = cost.contacts;
        if (arm == Arm::WithPerson) {
            one["hours"] = rounded(cost.hours);
            one["timed"] = cost.timed;
        }
        one["by_bot"] = cost.byBot;
        json[arm == Arm::BotOnly ? "bot_only" : "with_person"] = one;
    }
    return json;
}

/// Bins without a reading say so by their n.
Json reliabilityJson(const Reliability &curve)
{
    Json bins = Json::array();
    for (int i = 0; i < confidenceBins; ++i) {
        const ReliabilityBin &bin = curve.bins[size_t(i)];
        Json one{{"from", i / 10.0}, {"to", (i + 1) / 10.0}, {"n", curve.told(i)}};
        if (curve.told(i) > 0) {
            one["confidence"] = rounded(bin.mean());
            one["right"] = rounded(curve.share(i));
            one["low"] = rounded(curve.interval(i).lower);
            one["high"] = rounded(curve.interval(i).upper);
        }
        bins.push_back(one);
    }
    const bool enough = curve.isEnough();
    const bool drawnOnly = curve.restsOnDrawn();
    return {
        {"n", curve.n()},
        {"ece", enough ? Json(rounded(*curve.error())) : Json()},
        {"least_n", leastReadings},
        {"counted_as_right",
         drawnOnly ? "drawn, looked at and confirmed by a person" : "not corrected by a person"},
        {"drawn", curve.drawn()},
        {"matured", true},
        {"bins", enough ? bins : Json::array()}};
}

QString percentWords(const Figure &figure)
{
    return figure.value ? u"%1 %"_s.arg(100 * *figure.value, 0, 'f', 1) : u"—"_s;
}

void writeLine(Session &session, const QString &name, const WindowCounts &counts)
{
    const auto of
        = [&](Metric metric) { return column(percentWords(figure(metric, counts, Arms::All)), 8); };
    session.output.line(
        column(name, 28)
        + column(QString::number(figure(Metric::Containment, counts, Arms::All).n), 9)
        + of(Metric::Containment) + of(Metric::EffectiveContainment) + of(Metric::Resolution)
        + of(Metric::Recontact) + of(Metric::CsatBot) + of(Metric::CsatPerson));
}

void writeWords(Session &session, const WindowCounts &whole,
                const std::map<QString, WindowCounts> &parts, const QString &heading)
{
    for (int i = 0; i < metrics; ++i) {
        const auto metric = static_cast<Metric>(i);
        const Figure one = figure(metric, whole, Arms::All);
        session.output.line(column(QString(nameOf(metric)), 24) + column(percentWords(one), 9)
                            + u"n %1"_s.arg(one.n)
                            + (one.interval && one.value
                                   ? u"  %1 to %2 %"_s.arg(100 * one.interval->lower, 0, 'f', 1)
                                         .arg(100 * one.interval->upper, 0, 'f', 1)
                                   : QString())
                            + (needsMaturity(metric) ? u"  matured"_s : QString()));
    }
    if (parts.empty())
        return;
    session.output.line({});
    session.output.line(column(heading, 28) + column(u"n"_s, 9) + column(u"cont."_s, 8)
                        + column(u"eff."_s, 8) + column(u"resol."_s, 8) + column(u"back"_s, 8)
                        + column(u"csat b"_s, 8) + column(u"csat p"_s, 8));
    for (const auto &[name, counts] : parts)
        writeLine(session, name.isEmpty() ? u"(none of these)"_s : name, counts);
}

/// What is no share of contacts.
void writeBeside(Session &session, const WindowCounts &whole, const Costs &rates,
                 const Reliability &curve)
{
    session.output.line({});
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson}) {
        const Cost cost = costPerResolution(whole, arm, rates);
        const QString name = arm == Arm::BotOnly ? u"cost, bot only"_s : u"cost, with person"_s;
        const QString value = cost.value
            ? u"%1 %2"_s.arg(*cost.value, 0, 'f', 2).arg(rates.currency).trimmed()
            : u"—"_s;
        session.output.line(column(name, 24) + column(value, 11) + u"n %1 resolutions"_s.arg(cost.n)
                            + (cost.lack == CostLack::Nothing
                                   ? u"  matured"_s
                                   : u"  lacks %1"_s.arg(QLatin1StringView(lackOf(cost.lack)))));
    }
    session.output.line({});
    session.output.line(
        curve.restsOnDrawn()
            ? u"Intents as read; of %1 that were drawn, somebody looked whether they are right"_s
                  .arg(curve.drawn())
            : u"Intents as read; what nobody corrected counts as right, which flatters: %1 were "
              u"drawn "
              "and looked at, from %2 on those alone count"_s.arg(QString::number(curve.drawn()),
                                                                  QString::number(leastReadings)));
    session.output.line(u"n %1, matured%2"_s.arg(
        QString::number(curve.n()),
        curve.isEnough() ? u", ECE %1 %"_s.arg(100 * *curve.error(), 0, 'f', 1)
                         : u"; %1 are needed"_s.arg(leastReadings)));
    if (!curve.isEnough())
        return;
    session.output.line(column(u"confidence"_s, 12) + column(u"n"_s, 9) + column(u"mean"_s, 9)
                        + column(u"right"_s, 9) + u"95 %"_s);
    for (int i = 0; i < confidenceBins; ++i) {
        const ReliabilityBin &bin = curve.bins[size_t(i)];
        if (curve.told(i) == 0)
            continue;
        const auto per = [](double share) { return QString::number(100 * share, 'f', 1); };
        session.output.line(
            column(u"%1 to %2"_s.arg(10 * i).arg(10 * i + 10), 12)
            + column(QString::number(curve.told(i)), 9) + column(per(bin.mean()), 9)
            + column(per(curve.share(i)), 9)
            + u"%1 to %2"_s.arg(per(curve.interval(i).lower), per(curve.interval(i).upper)));
    }
}

std::optional<int> dayOption(Session &session, const QString &name, int otherwise)
{
    const QString text = session.options.files.value(name);
    if (text.isEmpty())
        return otherwise;
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid() && date.year() >= 1970 && date.year() < 2200)
        return int(epoch.daysTo(date));
    session.output.problem(
        u"scorecard: --%1 takes a day as 2025-11-10, not “%2”."_s.arg(name, text));
    return {};
}

} // namespace

/// Contacts that ended within some days, by DESIGN §7's definitions.
Exit scorecard(Session &session)
{
    const QString by = session.options.files.value(u"by"_s);
    if (!by.isEmpty() && !groupings.contains(by)) {
        session.output.problem(
            u"scorecard: --by takes intent, tier, week or channel, not “%1”."_s.arg(by));
        return Exit::Usage;
    }
    bool ok = true;
    const QString rateText = session.options.files.value(u"rate"_s);
    const std::optional<double> rate
        = rateText.isEmpty() ? std::nullopt : std::optional(rateText.toDouble(&ok));
    if (!ok || !(rate.value_or(0) >= 0)) {
        session.output.problem(
            u"scorecard: --rate takes what an hour of a person costs, not “%1”."_s.arg(rateText));
        return Exit::Usage;
    }
    const int today = dayOf(session.clock.now());
    auto to = dayOption(session, u"to"_s, today);
    auto from = dayOption(session, u"from"_s, to.value_or(today) - 27);
    if (!from || !to)
        return Exit::Usage;
    if (by == "week"_L1) { // whole ones
        from = firstDayOfWeek(weekOfDay(*from));
        to = firstDayOfWeek(weekOfDay(*to) + 1) - 1;
    }
    if (*from > *to) {
        session.output.problem(u"scorecard: --from is after --to."_s);
        return Exit::Usage;
    }
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto policy = policyOf(session);
    if (!policy)
        return Exit::CouldNot;
    const qint64 windowMs = policy->arrivals.recontactMs;
    const int matured = maturedDay(session.clock.now(), windowMs);
    const auto tallies = awaited(store->tallies(
        {*from, *to, matured, by == "week"_L1 ? store::By::Week : store::By::Whole}));
    const auto spreads = awaited(store->spreads(*from, *to));
    const auto readings = awaited(store->readings(*from, std::min(*to, matured)));
    if (!tallies || !spreads || !readings) {
        session.output.problem(words(!tallies       ? tallies.error()
                                         : !spreads ? spreads.error()
                                                    : readings.error(),
                                     u"read the sums"_s));
        return Exit::CouldNot;
    }
    if (tallies->uncounted > 0)
        session.output.problem(u"Contacts of an older version are not counted yet; the console "
                               "counts them when it is open."_s);
    const Catalogue catalogue = policy::placed(policy::bundledCatalogue(), policy->judgement);
    const WindowCounts whole
        = sumBy<int>(*tallies, [](const store::TallyLine &) { return std::optional(0); })[0];
    std::map<QString, WindowCounts> parts;
    if (!by.isEmpty())
        parts = sumBy<QString>(*tallies, [&](const store::TallyLine &line) {
            return std::optional(by == "intent"_L1     ? line.intent
                                     : by == "tier"_L1 ? QString(QLatin1Char(
                                           tierLetter(tierOfIntent(catalogue, line.intent))))
                                     : by == "week"_L1 ? isoWeek(line.at)
                                                       : channelName(line.channel));
        });
    Costs costs = policy->costs;
    if (rate)
        costs.agentHour = rate;
    const Reliability curve = reliabilityOf(*readings);
    if (!session.output.isJson()) {
        writeWords(session, whole, parts, by);
        writeBeside(session, whole, costs, curve);
        return Exit::Done;
    }
    Json json{{"from", dateOf(*from).toStdString()},
              {"to", dateOf(*to).toStdString()},
              {"matured_to", dateOf(std::min(*to, matured)).toStdString()},
              {"window_hours", windowMs / hourMs},
              {"figures", figuresJson(whole)},
              {"times", timesJson(*spreads)},
              {"cost_per_resolution", costsJson(whole, costs)},
              {"intent_reliability", reliabilityJson(curve)}};
    if (!by.isEmpty()) {
        Json list = Json::array();
        for (const auto &[name, counts] : parts) {
            Json part{{by.toStdString(), name.toStdString()}};
            part["figures"] = figuresJson(counts);
            part["cost_per_resolution"] = costsJson(counts, costs);
            list.push_back(part);
        }
        json["by"] = list;
    }
    session.output.json(json);
    return Exit::Done;
}

} // namespace baton::ctl
