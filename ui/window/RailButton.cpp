#include "ui/window/RailButton.h"

#include "ui/text/Format.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/NavRail.h"

namespace baton::ui {

namespace {

constexpr int railIconSide = 20;
constexpr int radius = 9;
constexpr int boxGap = 2;     ///< to the next
constexpr int barInset = 6;   ///< from the button's edge to the edge of the rail
constexpr int leastInset = 4; ///< of a word
constexpr int avatarSide = 30;
constexpr int railDotSide = 10;

} // namespace

RailButton::RailButton(const Look &look, const QString &icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_icon(icon)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(name);
}

void RailButton::setDensity(Density density)
{
    m_compact = density == Density::Compact;
    updateGeometry();
    update();
}

void RailButton::setKeys(const QString &keys)
{
    setToolTip(keys.isEmpty() ? text() : tr("%1 (%2)", "what it does, its keys").arg(text(), keys));
}

void RailButton::setBadge(int count, bool alarming)
{
    m_badge = count;
    m_alarming = alarming;
    setAccessibleDescription(count > 0 ? alarming ? tr("%n alarm(s)", nullptr, count)
                                                  : tr("%n waiting for you", nullptr, count)
                                       : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    // The bar of the current screen stands outside the box, so the button is as wide as the rail.
    return m_compact ? QSize(metrics::railCompact, 42 + boxGap)
                     : QSize(metrics::rail, m_look.px(52) + boxGap);
}

void RailButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const QRect box = rect().adjusted(barInset, 0, -barInset, -boxGap);
    if (isChecked()) {
        paint::box(p, box, radius, theme.accentTint2);
        const int barHeight = m_compact ? 22 : 24;
        paint::box(p, QRectF(-2, (box.height() - barHeight) / 2.0, 5, barHeight), 2, theme.accent);
    } else if (isDown() || underMouse()) {
        paint::box(p, box, radius, isDown() ? theme.press : theme.hover);
    }
    const QColor ink = isChecked() ? theme.accentText : theme.ink2;
    const int line = m_look.px(13);
    const int content = m_compact ? railIconSide : railIconSide + 3 + line;
    const int top = (box.height() - content) / 2;
    const int iconLeft = (width() - railIconSide) / 2;
    p.drawPixmap(iconLeft, top, m_look.icon(m_icon, railIconSide, ink, devicePixelRatioF()));
    if (!m_compact) {
        // The rail does not grow with the text: a word that would not fit is made smaller.
        QFont words = m_look.font(Role::Micro);
        const int room = width() - 2 * leastInset;
        if (const int wide = QFontMetrics(words).horizontalAdvance(text()); wide > room)
            words.setPixelSize(words.pixelSize() * room / wide);
        p.setFont(words);
        p.setPen(ink);
        paint::drawWords(p, QRect(0, top + railIconSide + 3, width(), line), Qt::AlignCenter,
                         text());
    }
    if (m_badge > 0)
        paint::badge(p, m_compact ? QPointF(32, 9) : QPointF(iconLeft + railIconSide - 4, top + 3),
                     format::count(m_badge), m_alarming ? theme.dangerFill : theme.ink2,
                     m_alarming ? theme.onFill : theme.surface, m_look);
    if (hasKeyFocus(this))
        paint::focusRing(p, box, radius, paint::RingPlace::Inside, theme);
}

AvatarButton::AvatarButton(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusHalo(this, avatarSide / 2);
}

void AvatarButton::setAgent(const Agent &agent)
{
    m_name = displayName(agent.person());
    setAccessibleName(tr("%1, menu", "the agent's name").arg(m_name));
    setToolTip(m_name);
    update();
}

void AvatarButton::setConnection(Connection connection)
{
    m_connection = connection;
    update();
}

QSize AvatarButton::sizeHint() const
{
    return {avatarSide + 2, avatarSide + 2};
}

void AvatarButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    paint::avatar(p, QRectF(1, 1, avatarSide, avatarSide), m_name, paint::AvatarTone::Agent,
                  m_look);
    if (m_connection == Connection::NoUpstream)
        return;
    const QRectF dot(width() - railDotSide, height() - railDotSide, railDotSide, railDotSide);
    paint::box(p, dot, railDotSide / 2.0, theme.chrome);
    const QRectF inner = dot.adjusted(2, 2, -2, -2);
    if (m_connection == Connection::Online)
        paint::box(p, inner, inner.width() / 2, theme.ok);
    else
        paint::box(p, inner, inner.width() / 2, {}, theme.lineControl);
}

} // namespace baton::ui
