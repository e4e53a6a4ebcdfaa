#include "core/sync/SyncRound.h"
#include "tests/support/Team.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Conversations.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

constexpr int conversationCount = 4;

/// Everything that may happen between a desk and an upstream, in any order, and a list of what must
/// have arrived in the end.
class Week
{
public:
    explicit Week(quint32 seed)
        : m_random(seed)
    {
        for (int i = 0; i < conversationCount; ++i) {
            m_upstream += waiting(u"c%1"_s.arg(i));
            team.upstream->put(m_upstream.last());
        }
        round();
    }

    void step()
    {
        team.clock.advance(below(6000));
        Conversation &there = m_upstream[below(conversationCount)];
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
            reply(there.id);
            break;
        case 3:
            undoOne();
            break;
        case 4:
            somebodyWrites(there, said({}, 0, Sender::Customer, u"And?"_s));
            break;
        case 5:
            somebodyWrites(there, said({}, 0, Sender::Agent, u"Me too."_s, bob));
            break;
        case 6:
            team.upstream->loseNextAcknowledgement();
            break;
        case 7:
            m_away = !m_away;
            m_away ? team.upstream->goOffline() : team.upstream->comeBack();
            break;
        case 8:
            team.reopenStore();
            break;
        case 9:
            releaseHeld();
            break;
        case 10:
            cutRound();
            break;
        default:
            round();
        }
    }

    /// Everybody goes home: what can go out goes out.
    bool end()
    {
        team.upstream->comeBack();
        for (int i = 0; i < 50; ++i) {
            team.clock.advance(10'000);
            round();
            releaseHeld();
            if (team.mustHave(team.store().outbox().result()).isEmpty())
                return true;
        }
        return false;
    }

    QMap<ConversationId, QStringList> decided; ///< texts of replies that were not undone, in order
    Team team;

private:
    int below(int n) { return int(std::uniform_int_distribution<int>(0, n - 1)(m_random)); }

    sync::RoundReport round(sync::RoundHooks hooks = {})
    {
        FakeUpstream upstream(team.upstream);
        return sync::SyncRound(team.store(), upstream, team.clock, std::move(hooks)).run();
    }
    void cutRound()
    {
        int left = below(4);
        sync::RoundHooks hooks;
        hooks.cancelled = [&] { return left-- <= 0; };
        round(hooks);
    }
    void reply(const ConversationId &id)
    {
        Act act = team.ana.act(ActKind::Reply, id);
        act.text = u"text %1"_s.arg(++m_texts);
        const store::NewAct made{act, team.clock.now() + 8000};
        m_keys += team.mustHave(team.store().record({made}).result()).first().act.key;
        decided[id] += act.text;
    }
    void undoOne()
    {
        if (m_keys.isEmpty())
            return;
        const auto undone = team.store().undo(m_keys.takeAt(below(int(m_keys.size())))).result();
        if (undone)
            decided[undone->act.conversation].removeOne(undone->act.text);
    }
    void somebodyWrites(Conversation &there, Message message)
    {
        ++there.version;
        message.id = MessageId(u"%1-v%2"_s.arg(there.id.text()).arg(there.version));
        message.at = team.clock.now();
        there.messages += message;
        team.upstream->put(there);
    }
    void releaseHeld()
    {
        for (const OutboxEntry &entry : team.mustHave(team.store().outbox().result())) {
            if (entry.status != ActStatus::Held)
                continue;
            const ConversationId &id = entry.act.conversation;
            const QString edited = entry.act.text + u'!';
            const Base seenNow = baseOf(team.ana.shows(id));
            team.mustHave(team.store().release(entry.act.key, edited, seenNow).result());
            decided[id].replace(decided[id].indexOf(entry.act.text), edited);
        }
    }

    std::mt19937 m_random;
    QList<Conversation> m_upstream;
    QList<ActKey> m_keys;
    int m_texts = 0;
    bool m_away = false;
};

} // namespace

class RandomWeekTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyReplyArrivesOnceAndInOrder();
};

void RandomWeekTest::everyReplyArrivesOnceAndInOrder()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    for (quint32 i = 0; i < 3; ++i) {
        Week week(seed + i);
        for (int step = 0; step < 60; ++step)
            week.step();
        QVERIFY2(week.end(), "something stays in the outbox");
        for (int c = 0; c < conversationCount; ++c) {
            const ConversationId id(u"c%1"_s.arg(c));
            QCOMPARE(week.team.upstream->messages(id), week.decided.value(id));
            QStringList shown = week.team.ana.texts(id);
            std::sort(shown.begin(), shown.end());
            QStringList sent = week.decided.value(id);
            std::sort(sent.begin(), sent.end());
            QCOMPARE(shown, sent);
        }
    }
}

BATON_TEST(RandomWeekTest)
#include "RandomWeekTest.moc"
