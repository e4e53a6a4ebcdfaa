#include "ui/theme/Paintkit.h"

#include "ui/theme/Metrics.h"

#include <QtGui/QPainterPath>

namespace baton::ui::paint {

namespace {

/// Restores the painter and turns antialiasing on.
class Scope
{
public:
    explicit Scope(QPainter &p)
        : m_p(p)
    {
        p.save();
        p.setRenderHint(QPainter::Antialiasing);
    }
    ~Scope() { m_p.restore(); }
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;

private:
    QPainter &m_p;
};

QPen flatPen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap);
}

void arc(QPainter &p, const QRectF &rect, double from, double share)
{
    p.drawArc(rect, qRound((90 - from * 360) * 16), qRound(-share * 360 * 16));
}

void breachedDisc(QPainter &p, const QRectF &r, const Theme &theme)
{
    p.setPen(Qt::NoPen);
    p.setBrush(theme.dangerFill);
    p.drawEllipse(r);
    const qreal u = r.width() / 14;
    const qreal x = r.center().x();
    p.setPen(QPen(theme.onFill, 1.8 * u, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(x, r.top() + 3.6 * u), QPointF(x, r.top() + 7.4 * u));
    p.setPen(Qt::NoPen);
    p.setBrush(theme.onFill);
    p.drawEllipse(QPointF(x, r.top() + 10.3 * u), u, u);
}

void pausedRing(QPainter &p, const QRectF &r, const Theme &theme)
{
    const qreal u = r.width() / 14;
    p.setBrush(Qt::NoBrush);
    p.setPen(flatPen(theme.lineStrong, 2));
    p.drawEllipse(r.adjusted(1.25, 1.25, -1.25, -1.25));
    p.setPen(QPen(theme.ink3, 1.5 * u, Qt::SolidLine, Qt::RoundCap));
    for (const qreal x : {-1.5 * u, 1.5 * u})
        p.drawLine(r.center() + QPointF(x, -2 * u), r.center() + QPointF(x, 2 * u));
}

void metCheck(QPainter &p, const QRectF &r, const Theme &theme)
{
    const qreal u = r.width() / 14;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.okText, 1.5 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF o = r.topLeft();
    p.drawPolyline(QPolygonF{o + QPointF(2.5 * u, 7.4 * u), o + QPointF(5.6 * u, 10.4 * u),
                             o + QPointF(11.5 * u, 3.8 * u)});
}

} // namespace

void hairline(QPainter &p, const QPointF &from, const QPointF &to, const QColor &colour)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing, false);
    p.setPen(QPen(colour, 0));
    p.drawLine(from, to);
    p.restore();
}

void box(QPainter &p, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge)
{
    const Scope scope(p);
    if (!edge.isValid()) {
        p.setPen(Qt::NoPen);
        p.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        p.drawRoundedRect(rect, radius, radius);
        return;
    }
    p.setPen(QPen(edge, 1));
    p.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    p.drawRoundedRect(rect.adjusted(.5, .5, -.5, -.5), radius - .5, radius - .5);
}

void slaRing(QPainter &p, const QRectF &rect, const Deadline &deadline, const Theme &theme)
{
    const Scope scope(p);
    switch (deadline.state) {
    case DeadlineState::None:
        return;
    case DeadlineState::Breached:
        return breachedDisc(p, rect, theme);
    case DeadlineState::Paused:
        return pausedRing(p, rect, theme);
    case DeadlineState::Met:
        return metCheck(p, rect, theme);
    case DeadlineState::Plenty:
    case DeadlineState::Soon:
        break;
    }
    const QRectF ring = rect.adjusted(1.25, 1.25, -1.25, -1.25);
    p.setBrush(Qt::NoBrush);
    p.setPen(flatPen(theme.lineStrong, 2));
    p.drawEllipse(ring);
    p.setPen(flatPen(deadline.state == DeadlineState::Soon ? theme.warn : theme.ink3, 2));
    arc(p, ring, 0, deadline.left);
}

QColor deadlineInk(DeadlineState state, const Theme &theme)
{
    switch (state) {
    case DeadlineState::Soon:
        return theme.warnText;
    case DeadlineState::Breached:
        return theme.dangerText;
    case DeadlineState::None:
    case DeadlineState::Plenty:
    case DeadlineState::Paused:
    case DeadlineState::Met:
        break;
    }
    return theme.ink2;
}

void pips(QPainter &p, const QPointF &leftCentre, ValueTier value, const Theme &theme)
{
    const int filled = pipCount(value);
    if (filled == 0)
        return;
    const Scope scope(p);
    for (int i = 0; i < 3; ++i) {
        const bool full = i < filled;
        const qreal r = full ? 3.9 : 3.4; // an edge of one pixel lies half outside its path
        const QPointF c = leftCentre + QPointF(4 + i * pipStep, 0);
        p.setPen(full ? QPen(Qt::NoPen) : QPen(theme.lineControl, 1));
        p.setBrush(full ? QBrush(theme.ink2) : QBrush(Qt::NoBrush));
        p.drawPolygon(QPolygonF{c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r),
                                c + QPointF(-r, 0)});
    }
}

int pipCount(ValueTier value)
{
    switch (value) {
    case ValueTier::Absent:
        return 0;
    case ValueTier::Standard:
        return 1;
    case ValueTier::Plus:
        return 2;
    case ValueTier::Vip:
        return 3;
    }
    Q_UNREACHABLE();
}

void elevation(QPainter &p, const QRectF &rect, qreal radius, const Theme &theme)
{
    const Scope scope(p);
    p.setPen(Qt::NoPen);
    for (int k = 5; k >= 0; --k) {
        const double alpha = k == 0 ? .05 : .035 - .006 * k;
        QColor shade(Qt::black);
        shade.setAlphaF(float(theme.isDark() ? alpha * 4 : alpha));
        p.setBrush(shade);
        p.drawRoundedRect(rect.adjusted(-k, -k + 1, k, k + 1), radius + k, radius + k);
    }
    box(p, rect, radius, theme.raised, theme.lineStrong);
}

void focusRing(QPainter &p, const QRectF &rect, qreal radius, RingPlace place, const Theme &theme)
{
    const Scope scope(p);
    const bool outside = place == RingPlace::Outside;
    const qreal d = outside ? 2 : -1; // the middle of a two-pixel line, after a gap of one
    p.setPen(QPen(theme.focus, 2));
    p.setBrush(Qt::NoBrush);
    const qreal r = outside && radius > 0 ? radius + d : radius;
    p.drawRoundedRect(rect.adjusted(-d, -d, d, d), r, r);
}

void busyRing(QPainter &p, const QRectF &rect, double turn, const QColor &ink, const QColor &track)
{
    const Scope scope(p);
    const QRectF ring = rect.adjusted(1.25, 1.25, -1.25, -1.25);
    p.setBrush(Qt::NoBrush);
    p.setPen(flatPen(track, 2));
    p.drawEllipse(ring);
    p.setPen(flatPen(ink, 2));
    arc(p, ring, turn, .28);
}

void baton(QPainter &p, const QPointF &middle, qreal reach, qreal thickness, qreal degrees,
           const Theme &theme)
{
    const Scope scope(p);
    constexpr qreal gap = .8;
    constexpr qreal corner = 1.6;
    p.translate(middle);
    p.rotate(degrees);
    p.setPen(Qt::NoPen);
    p.setBrush(theme.ai);
    p.drawRoundedRect(QRectF(-reach, -thickness / 2, reach - gap, thickness), corner, corner);
    p.setBrush(theme.accent);
    p.drawRoundedRect(QRectF(gap, -thickness / 2, reach - gap, thickness), corner, corner);
}

void endDot(QPainter &p, const QPointF &middle, qreal radius, End end, const Theme &theme)
{
    const Scope scope(p);
    constexpr qreal width = 1.75;
    QPen pen(end == End::Machine ? theme.ai : theme.accent, width, Qt::SolidLine, Qt::FlatCap);
    if (end == End::Machine)
        pen.setDashPattern({4 / width, 3 / width});
    p.setPen(pen);
    p.setBrush(theme.surface);
    p.drawEllipse(middle, radius, radius);
}

void course(QPainter &p, const QRectF &rect, const QList<double> &points, const QColor &colour)
{
    if (points.size() < 2)
        return;
    constexpr qreal dot = 2;
    const QRectF inner = rect.adjusted(dot, dot, -dot, -dot);
    QPolygonF line;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const qreal across = qreal(i) / qreal(points.size() - 1);
        const qreal up = (qBound(-1.0, points[i], 1.0) + 1) / 2;
        line.append({inner.left() + across * inner.width(), inner.bottom() - up * inner.height()});
    }
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(line);
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawEllipse(line.last(), dot, dot);
    p.restore();
}

} // namespace baton::ui::paint
