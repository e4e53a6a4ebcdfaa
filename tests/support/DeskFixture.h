#pragma once

#include "core/desk/Desk.h"
#include "core/desk/Kinship.h"
#include "core/desk/Measures.h"
#include "core/packet/PacketWriter.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"
#include "core/sync/Reconcile.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

namespace baton::test {

/// A desk over a real store in a folder of its own, with no upstream.
struct DeskFixture
{
    QTemporaryDir folder;
    SystemClock clock;
    policy::Policy policy = policy::bundledPolicy();
    Agent ines{AgentId(QStringLiteral("ines")), QStringLiteral("Ines Okafor"), Role::Agent};
    std::unique_ptr<store::Store> store;
    std::unique_ptr<Desk> desk;
    qint64 undoMs = 60000;
    Settings settings;

    DeskFixture()
    {
        settings.agent = ines;
        settings.nextAfterSend = false;
        reopenStore();
    }
    ~DeskFixture() { desk.reset(); }

    void reopenStore()
    {
        desk.reset();
        store.reset();
        const store::Paths paths{folder.path(), folder.path() + QStringLiteral("/state")};
        const store::Rules rules{&sync::reconcile,
                                 [this](const Conversation &c, const auto &judged) {
                                     return policy::place(c, policy, judged);
                                 },
                                 ines, kinshipBy(policy), measureBy(policy)};
        auto opened = store::Store::open(paths, store::Access::ReadWrite, rules, clock);
        if (!opened)
            qFatal("store: %s", qPrintable(opened.error().detail));
        store = std::move(opened).value();
    }

    Desk &makeDesk()
    {
        desk = std::make_unique<Desk>(Desk::Parts{*store, nullptr, policy, clock,
                                                  folder.filePath(QStringLiteral("settings.json")),
                                                  undoMs},
                                      settings);
        return *desk;
    }

    /// Whatever arrives is read as that.
    bool readAllAs(Route route)
    {
        JudgedLine line;
        line.route = route;
        return bool(
            store->setJudge({[line](const Conversation &) {
                                 return store::Reading{line, {}};
                             },
                             7})
                .result());
    }

    /// A waiting conversation with one customer message.
    Conversation conversation(const QString &id, const QString &text) const
    {
        Conversation c;
        c.id = ConversationId(id);
        c.version = 1;
        c.createdAt = {1763474000000};
        c.waitingSince = c.createdAt;
        c.state = State::Waiting;
        c.customer.id = CustomerId(QStringLiteral("cust-") + id);
        c.customer.name = QStringLiteral("Customer ") + id;
        Message m;
        m.id = MessageId(id + QStringLiteral("-m1"));
        m.at = c.createdAt;
        m.text = text;
        c.messages = {m};
        return c;
    }

    void arrive(const QList<Conversation> &conversations, Origin origin = Origin::Upstream)
    {
        const packet::Reader reader;
        QList<store::Incoming> incoming;
        for (const Conversation &c : conversations) {
            auto reading = reader.read(packet::write(c));
            if (!reading)
                qFatal("packet: %s", qPrintable(reading.rejection().toString()));
            incoming += {reading.packet(), QStringLiteral("test"), 1};
        }
        const auto done = store->apply(incoming, origin).result();
        if (!done)
            qFatal("apply: %s", qPrintable(done.error().detail));
    }
};

/// The values a signal carried first, or a default where it did not come in time.
template <class T>
T first(QSignalSpy &spy, int argument = 0)
{
    if (spy.isEmpty() && !spy.wait())
        return {};
    return spy.first().at(argument).template value<T>();
}

} // namespace baton::test
