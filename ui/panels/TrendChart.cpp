#include "ui/panels/TrendChart.h"

#include "ui/text/ScoreWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QLineSeries>
#include <QtGui/QKeyEvent>

#include <cmath>

namespace baton::ui {

using quality::Figure;
using quality::Metric;

namespace {

constexpr int chartHeight = 172;
constexpr int stepOfAxis = 10; // per cent

const Figure &of(const ScoreWeek &week, Metric metric)
{
    return week.figures[size_t(metric)];
}

QLineSeries *lineOf(const QList<ScoreWeek> &weeks, Metric metric)
{
    auto *line = new QLineSeries;
    for (int i = 0; i < weeks.size(); ++i) {
        if (const auto &value = of(weeks[i], metric).value)
            line->append(i, 100 * *value);
    }
    return line;
}

} // namespace

TrendChart::TrendChart(const Look &look, QWidget *parent)
    : PlainChart(look, parent)
    , m_across(new QCategoryAxis)
    , m_up(new QValueAxis)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("CSAT by week"));
    m_across->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_across->setGridLineVisible(false);
    m_up->setTickType(QValueAxis::TicksDynamic);
    m_up->setTickInterval(stepOfAxis);
    m_up->setLabelFormat(QStringLiteral("%d"));
    chart()->addAxis(m_across, Qt::AlignBottom);
    chart()->addAxis(m_up, Qt::AlignLeft);
    for (QAbstractAxis *axis : chart()->axes())
        axis->setLineVisible(false);
    connect(&look, &Look::changed, this, &TrendChart::rebuild);
    rebuild();
}

QSize TrendChart::sizeHint() const
{
    return {m_look.px(420), m_look.px(chartHeight)};
}

void TrendChart::setWeeks(const ScorecardSnapshot &snapshot)
{
    m_weeks = snapshot.weeks;
    m_trips = snapshot.trips;
    m_level = snapshot.levels[size_t(Metric::CsatBot)];
    m_cursor = -1;
    rebuild();
}

void TrendChart::setAxes(int low, int high)
{
    m_across->setRange(-0.2, std::max<qsizetype>(1, m_weeks.size() - 1) + 0.2);
    for (const QString &label : m_across->categoriesLabels())
        m_across->remove(label);
    // Ascending: an axis takes its labels in no other order.
    for (int i = (int(m_weeks.size()) + 1) % 2; i < m_weeks.size(); i += 2)
        m_across->append(QString::number(words::weekNumber(m_weeks[i].week)), i);
    m_up->setRange(low, high);
}

/// Few points: all of it is made again.
void TrendChart::rebuild()
{
    const Theme &theme = m_look.theme();
    beginAgain();
    const double level = 100 * m_level.value_or(0);
    double least = level;
    double most = level;
    auto *lower = new QLineSeries;
    auto *upper = new QLineSeries;
    for (int i = 0; i < m_weeks.size(); ++i) {
        const Figure &bot = of(m_weeks[i], Metric::CsatBot);
        if (bot.value && bot.interval) {
            lower->append(i, 100 * bot.interval->lower);
            upper->append(i, 100 * bot.interval->upper);
        }
        for (const Metric metric : {Metric::CsatBot, Metric::CsatPerson}) {
            if (const auto &value = of(m_weeks[i], metric).value) {
                least = std::min(least, 100 * *value);
                most = std::max(most, 100 * *value);
            }
        }
    }
    const int low = std::max(0, int(std::floor((least - 6) / stepOfAxis)) * stepOfAxis);
    const int high = std::min(100, int(std::ceil((most + 4) / stepOfAxis)) * stepOfAxis);
    setAxes(low, std::max(high, low + stepOfAxis));
    auto *band = new QAreaSeries(upper, lower);
    lower->setParent(band);
    upper->setParent(band);
    band->setBrush(theme.aiTint);
    band->setPen(Qt::NoPen);
    auto *limit = new QLineSeries;
    limit->append(-0.2, level);
    limit->append(std::max<qsizetype>(1, m_weeks.size() - 1) + 0.2, level);
    QPen dashes(theme.danger, 1);
    dashes.setDashPattern({4, 3});
    limit->setPen(dashes);
    auto *person = lineOf(m_weeks, Metric::CsatPerson);
    person->setPen(QPen(theme.accent, 1.75));
    auto *bot = lineOf(m_weeks, Metric::CsatBot);
    QPen machine(theme.ai, 1.9);
    machine.setDashPattern({2.6, 1.6});
    machine.setCapStyle(Qt::FlatCap);
    bot->setPen(machine);
    for (QAbstractSeries *series :
         {static_cast<QAbstractSeries *>(band), static_cast<QAbstractSeries *>(limit),
          static_cast<QAbstractSeries *>(person), static_cast<QAbstractSeries *>(bot)}) {
        chart()->addSeries(series);
        for (QAbstractAxis *axis : chart()->axes())
            series->attachAxis(axis);
    }
    moveCursor(m_cursor);
    update();
}

QPointF TrendChart::place(double week, double per) const
{
    const auto all = chart()->series();
    return all.isEmpty() ? QPointF() : chart()->mapToPosition({week, per}, all.last());
}

QString TrendChart::readOut(int index) const
{
    if (index < 0 || index >= m_weeks.size())
        return {};
    const ScoreWeek &week = m_weeks[index];
    const Figure &bot = of(week, Metric::CsatBot);
    const Figure &person = of(week, Metric::CsatPerson);
    return tr("Week %1: bot only %2, n %3; with a person %4, n %5")
        .arg(words::weekNumber(week.week))
        .arg(words::valueOf(Metric::CsatBot, bot))
        .arg(bot.n)
        .arg(words::valueOf(Metric::CsatPerson, person))
        .arg(person.n);
}

void TrendChart::moveCursor(int index)
{
    m_cursor = index < 0 ? -1 : std::min(index, int(m_weeks.size()) - 1);
    setAccessibleDescription(m_cursor >= 0 ? readOut(m_cursor)
                                           : tr("Arrow keys tell each week's values"));
    scene()->update();
}

void TrendChart::drawForeground(QPainter *p, const QRectF &)
{
    const Theme &theme = m_look.theme();
    const QRectF plot = chart()->plotArea();
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const QFont micro = m_look.font(Role::Micro, QFont::Medium);
    p->setFont(micro);
    if (m_level && !m_weeks.isEmpty()) {
        p->setPen(theme.dangerText);
        p->drawText(place(0.2, 100 * *m_level) + QPointF(4, 14),
                    tr("stop at %1").arg(qRound(100 * *m_level)));
    }
    const auto dot = [&](int index, Metric metric, const QColor &colour) {
        if (const auto &value = of(m_weeks[index], metric).value) {
            p->setPen(Qt::NoPen);
            p->setBrush(colour);
            p->drawEllipse(place(index, 100 * *value), 3.2, 3.2);
        }
    };
    const int shown = m_cursor >= 0 ? m_cursor : int(m_weeks.size()) - 1;
    if (m_cursor >= 0) {
        const qreal x = place(m_cursor, 0).x();
        p->setPen(QPen(theme.lineControl, 1));
        p->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    if (shown >= 0) {
        dot(shown, Metric::CsatPerson, theme.accent);
        dot(shown, Metric::CsatBot, theme.ai);
    }
    for (int i = 0; i < m_weeks.size(); ++i) {
        if (!m_trips.contains(m_weeks[i].week))
            continue;
        const qreal x = place(i, 0).x();
        p->setPen(QPen(theme.dangerFill, 1.5));
        p->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    if (!m_trips.isEmpty() && m_cursor < 0) {
        drawFlag(*p, tr("Tripped, week %1").arg(words::weekNumber(m_trips.last())), plot.right(), 0,
                 plot.right(), &Theme::dangerFill, &Theme::onFill);
    }
    if (m_cursor >= 0) {
        drawFlag(*p, readOut(m_cursor), place(m_cursor, 0).x(), 0, plot.right(), &Theme::toast,
                 &Theme::toastInk);
    }
    if (hasKeyFocus(this) && hasFocus())
        paint::focusRing(*p, scene()->sceneRect().adjusted(2, 2, -2, -2), 6,
                         paint::RingPlace::Inside, theme);
    p->restore();
}

void TrendChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_weeks.size()) - 1;
    const int from = m_cursor < 0 ? last + 1 : m_cursor;
    if (event->key() == Qt::Key_Left)
        moveCursor(std::max(0, from - 1));
    else if (event->key() == Qt::Key_Right)
        moveCursor(std::min(last, m_cursor < 0 ? last : from + 1));
    else if (event->key() == Qt::Key_Escape && m_cursor >= 0)
        moveCursor(-1);
    else
        event->ignore();
}

void TrendChart::mouseMoveEvent(QMouseEvent *event)
{
    const auto all = chart()->series();
    if (all.isEmpty() || m_weeks.isEmpty())
        return;
    const QPointF at = mapToScene(event->pos());
    if (!chart()->plotArea().contains(at))
        return moveCursor(-1);
    moveCursor(
        std::clamp(qRound(chart()->mapToValue(at, all.last()).x()), 0, int(m_weeks.size()) - 1));
}

void TrendChart::leaveEvent(QEvent *event)
{
    PlainChart::leaveEvent(event);
    moveCursor(-1);
}

void TrendChart::focusInEvent(QFocusEvent *event)
{
    PlainChart::focusInEvent(event);
    scene()->update();
}

void TrendChart::focusOutEvent(QFocusEvent *event)
{
    PlainChart::focusOutEvent(event);
    moveCursor(-1);
}

} // namespace baton::ui
