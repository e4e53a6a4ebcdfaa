#include "tests/support/TestProgram.h"
#include "tests/sync/demo/World.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

/// What Ines does, at moments of her own: claims, replies, closes.
void work(World &world, qint64 stepMs, const QList<qint64> &moments)
{
    qint64 passed = 0;
    int turn = 0;
    for (const qint64 moment : moments) {
        for (; passed + stepMs <= moment; passed += stepMs) {
            world.wait(stepMs);
            world.pull();
        }
        world.wait(moment - passed);
        passed = moment;
        const Conversation maren = world.of(u"Maren Halvorsen"_s);
        switch (turn++ % 3) {
        case 0:
            world.does(world.act(ActKind::Claim, maren));
            break;
        case 1:
            world.does(world.act(ActKind::Reply, maren, u"The second payment is voided."_s));
            break;
        default:
            world.does(world.act(ActKind::Note, maren, u"Voided at noon."_s));
        }
    }
}

/// Everything that there is, newest versions, from the beginning.
QByteArray all(World &world)
{
    QByteArray bytes;
    sync::Cursor cursor;
    for (bool more = true; more;) {
        const auto delta = world.upstream.pull(cursor, 100);
        for (const store::Incoming &incoming : delta->packets)
            bytes += incoming.packet.line + '\n';
        cursor = delta->next;
        more = delta->more;
    }
    return bytes;
}

} // namespace

class DeterminismTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameBytes()
    {
        World one(11);
        World two(11);
        for (int i = 0; i < 10; ++i) {
            one.wait(20 * minute);
            two.wait(20 * minute);
            QCOMPARE(one.lines(), two.lines());
        }
    }

    void seedsDiffer()
    {
        World one(1);
        World two(2);
        QVERIFY(one.lines() != two.lines());
    }

    void stepsMakeNoDifference()
    {
        World fine(3);
        for (int i = 0; i < 600; ++i) {
            fine.wait(second);
            QVERIFY(fine.upstream.pull({}, 1));
        }
        World coarse(3);
        coarse.wait(600 * second);
        QCOMPARE(all(fine), all(coarse));
    }

    /// Whatever the steps, with Ines at work and a scene begun, over a day.
    void stepsMakeNoDifferenceToWhatSheDoes()
    {
        std::mt19937 random(20251118);
        for (int round = 0; round < 5; ++round) {
            QList<qint64> moments;
            for (qint64 at = 0; moments.size() < 6;)
                moments += at += second + qint64(random() % (20 * minute));
            const qint64 step = second + qint64(random() % (10 * minute));
            qInfo("step %lld ms", step);
            World fine(7);
            World coarse(7);
            work(fine, step, moments);
            work(coarse, 24 * hour, moments);
            QCOMPARE(all(fine), all(coarse));
            QVERIFY(fine.control.begin(u"fraud_wave"_s));
            QVERIFY(coarse.control.begin(u"fraud_wave"_s));
            for (int i = 0; i < 20; ++i) {
                fine.wait(hour);
                fine.pull();
            }
            coarse.wait(20 * hour);
            QCOMPARE(all(fine), all(coarse));
        }
    }

    void whatSheDoesChangesWhatFollows()
    {
        World idle(7);
        World busy(7);
        work(busy, hour, {minute, 2 * minute});
        idle.wait(30 * minute);
        busy.wait(28 * minute);
        QVERIFY(all(idle) != all(busy));
        const auto asked = [](const Conversation &c) {
            return std::any_of(c.messages.begin(), c.messages.end(), [](const Message &message) {
                return message.text == "Thank you. And the next instalment?"_L1;
            });
        };
        QVERIFY(asked(busy.of(u"Maren Halvorsen"_s)));
        QVERIFY(!asked(idle.of(u"Maren Halvorsen"_s)));
    }

    /// Over two days with every scene: the upstream refuses to pull what the schema refuses.
    void everyVersionIsAPacket()
    {
        World world(5);
        int versions = 0;
        for (const sync::demo::Scene &scene : world.control.scenes()) {
            QVERIFY(world.control.begin(scene.name));
            for (int i = 0; i < 90; ++i) {
                world.wait(10 * minute);
                versions += int(world.pull().size());
            }
        }
        QVERIFY2(versions > 3000, qPrintable(QString::number(versions)));
        int csat = 0;
        int back = 0;
        for (const Conversation &c : world.known()) {
            QVERIFY(c.version >= 1);
            csat += c.outcome && c.outcome->csat ? 1 : 0;
            back += c.handoff && c.handoff->riskFlags.contains(u"recontact"_s) ? 1 : 0;
        }
        QVERIFY(csat > 20);
        QVERIFY(back > 3);
    }
};

BATON_TEST(DeterminismTest)
#include "DeterminismTest.moc"
