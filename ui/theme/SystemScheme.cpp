#include "ui/theme/SystemScheme.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>

namespace baton::ui {

namespace {

// The values of the portal's org.freedesktop.appearance color-scheme: 0 no preference, 1 dark, 2
// light.
constexpr uint prefersDark = 1;

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme");

/// Read() wraps its answer in a variant once more than SettingChanged does.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call
        = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << appearance << colourScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            set(reply.value().variant());
    });
}

void SystemScheme::settingChanged(const QString &space, const QString &key,
                                  const QDBusVariant &value)
{
    if (space == appearance && key == colourScheme)
        set(value.variant());
}

void SystemScheme::set(const QVariant &value)
{
    const ThemeKind kind
        = unwrapped(value).toUInt() == prefersDark ? ThemeKind::Dark : ThemeKind::Light;
    if (kind == m_kind)
        return;
    m_kind = kind;
    Q_EMIT changed(kind);
}

} // namespace baton::ui
