#include "ui/panels/ReliabilityChart.h"

#include "ui/text/ScoreWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Paintkit.h"

#include <QtCharts/QLineSeries>
#include <QtGui/QKeyEvent>

#include <cmath>

namespace baton::ui {

using quality::ReliabilityBin;

namespace {

constexpr int curveHeight = 172;
constexpr int stepAcross = 10; // per cent
constexpr int stepUp = 25;
constexpr double dotRadius = 3.4;
constexpr double capHalf = 3;
constexpr double mouseReach = 24; // pixels from which the mouse takes a dot

} // namespace

ReliabilityChart::ReliabilityChart(const Look &look, QWidget *parent)
    : PlainChart(look, parent)
    , m_across(new QValueAxis)
    , m_up(new QValueAxis)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("How often intents stood, by how sure they were read"));
    const auto set = [](QValueAxis *axis, double least, double most, int step) {
        axis->setRange(least, most);
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickInterval(step);
        axis->setLabelFormat(QStringLiteral("%d"));
        axis->setLineVisible(false);
    };
    set(m_across, 0, 100, stepAcross);
    set(m_up, 0, 100, stepUp);
    m_across->setGridLineVisible(false);
    chart()->addAxis(m_across, Qt::AlignBottom);
    chart()->addAxis(m_up, Qt::AlignLeft);
    connect(&look, &Look::changed, this, &ReliabilityChart::rebuild);
    rebuild();
}

QSize ReliabilityChart::sizeHint() const
{
    return {m_look.px(420), m_look.px(curveHeight)};
}

void ReliabilityChart::setSnapshot(const ScorecardSnapshot &snapshot)
{
    m_curve = snapshot.reliability;
    if (m_cursor >= 0 && (!nothing().isEmpty() || m_curve->told(m_cursor) == 0))
        m_cursor = -1;
    rebuild();
}

QString ReliabilityChart::nothing() const
{
    if (!m_curve)
        return tr("Is being read");
    if (m_curve->isEnough())
        return {};
    return m_curve->n() == 0
        ? tr("No intent was read yet of contacts that a person ended")
        : tr("%1 readings so far; a curve comes with %2")
              .arg(QString::number(m_curve->n()), QString::number(quality::leastReadings));
}

void ReliabilityChart::rebuild()
{
    const Theme &theme = m_look.theme();
    beginAgain();
    auto *same = new QLineSeries;
    same->append(0, 0);
    same->append(100, 100);
    QPen dashes(theme.lineControl, 1);
    dashes.setDashPattern({4, 3});
    same->setPen(dashes);
    chart()->addSeries(same);
    for (QAbstractAxis *axis : chart()->axes())
        same->attachAxis(axis);
    moveCursor(m_cursor);
    update();
}

QPointF ReliabilityChart::place(double confidence, double share) const
{
    const auto all = chart()->series();
    return all.isEmpty() ? QPointF()
                         : chart()->mapToPosition({100 * confidence, 100 * share}, all.last());
}

QString ReliabilityChart::readOut(int bin) const
{
    if (!m_curve || bin < 0 || bin >= quality::confidenceBins)
        return {};
    return words::binOf(*m_curve, bin);
}

void ReliabilityChart::moveCursor(int bin)
{
    m_cursor = bin;
    const QString none = nothing();
    setToolTip(bin >= 0 ? readOut(bin) : QString());
    setAccessibleDescription(
        !none.isEmpty() ? none
            : bin >= 0
            ? readOut(bin)
            : tr("%1. Arrow keys tell each tenth’s values").arg(words::reliabilityOf(*m_curve)));
    scene()->update();
}

void ReliabilityChart::drawForeground(QPainter *p, const QRectF &)
{
    const Theme &theme = m_look.theme();
    const QRectF plot = chart()->plotArea();
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const QString none = nothing();
    if (!none.isEmpty()) {
        p->setFont(m_look.font(Role::Small));
        p->setPen(theme.ink3);
        const QFontMetricsF metrics(p->font());
        const QRectF words = metrics.boundingRect(plot.adjusted(16, 0, -16, 0),
                                                  int(Qt::AlignCenter | Qt::TextWordWrap), none);
        p->fillRect(words.adjusted(-8, -3, 8, 3), theme.surface);
        p->drawText(words, int(Qt::AlignCenter | Qt::TextWordWrap), none);
    }
    for (int i = 0; none.isEmpty() && i < quality::confidenceBins; ++i) {
        const ReliabilityBin &bin = m_curve->bins[size_t(i)];
        if (m_curve->told(i) == 0)
            continue;
        const quality::Bounds bounds = m_curve->interval(i);
        const QPointF at = place(bin.mean(), m_curve->share(i));
        const double top = place(bin.mean(), bounds.upper).y();
        const double bottom = place(bin.mean(), bounds.lower).y();
        p->setPen(QPen(theme.ai, i == m_cursor ? 2 : 1.4));
        p->drawLine(QPointF(at.x(), top), QPointF(at.x(), bottom));
        for (const double end : {top, bottom})
            p->drawLine(QPointF(at.x() - capHalf, end), QPointF(at.x() + capHalf, end));
        p->setPen(Qt::NoPen);
        p->setBrush(theme.ai);
        p->drawEllipse(at, dotRadius, dotRadius);
        if (i == m_cursor) {
            p->setPen(QPen(theme.ai, 1.4));
            p->setBrush(Qt::NoBrush);
            p->drawEllipse(at, dotRadius + 3, dotRadius + 3);
        }
    }
    if (none.isEmpty() && m_cursor >= 0) {
        // Most dots stand high: below them nothing is hidden.
        const double mean = m_curve->bins[size_t(m_cursor)].mean();
        drawFlag(*p, readOut(m_cursor), place(mean, 0).x(), plot.bottom() - flagHeight() - 4,
                 scene()->sceneRect().right(), &Theme::toast, &Theme::toastInk);
    }
    if (hasKeyFocus(this) && hasFocus())
        paint::focusRing(*p, scene()->sceneRect().adjusted(2, 2, -2, -2), 6,
                         paint::RingPlace::Inside, theme);
    p->restore();
}

int ReliabilityChart::next(int from, int step) const
{
    if (!nothing().isEmpty())
        return -1;
    for (int i = from + step; i >= 0 && i < quality::confidenceBins; i += step) {
        if (m_curve->told(i) > 0)
            return i;
    }
    return from < quality::confidenceBins ? from : -1;
}

void ReliabilityChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        moveCursor(next(m_cursor < 0 ? quality::confidenceBins : m_cursor, -1));
    else if (event->key() == Qt::Key_Right)
        moveCursor(next(m_cursor < 0 ? -1 : m_cursor, 1));
    else if (event->key() == Qt::Key_Escape && m_cursor >= 0)
        moveCursor(-1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_cursor >= 0)
        Q_EMIT binRequested(m_cursor);
    else
        event->ignore();
}

int ReliabilityChart::binAt(const QPointF &scene) const
{
    int nearest = -1;
    double least = mouseReach;
    for (int i = 0; nothing().isEmpty() && i < quality::confidenceBins; ++i) {
        const ReliabilityBin &bin = m_curve->bins[size_t(i)];
        if (m_curve->told(i) == 0)
            continue;
        if (const double away = std::abs(place(bin.mean(), 0).x() - scene.x()); away < least) {
            least = away;
            nearest = i;
        }
    }
    return nearest;
}

void ReliabilityChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = mapToScene(event->pos());
    if (const int bin = chart()->plotArea().contains(at) ? binAt(at) : -1; bin != m_cursor)
        moveCursor(bin);
}

void ReliabilityChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int bin = binAt(mapToScene(event->pos()));
    if (event->button() == Qt::LeftButton && bin >= 0)
        Q_EMIT binRequested(bin);
}

void ReliabilityChart::leaveEvent(QEvent *event)
{
    PlainChart::leaveEvent(event);
    moveCursor(-1);
}

void ReliabilityChart::focusInEvent(QFocusEvent *event)
{
    PlainChart::focusInEvent(event);
    scene()->update();
}

void ReliabilityChart::focusOutEvent(QFocusEvent *event)
{
    PlainChart::focusOutEvent(event);
    moveCursor(-1);
}

} // namespace baton::ui
