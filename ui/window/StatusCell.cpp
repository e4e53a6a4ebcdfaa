#include "ui/window/StatusCell.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

namespace {

constexpr int cellIconSide = 13;
constexpr int cellDotSide = 7;
constexpr int cellGap = 5;
constexpr int padding = 4;

} // namespace

StatusCell::StatusCell(const Look &look, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    const bool door = kind == Kind::Door;
    setFocusPolicy(door ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, door);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    hide(); // until it has something to say
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StatusCell::setItem(const StatusItem &item)
{
    if (item == m_item)
        return;
    m_item = item;
    setVisible(!item.text.isEmpty());
    setAccessibleName(item.text);
    setAccessibleDescription(item.detail);
    setToolTip(item.detail);
    updateGeometry();
    update();
}

void StatusCell::setKeys(const QString &keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

QSize StatusCell::sizeHint() const
{
    const QFontMetrics text(m_look.font(Role::Small, QFont::Medium));
    int lead = m_item.icon.isEmpty() ? 0 : (isDot() ? cellDotSide : cellIconSide) + cellGap;
    if (!m_keys.isEmpty())
        lead = paint::keycapWidth(m_keys, m_look) + cellGap;
    return {2 * padding + lead + text.horizontalAdvance(m_item.text),
            qMax(m_look.px(metrics::status) - 1, metrics::target)};
}

void StatusCell::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const bool door = focusPolicy() != Qt::NoFocus;
    if (door && (underMouse() || isDown()))
        paint::box(p, rect().adjusted(0, 2, 0, -2), metrics::radiusMarker,
                   isDown() ? theme.press : theme.hover);
    const bool calm = m_item.tone == paint::Tone::Neutral || isDot();
    const QColor ink = calm ? theme.ink2 : paint::toneInk(m_item.tone, theme);
    int x = padding;
    if (!m_keys.isEmpty()) {
        const int w = paint::keycapWidth(m_keys, m_look);
        const int h = m_look.px(metrics::chipSmall);
        paint::keycap(p, QRectF(x, (height() - h) / 2.0, w, h), m_keys, m_look);
        x += w + cellGap;
    } else if (isDot()) {
        paint::box(p, QRectF(x, (height() - cellDotSide) / 2.0, cellDotSide, cellDotSide),
                   cellDotSide / 2.0, theme.ok);
        x += cellDotSide + cellGap;
    } else if (!m_item.icon.isEmpty()) {
        p.drawPixmap(x, (height() - cellIconSide) / 2,
                     m_look.icon(m_item.icon, cellIconSide, ink, devicePixelRatioF()));
        x += cellIconSide + cellGap;
    }
    p.setFont(m_look.font(Role::Small, calm ? QFont::Normal : QFont::Medium));
    p.setPen(ink);
    paint::drawWords(p, QRect(x, 0, width() - x, height()), Qt::AlignVCenter, m_item.text);
    if (hasKeyFocus(this))
        paint::focusRing(p, rect().adjusted(0, 2, 0, -2), metrics::radiusMarker,
                         paint::RingPlace::Inside, theme);
}

} // namespace baton::ui
