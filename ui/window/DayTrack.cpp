#include "ui/window/DayTrack.h"

#include "ui/text/Format.h"
#include "ui/theme/Paintkit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

// Below the line over the bar.
constexpr qreal trackPad = 25.5;
constexpr int trackTop = 62;
constexpr int trackHeight = 8;
constexpr qreal trackStrength = .9;
constexpr int hourStep = 3;
constexpr int handTop = 10;
constexpr int handBottom = 74;
constexpr qreal handWidth = 1.5;
constexpr qreal headWidth = 6; ///< of the hand, to either side
constexpr double sceneDot = 3; ///< radius
constexpr int momentTop = 8;
constexpr int momentGap = 12;

} // namespace

DayTrack::DayTrack(const Look &look, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_zone(zone)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void DayTrack::setMoment(Instant now)
{
    if (now == m_now)
        return;
    m_now = now;
    const QDate today = format::dateOf(now, m_zone);
    m_scenes.removeIf([&](const Scene &s) { return format::dateOf(s.began, m_zone) != today; });
    if (!m_title.isEmpty() && !m_scenes.isEmpty())
        m_scenes.last().ended = std::min(now, m_ends);
    setAccessibleName(tr("Scenario clock %1").arg(format::moment(now, now, m_zone)));
    update();
}

void DayTrack::setScene(const QString &title, Instant ends)
{
    if (title == m_title && ends == m_ends)
        return;
    if (!title.isEmpty())
        m_scenes.append({m_now, m_now}); // or begun anew: it ends at another time
    m_title = title;
    m_ends = ends;
    setAccessibleDescription(title.isEmpty() ? QString() : tr("Scene: %1").arg(title));
    update();
}

double DayTrack::share(Instant moment) const
{
    const QDateTime local = moment.utc().toTimeZone(m_zone);
    const QDate today = m_now.utc().toTimeZone(m_zone).date();
    if (local.date() != today)
        return local.date() < today ? 0 : 1;
    return double(local.time().msecsSinceStartOfDay()) / double(dayMs);
}

/// The time axis runs from left to right in every language.
void DayTrack::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const double width = this->width() - 2.0 * trackPad;
    const auto stretch = [&](double from, double to, const QColor &colour, double strength) {
        p.setOpacity(strength);
        paint::box(p, QRectF(from, trackTop, to - from, trackHeight), trackHeight / 2.0, colour);
        p.setOpacity(1);
    };
    const double now = trackPad + width * share(m_now);
    stretch(trackPad, trackPad + width, theme.line, 1);
    stretch(trackPad, now, theme.ai, trackStrength);
    if (!m_title.isEmpty()) {
        const double end = std::max(trackPad + width * share(m_ends), now + trackHeight);
        stretch(now, end, theme.warn, trackStrength);
    }
    paintScenes(p, width);
    p.setFont(m_look.font(Role::Small));
    p.setPen(theme.ink3);
    for (int hour = 0; hour <= 24; hour += hourStep) {
        const double x = trackPad + width * hour / 24;
        paint::drawWords(
            p, QRectF(x - 24, trackTop + trackHeight + 2, 48, m_look.lineHeight(Role::Small)),
            Qt::AlignHCenter, QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')));
    }
    p.fillRect(QRectF(now - handWidth / 2, handTop, handWidth, handBottom - handTop), theme.ink);
    p.setPen(Qt::NoPen);
    p.setBrush(theme.ink);
    p.drawPolygon(QPolygonF{{now - headWidth, handTop},
                            {now + headWidth, handTop},
                            {now + headWidth, handTop + 5},
                            {now, handTop + 11},
                            {now - headWidth, handTop + 5}});
    paintMoment(p, now);
}

/// The stretches that they took, and a dot where each began.
void DayTrack::paintScenes(QPainter &p, double width) const
{
    const Theme &theme = m_look.theme();
    const auto at = [&](Instant moment) { return trackPad + width * share(moment); };
    for (const Scene &scene : m_scenes) {
        const double from = at(scene.began);
        paint::box(p, QRectF(from, trackTop, std::max(at(scene.ended) - from, 2.0), trackHeight), 0,
                   theme.warn);
    }
    p.setPen(QPen(theme.ink, 1));
    p.setBrush(theme.surface);
    for (const Scene &scene : m_scenes)
        p.drawEllipse(QPointF(at(scene.began), trackTop + trackHeight / 2.0), sceneDot, sceneDot);
}

/// Beside the head of the hand, on the side where there is room.
void DayTrack::paintMoment(QPainter &p, double now) const
{
    const QString when = m_title.isEmpty()
        ? format::moment(m_now, m_now, m_zone)
        : tr("%1 · %2", "a moment, a scene").arg(format::moment(m_now, m_now, m_zone), m_title);
    p.setFont(m_look.font(Role::Small, QFont::DemiBold));
    p.setPen(m_look.theme().ink);
    const double wide = QFontMetricsF(p.font()).horizontalAdvance(when) + 1;
    const bool after = now + momentGap + wide <= width() - trackPad;
    const double left = after ? now + momentGap : std::max(trackPad, now - momentGap - wide);
    paint::drawWords(p, QRectF(left, momentTop, wide, m_look.lineHeight(Role::Small)),
                     Qt::AlignLeft | Qt::AlignVCenter, when);
}

} // namespace baton::ui
