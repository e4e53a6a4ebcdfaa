#include "core/sync/demo/PastWork.h"

#include "core/sync/demo/History.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::sync::demo;

class PastWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAreOfTheRepliesThatWentOut()
    {
        const auto stage = bundledStage();
        const History history(stage, 1);
        const Person me{u"ines"_s, u"Ines Okafor"_s};
        std::array<int, 5> fates{};
        int drafts = 0;
        int replies = 0;
        int reviews = 0;
        int doubled = 0;
        for (int i = 0; i < history.size(); ++i) {
            const Conversation past = history.at(i);
            if (!isLately(past))
                continue;
            const Phrases phrases = history.scriptAt(i).phrases;
            const PastWork work(past, phrases, 1);
            const bool answered
                = std::any_of(past.messages.begin(), past.messages.end(), [](const Message &m) {
                      return m.from == Sender::Agent && m.visibility == Visibility::Public;
                  });
            replies += answered ? 1 : 0;
            for (const DraftUse &use : work.draftUses()) {
                ++drafts;
                ++fates[size_t(use.fate)];
                QVERIFY(answered);
                QVERIFY(!use.suggested.isEmpty());
                QVERIFY(use.shownAt < use.at);
                QVERIFY((use.fate == DraftFate::Discarded) == use.sent.isEmpty());
                QCOMPARE(use.survival.isEmpty(), false);
                QVERIFY((use.distance == 0) == (use.fate == DraftFate::AsIs));
            }
            const QList<Review> all = work.reviews(me);
            reviews += int(all.size());
            doubled += all.size() == 2 ? 1 : 0;
            for (const Review &review : all)
                QVERIFY(review.at < scenarioStart && !review.scores.isEmpty());
            QCOMPARE(PastWork(past, phrases, 1).draftUses(), work.draftUses());
            QCOMPARE(PastWork(past, phrases, 1).reviews(me), all);
        }
        qInfo("%d replies, %d drafts, %d reviews, %d double", replies, drafts, reviews, doubled);
        QVERIFY(drafts > replies * 8 / 10 && drafts <= replies);
        for (const int fate : fates)
            QVERIFY(fate > 0);
        QVERIFY(reviews > 100 && doubled > 10);
    }
};

BATON_TEST(PastWorkTest)
#include "PastWorkTest.moc"
