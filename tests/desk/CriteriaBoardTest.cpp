#include "core/desk/CriteriaBoard.h"

#include "core/quality/Scorecards.h"
#include "tests/support/ReviewFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

struct CriteriaDesk : ReviewFixture
{
    explicit CriteriaDesk(Role role = Role::Lead)
    {
        settings.agent.role = role;
        restart();
    }
    void restart()
    {
        makeDesk();
        showAllWeeks();
        QSignalSpy changed(&criteria(), &CriteriaBoard::changed);
        criteria().start();
        QVERIFY(changed.wait());
    }
    CriteriaBoard &criteria() const { return desk->criteriaBoard(); }
    const CriteriaSnapshot &now() const { return criteria().snapshot(); }
    void saveCard()
    {
        const int before = now().kept.version;
        criteria().save();
        QTRY_VERIFY(now().kept.version > before);
    }
};

} // namespace

/// A lead decides what reviewers answer; each review keeps the version that it was made with.
class CriteriaBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsSavedIsANewVersionAndIsReadAgain()
    {
        CriteriaDesk f;
        QVERIFY(f.now().bundled && f.now().mayEdit);
        const Scorecard bundled = f.now().kept;
        f.criteria().addCriterion();
        QCOMPARE(f.now().flaws.size(), 1); // it has no words yet
        f.criteria().save();
        QVERIFY(!f.now().saving);
        Scorecard wish = f.now().edited;
        wish.criteria.last().title = u" Says sorry once "_s;
        wish.criteria[0].weight = 5;
        f.criteria().edit(wish);
        QVERIFY(f.now().flaws.isEmpty() && f.now().isChanged());
        f.saveCard();
        QCOMPARE(f.now().kept.version, bundled.version + 1);
        QCOMPARE(f.now().kept.criteria.last().title, u"Says sorry once"_s);
        QVERIFY(!f.now().isChanged() && !f.now().bundled);
        QCOMPARE(f.board().scorecard(), f.now().kept);
        const Scorecard kept = f.now().kept;
        f.restart();
        QCOMPARE(f.now().kept, kept);
        QCOMPARE(f.now().versions.size(), 1);
        QCOMPARE(f.now().versions.first().author, f.ines.person());
        f.criteria().editBundled();
        f.saveCard();
        QCOMPARE(f.now().kept.version, bundled.version + 2);
        QCOMPARE(f.now().kept.criteria, bundled.criteria);
        QVERIFY(f.now().bundled);
        QVERIFY(!f.store->verifyAudit().result().value().firstBad);
    }

    void oldReviewsKeepTheVersionThatTheyWereMadeWith()
    {
        CriteriaDesk f;
        f.closeOne(u"a"_s, 20);
        f.closeOne(u"b"_s, 10);
        (void)f.look();
        const Scorecard old = f.board().scorecard();
        (void)f.open(u"a"_s);
        (void)f.save(f.answer(Verdict::Pass));
        Scorecard wish = f.now().edited;
        wish.criteria.removeLast();
        wish.criteria[0].title = u"Facts"_s;
        f.criteria().edit(wish);
        f.saveCard();
        const ReviewSnapshot before = f.open(u"a"_s);
        QVERIFY(before.revealed);
        QCOMPARE(before.card, old);
        const ReviewSnapshot after = f.open(u"b"_s);
        QCOMPARE(after.card, f.now().kept);
        const ReviewSnapshot made = f.save(f.answer(Verdict::Pass));
        QCOMPARE(made.review->scorecard, old.version + 1);
        f.restart();
        QCOMPARE(f.open(u"a"_s).card, old);
    }

    /// One that is open when another is saved is answered by its own.
    void anOpenReviewKeepsItsCard()
    {
        CriteriaDesk f;
        f.closeOne(u"a"_s, 20);
        (void)f.look();
        const ReviewAnswer answer = f.answer(Verdict::Pass);
        const Scorecard old = f.open(u"a"_s).card;
        Scorecard wish = f.now().edited;
        wish.criteria.removeFirst();
        f.criteria().edit(wish);
        f.saveCard();
        const ReviewSnapshot made = f.save(answer);
        QCOMPARE(made.card, old);
        QCOMPARE(made.review->scorecard, old.version);
    }

    void whoIsNoLeadOnlyReads()
    {
        for (const Role role : {Role::Agent, Role::Viewer}) {
            CriteriaDesk f(role);
            QVERIFY(!f.now().mayEdit);
            f.criteria().addCriterion();
            f.criteria().editBundled();
            Scorecard wish = f.now().edited;
            wish.criteria.removeLast();
            f.criteria().edit(wish);
            f.criteria().save();
            QVERIFY(!f.now().isChanged() && !f.now().saving);
        }
    }
};

BATON_TEST(CriteriaBoardTest)
#include "CriteriaBoardTest.moc"
