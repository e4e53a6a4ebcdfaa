#include "ui/text/ScoreExport.h"

#include "ui/text/Format.h"
#include "ui/text/Paper.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

using namespace Qt::StringLiterals;

namespace baton::ui {

using quality::Figure;
using quality::Metric;

namespace {

struct Exported
{
    Q_DECLARE_TR_FUNCTIONS(Exported)
};

constexpr int dotsPerInch = 144;
constexpr int mostIntents = 34; // on a page

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

void addLine(QString &csv, const QString &kind, const QString &segment, Metric metric,
             const Figure &figure, const QString &of)
{
    const auto bound = [&](bool upper) {
        return figure.interval && figure.value
            ? number(upper ? figure.interval->upper : figure.interval->lower)
            : QString();
    };
    csv += QStringList{kind,
                       cell(segment),
                       QString(quality::nameOf(metric)),
                       number(figure.value),
                       QString::number(figure.n),
                       bound(false),
                       bound(true),
                       number(figure.mean),
                       number(figure.answered)}
               .join(u',')
        + of;
}

QJsonObject jsonOf(const ScoreFigures &figures)
{
    QJsonObject all;
    for (int i = 0; i < quality::metrics; ++i) {
        const Figure &figure = figures[size_t(i)];
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
        all.insert(quality::nameOf(static_cast<Metric>(i)), one);
    }
    return all;
}

ScoreFigures figuresOf(const ScorecardSnapshot &snapshot)
{
    ScoreFigures figures;
    for (const ScoreGauge &gauge : snapshot.gauges)
        figures[size_t(gauge.metric)] = gauge.figure;
    return figures;
}

/// Writes on a page from the top, in the roles and inks of the light theme.
class Page
{
public:
    Page(QPainter &p, const Look &look, const QRectF &area)
        : m_p(p)
        , m_look(look)
        , m_area(area)
    { }

    void words(const QString &text, Role role, const QColor &ink, double gap)
    {
        const double height = m_look.lineHeight(role);
        m_p.setFont(m_look.font(role));
        m_p.setPen(ink);
        m_p.drawText(QRectF(m_area.left(), m_y, m_area.width(), height),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
        m_y += height + gap;
    }
    void row(const QStringList &cells, const QList<double> &widths, bool head)
    {
        const Theme &theme = m_look.theme();
        m_p.setFont(m_look.font(Role::Small, head ? QFont::DemiBold : QFont::Normal));
        m_p.setPen(head ? theme.ink3 : theme.ink);
        double x = m_area.left();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            m_p.drawText(
                QRectF(x, m_y, widths[i] - 6, 18),
                int(Qt::AlignVCenter | (i == 0 ? Qt::AlignLeft : Qt::AlignRight)),
                m_p.fontMetrics().elidedText(cells[i], Qt::ElideRight, int(widths[i]) - 6));
            x += widths[i];
        }
        m_y += 18;
        paint::hairline(m_p, {m_area.left(), m_y}, {x, m_y}, theme.line);
        m_y += 2;
    }
    void trend(const QString &title, const QList<ScoreWeek> &weeks, const QList<Metric> &metrics)
    {
        const Theme &theme = m_look.theme();
        words(title, Role::Body, theme.ink, 4);
        const QRectF plot(m_area.left() + 24, m_y, m_area.width() - 24, 110);
        m_p.setFont(m_look.font(Role::Micro));
        for (int at = 0; at <= 100; at += 25) {
            const double y = plot.bottom() - plot.height() * at / 100;
            paint::hairline(m_p, {plot.left(), y}, {plot.right(), y}, theme.grid);
            m_p.setPen(theme.ink3);
            m_p.drawText(QRectF(m_area.left() - 4, y - 7, 24, 14),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(at));
        }
        const auto xOf = [&](qsizetype i) {
            return plot.left()
                + plot.width() * double(i) / double(std::max<qsizetype>(1, weeks.size() - 1));
        };
        for (qsizetype i = 0; i < weeks.size(); ++i)
            m_p.drawText(QRectF(xOf(i) - 20, plot.bottom() + 2, 40, 14), Qt::AlignCenter,
                         QString::number(words::weekNumber(weeks[i].week)));
        for (const Metric metric : metrics) {
            QPolygonF points;
            for (qsizetype i = 0; i < weeks.size(); ++i) {
                if (const auto &value = weeks[i].figures[size_t(metric)].value)
                    points.append({xOf(i), plot.bottom() - plot.height() * *value});
            }
            QPen pen(metric == Metric::CsatPerson ? theme.accent : theme.ai, 1.6);
            if (metric != Metric::CsatPerson)
                pen.setDashPattern({3, 2});
            m_p.setPen(pen);
            m_p.drawPolyline(points);
        }
        m_y = plot.bottom() + 26;
    }
    void gap(double by) { m_y += by; }

private:
    QPainter &m_p;
    const Look &m_look;
    QRectF m_area;
    double m_y = 0;
};

void firstPage(Page &page, const Theme &theme, const ScorecardSnapshot &snapshot,
               const QString &title)
{
    page.words(title, Role::Screen, theme.ink, 2);
    page.words(words::datedWeek(snapshot.period) + u"  ·  "_s + words::of(snapshot.arms),
               Role::Body, theme.ink2, 2);
    page.words(
        Exported::tr("Contacts that ended in these weeks (UTC). What a customer's coming back can "
                     "undo is counted to %1.")
            .arg(words::dayName(snapshot.maturedDay)),
        Role::Small, theme.ink3, snapshot.uncounted > 0 ? 2 : 12);
    if (snapshot.uncounted > 0)
        page.words(Exported::tr("Older contacts are still being counted: these figures grow."),
                   Role::Small, theme.ink3, 12);
    const QList<double> widths{190, 70, 70, 110, 80, 80};
    page.row({Exported::tr("Figure"), Exported::tr("Value"), Exported::tr("n"),
              Exported::tr("95 % interval"), Exported::tr("Change"), Exported::tr("Mark")},
             widths, true);
    for (const ScoreGauge &gauge : snapshot.gauges) {
        const bool known = gauge.figure.interval && gauge.figure.value;
        page.row({words::of(gauge.metric, snapshot.windowMs),
                  words::valueOf(gauge.metric, gauge.figure), format::count(gauge.figure.n),
                  known ? Exported::tr("%1 to %2")
                              .arg(format::percent(gauge.figure.interval->lower),
                                   format::percent(gauge.figure.interval->upper))
                        : QString(),
                  words::changeOf(gauge), gauge.level ? words::levelOf(gauge) : QString()},
                 widths, false);
    }
    page.gap(8);
    for (const QString &time : words::timesOf(snapshot))
        page.words(time, Role::Small, theme.ink2, 0);
    page.gap(14);
    page.trend(Exported::tr("CSAT by week, %: dashed the bot only, solid with a person"),
               snapshot.weeks, {Metric::CsatBot, Metric::CsatPerson});
    page.trend(Exported::tr("Recontact within %1 h by week, %: matured days only")
                   .arg(snapshot.windowMs / hourMs),
               snapshot.weeks, {Metric::Recontact});
}

/// As many as fit, from that one on.
void intentsPage(Page &page, const Theme &theme, const ScorecardSnapshot &snapshot, qsizetype from)
{
    page.words(Exported::tr("By intent"), Role::Title, theme.ink, 8);
    const QList<double> widths{190, 40, 60, 70, 70, 70, 60, 80};
    page.row({Exported::tr("Intent"), Exported::tr("Tier"), Exported::tr("n"),
              Exported::tr("Contained"), Exported::tr("Effective"), Exported::tr("Back"),
              Exported::tr("CSAT bot"), Exported::tr("Stop-loss")},
             widths, true);
    const auto end = std::min<qsizetype>(from + mostIntents, snapshot.intents.size());
    for (qsizetype i = from; i < end; ++i) {
        const ScoreIntent &line = snapshot.intents[i];
        const auto value
            = [&](Metric metric) { return words::valueOf(metric, line.figures[size_t(metric)]); };
        page.row({line.title.isEmpty() ? Exported::tr("None of these") : line.title,
                  QString(QLatin1Char(tierLetter(line.tier))), format::count(line.contacts),
                  value(Metric::Containment), value(Metric::EffectiveContainment),
                  value(Metric::Recontact), value(Metric::CsatBot), words::stopOf(line)},
                 widths, false);
    }
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
        addLine(csv, u"all"_s, {}, static_cast<Metric>(i), all[size_t(i)], of);
    for (const ScoreWeek &week : snapshot.weeks) {
        for (int i = 0; i < quality::metrics; ++i)
            addLine(csv, u"week"_s, isoDay(firstDayOfWeek(week.week)), static_cast<Metric>(i),
                    week.figures[size_t(i)], of);
    }
    for (const ScoreIntent &line : snapshot.intents) {
        for (int i = 0; i < quality::metrics; ++i)
            addLine(csv, u"intent"_s, line.intent, static_cast<Metric>(i), line.figures[size_t(i)],
                    of);
    }
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
                                   {u"figures"_s, jsonOf(line.figures)}});
    const QJsonObject whole{{u"from"_s, isoDay(firstDayOfWeek(snapshot.period.from))},
                            {u"to"_s, isoDay(firstDayOfWeek(snapshot.period.to + 1) - 1)},
                            {u"matured_to"_s, isoDay(snapshot.maturedDay)},
                            {u"arms"_s, armsName(snapshot.arms)},
                            {u"window_hours"_s, double(snapshot.windowMs / hourMs)},
                            {u"uncounted"_s, double(snapshot.uncounted)},
                            {u"figures"_s, jsonOf(figuresOf(snapshot))},
                            {u"weeks"_s, weeks},
                            {u"intents"_s, intents}};
    return QJsonDocument(whole).toJson();
}

QByteArray scorePdf(const ScorecardSnapshot &snapshot, const QString &title)
{
    const Look look; // paper is light
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    prepare(writer, title, dotsPerInch);
    QPainter p(&writer);
    // Laid out as a screen that is so many pixels wide.
    constexpr double width = 640;
    const double scale = double(writer.width()) / width;
    p.scale(scale, scale);
    const QRectF area(0, 0, width, double(writer.height()) / scale);
    Page first(p, look, area);
    firstPage(first, look.theme(), snapshot, title);
    qsizetype from = 0;
    do {
        writer.newPage();
        Page page(p, look, area);
        intentsPage(page, look.theme(), snapshot, from);
        from += mostIntents;
    } while (from < snapshot.intents.size());
    p.end();
    return bytes;
}

} // namespace baton::ui
