#include "ui/panels/Gauge.h"

#include "ui/text/Format.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>

#include <cmath>
#include <numbers>

namespace baton::ui {

namespace {

constexpr int gaugeHeight = 110;
constexpr int gaugeSide = 12; // of the tile, to its edge
constexpr QSizeF arcArea{108, 64};
constexpr qreal arcRadius = 44;
constexpr qreal arcWidth = 8;
constexpr QPointF arcMiddle{54, 56};
constexpr int half = 180 * 16; // as drawArc() counts

int angleOf(double share)
{
    return int(std::lround(half * std::clamp(share, 0.0, 1.0)));
}

/// What a full arc stands for: recontacts are small shares.
double wholeOf(quality::Metric metric)
{
    return metric == quality::Metric::Recontact ? 0.3 : 1;
}

} // namespace

Gauge::Gauge(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Gauge::setGauge(const ScoreGauge &gauge, const ScorecardSnapshot &snapshot)
{
    m_gauge = gauge;
    m_value = words::valueOf(gauge.metric, gauge.figure);
    m_lines.clear();
    if (const QString change = words::changeOf(gauge); !change.isEmpty())
        m_lines += change;
    const bool cut = quality::needsMaturity(gauge.metric) && gauge.figure.value
        && snapshot.maturedDay < firstDayOfWeek(snapshot.period.to + 1) - 1;
    m_lines += words::levelOf(gauge);
    m_lines += words::footing(gauge, snapshot);
    if (cut)
        m_lines += tr("to %1", "counted up to a day").arg(words::dayName(snapshot.maturedDay));
    if (gauge.figure.answered && gauge.figure.value)
        m_lines += tr("%1 replied", "a share").arg(format::percent(*gauge.figure.answered));
    setText(words::of(gauge.metric, snapshot.windowMs));
    setAccessibleName(words::spoken(gauge, snapshot));
    setAccessibleDescription(tr("Opens the conversations behind it"));
    setToolTip(gauge.figure.interval && gauge.figure.value
                   ? tr("95 % interval: %1 to %2")
                         .arg(format::percent(gauge.figure.interval->lower),
                              format::percent(gauge.figure.interval->upper))
                   : QString());
    setEnabled(gauge.figure.n > 0);
    update();
}

QSize Gauge::sizeHint() const
{
    return {m_look.px(230), m_look.px(gaugeHeight)};
}

QSize Gauge::minimumSizeHint() const
{
    return {m_look.px(188), m_look.px(gaugeHeight)};
}

void Gauge::paintArc(QPainter &p, const QRectF &place) const
{
    const Theme &theme = m_look.theme();
    p.save();
    p.translate(place.topLeft());
    p.scale(place.width() / arcArea.width(), place.height() / arcArea.height());
    const QRectF arc(arcMiddle.x() - arcRadius, arcMiddle.y() - arcRadius, 2 * arcRadius,
                     2 * arcRadius);
    const auto stroke = [&](const QColor &colour, int from, int span) {
        p.setPen(QPen(colour, arcWidth, Qt::SolidLine, Qt::FlatCap));
        p.drawArc(arc, from, span);
    };
    stroke(theme.line, half, -half);
    const double whole = wholeOf(m_gauge.metric);
    if (m_gauge.level && m_gauge.past) {
        QColor zone = theme.dangerLine;
        zone.setAlphaF(0.55F);
        const int at = angleOf(*m_gauge.level / whole);
        if (quality::higherIsBetter(m_gauge.metric))
            stroke(zone, half, -at);
        else
            stroke(zone, half - at, at - half);
    }
    if (m_gauge.figure.value)
        stroke(m_gauge.past ? theme.danger : theme.ink2, half,
               -angleOf(*m_gauge.figure.value / whole));
    if (m_gauge.level && m_gauge.figure.value) {
        const double turn = std::numbers::pi * (1 - std::clamp(*m_gauge.level / whole, 0.0, 1.0));
        const QPointF way(std::cos(turn), -std::sin(turn));
        const QLineF tick(arcMiddle + 36 * way, arcMiddle + 52 * way);
        p.setPen(QPen(theme.surface, 5));
        p.drawLine(tick);
        p.setPen(QPen(theme.dangerFill, 2.2));
        p.drawLine(tick);
    }
    p.restore();
    p.setFont(m_look.font(Role::Figure));
    p.setPen(m_gauge.past ? theme.dangerText : m_gauge.figure.value ? theme.ink : theme.ink3);
    const QRectF figure(place.left(), place.top() + place.height() * 0.55, place.width(),
                        place.height() * 0.45);
    paint::drawWords(p, figure, Qt::AlignHCenter | Qt::AlignVCenter, m_value);
}

void Gauge::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    paint::box(p, rect(), metrics::radiusCard,
               underMouse() && isEnabled() ? theme.hover : theme.surface,
               m_gauge.past ? theme.dangerLine : theme.line);
    const int side = gaugeSide;
    const QRect inside = rect().adjusted(side, m_look.px(9), -side, -m_look.px(8));
    const auto mirrored = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    const int nameHeight = m_look.px(17);
    p.setFont(m_look.font(Role::Body, QFont::Medium));
    p.setPen(theme.ink);
    const int icon = 14;
    const QRect name(inside.left(), inside.top(), inside.width() - (m_gauge.past ? icon + 4 : 0),
                     nameHeight);
    paint::drawWords(p, mirrored(name), int(Qt::AlignVCenter | Qt::AlignLeading),
                     p.fontMetrics().elidedText(text(), Qt::ElideRight, name.width()));
    if (m_gauge.past) {
        const QRect mark(inside.right() - icon + 1, inside.top() + (nameHeight - icon) / 2, icon,
                         icon);
        p.drawPixmap(
            mirrored(mark).topLeft(),
            m_look.icon(QStringLiteral("stop"), icon, theme.dangerText, devicePixelRatioF()));
    }
    const qreal scale = m_look.scale();
    const QSizeF arc = arcArea * scale;
    const int top = inside.top() + nameHeight + m_look.px(7);
    const QRect arcPlace
        = mirrored(QRect(inside.left(), top, qRound(arc.width()), qRound(arc.height())));
    paintArc(p, arcPlace);
    const int line = m_look.lineHeight(Role::Small);
    const int left = inside.left() + qRound(arc.width()) + 10;
    int y = top + qRound(arc.height()) - 2 - line * int(m_lines.size());
    bool first = !words::changeOf(m_gauge).isEmpty();
    for (const QString &one : m_lines) {
        p.setFont(m_look.font(Role::Small, first ? QFont::Medium : QFont::Normal));
        p.setPen(first && m_gauge.past && words::isWorse(m_gauge) ? theme.dangerText : theme.ink3);
        const QRect place(left, y, inside.right() - left + 1, line);
        paint::drawWords(p, mirrored(place), int(Qt::AlignVCenter | Qt::AlignLeading),
                         p.fontMetrics().elidedText(one, Qt::ElideRight, place.width()));
        y += line;
        first = false;
    }
    if (hasFocus() && hasKeyFocus(this))
        paint::focusRing(p, rect(), metrics::radiusCard, paint::RingPlace::Inside, theme);
}

} // namespace baton::ui
