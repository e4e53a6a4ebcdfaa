#include "ui/panels/Popover.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int distance = 4; ///< between the anchor and the edge

QPoint placeBeside(const QRect &anchor, const QSize &size, Popover::Side side)
{
    const int off = distance - metrics::elevationMargin;
    switch (side) {
    case Popover::Side::Below:
        return {anchor.left() - metrics::elevationMargin, anchor.bottom() + 1 + off};
    case Popover::Side::Above:
        return {anchor.left() - metrics::elevationMargin, anchor.top() - off - size.height()};
    case Popover::Side::Right:
        return {anchor.right() + 1 + off, anchor.bottom() - size.height() + 1};
    case Popover::Side::Left:
        return {anchor.left() - off - size.width(), anchor.top() - metrics::elevationMargin};
    }
    Q_UNREACHABLE();
}

} // namespace

Popover::Popover(const Look &look, const QString &name, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_look(look)
    , m_body(new QVBoxLayout(this))
    , m_fade(this, "windowOpacity")
{
    setAttribute(Qt::WA_TranslucentBackground);
    setAccessibleName(name);
    const int m = metrics::elevationMargin + 1;
    m_body->setContentsMargins(m, m, m, m);
    m_body->setSpacing(0);
    m_body->setSizeConstraint(QLayout::SetFixedSize);
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    m_fade.setEasingCurve(QEasingCurve::OutCubic);
}

void Popover::openAt(QWidget *anchor, Side side)
{
    openAt(QRect(anchor->mapToGlobal(QPoint(0, 0)), anchor->size()), side);
}

void Popover::openAt(const QRect &globalAnchor, Side side)
{
    m_before = QApplication::focusWidget();
    m_anchor = globalAnchor;
    m_side = side;
    adjustSize();
    place();
    show();
    place(); // its contents may have taken another size
    if (const int ms = m_look.duration(metrics::popoverFade); ms > 0) {
        m_fade.setDuration(ms);
        m_fade.start();
    }
    if (!focusWidget())
        focusFirst();
}

/// With a ring only for who came by keys.
void Popover::focusFirst()
{
    for (QWidget *at = nextInFocusChain(); at != this; at = at->nextInFocusChain()) {
        if (!isAncestorOf(at) || !at->isVisible() || !at->isEnabled()
            || !(at->focusPolicy() & Qt::TabFocus))
            continue;
        at->setFocus(usesKeys() ? Qt::TabFocusReason : Qt::OtherFocusReason);
        return;
    }
}

void Popover::place()
{
    QPoint at = placeBeside(m_anchor, size(), m_side);
    const QScreen *screen = QApplication::screenAt(m_anchor.center());
    const QRect room = (screen ? screen : QApplication::primaryScreen())->availableGeometry();
    at.setX(qBound(room.left(), at.x(), qMax(room.left(), room.right() + 1 - width())));
    at.setY(qBound(room.top(), at.y(), qMax(room.top(), room.bottom() + 1 - height())));
    move(at);
}

void Popover::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (isVisible())
        place();
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const int m = metrics::elevationMargin;
    paint::elevation(p, QRectF(rect()).adjusted(m, m, -m, -m), metrics::radiusCard, m_look.theme());
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void Popover::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_fade.stop();
    setWindowOpacity(1);
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

} // namespace baton::ui
