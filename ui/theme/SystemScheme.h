#pragma once

#include "ui/theme/Theme.h"

#include <QtCore/QObject>

class QDBusVariant;

namespace baton::ui {

/// Whether the desktop prefers dark, as its portal says over D-Bus (Qt 6.4 cannot tell). Light
/// until it answers, and where it never does. GUI thread; never waits.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);
    ThemeKind kind() const { return m_kind; }

Q_SIGNALS:
    void changed(baton::ui::ThemeKind kind);

private Q_SLOTS:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void set(const QVariant &value);

    ThemeKind m_kind = ThemeKind::Light;
};

} // namespace baton::ui
