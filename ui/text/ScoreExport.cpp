#include "ui/text/ScoreExport.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace baton::ui {

using quality::Figure;
using quality::Metric;

namespace {

QString isoDay(int day)
{
    return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate);
}

QString armsName(quality::Arms arms)
{
    return arms == quality::Arms::All    ? u"all"_s
        : arms == quality::Arms::BotOnly ? u"bot_only"_s
                                         : u"with_person"_s;
}

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 4) : QString();
}

/// A cell that a spreadsheet neither splits nor takes for a formula.
QString cell(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

void addLine(QString &csv, const QString &kind, const QString &segment, QLatin1StringView metric,
             const Figure &figure, const QString &of)
{
    const auto bound = [&](bool upper) {
        return figure.interval && figure.value
            ? number(upper ? figure.interval->upper : figure.interval->lower)
            : QString();
    };
    csv += QStringList{kind,
                       cell(segment),
                       QString(metric),
                       number(figure.value),
                       QString::number(figure.n),
                       bound(false),
                       bound(true),
                       number(figure.mean),
                       number(figure.answered)}
               .join(u',')
        + of;
}

QJsonObject jsonOf(const Figure &figure)
{
    QJsonObject one{{u"n"_s, double(figure.n)}};
    one.insert(u"value"_s, figure.value ? QJsonValue(*figure.value) : QJsonValue());
    if (figure.interval && figure.value) {
        one.insert(u"low"_s, figure.interval->lower);
        one.insert(u"high"_s, figure.interval->upper);
    }
    if (figure.mean)
        one.insert(u"mean"_s, *figure.mean);
    if (figure.answered)
        one.insert(u"response"_s, *figure.answered);
    return one;
}

QJsonObject jsonOf(const ScoreFigures &figures)
{
    QJsonObject all;
    for (int i = 0; i < quality::metrics; ++i) {
        all.insert(quality::nameOf(static_cast<Metric>(i)), jsonOf(figures[size_t(i)]));
    }
    return all;
}

QString nameOf(Arm arm)
{
    return arm == Arm::BotOnly ? u"bot_only"_s : u"with_person"_s;
}

/// Money stands in the value's column, hours and contacts in none: the other files have them.
void addBeside(QString &csv, const ScorecardSnapshot &snapshot, const QString &of)
{
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson}) {
        const quality::Cost &cost = snapshot.costs[size_t(arm)];
        csv += QStringList{u"cost"_s,
                           nameOf(arm),
                           u"cost_per_resolution"_s,
                           number(cost.value),
                           QString::number(cost.n),
                           {},
                           {},
                           {},
                           {}}
                   .join(u',')
            + of;
    }
    if (!snapshot.reliability || !snapshot.reliability->isEnough())
        return;
    for (int i = 0; i < quality::confidenceBins; ++i) {
        const quality::ReliabilityBin &bin = snapshot.reliability->bins[size_t(i)];
        Figure figure;
        figure.n = snapshot.reliability->told(i);
        if (figure.n > 0) {
            figure.value = snapshot.reliability->share(i);
            figure.interval = snapshot.reliability->interval(i);
            figure.mean = bin.mean();
        }
        addLine(csv, u"confidence"_s, u"%1 to %2"_s.arg(i / 10.0).arg((i + 1) / 10.0),
                "intent_reliability"_L1, figure, of);
    }
    Figure error;
    error.n = snapshot.reliability->n();
    error.value = snapshot.reliability->error();
    addLine(csv, u"all"_s, {}, "intent_ece"_L1, error, of);
}

QJsonObject costsOf(const ScorecardSnapshot &snapshot)
{
    const auto orNull = [](const std::optional<double> &value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    const Costs &rates = snapshot.rates;
    QJsonObject all{
        {u"currency"_s, rates.currency.isEmpty() ? QJsonValue() : QJsonValue(rates.currency)},
        {u"agent_hour"_s, orNull(rates.agentHour)},
        {u"bot_contact"_s, orNull(rates.botContact)}};
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson}) {
        const quality::Cost &cost = snapshot.costs[size_t(arm)];
        all.insert(nameOf(arm),
                   QJsonObject{{u"value"_s, orNull(cost.value)},
                               {u"n"_s, double(cost.n)},
                               {u"contacts"_s, double(cost.contacts)},
                               {u"hours"_s, cost.hours},
                               {u"timed"_s, double(cost.timed)},
                               {u"by_bot"_s, double(cost.byBot)}});
    }
    return all;
}

QJsonValue reliabilityOf(const ScorecardSnapshot &snapshot)
{
    if (!snapshot.reliability)
        return {};
    const quality::Reliability &curve = *snapshot.reliability;
    QJsonArray bins;
    for (int i = 0; curve.isEnough() && i < quality::confidenceBins; ++i) {
        const quality::ReliabilityBin &bin = curve.bins[size_t(i)];
        QJsonObject one{
            {u"from"_s, i / 10.0}, {u"to"_s, (i + 1) / 10.0}, {u"n"_s, double(curve.told(i))}};
        if (curve.told(i) > 0) {
            one.insert(u"confidence"_s, bin.mean());
            one.insert(u"right"_s, curve.share(i));
            one.insert(u"low"_s, curve.interval(i).lower);
            one.insert(u"high"_s, curve.interval(i).upper);
        }
        bins.append(one);
    }
    return QJsonObject{{u"n"_s, double(curve.n())},
                       {u"ece"_s, curve.isEnough() ? QJsonValue(*curve.error()) : QJsonValue()},
                       {u"drawn"_s, double(curve.drawn())},
                       {u"counted_as_right"_s,
                        curve.restsOnDrawn() ? u"drawn, looked at and confirmed by a person"_s
                                             : u"not corrected by a person"_s},
                       {u"bins"_s, bins}};
}

ScoreFigures figuresOf(const ScorecardSnapshot &snapshot)
{
    ScoreFigures figures;
    for (const ScoreGauge &gauge : snapshot.gauges)
        figures[size_t(gauge.metric)] = gauge.figure;
    return figures;
}

} // namespace

QByteArray scoreCsv(const ScorecardSnapshot &snapshot)
{
    QString csv = u"segment,name,metric,value,n,low,high,mean,response,arms,from,to,matured_to\n"_s;
    const QString of = u",%1,%2,%3,%4\n"_s.arg(
        armsName(snapshot.arms), isoDay(firstDayOfWeek(snapshot.period.from)),
        isoDay(firstDayOfWeek(snapshot.period.to + 1) - 1), isoDay(snapshot.maturedDay));
    const ScoreFigures all = figuresOf(snapshot);
    for (int i = 0; i < quality::metrics; ++i)
        addLine(csv, u"all"_s, {}, quality::nameOf(static_cast<Metric>(i)), all[size_t(i)], of);
    for (const ScoreWeek &week : snapshot.weeks) {
        for (int i = 0; i < quality::metrics; ++i)
            addLine(csv, u"week"_s, isoDay(firstDayOfWeek(week.week)),
                    quality::nameOf(static_cast<Metric>(i)), week.figures[size_t(i)], of);
    }
    for (const ScoreIntent &line : snapshot.intents) {
        for (int i = 0; i < quality::metrics; ++i)
            addLine(csv, u"intent"_s, line.intent, quality::nameOf(static_cast<Metric>(i)),
                    line.figures[size_t(i)], of);
        addLine(csv, u"intent"_s, line.intent, "containment_of_matured"_L1, line.contained, of);
    }
    addBeside(csv, snapshot, of);
    return csv.toUtf8();
}

QByteArray scoreJson(const ScorecardSnapshot &snapshot)
{
    QJsonArray weeks;
    for (const ScoreWeek &week : snapshot.weeks)
        weeks.append(QJsonObject{{u"from"_s, isoDay(firstDayOfWeek(week.week))},
                                 {u"matured"_s, week.matured},
                                 {u"figures"_s, jsonOf(week.figures)}});
    QJsonArray intents;
    for (const ScoreIntent &line : snapshot.intents)
        intents.append(QJsonObject{{u"intent"_s, line.intent},
                                   {u"contacts"_s, double(line.contacts)},
                                   {u"tier"_s, QString(QLatin1Char(tierLetter(line.tier)))},
                                   {u"containment_of_matured"_s, jsonOf(line.contained)},
                                   {u"figures"_s, jsonOf(line.figures)}});
    const QJsonObject whole{{u"from"_s, isoDay(firstDayOfWeek(snapshot.period.from))},
                            {u"to"_s, isoDay(firstDayOfWeek(snapshot.period.to + 1) - 1)},
                            {u"matured_to"_s, isoDay(snapshot.maturedDay)},
                            {u"arms"_s, armsName(snapshot.arms)},
                            {u"window_hours"_s, double(snapshot.windowMs / hourMs)},
                            {u"uncounted"_s, double(snapshot.uncounted)},
                            {u"figures"_s, jsonOf(figuresOf(snapshot))},
                            {u"cost_per_resolution"_s, costsOf(snapshot)},
                            {u"intent_reliability"_s, reliabilityOf(snapshot)},
                            {u"weeks"_s, weeks},
                            {u"intents"_s, intents}};
    return QJsonDocument(whole).toJson();
}

} // namespace baton::ui
