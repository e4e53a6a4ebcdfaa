#include "ui/theme/KeyFocus.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFocusEvent>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QWidget>

namespace baton::ui {

namespace {

constexpr char keyFocusProperty[] = "batonKeyFocus";
constexpr char usesKeysProperty[] = "batonUsesKeys";
constexpr char haloProperty[] = "batonFocusHalo";

enum class Origin { Keyboard, Pointer, Window };

Origin originOf(Qt::FocusReason reason)
{
    switch (reason) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        return Origin::Keyboard;
    case Qt::ActiveWindowFocusReason:
    case Qt::PopupFocusReason:
        return Origin::Window;
    case Qt::MouseFocusReason:
    case Qt::MenuBarFocusReason:
    case Qt::OtherFocusReason:
    case Qt::NoFocusReason:
        break;
    }
    return Origin::Pointer;
}

void noteInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        qApp->setProperty(usesKeysProperty, true);
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        qApp->setProperty(usesKeysProperty, false);
        break;
    default:
        break;
    }
}

} // namespace

bool hasKeyFocus(const QWidget *widget)
{
    return widget && widget->hasFocus() && widget->property(keyFocusProperty).toBool();
}

bool usesKeys()
{
    return qApp->property(usesKeysProperty).toBool();
}

void setFocusHalo(QWidget *widget, int radius)
{
    widget->setProperty(haloProperty, radius);
}

std::optional<int> focusHalo(const QWidget *widget)
{
    const QVariant radius = widget->property(haloProperty);
    return radius.isValid() ? std::optional(radius.toInt()) : std::nullopt;
}

KeyFocus::KeyFocus(QObject *parent)
    : QObject(parent)
{ }

KeyFocus::~KeyFocus() = default;

bool KeyFocus::eventFilter(QObject *object, QEvent *event)
{
    noteInput(event->type());
    const bool in = event->type() == QEvent::FocusIn;
    if ((!in && event->type() != QEvent::FocusOut) || !object->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(object);
    const Origin origin = originOf(static_cast<QFocusEvent *>(event)->reason());
    if (in && origin != Origin::Window)
        widget->setProperty(keyFocusProperty, origin == Origin::Keyboard);
    if (!in && origin != Origin::Window)
        widget->setProperty(keyFocusProperty, false);
    if (!focusHalo(widget))
        return false;
    if (in && widget->property(keyFocusProperty).toBool())
        show(widget);
    else if (m_halo && m_halo->widget() == widget)
        m_halo->setWidget(nullptr);
    return false;
}

void KeyFocus::show(QWidget *widget)
{
    if (!widget->parentWidget())
        return;
    // The frame lives in the window of what it surrounds and dies with it.
    if (!m_halo)
        m_halo = new QFocusFrame(widget->parentWidget());
    m_halo->setWidget(widget);
}

} // namespace baton::ui
