#include "ui/panels/IconButton.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

namespace {

constexpr int iconSide = 16;

}

IconButton::IconButton(const Look &look, const QString &icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_icon(icon)
    , m_side(metrics::button)
    , m_iconSide(iconSide)
{
    setName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::radiusButton);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void IconButton::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconButton::setName(const QString &name, const QString &keys)
{
    setAccessibleName(name);
    setToolTip(keys.isEmpty() ? name : tr("%1 (%2)", "what it does, its keys").arg(name, keys));
}

void IconButton::setKind(ButtonKind kind)
{
    m_kind = kind;
    update();
}

void IconButton::setButtonSize(ButtonSize size)
{
    setSides(size == ButtonSize::Small ? metrics::buttonSmall : metrics::button, iconSide);
}

void IconButton::setSides(int button, int icon)
{
    m_side = button;
    m_iconSide = icon;
    updateGeometry();
}

void IconButton::setInk(QColor Theme::*ink)
{
    m_ink = ink;
    update();
}

QSize IconButton::sizeHint() const
{
    const int side = m_look.px(m_side);
    return {side, side};
}

void IconButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void IconButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const bool held = isDown() || isChecked();
    QColor fill = m_kind == ButtonKind::Outlined ? theme.surface : QColor();
    if (isEnabled() && (held || underMouse()))
        fill = held ? theme.press : theme.hover;
    const QColor edge = m_kind == ButtonKind::Outlined ? theme.lineStrong : QColor();
    paint::box(p, rect(), metrics::radiusButton, fill, edge);
    const int side = m_look.px(m_iconSide);
    const QColor ink = !isEnabled() ? theme.inkDisabled : held ? theme.ink : theme.*m_ink;
    p.drawPixmap((width() - side) / 2, (height() - side) / 2,
                 m_look.icon(m_icon, side, ink, devicePixelRatioF()));
}

} // namespace baton::ui
