#include "ui/panels/BackBars.h"

#include "ui/text/Format.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>

#include <cmath>

namespace baton::ui {

using quality::Figure;
using quality::Metric;

namespace {

constexpr int barsHeight = 172;
constexpr int axisLeft = 26;
constexpr int axisBottom = 22;
constexpr int axisTop = 22;
constexpr double stepOfBars = 0.1;

} // namespace

QBrush hatch(const Theme &theme)
{
    return QBrush(theme.lineStrong, Qt::BDiagPattern);
}

BackBars::BackBars(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Recontacts by week"));
    setLayoutDirection(Qt::LeftToRight); // time, in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
    moveCursor(-1);
}

QSize BackBars::sizeHint() const
{
    return {m_look.px(300), m_look.px(barsHeight)};
}

QSize BackBars::minimumSizeHint() const
{
    return {m_look.px(200), m_look.px(barsHeight)};
}

void BackBars::setWeeks(const QList<ScoreWeek> &weeks, std::optional<double> level)
{
    m_level = level;
    m_weeks = weeks;
    moveCursor(-1);
}

QRectF BackBars::plot() const
{
    return QRectF(rect()).adjusted(m_look.px(axisLeft), m_look.px(axisTop), 0,
                                   -m_look.px(axisBottom));
}

double BackBars::most() const
{
    double most = m_level.value_or(0) + 0.03;
    for (const ScoreWeek &week : m_weeks)
        most = std::max(most, week.backSoFar.value.value_or(0));
    return std::ceil(most / stepOfBars) * stepOfBars;
}

QString BackBars::readOut(int index) const
{
    if (index < 0 || index >= m_weeks.size())
        return {};
    const ScoreWeek &week = m_weeks[index];
    const QString number = QString::number(words::weekNumber(week.week));
    const QString value = words::valueOf(Metric::Recontact, week.backSoFar);
    return week.matured
        ? tr("Week %1: %2, n %3").arg(number, value).arg(week.backSoFar.n)
        : tr("Week %1: %2 so far, n %3, not matured yet").arg(number, value).arg(week.backSoFar.n);
}

void BackBars::moveCursor(int index)
{
    m_cursor = index < 0 ? -1 : std::min(index, int(m_weeks.size()) - 1);
    setAccessibleDescription(m_cursor >= 0 ? readOut(m_cursor)
                                           : tr("Arrow keys tell each week's values"));
    update();
}

void BackBars::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const QRectF area = plot();
    const double top = most();
    const auto yOf = [&](double share) { return area.bottom() - area.height() * share / top; };
    p.setFont(m_look.font(Role::Micro, QFont::Normal));
    const int label = m_look.px(14);
    for (double at = 0; at < top + 0.001; at += stepOfBars) {
        paint::hairline(p, {area.left(), yOf(at)}, {area.right(), yOf(at)}, theme.grid);
        p.setPen(theme.ink3);
        paint::drawWords(p, {0, yOf(at) - label / 2.0, area.left() - 6, qreal(label)},
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(qRound(100 * at)));
    }
    const auto count = m_weeks.size();
    const qreal step = count > 0 ? area.width() / qreal(count) : area.width();
    const double level = m_level.value_or(1);
    for (qsizetype i = 0; i < count; ++i) {
        const ScoreWeek &week = m_weeks[i];
        const qreal left = area.left() + step * qreal(i) + step * 0.125;
        if ((count - 1 - i) % 2 == 0) {
            p.setPen(theme.ink3);
            paint::drawWords(p, {left - step / 2, area.bottom() + 4, step * 1.75, qreal(label)},
                             Qt::AlignCenter, QString::number(words::weekNumber(week.week)));
        }
        if (!week.backSoFar.value)
            continue;
        const QRectF bar(left, yOf(*week.backSoFar.value), step * 0.75,
                         area.bottom() - yOf(*week.backSoFar.value));
        if (week.matured) {
            paint::box(p, bar, 2, *week.backSoFar.value > level ? theme.danger : theme.bar);
        } else {
            QPen edge(theme.lineControl, 1);
            edge.setDashPattern({2.5, 2});
            p.setPen(edge);
            p.setBrush(hatch(theme));
            p.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, 0), 2, 2);
        }
        if (i == m_cursor) {
            p.setPen(QPen(theme.focus, 2));
            p.setBrush(Qt::NoBrush);
            p.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), 3, 3);
        }
    }
    QPen dashes(theme.danger, 1);
    dashes.setDashPattern({4, 3});
    p.setPen(dashes);
    const double stop = std::floor(yOf(level)) + .5; // one pixel, not two halves
    p.drawLine(QPointF(area.left(), stop), QPointF(area.right(), stop));
    p.setPen(theme.dangerText);
    p.setFont(m_look.font(Role::Micro, QFont::Medium));
    p.drawText(QPointF(area.left() + 4, yOf(level) - 4),
               tr("stop at %1").arg(format::percent(level)));
    if (m_cursor >= 0) {
        const QString words = readOut(m_cursor);
        const qreal width
            = std::min<qreal>(this->width(), p.fontMetrics().horizontalAdvance(words) + 16);
        const QRectF box(std::clamp(area.left() + step * m_cursor - width / 2, 0.0,
                                    std::max(0.0, this->width() - width)),
                         0, width, m_look.px(20));
        paint::box(p, box, 5, theme.toast);
        p.setPen(theme.toastInk);
        paint::drawWords(p, box, Qt::AlignCenter, words);
    }
    if (hasFocus() && hasKeyFocus(this))
        paint::focusRing(p, rect(), 6, paint::RingPlace::Inside, theme);
}

void BackBars::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_weeks.size()) - 1;
    if (event->key() == Qt::Key_Left)
        moveCursor(m_cursor < 0 ? last : std::max(0, m_cursor - 1));
    else if (event->key() == Qt::Key_Right)
        moveCursor(m_cursor < 0 ? last : std::min(last, m_cursor + 1));
    else if (event->key() == Qt::Key_Escape && m_cursor >= 0)
        moveCursor(-1);
    else
        QWidget::keyPressEvent(event);
}

void BackBars::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    if (m_weeks.isEmpty() || !area.contains(event->position()))
        return moveCursor(-1);
    moveCursor(int((event->position().x() - area.left()) / (area.width() / qreal(m_weeks.size()))));
}

void BackBars::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    moveCursor(-1);
}

void BackBars::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    moveCursor(-1);
}

} // namespace baton::ui
