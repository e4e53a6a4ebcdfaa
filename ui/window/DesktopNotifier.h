#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtDBus/QDBusConnection>

namespace baton::ui {

/// Notes on the desktop while another window is in front (freedesktop Notify over D-Bus). Where
/// nobody shows them, nothing happens. GUI thread; never waits.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    struct Action
    {
        QString id;
        QString label;
    };

    explicit DesktopNotifier(QObject *parent = nullptr); ///< on the session's bus
    /// service: empty where the bus is a peer's.
    DesktopNotifier(const QDBusConnection &bus, const QString &service, QObject *parent = nullptr);

    /// key: whom it is about; a note about the same takes its place. Texts are plain.
    void show(const QString &key, const QString &title, const QString &text,
              const QList<Action> &actions);
    void withdraw(const QString &key);                  ///< nothing where none is shown
    QStringList keys() const { return m_notes.keys(); } ///< of those that are shown

Q_SIGNALS:
    /// action: one of those given, or "default" where the note itself was pressed.
    void chosen(const QString &key, const QString &action);

private Q_SLOTS:
    void invoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    void close(uint id);
    QString keyOf(uint id) const;

    struct Note
    {
        quint64 asked = 0; ///< grows with each; an answer to an older one is closed at once
        uint id = 0;       ///< the desktop's; 0: it has not answered yet
    };
    QDBusConnection m_bus;
    QString m_service;
    QHash<QString, Note> m_notes;
    quint64 m_asked = 0;
};

} // namespace baton::ui
