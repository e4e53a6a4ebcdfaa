#pragma once

#include "core/policy/Policy.h"
#include "core/sync/Reconcile.h"
#include "core/sync/SyncEngine.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeUpstream.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

namespace baton::test {

/// Ana at her desk: a real store and engine on a fake upstream and clock. Nothing moves but what
/// the test moves: rounds run when it says settle().
class Team
{
public:
    class Desk
    {
    public:
        explicit Desk(Team &team)
            : m_team(team)
        { }

        const Person me{QStringLiteral("ana"), QStringLiteral("Ana Lopez")};

        Conversation shows(const ConversationId &id) const
        {
            return m_team.mustHave(m_team.store().conversation(id).result()).conversation;
        }
        QStringList texts(const ConversationId &id) const ///< of her own messages, as shown
        {
            QStringList out;
            for (const Message &message : shows(id).messages) {
                if (message.author.id == me.id)
                    out += message.text;
            }
            return out;
        }
        Act act(ActKind kind, const ConversationId &id) const
        {
            Act act;
            act.kind = kind;
            act.conversation = id;
            act.agent = me;
            act.at = m_team.clock.now();
            act.base = baseOf(shows(id));
            return act;
        }
        OutboxEntry does(const Act &act, qint64 delayMs = 0)
        {
            const store::NewAct made{act, m_team.clock.now() + delayMs};
            const auto entries = m_team.mustHave(m_team.store().record({made}).result());
            m_team.engine().wake();
            return entries.first();
        }
        OutboxEntry does(ActKind kind, const ConversationId &id) { return does(act(kind, id)); }
        OutboxEntry replies(const ConversationId &id, const QString &text, qint64 delayMs = 0)
        {
            Act reply = act(ActKind::Reply, id);
            reply.text = text;
            return does(reply, delayMs);
        }
        OutboxEntry closes(const ConversationId &id)
        {
            Act close = act(ActKind::Close, id);
            close.outcome = OutcomeKind::AssumedResolution;
            return does(close);
        }
        std::optional<OutboxEntry> open(const ActKey &key) const ///< while it is in the outbox
        {
            for (const OutboxEntry &entry : m_team.mustHave(m_team.store().outbox().result())) {
                if (entry.act.key == key)
                    return entry;
            }
            return {};
        }

    private:
        Team &m_team;
    };

    Team() { openStore(); }
    ~Team() { stopEngine(); }

    store::Store &store() { return *m_store; }
    sync::SyncEngine &engine()
    {
        if (!m_engine)
            startEngine();
        return *m_engine;
    }
    const sync::SyncStatus &status() const { return m_status; } ///< the newest one published
    const QList<sync::SyncStatus> &statuses() const { return m_statuses; }
    const QList<ActKey> &heldKeys() const { return m_held; }

    /// Asks for a round and waits until one has ended; false where none did in five seconds.
    [[nodiscard]] bool runRound()
    {
        const int before = m_rounds;
        engine().wake();
        return waitForRound(before);
    }
    /// A whole round has run that began after this call. Not while upstream is away: then none
    /// runs.
    [[nodiscard]] bool settle()
    {
        return runRound() && runRound(); // the first may have begun before
    }
    /// The next round to end, whoever asked for it.
    [[nodiscard]] bool waitForRound(int before)
    {
        return QTest::qWaitFor([&] { return m_rounds > before; });
    }
    int rounds() const { return m_rounds; }

    void stopEngine() { m_engine.reset(); }
    void reopenStore()
    {
        stopEngine();
        m_store.reset();
        openStore();
    }
    void restart() ///< the program ends and starts again, with the same files
    {
        reopenStore();
        m_status = {};
        startEngine();
    }

    template <class T>
    T mustHave(Result<T> result) const
    {
        if (!result)
            qFatal("%s %s", qPrintable(result.error().subject), qPrintable(result.error().detail));
        return std::move(result).value();
    }

    FakeClock clock;
    std::shared_ptr<FakeServer> upstream = std::make_shared<FakeServer>();
    Desk ana{*this};

private:
    void openStore()
    {
        const store::Paths paths{m_folder.path(), m_folder.filePath(QStringLiteral("state"))};
        const Agent agent{AgentId(ana.me.id), ana.me.name, Role::Agent};
        m_store = mustHave(store::Store::open(paths, store::Access::ReadWrite,
                                              {&sync::reconcile,
                                               [this](const Conversation &c, const auto &judged) {
                                                   return policy::place(c, m_policy, judged);
                                               },
                                               agent},
                                              clock));
    }
    void startEngine()
    {
        m_engine = std::make_unique<sync::SyncEngine>(
            *m_store, std::make_unique<FakeUpstream>(upstream), clock);
        QObject::connect(m_engine.get(), &sync::SyncEngine::statusChanged, &m_here,
                         [this](const sync::SyncStatus &status) {
                             m_status = status;
                             m_statuses += status;
                             m_rounds += status.busy ? 0 : 1;
                         });
        QObject::connect(m_engine.get(), &sync::SyncEngine::held, &m_here,
                         [this](const ActKey &key) { m_held += key; });
        m_engine->start();
    }

    QTemporaryDir m_folder;
    policy::Policy m_policy = policy::bundledPolicy();
    std::unique_ptr<store::Store> m_store;
    QObject m_here;
    sync::SyncStatus m_status;
    QList<sync::SyncStatus> m_statuses;
    QList<ActKey> m_held;
    int m_rounds = 0;
    std::unique_ptr<sync::SyncEngine> m_engine;
};

} // namespace baton::test
