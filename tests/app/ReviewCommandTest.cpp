#include "tests/app/SameProfile.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

class ReviewCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatIsToDoFirst()
    {
        const tests::Desk desk;
        fill(desk);
        const Ran json = desk.run({u"review"_s, u"list"_s, u"--json"_s});
        QCOMPARE(json.exit, 0);
        QCOMPARE(json.lines().size(), 3);
        const auto first = nlohmann::json::parse(json.lines().first().toStdString());
        QCOMPARE(QString::fromStdString(first["id"]), u"c3"_s);
        QVERIFY(first["verdict"].is_null());
        const auto last = nlohmann::json::parse(json.lines().last().toStdString());
        QCOMPARE(QString::fromStdString(last["verdict"]), u"pass"_s);
        QCOMPARE(desk.run({u"review"_s, u"list"_s, u"--limit"_s, u"1"_s}).lines().size(), 1);
    }

    void tellsHowReviewersAgree()
    {
        const tests::Desk desk;
        fill(desk);
        const Ran json = desk.run({u"review"_s, u"kappa"_s, u"--json"_s});
        QCOMPARE(json.exit, 0);
        const auto told = nlohmann::json::parse(json.lines().first().toStdString());
        QCOMPARE(told["n"].get<int>(), 2);
        QCOMPARE(told["observed"].get<double>(), 1.0);
        QCOMPARE(told["kappa"].get<double>(), 1.0);
        QCOMPARE(told["planted"].get<int>(), 4);
        QCOMPARE(told["caught"].get<int>(), 2);
        QVERIFY(desk.run({u"review"_s, u"kappa"_s}).out.startsWith("kappa 1.000"));
        QCOMPARE(desk.run({u"review"_s, u"often"_s}).exit, 2);
        QCOMPARE(desk.run({u"review"_s}).exit, 2);
    }

private:
    /// Three that were picked; two of them are reviewed by two people.
    static void fill(const tests::Desk &desk)
    {
        const auto store = openHere(desk);
        QList<store::PickedReview> picked;
        QList<Review> reviews;
        for (int i = 1; i <= 3; ++i) {
            store::PickedReview one;
            one.facts.conversation = ConversationId(u"c%1"_s.arg(i));
            one.facts.closedAt = {1763474000000 + i};
            picked.append(one);
            for (const QString &who : {u"imke"_s, u"yara"_s}) {
                Review review;
                review.conversation = one.facts.conversation;
                review.reviewer = {who, who};
                review.verdict = i == 1 ? Verdict::Pass : Verdict::Fail;
                review.planted = true;
                review.caught = who == u"imke"_s;
                if (i < 3)
                    reviews.append(review);
            }
        }
        QVERIFY(store->addReviewItems(picked).result());
        QVERIFY(store->addReviews(reviews).result());
    }
};

BATON_TEST(ReviewCommandTest)
#include "ReviewCommandTest.moc"
