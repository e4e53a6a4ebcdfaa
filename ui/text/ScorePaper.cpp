#include "ui/text/Format.h"
#include "ui/text/Paper.h"
#include "ui/text/ScoreExport.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

using namespace Qt::StringLiterals;

namespace baton::ui {

using quality::Metric;

namespace {

struct Exported
{
    Q_DECLARE_TR_FUNCTIONS(Exported)
};

constexpr int dotsPerInch = 144;
constexpr int mostIntents = 34; // on a page
constexpr double plotHeight = 110;
constexpr double axisRoom = 24; // of the axis, at the left

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
    /// As many lines as it takes.
    void paragraph(const QString &text, Role role, const QColor &ink, double gap)
    {
        m_p.setFont(m_look.font(role));
        m_p.setPen(ink);
        const QRectF room(m_area.left(), m_y, m_area.width(), 200);
        const int flags = int(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap);
        m_p.drawText(room, flags, text);
        m_y += m_p.boundingRect(room, flags, text).height() + gap;
    }
    void trend(const QString &title, const QList<ScoreWeek> &weeks, const QList<Metric> &metrics,
               const QRectF &room)
    {
        const Theme &theme = m_look.theme();
        const QRectF plot = frame(title, room);
        const auto xOf = [&](qsizetype i) {
            return plot.left()
                + plot.width() * double(i) / double(std::max<qsizetype>(1, weeks.size() - 1));
        };
        for (qsizetype i = 0; i < weeks.size(); ++i)
            below(xOf(i), plot, QString::number(words::weekNumber(weeks[i].week)));
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
    }
    void curve(const QString &title, const quality::Reliability &curve, const QRectF &room)
    {
        const Theme &theme = m_look.theme();
        const QRectF plot = frame(title, room);
        const auto at = [&](double confidence, double share) {
            return QPointF(plot.left() + plot.width() * confidence,
                           plot.bottom() - plot.height() * share);
        };
        for (int per = 0; per <= 100; per += 20)
            below(at(per / 100.0, 0).x(), plot, QString::number(per));
        QPen dashes(theme.lineControl, 1);
        dashes.setDashPattern({4, 3});
        m_p.setPen(dashes);
        m_p.drawLine(at(0, 0), at(1, 1));
        for (int i = 0; i < quality::confidenceBins; ++i) {
            if (!curve.isEnough() || curve.told(i) == 0)
                continue;
            const double mean = curve.bins[size_t(i)].mean();
            const QPointF dot = at(mean, curve.share(i));
            m_p.setPen(QPen(theme.ai, 1.4));
            m_p.drawLine(at(mean, curve.interval(i).lower), at(mean, curve.interval(i).upper));
            m_p.setPen(Qt::NoPen);
            m_p.setBrush(theme.ai);
            m_p.drawEllipse(dot, 2.6, 2.6);
        }
    }
    QRectF room(double from, double to) const ///< shares of the width, from here on
    {
        return {m_area.left() + from * m_area.width(), m_y, (to - from) * m_area.width(),
                plotHeight + 46};
    }
    void skip(const QRectF &room) { m_y = room.bottom(); }
    void gap(double by) { m_y += by; }

private:
    /// A title, and below it a grid of per cent; gives where the plot stands.
    QRectF frame(const QString &title, const QRectF &room)
    {
        const Theme &theme = m_look.theme();
        m_p.setFont(m_look.font(Role::Body));
        m_p.setPen(theme.ink);
        const double line = m_look.lineHeight(Role::Body);
        m_p.drawText(QRectF(room.left(), room.top(), room.width(), line),
                     int(Qt::AlignLeft | Qt::AlignVCenter),
                     m_p.fontMetrics().elidedText(title, Qt::ElideRight, int(room.width())));
        const QRectF plot(room.left() + axisRoom, room.top() + line + 6,
                          room.width() - axisRoom - 8, plotHeight);
        m_p.setFont(m_look.font(Role::Micro));
        for (int at = 0; at <= 100; at += 25) {
            const double y = plot.bottom() - plot.height() * at / 100;
            paint::hairline(m_p, {plot.left(), y}, {plot.right(), y}, theme.grid);
            m_p.setPen(theme.ink3);
            m_p.drawText(QRectF(room.left() - 4, y - 7, axisRoom, 14),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(at));
        }
        return plot;
    }
    void below(double x, const QRectF &plot, const QString &label)
    {
        m_p.setPen(m_look.theme().ink3);
        m_p.drawText(QRectF(x - 20, plot.bottom() + 2, 40, 14), Qt::AlignCenter, label);
    }

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
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson})
        page.paragraph(
            Exported::tr("Cost of a resolution, %1: %2. %3", "an arm, money, its footing")
                .arg(words::of(arm), words::costOf(snapshot, arm),
                     words::costFooting(snapshot, arm)),
            Role::Small, theme.ink2, 0);
    page.gap(10);
    const QRectF whole = page.room(0, 1);
    page.trend(Exported::tr("CSAT by week, %: dashed the bot only, solid with a person"),
               snapshot.weeks, {Metric::CsatBot, Metric::CsatPerson}, whole);
    page.skip(whole);
    page.trend(
        Exported::tr("Recontact within %1 h by week, %: matured").arg(snapshot.windowMs / hourMs),
        snapshot.weeks, {Metric::Recontact}, page.room(0, 0.5));
    const quality::Reliability curve = snapshot.reliability.value_or(quality::Reliability());
    page.curve(Exported::tr("Intents: % that stood, by % sure"), curve, page.room(0.5, 1));
    page.skip(page.room(0, 1));
    page.paragraph(Exported::tr("Intents as read: %1. %2", "figures, what they are of")
                       .arg(words::reliabilityOf(curve), words::countedAsRight(snapshot)),
                   Role::Small, theme.ink2, 0);
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
                  words::valueOf(Metric::Containment, line.contained),
                  value(Metric::EffectiveContainment), value(Metric::Recontact),
                  value(Metric::CsatBot), words::stopOf(line)},
                 widths, false);
    }
}

} // namespace

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
