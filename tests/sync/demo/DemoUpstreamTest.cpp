#include "core/domain/Attachments.h"
#include "core/policy/Policy.h"
#include "core/store/AttachmentStore.h"
#include "core/sync/Reconcile.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/demo/World.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using namespace baton::sync;

namespace {

int count(const World &world, State state)
{
    int n = 0;
    for (const Conversation &c : world.known())
        n += c.state == state ? 1 : 0;
    return n;
}

QStringList said(const Conversation &c, Sender from)
{
    QStringList texts;
    for (const Message &message : c.messages) {
        if (message.from == from && message.visibility == Visibility::Public)
            texts += message.text;
    }
    return texts;
}

} // namespace

class DemoUpstreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstScreenHasSomethingOfEverything()
    {
        const policy::Policy policy = policy::bundledPolicy();
        for (quint64 seed = 1; seed <= 5; ++seed) {
            World world(seed);
            world.pull();
            int late = 0;
            int soon = 0;
            int mine = 0;
            int theirs = 0;
            QSet<int> tiers;
            for (const Conversation &c : world.known()) {
                if (c.state == State::Bot)
                    continue;
                const Sla sla = policy::slaOf(c, policy);
                QVERIFY2(sla.due, qPrintable(c.id.text()));
                late += *sla.due < DemoUpstream::startsAt() ? 1 : 0;
                soon += policy::dueSoon(sla, DemoUpstream::startsAt()) ? 1 : 0;
                mine += c.owner && c.owner->id == ines.id ? 1 : 0;
                theirs += c.owner && c.owner->id != ines.id ? 1 : 0;
                tiers.insert(int(*c.routeTaken));
                QVERIFY(!said(c, Sender::Customer).isEmpty());
            }
            const int open = count(world, State::Waiting) + count(world, State::Claimed);
            QVERIFY2(open >= 20 && open <= 25, qPrintable(QString::number(open)));
            QVERIFY(count(world, State::Bot) >= 2);
            QVERIFY2(late >= 2 && late <= 6, qPrintable(QString::number(late)));
            QVERIFY2(soon >= 2, qPrintable(QString::number(soon)));
            QCOMPARE(mine, 2);
            QVERIFY(theirs >= 3);
            QVERIFY(tiers.size() >= 2);
        }
    }

    /// The night shift has worked through what the day left.
    void aQuietMorningBeginsWithAShortQueue()
    {
        const policy::Policy policy = policy::bundledPolicy();
        for (quint64 seed = 1; seed <= 3; ++seed) {
            World world(seed);
            world.pull();
            QVERIFY(world.control.begin(u"quiet_morning"_s));
            world.pull();
            const Instant now = world.clock.now();
            int late = 0;
            for (const Conversation &c : world.known()) {
                if (c.state == State::Bot || c.state == State::Closed || c.owner)
                    continue;
                const Sla sla = policy::slaOf(c, policy);
                late += sla.due && *sla.due < now ? 1 : 0;
            }
            const int waiting = count(world, State::Waiting);
            qInfo("seed %d: %d wait, %d late", int(seed), waiting, late);
            QVERIFY2(waiting <= 25, qPrintable(QString::number(waiting)));
            QVERIFY2(late <= 8, qPrintable(QString::number(late)));
        }
    }

    void marenIsThereAsDrawn()
    {
        World world(1);
        const Conversation maren = world.of(u"Maren Halvorsen"_s);
        QCOMPARE(maren.customer.value, ValueTier::Vip);
        QCOMPARE(maren.customer.orders.first().id, u"NW-48213"_s);
        QCOMPARE(maren.customer.orders.first().total->amount, 318.0);
        QCOMPARE(*maren.owner, ines);
        QVERIFY(said(maren, Sender::Customer).last().contains(u"my solicitor"_s));
        QCOMPARE(maren.queue.text(), u"payments"_s);
        QCOMPARE(maren.stepsTried.size(), 3);
        QCOMPARE(maren.promises.size(), 1);
        QCOMPARE(said(maren, Sender::Bot).filter(u"Refunds for returns take 3–5"_s).size(), 3);
    }

    void theQueueStaysBusyWithoutRunningOver()
    {
        World world(2);
        for (int i = 0; i < 8; ++i) {
            world.wait(30 * minute); // until 18:06
            world.pull();
            const int waiting = count(world, State::Waiting);
            QVERIFY2(waiting >= 4 && waiting <= 45, qPrintable(QString::number(waiting)));
        }
        world.wait(22 * hour); // a night and the next day
        world.pull();
        QVERIFY(count(world, State::Closed) > 100);
        QVERIFY2(count(world, State::Waiting) < 60,
                 qPrintable(QString::number(count(world, State::Waiting))));
    }

    void anAnsweredCustomerAnswersSomeMinutesLater()
    {
        World world(1);
        const Conversation maren = world.of(u"Maren Halvorsen"_s);
        const Act reply = world.act(ActKind::Reply, maren, u"P-77120 is voided."_s);
        world.does(reply);
        Conversation shown = world.shows(maren.id);
        QCOMPARE(shown.messages.last().id.text(), reply.key.text());
        QCOMPARE(shown.messages.last().author, ines);
        world.wait(94 * second);
        QCOMPARE(world.shows(maren.id).messages.last().from, Sender::Agent);
        world.wait(2 * second);
        shown = world.shows(maren.id);
        QCOMPARE(shown.messages.last().text, u"Thank you. And the next instalment?"_s);
        QVERIFY(shown.version > maren.version + 1);
    }

    void anActTakesEffectOnce()
    {
        World world(1);
        const Conversation maren = world.of(u"Maren Halvorsen"_s);
        const Act reply = world.act(ActKind::Reply, maren, u"Once."_s);
        QVERIFY(!*world.upstream.hasTaken(reply.key));
        QCOMPARE(world.push(reply)->outcome, PushOutcome::Taken);
        QCOMPARE(world.push(reply)->outcome, PushOutcome::TakenBefore);
        QVERIFY(*world.upstream.hasTaken(reply.key));
        QCOMPARE(said(world.shows(maren.id), Sender::Agent), QStringList{u"Once."_s});
    }

    void aColleagueHasItFirst()
    {
        World world(1);
        Conversation theirs = world.of(u"Yusuf Arslanbey"_s);
        Act late = world.act(ActKind::Claim, theirs);
        late.base.owner = AgentId(); // as she saw it before
        QCOMPARE(world.push(late).error().code, ErrorCode::Refused);
        world.does(world.act(ActKind::Claim, theirs)); // knowing whose it is
        QCOMPARE(*world.shows(theirs.id).owner, ines);
        world.wait(30 * minute);
        QVERIFY(said(world.shows(theirs.id), Sender::Agent).isEmpty()); // the colleague let go
        Act nowhere = world.act(ActKind::Note, theirs);
        nowhere.conversation = ConversationId(u"LF-C-1"_s);
        QCOMPARE(world.push(nowhere).error().code, ErrorCode::Refused);
    }

    void colleaguesClaimTypeReplyAndClose()
    {
        World world(1);
        const Conversation theirs = world.of(u"Yusuf Arslanbey"_s);
        QCOMPARE(theirs.owner->name, u"Priya Nair"_s);
        bool composing = false;
        for (int i = 0; i < 60 && !composing; ++i) {
            world.wait(5 * second);
            world.pull();
            for (const ColleagueAt &presence : world.colleagues())
                composing = composing
                    || (presence.conversation == theirs.id && presence.doing == Doing::Composing);
        }
        QVERIFY(composing);
        world.wait(10 * minute);
        QVERIFY(!said(world.shows(theirs.id), Sender::Agent).isEmpty());
        world.wait(20 * hour);
        QCOMPARE(world.shows(theirs.id).state, State::Closed);
    }

    void snoozedItWakes()
    {
        World world(1);
        const Conversation oskar = world.of(u"Oskar Nyqvist"_s);
        world.does(world.act(ActKind::Claim, oskar));
        Act snooze = world.act(ActKind::Snooze, oskar);
        snooze.until = world.clock.now() + hour;
        world.does(snooze);
        QCOMPARE(world.shows(oskar.id).state, State::Snoozed);
        world.wait(hour - 1);
        QCOMPARE(world.shows(oskar.id).state, State::Snoozed);
        world.wait(1);
        QCOMPARE(world.shows(oskar.id).state, State::Claimed);
    }

    void givenToAColleagueTheyAnswer()
    {
        World world(1);
        const Conversation maren = world.of(u"Maren Halvorsen"_s);
        Act transfer = world.act(ActKind::Transfer, maren);
        transfer.toAgent = Person{u"tomasz"_s, u"Tomasz Rey"_s};
        world.does(transfer);
        QCOMPARE(world.shows(maren.id).owner->id, u"tomasz"_s);
        world.wait(10 * minute);
        QVERIFY(!said(world.shows(maren.id), Sender::Agent).isEmpty());
    }

    void closedUnansweredTheyComeBack()
    {
        World world(1);
        const Conversation petra = world.of(u"Petra Kalnins"_s);
        Act close = world.act(ActKind::Close, petra);
        close.outcome = OutcomeKind::AssumedResolution;
        world.does(close);
        QCOMPARE(world.shows(petra.id).state, State::Closed);
        world.wait(5 * hour);
        world.pull();
        int again = 0;
        for (const Conversation &c : world.known())
            again += c.id != petra.id && c.customer.id == petra.customer.id ? 1 : 0;
        QCOMPARE(again, 1);
    }

    void theNetworkGoesAndComesBackWithAConflict()
    {
        World world(1);
        const Conversation maren = world.of(u"Maren Halvorsen"_s);
        QVERIFY(world.control.begin(u"network_gone"_s));
        world.wait(second);
        QCOMPARE(world.upstream.pull({}, 10).error().code, ErrorCode::Offline);
        const Act reply = world.act(ActKind::Reply, maren, u"Voided."_s);
        QCOMPARE(world.push(reply).error().code, ErrorCode::Offline);
        QCOMPARE(world.upstream.hasTaken(reply.key).error().code, ErrorCode::Offline);
        QCOMPARE(world.control.state().scene, u"network_gone"_s);
        world.wait(4 * minute);
        const Conversation shown = world.shows(maren.id);
        QCOMPARE(said(shown, Sender::Agent).size(), 1);
        QCOMPARE(shown.messages.last().text, u"Thank you. And the next instalment?"_s);
        QVERIFY(world.control.state().scene.isEmpty());
        QCOMPARE(compareBeforeSend(reply.base, shown, ines), HoldReason::NewPublicMessage);
        QCOMPARE(*shown.owner, ines);
    }

    void scenesBringWhoTheyShould_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<QString>("intent");
        QTest::newRow("refunds") << u"refund_storm"_s << u"refund"_s;
        QTest::newRow("fraud") << u"fraud_wave"_s << u"unrecognised"_s;
    }

    void scenesBringWhoTheyShould()
    {
        QFETCH(QString, scene);
        QFETCH(QString, intent);
        const auto comeIn = [&intent](World &world) {
            world.wait(40 * minute);
            int n = 0;
            for (const packet::Packet &packet : world.pull()) {
                const std::optional<IntentGuess> &guess = packet.conversation.bot->intent;
                n += guess && guess->name.startsWith(intent) ? 1 : 0;
            }
            return n;
        };
        World ordinary(1);
        World staged(1);
        ordinary.pull();
        staged.pull();
        QVERIFY(staged.control.begin(scene));
        const int usual = comeIn(ordinary);
        const int more = comeIn(staged);
        QVERIFY2(more >= usual + 5, qPrintable(u"%1 and %2"_s.arg(usual).arg(more)));
    }

    void aQuietMorningIsQuiet()
    {
        World world(1);
        QVERIFY(world.control.begin(u"quiet_morning"_s));
        world.pull();
        world.wait(2 * hour);
        int came = 0;
        for (const packet::Packet &packet : world.pull())
            came += packet.conversation.createdAt > world.clock.now() + (-2 * hour) ? 1 : 0;
        QVERIFY2(came > 0 && came < 32, qPrintable(QString::number(came))); // 50 on other days
    }

    void abortEndsOneCall()
    {
        World world(1);
        world.upstream.abort();
        QCOMPARE(world.upstream.pull({}, 1).error().code, ErrorCode::Cancelled);
        QVERIFY(world.upstream.pull({}, 1));
    }

    void takesEverything()
    {
        World world(1);
        const Capabilities can = world.upstream.capabilities();
        QCOMPARE(can.name, u"demo"_s);
        QVERIFY(can.claim && can.note && can.snooze && can.transfer && can.close && can.presence
                && can.reportsState && can.attachments);
    }

    void theFilesOfItsCustomersAreThereAndHarmlessOnesOpen()
    {
        QTemporaryDir home;
        const store::AttachmentStore files(home.path());
        World world(1, Past::SixMonths);
        world.pull();
        QHash<QString, FileKind> kinds;
        for (const Conversation &c : world.known()) {
            for (const Message &message : c.messages) {
                for (const Attachment &file : message.attachments) {
                    const auto there
                        = files.fetch(file, world.upstream.capabilities().attachmentsAt);
                    QVERIFY2(there, qPrintable(file.name));
                    const QByteArray bytes = *files.read(file);
                    QCOMPARE(bytes.size(), file.bytes);
                    QCOMPARE(*files.add(bytes, file.name), file); // the type too
                    kinds.insert(file.name, harmlessKind(file.name, bytes));
                }
            }
        }
        QCOMPARE(kinds.value(u"box.png"_s), FileKind::Image);
        QCOMPARE(kinds.value(u"invoice.pdf"_s), FileKind::Pdf);
        QCOMPARE(kinds.value(u"bill.html"_s), FileKind::Other);
        QVERIFY(kinds.contains(u"Screenshot green door.png"_s));
    }

    void whatAnAgentAttachesStaysWithTheMessage()
    {
        World world(1);
        world.pull();
        const auto &known = world.known();
        const auto open = std::find_if(known.begin(), known.end(), [](const Conversation &c) {
            return c.state == State::Waiting && !c.owner;
        });
        QVERIFY(open != known.end());
        const Conversation c = *open;
        Act reply = world.act(ActKind::Reply, c, u"Here it is."_s);
        reply.attachments = {{u"label.pdf"_s, QString(64, u'a'), 5, u"application/pdf"_s}};
        OutboxEntry entry;
        entry.act = reply;
        QVERIFY(world.upstream.push(entry));
        QCOMPARE(world.shows(c.id).messages.last().attachments, reply.attachments);
    }
};

BATON_TEST(DemoUpstreamTest)
#include "DemoUpstreamTest.moc"
