#include "StoreFixture.h"

#include "tests/support/TestProgram.h"

#include <SQLiteCpp/Database.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

const Person lea{u"lea"_s, u"Lea Brandt"_s};
const Person nora{u"nora"_s, u"Nora Keane"_s};

ApprovalRequest replyOf(const QString &key, bool closes = false)
{
    ApprovalRequest request;
    request.key = ActKey(key);
    request.conversation = ConversationId(u"c1"_s);
    request.author = lea;
    request.at = {1763474760000};
    request.text = u"It left today."_s;
    request.base.lastPublic = MessageId(u"m1"_s);
    request.closes = closes;
    request.need = {ApprovalNeed::Why::Intent, u"refund_missing"_s};
    return request;
}

QList<OutboxEntry> approve(Profile &desk, const QString &key)
{
    return value(desk->approveReply(ActKey(key), nora, {}, {1763474790000}));
}

} // namespace

class ApprovalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatWaitsIsNotInTheOutboxAndOutlivesTheProgram()
    {
        Profile desk;
        const Approval asked = value(desk->askApproval(replyOf(u"k1"_s)));
        QCOMPARE(asked.status, ApprovalStatus::Asked);
        QCOMPARE(asked.request, replyOf(u"k1"_s));
        QCOMPARE(value(desk->askApproval(replyOf(u"k1"_s))), asked); // twice is once
        QCOMPARE(desk->askApproval(replyOf(u"k2"_s)).result().error().code, ErrorCode::Conflict);
        desk.close();
        desk.open();
        QCOMPARE(value(desk->openApprovals()), QList<Approval>({asked}));
        QVERIFY(value(desk->outbox()).isEmpty());
    }

    void whatIsApprovedIsInTheOutboxOnce()
    {
        Profile desk;
        desk.takes({{}});
        value(desk->askApproval(replyOf(u"k1"_s, true)));
        const QList<OutboxEntry> first = approve(desk, u"k1"_s);
        QCOMPARE(first.size(), 2);
        QCOMPARE(first[0].act.kind, ActKind::Reply);
        QCOMPARE(first[0].act.key.text(), u"k1"_s);
        QCOMPARE(first[0].act.agent, lea);
        QCOMPARE(first[0].act.text, u"It left today."_s);
        QCOMPARE(first[1].act.kind, ActKind::Close);
        desk.close(); // as after a crash right behind it
        desk.open();
        QVERIFY(value(desk->openApprovals()).isEmpty());
        QCOMPARE(approve(desk, u"k1"_s), first);
        QCOMPARE(value(desk->outbox()).size(), 2);
        QCOMPARE(desk->returnReply(ActKey(u"k1"_s), nora, u"no"_s).result().error().code,
                 ErrorCode::Conflict);
    }

    /// Between the two there is nothing: where the outbox does not take it, it is not approved.
    void approvingAndEnqueueingAreOne()
    {
        Profile desk;
        desk.takes({{}});
        value(desk->askApproval(replyOf(u"k1"_s)));
        Act other; // has its key already, so that the outbox refuses the reply
        other.key = ActKey(u"k1"_s);
        other.kind = ActKind::Note;
        other.conversation = ConversationId(u"c1"_s);
        other.text = u"another act"_s;
        value(desk->record({{other, {}}}));
        const auto refused = desk->approveReply(ActKey(u"k1"_s), nora, {}, {}).result();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        desk.close();
        desk.open();
        const QList<Approval> open = value(desk->openApprovals());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().status, ApprovalStatus::Asked);
        QCOMPARE(value(desk->outbox()).size(), 1);
    }

    void whatIsReturnedOrTakenBackIsADraftAgain()
    {
        Profile desk;
        const auto drafts = [&desk] { return value(desk->drafts(ConversationId(u"c1"_s))); };
        value(desk->askApproval(replyOf(u"k1"_s)));
        QVERIFY(drafts().isEmpty());
        const Approval returned
            = value(desk->returnReply(ActKey(u"k1"_s), nora, u"Name the date"_s));
        QCOMPARE(returned.note, u"Name the date"_s);
        QCOMPARE(drafts().size(), 1);
        QCOMPARE(drafts().first().text, u"It left today."_s);
        QCOMPARE(value(desk->openApprovals()).size(), 1); // until its author has read it
        done(desk->markReturnRead(ActKey(u"k1"_s)));
        QVERIFY(value(desk->openApprovals()).isEmpty());

        done(desk->saveDraft({ConversationId(u"c1"_s), DraftKind::Reply, {}, {}, {}}));
        value(desk->askApproval(replyOf(u"k2"_s)));
        done(
            desk->saveDraft({ConversationId(u"c1"_s), DraftKind::Reply, u"typed since"_s, {}, {}}));
        value(desk->withdrawReply(ActKey(u"k2"_s)));
        QCOMPARE(drafts().first().text, u"It left today.\n\ntyped since"_s);
        QCOMPARE(desk->approveReply(ActKey(u"k2"_s), nora, {}, {}).result().error().code,
                 ErrorCode::Conflict);
    }

    void eachStepIsOnRecordWithoutItsWords()
    {
        Profile desk;
        const qint64 before = value(desk->verifyAudit()).entries;
        value(desk->askApproval(replyOf(u"k1"_s)));
        value(desk->returnReply(ActKey(u"k1"_s), nora, u"Name the date"_s));
        value(desk->askApproval(replyOf(u"k2"_s)));
        approve(desk, u"k2"_s);
        done(desk->saveDraft({ConversationId(u"c1"_s), DraftKind::Reply, {}, {}, {}}));
        value(desk->askApproval(replyOf(u"k3"_s)));
        value(desk->withdrawReply(ActKey(u"k3"_s)));
        const auto audit = value(desk->verifyAudit());
        QCOMPARE(audit.entries - before, 7); // the reply of k2 is one of its own
    }
};

BATON_TEST(ApprovalsTest)
#include "ApprovalsTest.moc"
