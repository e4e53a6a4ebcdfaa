#include "StoreFixture.h"
#include "tests/support/TestProgram.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

/// The life of an act, from the button to upstream's word.
class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aReplyIsOnDiskReplacesItsDraftAndShowsAtOnce()
    {
        Profile desk;
        desk.takes({{}});
        desk.types(u"On its way"_s);
        desk.types(u"vip?"_s, DraftKind::Note);
        QSignalSpy spy(&desk.store(), &Store::changed);
        const OutboxEntry reply = desk.does(ActKind::Reply, u"c1"_s, u"On its way"_s);
        QVERIFY(!reply.act.key.isEmpty());
        QCOMPARE(reply.sequence, 1);
        QCOMPARE(desk.drafts(), QStringList({u"vip?"_s}));
        QCOMPARE(desk.record().conversation.messages.last().text, u"On its way"_s);
        QCOMPARE(desk.found(u"way"_s), QStringList({u"c1"_s}));
        QCOMPARE(spy.count(), 1);
        QVERIFY(spy.at(0).at(0).value<ChangeSet>().outbox);
        desk.reopen();
        QCOMPARE(value(desk->outbox()), QList({reply}));
    }

    void everyFieldOfAnActSurvives()
    {
        Profile desk;
        NewAct made = desk.act(ActKind::Transfer, u"c9"_s, u"text"_s);
        made.act.key = ActKey(u"key"_s);
        made.act.base = {7, MessageId(u"m7"_s), AgentId(u"bo"_s), State::Snoozed};
        made.act.until = Instant{123};
        made.act.toQueue = QueueId(u"billing"_s);
        made.act.toAgent = Person{u"bo"_s, u"Bo Ødegård"_s};
        made.act.outcome = OutcomeKind::NegativeFeedback;
        value(desk->record({made}));
        desk.reopen();
        const QList<OutboxEntry> entries = value(desk->outbox());
        QCOMPARE(entries.size(), 1);
        QVERIFY(entries.first().act == made.act);
        QCOMPARE(entries.first().notBefore, made.notBefore);
    }

    void severalActsAreOneTransaction()
    {
        Profile desk;
        NewAct good = desk.act(ActKind::Reply, u"c1"_s, u"a"_s);
        NewAct bad = desk.act(ActKind::Close, QString());
        const auto result = get(desk->record({good, bad}));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(value(desk->outbox()).size(), 0);
        QCOMPARE(value(desk->verifyAudit()).entries, 0);
    }

    void recordingTheSameKeyAgainIsTheSameAct()
    {
        Profile desk;
        NewAct made = desk.act(ActKind::Reply, u"c1"_s, u"a"_s);
        made.act.key = ActKey(u"k"_s);
        value(desk->record({made}));
        value(desk->record({made}));
        QCOMPARE(value(desk->outbox()).size(), 1);
        made.act.text = u"b"_s;
        QCOMPARE(get(desk->record({made})).error().code, ErrorCode::Conflict);
    }

    void undoGivesTheTextBackAboveWhatWasTypedSince()
    {
        Profile desk;
        desk.takes({{}});
        const OutboxEntry reply = desk.does(ActKind::Reply, u"c1"_s, u"first"_s);
        desk.types(u"second"_s);
        QCOMPARE(value(desk->undo(reply.act.key)).status, ActStatus::Undone);
        QCOMPARE(desk.drafts(), QStringList({u"first\n\nsecond"_s}));
        QCOMPARE(desk.record().conversation.messages.size(), 1);
        QCOMPARE(value(desk->undo(reply.act.key)).status, ActStatus::Undone);
        QCOMPARE(desk.drafts(), QStringList({u"first\n\nsecond"_s}));
        QCOMPARE(value(desk->outbox()).size(), 0);
        QCOMPARE(get(desk->undo(ActKey(u"none"_s))).error().code, ErrorCode::NotFound);
    }

    void onceAPushHasBegunUndoIsRefusedEvenAfterACrash()
    {
        Profile desk;
        const OutboxEntry reply = desk.does(ActKind::Reply, u"c1"_s, u"a"_s);
        QVERIFY(value(desk->beginPush(reply.act.key)));
        QCOMPARE(get(desk->undo(reply.act.key)).error().code, ErrorCode::Conflict);
        desk.reopen();
        QCOMPARE(value(desk->outbox()).first().status, ActStatus::Waiting);
        QCOMPARE(value(desk->outbox()).first().attempts, 1);
        QCOMPARE(get(desk->undo(reply.act.key)).error().code, ErrorCode::Conflict);
        QVERIFY(value(desk->beginPush(reply.act.key)));
        done(desk->settle({reply.act.key, ActStatus::Acknowledged, HoldReason::None, {}, true}));
        QCOMPARE(value(desk->outbox()).size(), 0);
    }

    void anUndoneActIsNotPushed()
    {
        Profile desk;
        const OutboxEntry reply = desk.does(ActKind::Reply, u"c1"_s, u"a"_s);
        value(desk->undo(reply.act.key));
        QVERIFY(!value(desk->beginPush(reply.act.key)));
    }

    void undoAndBeginPushAtOnceHaveOneWinner()
    {
        Profile desk;
        for (int round = 0; round < 50; ++round) {
            const OutboxEntry reply = desk.does(ActKind::Reply, u"c1"_s, u"a"_s);
            bool pushed = false;
            std::thread engine([&] { pushed = value(desk->beginPush(reply.act.key)); });
            const bool undone = get(desk->undo(reply.act.key)).has_value();
            engine.join();
            QVERIFY(undone != pushed);
        }
    }

    void attemptsCountThePushesThatLeft()
    {
        Profile desk;
        const ActKey key = desk.does(ActKind::Reply, u"c1"_s, u"a"_s).act.key;
        const auto attempts = [&] { return value(desk->outbox()).first().attempts; };
        value(desk->beginPush(key));
        done(desk->settle({key, ActStatus::Waiting, HoldReason::None, u"never left"_s, false}));
        QCOMPARE(attempts(), 0);
        value(desk->beginPush(key));
        done(desk->settle({key, ActStatus::Waiting, HoldReason::None, u"timed out"_s, true}));
        QCOMPARE(attempts(), 1);
        QCOMPARE(value(desk->outbox()).first().lastError, u"timed out"_s);
        done(desk->settle({key, ActStatus::Waiting, HoldReason::None, u"again"_s, true}));
        QCOMPARE(attempts(), 2);
    }

    void aHeldReplyIsReleasedWithNewTextAndGoes()
    {
        Profile desk;
        const ActKey key = desk.does(ActKind::Reply, u"c1"_s, u"old"_s).act.key;
        done(desk->settle({key, ActStatus::Held, HoldReason::NewPublicMessage, {}, false}));
        QCOMPARE(value(desk->outbox()).first().hold, HoldReason::NewPublicMessage);
        QCOMPARE(get(desk->undo(key)).error().code, ErrorCode::Conflict);
        desk.clock.ms += 60000;
        const Base base{3, MessageId(u"m3"_s), AgentId(), State::Waiting};
        const OutboxEntry released = value(desk->release(key, u"new"_s, base));
        QCOMPARE(released.status, ActStatus::Waiting);
        QCOMPARE(released.act.text, u"new"_s);
        QCOMPARE(released.act.base.version, 3);
        QCOMPARE(released.notBefore, desk.clock.now());
        QVERIFY(value(desk->release(key, u"new"_s, base)) == released);
        desk.reopen();
        QCOMPARE(value(desk->outbox()), QList({released}));
    }

    void aDiscardedActBecomesADraftAgain()
    {
        Profile desk;
        const ActKey key = desk.does(ActKind::Note, u"c1"_s, u"remember"_s).act.key;
        QCOMPARE(get(desk->discard(key)).error().code, ErrorCode::Conflict);
        done(desk->settle({key, ActStatus::Refused, HoldReason::None, u"no rights"_s, true}));
        QCOMPARE(value(desk->outbox()).first().lastError, u"no rights"_s);
        done(desk->discard(key));
        done(desk->discard(key));
        const QList<TypedDraft> drafts = value(desk->drafts(ConversationId(u"c1"_s)));
        QCOMPARE(drafts.size(), 1);
        QCOMPARE(drafts.first().kind, DraftKind::Note);
        QCOMPARE(drafts.first().text, u"remember"_s);
    }

    void settlingTwiceIsSettlingOnce()
    {
        Profile desk;
        const ActKey key = desk.does(ActKind::Claim).act.key;
        done(desk->settle({key, ActStatus::Acknowledged, HoldReason::None, {}, true}));
        done(desk->settle({key, ActStatus::Acknowledged, HoldReason::None, {}, true}));
        done(desk->settle({key, ActStatus::Waiting, HoldReason::None, {}, true}));
        QCOMPARE(value(desk->outbox()).size(), 0);
        QCOMPARE(
            get(desk->settle({key, ActStatus::Refused, HoldReason::None, {}, true})).error().code,
            ErrorCode::Conflict);
        QCOMPARE(value(desk->verifyAudit()).entries, 2);
    }

    void anAcknowledgedActStaysFoldedIn()
    {
        Profile desk;
        desk.takes({{}});
        const ActKey key = desk.does(ActKind::Claim).act.key;
        done(desk->settle({key, ActStatus::Acknowledged, HoldReason::None, {}, true}));
        desk.reopen();
        QCOMPARE(desk.shown(QueueView::Mine), QStringList({u"c1"_s}));
        QCOMPARE(desk.record().acts.size(), 1);
    }

    void afterACrashRepliesAndWhatWaitsBehindThemAreHeldBack()
    {
        Profile desk;
        desk.does(ActKind::Claim, u"c1"_s);
        desk.does(ActKind::Reply, u"c1"_s, u"a"_s);
        desk.does(ActKind::Close, u"c1"_s);
        desk.does(ActKind::Claim, u"c2"_s);
        desk.clock.ms += 100'000;
        const Instant later = desk.clock.now() + 8000;
        done(desk->postponeWaiting(later));
        QList<bool> postponed;
        for (const OutboxEntry &entry : value(desk->outbox()))
            postponed.append(entry.notBefore == later);
        QCOMPARE(postponed, QList({false, true, true, false}));
    }

    void draftsSurviveAndAnEmptyTextRemovesThem()
    {
        Profile desk;
        desk.takes({{}});
        QSignalSpy spy(&desk.store(), &Store::changed);
        const TypedDraft draft{ConversationId(u"c1"_s),
                               DraftKind::Reply,
                               u"Dear Mara \U0001F600"_s,
                               Base{2, MessageId(u"m1"_s), AgentId(u"bo"_s), State::Claimed},
                               {42}};
        done(desk->saveDraft(draft));
        desk.types(u"more"_s, DraftKind::Note);
        QCOMPARE(spy.count(), 1);
        QVERIFY(desk.record().row.draft);
        desk.reopen();
        QCOMPARE(value(desk->drafts(ConversationId(u"c1"_s))).first(), draft);
        desk.types(QString());
        desk.types(QString(), DraftKind::Note);
        QCOMPARE(desk.drafts(), QStringList());
        QVERIFY(!desk.record().row.draft);
    }
};

BATON_TEST(OutboxTest)
#include "OutboxTest.moc"
