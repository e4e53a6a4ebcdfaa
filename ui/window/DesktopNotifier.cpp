#include "ui/window/DesktopNotifier.h"

#include <QtCore/QVariantMap>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

const QString notePath = u"/org/freedesktop/Notifications"_s;
const QString noteInterface = u"org.freedesktop.Notifications"_s;
constexpr int asTheDesktopLikes = -1; // how long it stands

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : DesktopNotifier(QDBusConnection::sessionBus(), noteInterface, parent)
{ }

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, const QString &service,
                                 QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_service(service)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(m_service, notePath, noteInterface, u"ActionInvoked"_s, this,
                  SLOT(invoked(uint, QString)));
    m_bus.connect(m_service, notePath, noteInterface, u"NotificationClosed"_s, this,
                  SLOT(closed(uint, uint)));
}

void DesktopNotifier::show(const QString &key, const QString &title, const QString &text,
                           const QList<Action> &actions)
{
    if (!m_bus.isConnected())
        return;
    Note &note = m_notes[key];
    note.asked = ++m_asked;
    QStringList offered{u"default"_s, {}};
    for (const Action &action : actions)
        offered += {action.id, action.label};
    QDBusMessage call
        = QDBusMessage::createMethodCall(m_service, notePath, noteInterface, u"Notify"_s);
    // A desktop may read markup in the text, never in the title.
    call << u"Baton"_s << note.id << u"baton"_s << title << text.toHtmlEscaped() << offered
         << QVariantMap{{u"desktop-entry"_s, u"baton"_s}} << asTheDesktopLikes;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, key, asked = note.asked] {
                watcher->deleteLater();
                const QDBusPendingReply<uint> reply = *watcher;
                const auto waiting = m_notes.find(key);
                const bool wanted = waiting != m_notes.end() && waiting->asked == asked;
                if (!reply.isValid()) {
                    if (wanted)
                        m_notes.erase(waiting);
                } else if (wanted) {
                    waiting->id = reply.value();
                } else {
                    close(reply.value());
                }
            });
}

void DesktopNotifier::withdraw(const QString &key)
{
    const Note note = m_notes.take(key);
    if (note.id != 0)
        close(note.id);
}

void DesktopNotifier::close(uint id)
{
    m_bus.asyncCall(
        QDBusMessage::createMethodCall(m_service, notePath, noteInterface, u"CloseNotification"_s)
        << id);
}

QString DesktopNotifier::keyOf(uint id) const
{
    for (auto note = m_notes.begin(); note != m_notes.end(); ++note) {
        if (note->id == id && id != 0)
            return note.key();
    }
    return {};
}

void DesktopNotifier::invoked(uint id, const QString &action)
{
    const QString key = keyOf(id);
    if (key.isEmpty()) // another program's
        return;
    withdraw(key);
    Q_EMIT chosen(key, action);
}

void DesktopNotifier::closed(uint id, uint)
{
    m_notes.remove(keyOf(id));
}

} // namespace baton::ui
