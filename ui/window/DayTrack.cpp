#include "ui/window/DayTrack.h"

#include "ui/text/Format.h"
#include "ui/theme/Paintkit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int trackPad = 24;
constexpr int trackTop = 44;
constexpr int trackHeight = 8;
constexpr int hourStep = 3;
constexpr qreal handWidth = 2;

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
    setAccessibleName(tr("Scenario clock %1").arg(format::moment(now, now, m_zone)));
    update();
}

void DayTrack::setScene(const QString &title, Instant ends)
{
    if (title == m_title && ends == m_ends)
        return;
    m_title = title;
    m_ends = ends;
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
    const QRectF track(trackPad, trackTop, width, trackHeight);
    paint::box(p, track, trackHeight / 2.0, theme.line);
    const double now = trackPad + width * share(m_now);
    paint::box(p, QRectF(trackPad, trackTop, now - trackPad, trackHeight), trackHeight / 2.0,
               theme.ai);
    p.setFont(m_look.font(Role::Micro));
    if (!m_title.isEmpty()) {
        const double end = std::max(trackPad + width * share(m_ends), now + trackHeight);
        paint::box(p, QRectF(now, trackTop, end - now, trackHeight), trackHeight / 2.0, theme.warn);
    }
    p.setPen(theme.ink3);
    for (int hour = 0; hour <= 24; hour += hourStep) {
        const double x = trackPad + width * hour / 24;
        p.drawText(QRectF(x - 24, trackTop + trackHeight + 4, 48, m_look.lineHeight(Role::Micro)),
                   Qt::AlignHCenter, QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')));
    }
    p.fillRect(QRectF(now - handWidth / 2, trackTop - 8, handWidth, trackHeight + 12), theme.ink);
    p.setFont(m_look.font(Role::Small, QFont::DemiBold));
    p.setPen(theme.ink);
    const QString when = m_title.isEmpty()
        ? format::moment(m_now, m_now, m_zone)
        : tr("%1 · %2", "a moment, a scene").arg(format::moment(m_now, m_now, m_zone), m_title);
    const double wide = QFontMetricsF(p.font()).horizontalAdvance(when);
    const double left = std::clamp(now - wide / 2, double(trackPad),
                                   std::max<double>(trackPad, this->width() - trackPad - wide));
    p.drawText(QRectF(left, trackTop - 12 - m_look.lineHeight(Role::Small), wide + 2,
                      m_look.lineHeight(Role::Small)),
               Qt::AlignLeft | Qt::AlignVCenter, when);
}

} // namespace baton::ui
