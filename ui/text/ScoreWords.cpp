#include "ui/text/ScoreWords.h"

#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ui::words {

using quality::Arms;
using quality::Figure;
using quality::Finding;
using quality::Metric;

namespace {

struct Scored
{
    Q_DECLARE_TR_FUNCTIONS(Scored)
};

constexpr QChar trueMinus{0x2212};

QDate dateOf(int day)
{
    return QDate(1970, 1, 1).addDays(day);
}

QString oneDecimal(double value)
{
    return QLocale().toString(value, 'f', 1);
}

bool isProduct(Metric metric)
{
    return metric == Metric::EscalationQuality;
}

/// Points of a hundred, or hundredths of one; as it is shown.
double shownChange(const ScoreGauge &gauge)
{
    const double change = gauge.change.value_or(0);
    return isProduct(gauge.metric) ? std::round(100 * change) / 100
                                   : std::round(1000 * change) / 10;
}

QString changeNumber(const ScoreGauge &gauge)
{
    const double size = std::abs(shownChange(gauge));
    return isProduct(gauge.metric) ? QLocale().toString(size, 'f', 2) : oneDecimal(size);
}

} // namespace

QString of(Metric metric, qint64 windowMs)
{
    switch (metric) {
    case Metric::Containment:
        return Scored::tr("Containment");
    case Metric::EffectiveContainment:
        return Scored::tr("Effective containment");
    case Metric::Resolution:
        return Scored::tr("Resolution");
    case Metric::Recontact:
        return Scored::tr("Recontact, %1 h").arg(windowMs / hourMs);
    case Metric::FirstContactResolution:
        return Scored::tr("First-contact resolution");
    case Metric::CsatBot:
        return Scored::tr("CSAT, bot only");
    case Metric::CsatPerson:
        return Scored::tr("CSAT, with a person");
    case Metric::DraftAcceptance:
        return Scored::tr("Draft acceptance");
    case Metric::DraftCoverage:
        return Scored::tr("Draft coverage");
    case Metric::EscalationQuality:
        return Scored::tr("Escalation quality");
    }
    Q_UNREACHABLE();
}

QString of(Arms arms)
{
    return arms == Arms::All    ? Scored::tr("All")
        : arms == Arms::BotOnly ? Scored::tr("Bot only")
                                : Scored::tr("With a person");
}

QString of(Arm arm)
{
    return of(arm == Arm::BotOnly ? Arms::BotOnly : Arms::WithPerson);
}

QString of(Finding finding)
{
    switch (finding) {
    case Finding::Quiet:
        return Scored::tr("no fall that is sure");
    case Finding::TooFew:
        return Scored::tr("too few ratings to say");
    case Finding::Fell:
        return Scored::tr("fell; watched for another week");
    case Finding::Mixed:
        return Scored::tr("fell, but so did the mix of contacts: a person decides");
    case Finding::Unheard:
        return Scored::tr("fell, but far fewer rated: a person decides");
    case Finding::Trips:
        return Scored::tr("fell");
    }
    Q_UNREACHABLE();
}

QString valueOf(Metric metric, const Figure &figure)
{
    if (!figure.value)
        return u"—"_s;
    return isProduct(metric) ? QLocale().toString(*figure.value, 'f', 2)
                             : format::percent(*figure.value);
}

QString points(double share)
{
    const double shown = std::round(1000 * share) / 10;
    const QString number = oneDecimal(std::abs(shown));
    return Scored::tr("%1 pt", "points of a hundred, with a sign")
        .arg(shown < 0       ? trueMinus + number
                 : shown > 0 ? u'+' + number
                             : number);
}

QString changeOf(const ScoreGauge &gauge)
{
    if (!gauge.change)
        return {};
    const double shown = shownChange(gauge);
    if (shown == 0)
        return Scored::tr("no change");
    return (shown > 0 ? u"▲ "_s : u"▼ "_s) + changeNumber(gauge);
}

bool isWorse(const ScoreGauge &gauge)
{
    return gauge.change && shownChange(gauge) != 0
        && (*gauge.change > 0) != quality::higherIsBetter(gauge.metric);
}

QString levelOf(const ScoreGauge &gauge)
{
    if (!gauge.level)
        return Scored::tr("context only");
    return Scored::tr("stop at %1", "the level beyond which a figure is marked")
        .arg(isProduct(gauge.metric) ? QLocale().toString(*gauge.level, 'f', 2)
                                     : QString::number(qRound(100 * *gauge.level)));
}

QString notMatured(const ScorecardSnapshot &snapshot)
{
    return snapshot.maturedDay < firstDayOfWeek(snapshot.period.from)
        ? Scored::tr("not matured yet")
        : Scored::tr("unknown");
}

QString footing(const ScoreGauge &gauge, const ScorecardSnapshot &snapshot)
{
    if (!gauge.figure.value)
        return quality::needsMaturity(gauge.metric) ? notMatured(snapshot) : Scored::tr("unknown");
    const QString n
        = Scored::tr("n %1", "how many were counted").arg(format::count(gauge.figure.n));
    return n;
}

QString spoken(const ScoreGauge &gauge, const ScorecardSnapshot &snapshot)
{
    QStringList parts{
        Scored::tr("%1: %2", "a figure's name, its value")
            .arg(of(gauge.metric, snapshot.windowMs), valueOf(gauge.metric, gauge.figure))};
    parts += footing(gauge, snapshot);
    if (gauge.figure.answered)
        parts += Scored::tr("%1 replied").arg(format::percent(*gauge.figure.answered));
    if (gauge.level)
        parts += levelOf(gauge);
    if (gauge.past)
        parts += Scored::tr("past its stop mark");
    if (const double change = shownChange(gauge); change != 0)
        parts += (change > 0 ? Scored::tr("up by %1") : Scored::tr("down by %1"))
                     .arg(changeNumber(gauge));
    return parts.join(u". "_s);
}

QStringList timesOf(const ScorecardSnapshot &snapshot)
{
    QStringList times;
    const auto add = [&](Arm arm, Spread spread, const QString &name) {
        const Spreads &spreads = snapshot.spreads[static_cast<size_t>(arm)];
        const auto median = spreads.at(spread, 0.5);
        const auto most = spreads.at(spread, 0.9);
        if (!median || !most)
            return;
        const auto told = [&](double value) {
            return spread == Spread::EditDistance ? format::percent(value)
                                                  : format::duration(qint64(value));
        };
        times += Scored::tr("%1 %2, nine in ten within %3, n %4",
                            "a time, its median, its 90 %, how many")
                     .arg(name, told(*median), told(*most), format::count(spreads.n(spread)));
    };
    add(Arm::WithPerson, Spread::FirstReply, Scored::tr("First reply"));
    add(Arm::WithPerson, Spread::Handle, Scored::tr("Handle time"));
    add(Arm::BotOnly, Spread::Resolution, Scored::tr("To the end, bot only"));
    add(Arm::WithPerson, Spread::Resolution, Scored::tr("To the end, with a person"));
    add(Arm::WithPerson, Spread::EditDistance, Scored::tr("Edit distance"));
    return times;
}

QString binName(int bin)
{
    return Scored::tr("%1 to %2 sure", "two percentages")
        .arg(QString::number(10 * bin), format::percent((bin + 1) / 10.0));
}

QString binOf(const quality::Reliability &curve, int bin)
{
    const quality::ReliabilityBin &one = curve.bins[static_cast<size_t>(bin)];
    if (curve.told(bin) == 0)
        return Scored::tr("%1: nothing", "how sure").arg(binName(bin));
    const quality::Bounds bounds = curve.interval(bin);
    return Scored::tr("%1, %2 on average: %3 stood (95 %: %4 to %5), n %6",
                      "how sure, its mean, a share, its interval, how many")
        .arg(binName(bin), format::percent(one.mean()), format::percent(curve.share(bin)),
             format::percent(bounds.lower), format::percent(bounds.upper),
             format::count(curve.told(bin)));
}

QString reliabilityOf(const quality::Reliability &curve)
{
    if (!curve.isEnough())
        return Scored::tr("n %1, too few to say").arg(format::count(curve.n()));
    if (curve.restsOnDrawn())
        return Scored::tr("n %1, %2 of them looked at, off by %3 points on average (ECE)",
                          "how many, of those, an error")
            .arg(format::count(curve.n()), format::count(curve.drawn()),
                 oneDecimal(100 * *curve.error()));
    return Scored::tr("n %1, off by %2 points on average (ECE)", "how many, an error")
        .arg(format::count(curve.n()), oneDecimal(100 * *curve.error()));
}

QString countedAsRight(const ScorecardSnapshot &snapshot)
{
    const QString to
        = dayName(std::min(snapshot.maturedDay, firstDayOfWeek(snapshot.period.to + 1) - 1));
    const qint64 drawn = snapshot.reliability ? snapshot.reliability->drawn() : 0;
    if (snapshot.reliability && snapshot.reliability->restsOnDrawn())
        return Scored::tr("Contacts with a person, to %1. Each tenth is as right as what was drawn "
                          "of it and looked at.")
            .arg(to);
    return Scored::tr("Contacts with a person, to %1. An intent that nobody corrected counts as "
                      "right, which flatters: %2 were drawn and looked at; from %3 on, those alone "
                      "count.")
        .arg(to, format::count(drawn), QString::number(quality::leastReadings));
}

QString costOf(const ScorecardSnapshot &snapshot, Arm arm)
{
    const quality::Cost &cost = snapshot.costs[static_cast<size_t>(arm)];
    return cost.value ? format::money({*cost.value, snapshot.rates.currency}) : u"—"_s;
}

QString costFooting(const ScorecardSnapshot &snapshot, Arm arm)
{
    const quality::Cost &cost = snapshot.costs[static_cast<size_t>(arm)];
    switch (cost.lack) {
    case quality::CostLack::AgentHour:
        return Scored::tr("The policy does not say what an hour of a person costs: “agent_hour” "
                          "under “costs”.");
    case quality::CostLack::BotContact:
        return Scored::tr("The policy does not say what the bot’s models cost for a contact: "
                          "“bot_contact” under “costs”.");
    case quality::CostLack::Times:
        return Scored::tr("Of no contact is it known how long it took.");
    case quality::CostLack::Resolutions:
        return cost.contacts == 0
            ? notMatured(snapshot)
            : Scored::tr("None of %1 contacts was resolved.").arg(format::count(cost.contacts));
    case quality::CostLack::Nothing:
        break;
    }
    const auto &rates = snapshot.rates;
    const auto money = [&rates](const std::optional<double> &amount) {
        return format::money({amount.value_or(0), rates.currency});
    };
    if (arm == Arm::BotOnly)
        return Scored::tr("n %1 resolutions; %2 contacts at %3")
            .arg(format::count(cost.n), format::count(cost.byBot), money(rates.botContact));
    return Scored::tr("n %1 resolutions; at most %2 h of people at %3, known of %4 contacts of %5; "
                      "the bot’s part of %6 at %7")
        .arg(format::count(cost.n), oneDecimal(cost.hours), money(rates.agentHour),
             format::count(cost.timed), format::count(cost.contacts), format::count(cost.byBot),
             money(rates.botContact));
}

int weekNumber(int week)
{
    return dateOf(firstDayOfWeek(week)).weekNumber();
}

QString dayName(int day)
{
    return QLocale().toString(dateOf(day), u"d MMM"_s);
}

QString weekName(const ScorePeriod &period)
{
    const QDate first = dateOf(firstDayOfWeek(period.from));
    const QDate last = dateOf(firstDayOfWeek(period.to + 1) - 1);
    const QString days
        = Scored::tr("%1–%2", "two days")
              .arg(first.month() == last.month() ? QString::number(first.day())
                                                 : QLocale().toString(first, u"d MMM"_s),
                   QLocale().toString(last, u"d MMM"_s));
    if (period.weeks() == 1)
        return Scored::tr("Week %1, %2", "its number, its days")
            .arg(weekNumber(period.from))
            .arg(days);
    return Scored::tr("Weeks %1–%2, %3", "numbers, days")
        .arg(weekNumber(period.from))
        .arg(weekNumber(period.to))
        .arg(days);
}

QString datedWeek(const ScorePeriod &period)
{
    return Scored::tr("%1 %2", "weeks and days, a year")
        .arg(weekName(period))
        .arg(dateOf(firstDayOfWeek(period.to + 1) - 1).year());
}

bool isTripped(const ScoreIntent &line)
{
    return line.stop && line.stop->verdict.finding == Finding::Trips;
}

QString stopOf(const ScoreIntent &line)
{
    if (line.tier == Route::Escalate)
        return Scored::tr("People only");
    if (!line.stop || line.stop->verdict.finding == Finding::TooFew)
        return Scored::tr("Too few");
    switch (line.stop->verdict.finding) {
    case Finding::Trips:
        return Scored::tr("Trips");
    case Finding::Mixed:
    case Finding::Unheard:
        return Scored::tr("Ask a person");
    case Finding::Fell:
        return Scored::tr("Watched");
    case Finding::Quiet:
    case Finding::TooFew:
        break;
    }
    return Scored::tr("Armed");
}

QString stopIcon(const ScoreIntent &line)
{
    if (line.tier == Route::Escalate)
        return u"user"_s;
    if (!line.stop || line.stop->verdict.finding == Finding::TooFew)
        return u"help"_s;
    switch (line.stop->verdict.finding) {
    case Finding::Trips:
        return u"stop"_s;
    case Finding::Mixed:
    case Finding::Unheard:
        return u"warning"_s;
    case Finding::Fell:
        return u"clock"_s;
    case Finding::Quiet:
    case Finding::TooFew:
        break;
    }
    return u"verified"_s;
}

} // namespace baton::ui::words
