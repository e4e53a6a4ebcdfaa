#include "core/desk/ApprovalBoard.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

/// A desk whose agent's replies need a lead, with one conversation open.
struct ApprovalDesk : DeskFixture
{
    explicit ApprovalDesk(Role role = Role::Agent)
    {
        policy.approval.agents = {ines.id};
        settings.agent.role = role;
        makeDesk();
        arrive({conversation(u"a"_s, u"Where is my refund?"_s)});
        show();
    }
    ApprovalBoard &board() const { return desk->approvalBoard(); }
    void show()
    {
        QSignalSpy shown(desk.get(), &Desk::conversationChanged);
        desk->open(ConversationId(u"a"_s));
        QVERIFY(!first<ConversationSnapshot>(shown).row.id.isEmpty());
    }
    void become(Role role)
    {
        Settings changed = desk->settings();
        changed.agent.role = role;
        desk->changeSettings(changed);
    }
    void send(const QString &text, AfterSend after = AfterSend::Stay)
    {
        QSignalSpy asked(&board(), &ApprovalBoard::asked);
        desk->typed(DraftKind::Reply, text);
        desk->sendReply(text, after);
        QVERIFY(!asked.isEmpty() || asked.wait());
        QTRY_COMPARE(board().waiting().size(), 1);
    }
    QList<OutboxEntry> replies() const
    {
        QList<OutboxEntry> all = store->outbox().result().value();
        all.removeIf([](const OutboxEntry &one) { return one.act.kind != ActKind::Reply; });
        return all;
    }
    ActKey key() const { return board().waiting().value(0).request.key; }
    ApprovalSnapshot showToLead()
    {
        become(Role::Lead);
        QSignalSpy shown(&board(), &ApprovalBoard::shown);
        board().show(key());
        if (shown.isEmpty())
            shown.wait();
        return board().shownNow().value_or(ApprovalSnapshot{});
    }
    void customerWrites(const QString &text)
    {
        Conversation c = conversation(u"a"_s, u"Where is my refund?"_s);
        c.version = 5;
        Message m;
        m.id = MessageId(u"a-m2"_s);
        m.at = clock.now();
        m.text = text;
        c.messages.append(m);
        arrive({c});
    }
    QString draft() const
    {
        const auto drafts = store->drafts(ConversationId(u"a"_s)).result().value();
        return drafts.isEmpty() ? QString() : drafts.first().text;
    }
};

} // namespace

/// Replies that need a lead wait for one.
class ApprovalBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aReplyWaitsUntilALeadApprovesIt()
    {
        ApprovalDesk f;
        f.send(u"It is on its way."_s);
        QVERIFY(f.replies().isEmpty());
        QCOMPARE(f.draft(), QString());
        QSignalSpy failed(&f.board(), &ApprovalBoard::failed);
        f.board().show(f.key());
        f.board().approve(f.key());
        QCOMPARE(failed.count(), 1); // an agent shows none; and what is not shown is not approved
        const ApprovalSnapshot shown = f.showToLead();
        QCOMPARE(shown.approval.request.text, u"It is on its way."_s);
        QCOMPARE(shown.approval.request.need.why, ApprovalNeed::Why::Agent);
        QVERIFY(shown.mayDecide && !shown.isMoved());
        QSignalSpy decided(&f.board(), &ApprovalBoard::decided);
        f.board().approve(f.key());
        QVERIFY(decided.wait());
        QCOMPARE(f.replies().size(), 1);
        QCOMPARE(f.replies().first().act.text, u"It is on its way."_s);
        QCOMPARE(f.replies().first().act.agent, f.ines.person());
        QTRY_VERIFY(f.board().open().isEmpty());
    }

    void theConversationTellsThatItWaits()
    {
        ApprovalDesk f;
        QSignalSpy changed(f.desk.get(), &Desk::conversationChanged);
        f.send(u"It is on its way."_s);
        const auto last = [&changed] {
            return changed.isEmpty() ? ConversationSnapshot()
                                     : changed.last().first().value<ConversationSnapshot>();
        };
        QTRY_VERIFY(last().approval);
        QVERIFY(last().approvalNeed);
        QTRY_VERIFY(last().mine); // it was claimed
        f.become(Role::Lead);
        QTRY_VERIFY(!last().approvalNeed); // a lead's own go as they are
    }

    void whatCameMeanwhileIsSaidAndAskedAbout()
    {
        ApprovalDesk f;
        f.send(u"It is on its way."_s);
        f.customerWrites(u"Never mind, it came!"_s);
        const ApprovalSnapshot shown = f.showToLead();
        QCOMPARE(shown.since.size(), 1);
        QCOMPARE(shown.since.first().text, u"Never mind, it came!"_s);
        QVERIFY(!shown.asks);
        QSignalSpy again(&f.board(), &ApprovalBoard::shown);
        f.board().approve(f.key());
        QVERIFY(again.wait());
        QVERIFY(f.board().shownNow()->asks);
        QVERIFY(f.replies().isEmpty());
        QSignalSpy decided(&f.board(), &ApprovalBoard::decided);
        f.board().approve(f.key());
        QVERIFY(decided.wait());
        QCOMPARE(f.replies().size(), 1);
        QCOMPARE(f.replies().first().act.base.lastPublic.text(), u"a-m2"_s); // nothing holds it
    }

    /// What comes after it was shown counts too.
    void whatComesWhileALeadReadsIsAskedAbout()
    {
        ApprovalDesk f;
        f.send(u"It is on its way."_s);
        QVERIFY(!f.showToLead().isMoved());
        f.customerWrites(u"Never mind, it came!"_s);
        QSignalSpy again(&f.board(), &ApprovalBoard::shown);
        f.board().approve(f.key());
        QVERIFY(again.wait());
        QVERIFY(f.board().shownNow()->asks && f.replies().isEmpty());
    }

    void aLeadReturnsItWithANote()
    {
        ApprovalDesk f;
        f.send(u"It is on its way."_s);
        (void)f.showToLead();
        QSignalSpy failed(&f.board(), &ApprovalBoard::failed);
        f.board().giveBack(f.key(), u"  "_s);
        QCOMPARE(failed.count(), 1);
        f.board().giveBack(f.key(), u"Name the date"_s);
        QTRY_VERIFY(f.board().waiting().isEmpty());
        f.become(Role::Agent);
        const auto back = f.board().of(ConversationId(u"a"_s));
        QVERIFY(back);
        QCOMPARE(back->status, ApprovalStatus::Returned);
        QCOMPARE(back->note, u"Name the date"_s);
        QCOMPARE(f.draft(), u"It is on its way."_s);
        f.board().markRead(back->request.key);
        QTRY_VERIFY(!f.board().of(ConversationId(u"a"_s)));
        QVERIFY(f.replies().isEmpty());
    }

    void itsAuthorTakesItBack()
    {
        ApprovalDesk f;
        f.send(u"It is on its way."_s);
        f.board().takeBack(f.key());
        QTRY_VERIFY(f.board().open().isEmpty());
        QCOMPARE(f.draft(), u"It is on its way."_s);
    }

    void itWaitsStillAfterTheProgramWasEnded()
    {
        ApprovalDesk f;
        f.send(u"It is on its way."_s, AfterSend::Close);
        f.reopenStore();
        f.makeDesk();
        f.desk->start();
        QTRY_COMPARE(f.board().waiting().size(), 1);
        QVERIFY(f.board().waiting().first().request.closes);
        QVERIFY(f.replies().isEmpty());
    }

    void aLeadsOwnAndOthersGoAtOnce()
    {
        ApprovalDesk lead(Role::Lead);
        QSignalSpy sent(lead.desk.get(), &Desk::sent);
        lead.desk->sendReply(u"It is on its way."_s, AfterSend::Stay);
        QVERIFY(sent.wait());
        QCOMPARE(lead.replies().size(), 1);
        policy::Policy other = lead.policy;
        other.approval.agents = {AgentId(u"somebody"_s)};
        other.approval.intents = {u"refund_missing"_s};
        const Agent agent{AgentId(u"ines"_s), {}, Role::Agent};
        QVERIFY(!policy::needsApproval(agent, u"order_status"_s, other));
        QVERIFY(!policy::needsApproval(agent, {}, other));
        QCOMPARE(policy::needsApproval(agent, u"refund_missing"_s, other)->intent,
                 u"refund_missing"_s);
    }

    /// One answer to many waits for a lead as one to one does.
    void oneOfManyWaitsToo()
    {
        ApprovalDesk f;
        f.arrive({f.conversation(u"b"_s, u"Where is my refund?"_s)});
        f.desk->sendToEach(
            {{ConversationId(u"a"_s), u"Soon."_s}, {ConversationId(u"b"_s), u"Soon."_s}});
        QTRY_COMPARE(f.board().waiting().size(), 2);
        QVERIFY(f.replies().isEmpty());
    }
};

BATON_TEST(ApprovalBoardTest)
#include "ApprovalBoardTest.moc"
