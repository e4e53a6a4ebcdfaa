#include "StoreFixture.h"

#include "tests/support/TestProgram.h"

#include <SQLiteCpp/Database.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

ActionRequest refundOf(const QString &key)
{
    ActionRequest request;
    request.key = ActKey(key);
    request.conversation = ConversationId(u"c1"_s);
    request.name = u"refund"_s;
    request.title = u"Refund"_s;
    request.about = u"LF-1"_s;
    request.system = u"shop"_s;
    request.method = u"POST"_s;
    request.url = u"https://shop.example/orders/LF-1/refunds"_s;
    request.body = u"{\"amount\":\"20.00\",\"note\":\"for Mara\"}"_s;
    request.keyHeader = u"Idempotency-Key"_s;
    request.arguments = {{u"order"_s, u"LF-1"_s}, {u"amount"_s, u"20.00"_s}};
    request.amount = Money{20, u"EUR"_s};
    request.asked = {u"ines"_s, u"Ines Okafor"_s};
    request.askedAt = {1763474760000};
    return request;
}

const Person ines{u"ines"_s, u"Ines Okafor"_s};
const Person priya{u"priya"_s, u"Priya Nair"_s};

} // namespace

class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsApprovedWaitsAsItIs()
    {
        Profile desk;
        const ActionEntry made = value(desk->recordAction(refundOf(u"k1"_s), ines));
        QCOMPARE(made.status, ActionStatus::Waiting);
        QCOMPARE(made.request, refundOf(u"k1"_s));
        QCOMPARE(value(desk->openActions()), QList<ActionEntry>({made}));
        desk.close();
        desk.open();
        QCOMPARE(value(desk->openActions()), QList<ActionEntry>({made}));
        QCOMPARE(value(desk->actionsOf(ConversationId(u"c1"_s))).size(), 1);
        QVERIFY(value(desk->actionsOf(ConversationId(u"c2"_s))).isEmpty());
    }

    void twiceIsOnce()
    {
        Profile desk;
        value(desk->recordAction(refundOf(u"k1"_s), ines));
        value(desk->recordAction(refundOf(u"k1"_s), ines));
        QCOMPARE(value(desk->openActions()).size(), 1);
        ActionRequest other = refundOf(u"k1"_s);
        other.body = u"{}"_s;
        const auto refused = desk->recordAction(other, ines).result();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
    }

    void whatIsOnlyAskedIsNotSent()
    {
        Profile desk;
        const ActionEntry asked = value(desk->recordAction(refundOf(u"k1"_s), std::nullopt));
        QCOMPARE(asked.status, ActionStatus::Asked);
        QVERIFY(!value(desk->beginAction(asked.request.key)));
        const ActionEntry approved = value(desk->approveAction(asked.request.key, priya));
        QCOMPARE(approved.status, ActionStatus::Waiting);
        QCOMPARE(approved.approved, std::optional(priya));
        QVERIFY(value(desk->beginAction(asked.request.key)));
        QCOMPARE(desk->withdrawAction(asked.request.key).result().error().code,
                 ErrorCode::Conflict);
        QCOMPARE(desk->approveAction(ActKey(u"nobody"_s), priya).result().error().code,
                 ErrorCode::NotFound);
    }

    void aWithdrawnOneIsOver()
    {
        Profile desk;
        value(desk->recordAction(refundOf(u"k1"_s), std::nullopt));
        QVERIFY(desk->withdrawAction(ActKey(u"k1"_s)).result());
        QVERIFY(desk->withdrawAction(ActKey(u"k1"_s)).result());
        QCOMPARE(desk->approveAction(ActKey(u"k1"_s), priya).result().error().code,
                 ErrorCode::Conflict);
        QVERIFY(value(desk->openActions()).isEmpty());
    }

    void anAttemptThatEndedNowhereIsKnownAfterACrash()
    {
        Profile desk;
        value(desk->recordAction(refundOf(u"k1"_s), ines));
        QVERIFY(value(desk->beginAction(ActKey(u"k1"_s))));
        desk.close();
        desk.open();
        const ActionEntry left = value(desk->openActions()).first();
        QVERIFY(left.begun);
        QCOMPARE(left.attempts, 1);
        const Error away{ErrorCode::Offline, u"shop.example"_s, u"HTTP 503"_s};
        const ActionEntry again
            = value(desk->settleAction({ActKey(u"k1"_s), ActionStatus::Waiting, away, QString()}));
        QCOMPARE(again.status, ActionStatus::Waiting);
        QCOMPARE(again.problem, std::optional(away));
        QVERIFY(value(desk->beginAction(ActKey(u"k1"_s))));
        const ActionEntry done = value(desk->settleAction(
            {ActKey(u"k1"_s), ActionStatus::Done, std::nullopt, u"{\"Refund\":\"R-1\"}"_s}));
        QCOMPARE(done.status, ActionStatus::Done);
        QVERIFY(!done.begun);
        QCOMPARE(done.attempts, 2);
        QVERIFY(!value(desk->beginAction(ActKey(u"k1"_s))));
        // A late answer changes nothing of what is known.
        const auto late
            = desk->settleAction({ActKey(u"k1"_s), ActionStatus::Refused, away, QString()})
                  .result();
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(value(desk->actionsOf(ConversationId(u"c1"_s))).first(), done);
    }

    void whatFailedIsListedUntilSomebodyHasSeenIt()
    {
        Profile desk;
        value(desk->recordAction(refundOf(u"k1"_s), ines));
        QCOMPARE(desk->dismissAction(ActKey(u"k1"_s)).result().error().code, ErrorCode::Conflict);
        value(desk->beginAction(ActKey(u"k1"_s)));
        const Error no{ErrorCode::Refused, QString(), u"HTTP 422"_s};
        value(desk->settleAction({ActKey(u"k1"_s), ActionStatus::Refused, no, QString()}));
        QCOMPARE(value(desk->openActions()).size(), 1);
        QVERIFY(desk->dismissAction(ActKey(u"k1"_s)).result());
        QVERIFY(value(desk->openActions()).isEmpty());
        QCOMPARE(value(desk->actionsOf(ConversationId(u"c1"_s))).size(), 1);
    }

    /// Ids and salted hashes only: neither what was sent nor what was answered.
    void theLogKnowsOfItWithoutAText()
    {
        Profile desk;
        value(desk->recordAction(refundOf(u"k1"_s), std::nullopt));
        value(desk->approveAction(ActKey(u"k1"_s), priya));
        value(desk->beginAction(ActKey(u"k1"_s)));
        value(desk->settleAction(
            {ActKey(u"k1"_s), ActionStatus::Done, std::nullopt, u"{\"Refund\":\"R-1\"}"_s}));
        QVERIFY(!value(desk->verifyAudit()).firstBad);
        desk.close();
        SQLite::Database database(desk.paths().deskFile().toStdString());
        SQLite::Statement rows(
            database, "SELECT kind, detail FROM audit WHERE kind LIKE 'action-%' ORDER BY seq");
        QStringList kinds;
        while (rows.executeStep()) {
            kinds += QString::fromUtf8(rows.getColumn(0).getText());
            const QString detail = QString::fromUtf8(rows.getColumn(1).getText());
            QVERIFY(detail.startsWith(u"k1 refund "_s));
            for (const QString &text : {u"Mara"_s, u"LF-1"_s, u"20.00"_s, u"R-1"_s})
                QVERIFY2(!detail.contains(text), qPrintable(detail));
        }
        QCOMPARE(kinds, QStringList({u"action-asked"_s, u"action-approved"_s, u"action-done"_s}));
    }
};

BATON_TEST(ActionsTest)
#include "ActionsTest.moc"
