#include "ui/window/DesktopNotifier.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/window/OutsideNotes.h"

#include <QtDBus/QDBusError>
#include <QtDBus/QDBusServer>
#include <QtTest/QtTest>
#include <QtWidgets/QWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

/// A desktop that shows notes.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Note
    {
        uint id = 0;
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Note> notes;
    QList<uint> gone;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &, int)
    {
        notes.append({replaces ? replaces : ++m_last, title, text, actions});
        return notes.last().id;
    }
    void CloseNotification(uint id) { gone.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 6;
};

const QString clientName = u"baton-notifier-test"_s;

} // namespace

class DesktopNotifierTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QDBusServer> m_server;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<DesktopNotifier> m_notifier;

private Q_SLOTS:
    void init()
    {
        m_desktop = std::make_unique<FakeDesktop>();
        m_server = std::make_unique<QDBusServer>(u"unix:tmpdir=/tmp"_s);
        QVERIFY2(m_server->isConnected(), qPrintable(m_server->lastError().message()));
        bool met = false;
        connect(m_server.get(), &QDBusServer::newConnection, this,
                [this, &met](const QDBusConnection &client) {
                    QDBusConnection bus(client);
                    met = bus.registerObject(u"/org/freedesktop/Notifications"_s, m_desktop.get(),
                                             QDBusConnection::ExportAllSlots
                                                 | QDBusConnection::ExportAllSignals);
                });
        const QDBusConnection bus = QDBusConnection::connectToPeer(m_server->address(), clientName);
        QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
        QTRY_VERIFY(met);
        m_server->disconnect(this);
        m_notifier = std::make_unique<DesktopNotifier>(bus, QString());
    }
    void cleanup()
    {
        m_notifier.reset();
        QDBusConnection::disconnectFromPeer(clientName);
        m_server.reset();
        m_desktop.reset();
    }

    void aNoteIsShownAndAnswered()
    {
        QSignalSpy chosen(m_notifier.get(), &DesktopNotifier::chosen);
        m_notifier->show(u"c-1"_s, u"Dario Benedek"_s, u"A <b>payment</b> of €412"_s,
                         {{u"take"_s, u"Take it"_s}, {u"show"_s, u"Show"_s}});
        QTRY_COMPARE(m_desktop->notes.size(), 1);
        const FakeDesktop::Note note = m_desktop->notes.first();
        QCOMPARE(note.title, u"Dario Benedek"_s);
        QCOMPARE(note.text, u"A &lt;b&gt;payment&lt;/b&gt; of €412"_s);
        QCOMPARE(note.actions,
                 QStringList({u"default"_s, {}, u"take"_s, u"Take it"_s, u"show"_s, u"Show"_s}));
        // Known by its number once the desktop has answered, and another program's is not ours.
        QTRY_VERIFY([&] {
            Q_EMIT m_desktop->ActionInvoked(note.id + 1, u"take"_s);
            Q_EMIT m_desktop->ActionInvoked(note.id, u"take"_s);
            return chosen.wait(50) || !chosen.isEmpty();
        }());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first(), QVariantList({u"c-1"_s, u"take"_s}));
        QTRY_COMPARE(m_desktop->gone, QList<uint>{note.id});
        QVERIFY(m_notifier->keys().isEmpty());
    }

    void whatIsOverIsWithdrawn()
    {
        m_notifier->show(u"c-1"_s, u"Dario"_s, u"One"_s, {});
        m_notifier->withdraw(u"c-1"_s); // before the desktop has answered
        QTRY_COMPARE(m_desktop->gone.size(), 1);
        QVERIFY(m_notifier->keys().isEmpty());
        m_notifier->withdraw(u"c-2"_s); // never shown
        m_notifier->show(u"c-3"_s, u"Liu"_s, u"Two"_s, {});
        QTRY_COMPARE(m_desktop->notes.size(), 2);
        QTRY_VERIFY([&] { // by the person
            Q_EMIT m_desktop->NotificationClosed(m_desktop->notes.last().id, 2);
            return QTest::qWaitFor([&] { return m_notifier->keys().isEmpty(); }, 50);
        }());
        QCOMPARE(m_desktop->gone.size(), 1);
    }

    void whoNeedsAPersonIsToldUntilSomebodyHasThem()
    {
        test::DeskFixture f;
        QVERIFY(f.readAllAs(Route::Escalate));
        Desk &desk = f.makeDesk();
        const QWidget elsewhere; // never in front
        OutsideNotes notes(desk, elsewhere, *m_notifier);
        QSignalSpy needed(&desk, &Desk::peopleNeeded);
        f.arrive({f.conversation(u"c-1"_s, u"Who took my money?"_s)});
        QTRY_COMPARE(needed.size(), 1); // it waited before anybody looked: not told

        Conversation second = f.conversation(u"c-2"_s, u"I shall go to a lawyer."_s);
        f.arrive({second});
        QTRY_COMPARE(m_desktop->notes.size(), 1);
        QCOMPARE(m_desktop->notes.first().title, u"Customer c-2, Tier C"_s);
        second.version = 2;
        second.state = State::Claimed;
        second.owner = Person{u"tom"_s, u"Tom"_s};
        f.arrive({second});
        QTRY_COMPARE(m_desktop->gone.size(), 1);

        QSignalSpy wanted(&notes, &OutsideNotes::openRequested);
        f.arrive({f.conversation(u"c-3"_s, u"My card was stolen."_s)});
        QTRY_COMPARE(m_desktop->notes.size(), 2);
        QTRY_VERIFY([&] {
            Q_EMIT m_desktop->ActionInvoked(m_desktop->notes.last().id, u"take"_s);
            return wanted.wait(50) || !wanted.isEmpty();
        }());
        const auto id = wanted.first().first().value<ConversationId>();
        QCOMPARE(id, ConversationId(u"c-3"_s));
        desk.open(id);
        QTRY_COMPARE(f.store->rows(QList{id}).result()->first().owner.id, u"ines"_s);

        Settings quiet = desk.settings();
        quiet.noteOutside = false;
        desk.changeSettings(quiet);
        needed.clear();
        f.arrive({f.conversation(u"c-4"_s, u"Again."_s)});
        QTRY_VERIFY(!needed.isEmpty());
        QCOMPARE(m_desktop->notes.size(), 2);
    }

    void withoutADesktopNothingHappens()
    {
        DesktopNotifier alone(QDBusConnection(u"no such bus"_s), u"x.y"_s);
        alone.show(u"c-1"_s, u"Dario"_s, u"One"_s, {});
        alone.withdraw(u"c-1"_s);
        QVERIFY(alone.keys().isEmpty());
    }
};

BATON_TEST(DesktopNotifierTest)
#include "DesktopNotifierTest.moc"
