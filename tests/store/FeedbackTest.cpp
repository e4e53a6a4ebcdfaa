#include "StoreFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

/// What agents make of what the machine made is kept for good, beside the packet.
class FeedbackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyKindSurvivesInTheOrderGiven()
    {
        Profile desk;
        desk.takes({{}});
        QList<Feedback> given;
        for (const FeedbackKind kind :
             {FeedbackKind::Card, FeedbackKind::Intent, FeedbackKind::Tier, FeedbackKind::Draft,
              FeedbackKind::Sentence}) {
            given.append({ConversationId(u"c1"_s), kind, u"was €20"_s, u"became"_s, u"why?"_s,
                          Person{u"ana"_s, u"Ana Ødegård"_s}, Instant{1000 + given.size()}});
            done(desk->addFeedback(given.last()));
        }
        QCOMPARE(desk.record().feedback, given);
        desk.reopen();
        QCOMPARE(desk.record().feedback, given);
    }

    void theConversationIsShownAnewAndTheLogKnows()
    {
        Profile desk;
        desk.takes({{}});
        const qint64 before = value(desk->verifyAudit()).entries;
        QSignalSpy spy(&desk.store(), &Store::changed);
        done(desk->addFeedback(
            {ConversationId(u"c1"_s), FeedbackKind::Card, {}, u"complete"_s, {}, {}, {}}));
        QTRY_COMPARE(spy.count(), 1);
        const auto changes = spy.at(0).at(0).value<ChangeSet>();
        QCOMPARE(changes.conversations, QList({ConversationId(u"c1"_s)}));
        const AuditReport audit = value(desk->verifyAudit());
        QCOMPARE(audit.entries, before + 1);
        QVERIFY(!audit.firstBad);
    }

    void aCorrectedTierMovesTheRowAndStays()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.id = u"c1"_s}, {.id = u"c2"_s, .waitingMinute = 1}});
        QVERIFY(desk.shown(QueueView::TierC).isEmpty());
        const auto corrects = [&](const QString &became) {
            done(desk->addFeedback(
                {ConversationId(u"c2"_s), FeedbackKind::Tier, u"B"_s, became, {}, {}, {}}));
        };
        QSignalSpy spy(&desk.store(), &Store::changed);
        corrects(u"C"_s);
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(0).value<ChangeSet>().order);
        QCOMPARE(desk.shown(QueueView::TierC), QStringList{u"c2"_s});
        QVERIFY(desk.record(u"c2"_s).row.judged->route == Route::Escalate);
        desk.takes({{.id = u"c2"_s, .version = 2, .waitingMinute = 1}});
        QCOMPARE(desk.shown(QueueView::TierC), QStringList{u"c2"_s});
        desk.judgesBy(8);
        QCOMPARE(desk.shown(QueueView::TierC), QStringList{u"c2"_s});
        desk.reopen();
        QCOMPARE(desk.shown(QueueView::TierC), QStringList{u"c2"_s});
        corrects(u"A"_s);
        QVERIFY(desk.shown(QueueView::TierC).isEmpty());
        QVERIFY(desk.record(u"c1"_s).row.judged->route == Route::Assist);
    }

    void aCorrectedIntentIsAnExampleToo()
    {
        Profile desk;
        desk.takes({{}});
        const IntentCorrection first{
            ConversationId(u"c1"_s),    u"where’s my money?"_s, u"return"_s, u"refund"_s,
            Person{u"ana"_s, u"Ana"_s}, Instant{1000}};
        QSignalSpy spy(&desk.store(), &Store::changed);
        done(desk->correctIntent(first));
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(value(desk->corrections()), QList{first});
        QCOMPARE(desk.record().feedback,
                 (QList<Feedback>{{first.conversation,
                                   FeedbackKind::Intent,
                                   u"return"_s,
                                   u"refund"_s,
                                   {},
                                   first.agent,
                                   first.at}}));
        IntentCorrection again = first;
        again.became = QString();
        again.at = Instant{2000};
        IntentCorrection other = first;
        other.conversation = ConversationId(u"c0"_s);
        other.at = Instant{3000};
        done(desk->correctIntent(again));
        done(desk->correctIntent(other));
        desk.reopen();
        QCOMPARE(value(desk->corrections()), (QList{other, again}));
        QCOMPARE(desk.record().feedback.size(), 2);
        QVERIFY(!value(desk->verifyAudit()).firstBad);
    }

    void aCorrectionIsLeftOutRemovedAndThereAgain()
    {
        Profile desk;
        desk.takes({{}});
        IntentCorrection one{ConversationId(u"c1"_s), u"lamp?"_s, u"a"_s, u"b"_s, {}, Instant{5}};
        done(desk->correctIntent(one));
        one.used = false;
        done(desk->keepCorrection(one));
        QCOMPARE(value(desk->corrections()), QList{one});
        done(desk->removeCorrection(one.conversation));
        QVERIFY(value(desk->corrections()).isEmpty());
        QCOMPARE(desk.record().feedback.size(), 1);
        done(desk->keepCorrection(one));
        QCOMPARE(value(desk->corrections()), QList{one});
        IntentCorrection newer = one;
        newer.at = Instant{6};
        done(desk->correctIntent(newer));
        done(desk->keepCorrection(one)); // what was removed before does not come over it
        QCOMPARE(value(desk->corrections()), QList{newer});
    }

    /// What stands was looked at too; what was drawn stays so, whoever corrects it later.
    void whatStandsIsKeptWithHowSureItWasRead()
    {
        Profile desk;
        desk.takes({{}});
        IntentCorrection one{
            ConversationId(u"c1"_s), u"lamp?"_s, u"a"_s, u"a"_s, {}, Instant{5}, true, 0.8123};
        QVERIFY(one.stands());
        done(desk->correctIntent(one));
        QCOMPARE(value(desk->corrections()), QList{one});
        std::vector<LookedLine> looked = value(desk->looked());
        QCOMPARE(looked.size(), 1U);
        QVERIFY(looked.front().row > 0 && looked.front().stood);
        QCOMPARE(looked.front().became, u"a"_s);
        QCOMPARE(looked.front().drawn, std::optional<quint16>(8123));
        IntentCorrection later = one;
        later.became = u"b"_s;
        later.at = Instant{6};
        later.drawn.reset(); // by an agent who came upon it
        done(desk->correctIntent(later));
        looked = value(desk->looked());
        QVERIFY(!looked.front().stood);
        QCOMPARE(looked.front().drawn, std::optional<quint16>(8123));
        done(desk->removeCorrection(one.conversation));
        done(desk->keepCorrection(later));
        QVERIFY(!value(desk->looked()).front().drawn);
        later.conversation = ConversationId(u"gone"_s); // from the cache
        done(desk->keepCorrection(later));
        QCOMPARE(value(desk->looked()).size(), 1U);
        QCOMPARE(value(desk->corrections()).size(), 2);
    }

    void aCorrectionWithoutWordsTeachesNothing()
    {
        Profile desk;
        desk.takes({{}});
        done(desk->correctIntent({ConversationId(u"c1"_s), {}, u"a"_s, u"b"_s, {}, Instant{5}}));
        QVERIFY(value(desk->corrections()).isEmpty());
        QCOMPARE(desk.record().feedback.size(), 1);
    }

    void anotherConversationHasNone()
    {
        Profile desk;
        desk.takes({{}});
        done(desk->addFeedback(
            {ConversationId(u"other"_s), FeedbackKind::Tier, u"B"_s, u"C"_s, {}, {}, {}}));
        QVERIFY(desk.record().feedback.isEmpty());
    }
};

BATON_TEST(FeedbackTest)
#include "FeedbackTest.moc"
