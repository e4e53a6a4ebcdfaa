#include "core/desk/PolicyBoard.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/PolicyReplay.h"
#include "core/packet/LineSource.h"
#include "core/policy/Versions.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>

#include <set>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

/// One reader for all tests: it is learnt in seconds.
std::shared_ptr<const ConversationJudge> bundledJudge()
{
    static const auto judge = [] {
        static const QTemporaryDir models;
        const Catalogue catalogue = policy::bundledCatalogue();
        auto reader = signs::SignalReader::open(catalogue, models.path());
        Q_ASSERT(reader);
        return std::make_shared<const ConversationJudge>(std::move(reader).value(),
                                                         policy::bundledPolicy(), catalogue);
    }();
    return judge;
}

/// A lead's desk, and what its store holds.
struct PolicyDesk : test::DeskFixture
{
    explicit PolicyDesk(Role role = Role::Lead)
    {
        settings.agent.role = role;
        makeDesk();
    }
    PolicyBoard &board() { return desk->policyBoard(); }
    void write(const QString &id, const QString &text, int daysAgo = 1)
    {
        Conversation c = conversation(id, text);
        c.createdAt = clock.now() + -daysAgo * dayMs;
        c.waitingSince = c.createdAt;
        c.messages.first().at = c.createdAt;
        arrive({c});
    }
    void start()
    {
        desk->setJudge(bundledJudge());
        board().refresh();
    }
    bool isRead() { return board().whatIf().isRead && board().state().live.version > 0; }
};

/// The packets of the shared data, where they are; else those of the demo.
QList<packet::Packet> somePackets(int most)
{
    QList<packet::Packet> packets;
    const packet::Reader reader;
    QStringList files;
    const QDir shared(QStringLiteral(BATON_SHARED_DATA "/packets"));
    for (const QString &name : shared.entryList({u"*.jsonl.gz"_s}))
        files.append(shared.filePath(name));
    files.append(QStringLiteral(BATON_SOURCE_DIR "/resources/demo/packets.jsonl"));
    const int each = most / int(files.size());
    for (const QString &file : files) {
        auto source = packet::LineSource::open(file);
        for (int i = 0; source && i < each && (*source)->next() == packet::LineSource::Next::Line;
             ++i) {
            if (packet::Reading reading = reader.read((*source)->line()))
                packets.append(reading.packet());
        }
    }
    return packets;
}

} // namespace

class PolicyBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Done-when: bits from stored signals are those of the texts, read again.
    void replayIsTheRouteOfTheTexts()
    {
        PolicyDesk f;
        const QList<packet::Packet> packets = somePackets(600);
        QVERIFY(packets.size() > 20);
        QList<store::Incoming> incoming;
        for (const packet::Packet &packet : packets)
            incoming.append({packet, u"test"_s, 1});
        QVERIFY(f.store->apply(incoming, Origin::Archive).result());
        const auto judge = bundledJudge();
        const ReplayWindow all{{0}, {std::numeric_limits<qint64>::max()}};
        qint64 read = 0;
        const auto stored = signalsOf(*f.store, *judge, all, Keep::Yes, [&](qint64 n) {
            read = n;
            return true;
        });
        QVERIFY(stored);
        QVERIFY(read >= packets.size() - 5); // some ids are there twice
        read = 0;
        const auto columns = signalsOf(*f.store, *judge, all, Keep::No, [&](qint64 n) {
            read = n;
            return true;
        });
        QVERIFY(columns);
        QCOMPARE(read, 0); // nothing is read a second time
        QHash<ConversationId, Conversation> texts;
        for (const packet::Packet &packet : packets)
            texts.insert(packet.conversation.id, packet.conversation);
        QHash<qint64, ConversationId> ids;
        const auto rows
            = f.store->rows(QList<qint64>(columns->row.begin(), columns->row.end())).result();
        for (const QueueRow &row : *rows)
            ids.insert(row.row, row.id);

        policy::Policy strict = judge->policy();
        strict.judgement.containConfidence = 0.97;
        strict.judgement.matrix.insert(u"order_status"_s, {Level::High, Level::High});
        strict.judgement.off = {Rule::Mood, Rule::IntentDisagreement};
        policy::Policy open = judge->policy();
        open.judgement.containConfidence = 0.5;
        open.judgement.moodAtOrBelow = 1;
        open.judgement.mostSameAnswers = 5;
        for (const Intent &intent : judge->catalogue().intents)
            open.judgement.open.insert(intent.name);
        int compared = 0;
        std::set<Route> seen;
        for (const policy::Policy &draft : {judge->policy(), strict, open}) {
            const auto rules = policy::replay(*columns, draft, judge->catalogue());
            const auto under = judge->under(draft);
            for (std::size_t i = 0; i < rules.size(); ++i) {
                const Decision decision
                    = under->judge(texts.value(ids.value(columns->row[i]))).decision;
                quint32 bits = 0;
                for (const Trigger &trigger : decision.triggers)
                    bits |= policy::bitOf(trigger.rule);
                QCOMPARE(rules[i], bits);
                QCOMPARE(policy::routeOf(rules[i]), decision.route);
                seen.insert(decision.route);
                ++compared;
            }
        }
        qInfo("%d decisions compared", compared);
        QCOMPARE(seen.size(), 3U);
    }

    void aDraftIsTriedOnWhatWasWritten()
    {
        PolicyDesk f;
        f.write(u"a"_s, u"Where is my order LF-40218? I would like to know where it is."_s);
        f.write(u"b"_s, u"You charged me twice, I will call my solicitor."_s);
        f.write(u"old"_s, u"Where is my order LF-40219? I would like to know where it is."_s, 40);
        f.start();
        QTRY_VERIFY(f.isRead());
        const PolicyWhatIf now = f.board().whatIf();
        QCOMPARE(now.all, 2); // thirty days
        QCOMPARE(now.changed, 0);
        QVERIFY(now.toPerson >= 1);
        QCOMPARE(now.intents.value(u"order_status"_s), 1);

        f.board().moveIntent(u"order_status"_s, Level::High, Level::High);
        QTRY_COMPARE(f.board().whatIf().changed, 1);
        QCOMPARE(f.board().state().changes.size(), 1);
        QCOMPARE(f.board().state().lastMoved, u"order_status"_s);
        QTRY_VERIFY(f.board().whatIf().after);
        QSignalSpy moves(&f.board(), &PolicyBoard::movesReady);
        f.board().needMoves(f.board().whatIf().generation, 0, 100);
        const auto list = test::first<QList<PolicyMove>>(moves, 2);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().row.id.text(), u"a"_s);
        QCOMPARE(list.first().to, Route::Escalate);
        QVERIFY(list.first().intentMoved);
        QVERIFY(!list.first().outcome); // it was never tried

        f.board().undo();
        QTRY_COMPARE(f.board().whatIf().changed, 0);
        f.board().redo();
        QTRY_COMPARE(f.board().whatIf().changed, 1);
        f.board().discard();
        QVERIFY(!f.board().state().isEdited());
    }

    void aDragIsOneChangeAndTheNewestWins()
    {
        PolicyDesk f;
        f.start();
        QTRY_VERIFY(f.isRead());
        PolicyLimits limits = f.board().state().limits;
        for (int step = 0; step < 20; ++step) {
            limits.high = 0.6 + step / 100.0;
            f.board().setLimits(limits);
        }
        f.board().endChange();
        QCOMPARE(f.board().state().limits.high, 0.79);
        f.board().undo();
        QVERIFY(!f.board().state().isEdited());
        QVERIFY(!f.board().state().canUndo);
    }

    void publishingMakesAVersionAndIsOnRecord()
    {
        PolicyDesk f;
        f.start();
        QTRY_VERIFY(f.isRead());
        QCOMPARE(f.board().state().live.version, 1);
        QSignalSpy published(&f.board(), &PolicyBoard::published);
        QSignalSpy failed(&f.board(), &PolicyBoard::failed);
        f.board().switchRule(Rule::Mood, false);
        f.board().publish(u"  "_s); // without a note
        QCOMPARE(failed.size(), 1);
        f.board().publish(u"Moods are read too darkly."_s);
        QTRY_COMPARE(published.size(), 1);
        QTRY_COMPARE(f.board().state().live.version, 2);
        QVERIFY(!f.board().state().isEdited());
        QCOMPARE(f.board().state().live.author.id, u"ines"_s);
        QCOMPARE(f.board().differences(1, 2).size(), 1);
        QVERIFY(
            policy::readPolicy(f.board().state().live.file)->judgement.off.contains(Rule::Mood));

        f.board().draftFrom(1);
        QCOMPARE(f.board().state().changes.size(), 1);
        f.board().publish(u"Back."_s);
        QTRY_COMPARE(f.board().state().live.version, 3);
        QVERIFY(f.board().differences(1, 3).isEmpty());

        f.board().rollBack({u"order_status"_s}, u"CSAT fell by 9 points."_s);
        QTRY_COMPARE(f.board().state().live.version, 4);
        QCOMPARE(f.board().state().live.author.id, u"stop-loss"_s);
        const auto held = policy::readPolicy(f.board().state().live.file);
        QVERIFY(held->judgement.rolledBack.contains(u"order_status"_s));
        const auto shown = [&f] {
            for (const PolicyIntent &one : f.board().state().intents) {
                if (one.name == u"order_status"_s)
                    return one;
            }
            return PolicyIntent();
        };
        QVERIFY(shown().rolledBack);
        f.board().release(u"order_status"_s); // on trial first
        QVERIFY(f.board().state().isEdited());
        QVERIFY(!shown().rolledBack);
        QCOMPARE(shown().canary, held->stopLoss.canaryShare);
        f.board().release(u"order_status"_s);
        QCOMPARE(shown().canary, 0.0);

        const auto audit = f.store->verifyAudit().result();
        QVERIFY(audit && !audit->firstBad);
        f.reopenStore();
        const auto newest
            = store::Store::newestPolicy({f.folder.path(), f.folder.path() + u"/state"_s});
        QVERIFY(newest && *newest);
        QCOMPARE((*newest)->version, 4);
        QCOMPARE(f.store->policies().result()->size(), 3);
    }

    void deadlinesAndHoursArePartOfTheDraft()
    {
        PolicyDesk f;
        f.start();
        QTRY_VERIFY(f.isRead());
        PolicyBoard &board = f.board();
        QList<policy::Target> targets = board.state().targets;
        QList<policy::Calendar> calendars = board.state().calendars;
        QList<policy::Queue> queues = board.state().queues;
        QVERIFY(!targets.isEmpty() && !board.state().hoursChanged);
        targets[0].minutes = 100;
        targets.append(targets[0]);
        calendars[1].week[0] = {{600, 660}};
        board.setHours(targets, calendars, queues);
        QVERIFY(board.state().hoursChanged);
        QCOMPARE(board.state().changes.size(), 3);
        QCOMPARE(board.state().problems.size(), 1);
        QCOMPARE(board.state().problems.first().kind, PolicyConflict::SameTarget);
        board.undo();
        QVERIFY(!board.state().isEdited());
        board.redo();
        QCOMPARE(board.state().changes.size(), 3);
        board.discard();
        QVERIFY(!board.state().isEdited() && !board.state().hoursChanged);

        QSignalSpy failed(&board, &PolicyBoard::failed);
        targets[0].minutes = 0; // no deadline
        board.setHours(targets, calendars, queues);
        QVERIFY(test::first<Error>(failed).detail.startsWith(u"/targets/0/minutes: "_s));
        QVERIFY(!board.state().isEdited());

        targets[0].minutes = 100;
        targets.removeLast();
        policy::Calendar night = calendars[1];
        night.id = u"night"_s;
        calendars.append(night);
        queues[0].calendar = night.id;
        board.setHours(targets, calendars, queues);
        board.rollBack({u"order_status"_s}, u"CSAT fell."_s); // another version comes in between
        QTRY_COMPARE(board.state().live.version, 2);
        QVERIFY(board.state().hoursChanged);
        QCOMPARE(board.state().targets, targets);
        board.publish(u"Longer, but for mornings."_s);
        QTRY_COMPARE(board.state().live.version, 3);
        const auto read = policy::readPolicy(board.state().live.file);
        QCOMPARE(read->targets, targets);
        QCOMPARE(read->calendars, calendars);
        QCOMPARE(read->queues, queues);
        QVERIFY(read->judgement.rolledBack.contains(u"order_status"_s));
        QVERIFY(!board.state().hoursChanged);
        board.draftFrom(1);
        QVERIFY(board.state().hoursChanged);
    }

    /// The replay's late replies are those of the draft's deadlines.
    void lateRepliesFollowTheDraft()
    {
        PolicyDesk f;
        QList<store::StoredSignals> some;
        for (int i = 0; i < 40; ++i) {
            SignalRecord record;
            record.at = f.clock.now() + -(2 * dayMs + i * hourMs);
            record.intent = u"order_status"_s;
            record.confidence = 3000; // for people
            record.repliedS = 1800;
            record.workedS = 900;
            record.agent = AgentId(u"tom"_s);
            some.append({i + 1, record});
        }
        QVERIFY(f.store->saveSignals(some, bundledJudge()->readBy()).result());
        f.start();
        QTRY_VERIFY(f.isRead() && f.board().whatIf().after && f.board().whatIf().after->late);
        const qint64 before = *f.board().whatIf().after->late;
        QList<policy::Target> targets = f.board().state().targets;
        for (policy::Target &target : targets)
            target.minutes = 1;
        f.board().setHours(targets, f.board().state().calendars, {});
        QTRY_VERIFY2(*f.board().whatIf().after->late > before,
                     qPrintable(QString::number(*f.board().whatIf().after->late)));
        QCOMPARE(*f.board().whatIf().before->late, before);
    }

    /// What waits gets the deadlines of the policy that holds from now on, at once.
    void whatWaitsFollowsThePolicyInForce()
    {
        PolicyDesk f;
        f.write(u"c-1"_s, u"Where is my parcel?"_s, 0);
        f.start();
        const auto sla = [&f] {
            const auto rows = f.store->rows(QList{ConversationId(u"c-1"_s)}).result();
            return rows && !rows->isEmpty() ? rows->first().sla : Sla{};
        };
        QTRY_VERIFY(f.isRead() && sla().due);
        const Instant before = *sla().due;
        f.policy.version = 2;
        for (policy::Target &target : f.policy.targets)
            target.minutes = 1;
        for (policy::Queue &queue : f.policy.queues)
            queue.calendar = u"always"_s;
        f.desk->setJudge(bundledJudge()->under(f.policy));
        QTRY_VERIFY(*sla().due < before);
        QCOMPARE(*sla().due, *sla().started + 60'000);
    }

    void aNumberOutOfTurnIsRefused()
    {
        PolicyDesk f;
        const auto done
            = f.store->addPolicy({5, {u"ines"_s, {}}, f.clock.now(), u"?"_s, "x", "{}"}).result();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
    }

    void onlyLeadsChange()
    {
        PolicyDesk f(Role::Agent);
        f.start();
        QTRY_VERIFY(f.isRead());
        f.board().setHours({}, f.board().state().calendars, {});
        QVERIFY(!f.board().state().isEdited());
        f.board().switchRule(Rule::Mood, false);
        f.board().moveIntent(u"order_status"_s, Level::High, Level::High);
        QVERIFY(!f.board().state().isEdited());
        QVERIFY(!f.board().state().mayChange);
    }
};

BATON_TEST(PolicyBoardTest)
#include "PolicyBoardTest.moc"
