#pragma once

#include "ui/theme/Look.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QFocusFrame;
class QWidget;

namespace baton::ui {

/// Whether the focus came by Tab, Backtab or a shortcut, so that it is to be seen (TOKENS §6).
bool hasKeyFocus(const QWidget *widget);
/// Whether whoever sits here pressed a key last, and not the pointer.
bool usesKeys();
/// Such a widget gets a ring around it, one pixel away, at the given corner radius. Others, such as
/// lists, paint their focus inside themselves where hasKeyFocus().
void setFocusHalo(QWidget *widget, int radius);
std::optional<int> focusHalo(const QWidget *widget);

/// Watches the focus of the whole application. Install it as an event filter on the application.
class KeyFocus : public QObject
{
    Q_OBJECT

public:
    explicit KeyFocus(QObject *parent = nullptr);
    ~KeyFocus() override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void show(QWidget *widget);

    QPointer<QFocusFrame> m_halo;
};

} // namespace baton::ui
