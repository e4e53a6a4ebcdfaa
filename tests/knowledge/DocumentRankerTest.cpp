#include "core/knowledge/DocumentRanker.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace baton;
using knowledge::DocumentRanker;

namespace {

DocumentRanker ranker()
{
    return DocumentRanker({{u"Refunds"_s, u"Money goes back to the card within five days."_s},
                           {u"Delivery"_s, u"Parcels come with a courier on working days."_s},
                           {u"Guarantee"_s, u"A lamp that breaks is mended or replaced."_s}});
}

std::vector<double> asked(const DocumentRanker &of, const QString &text)
{
    return of.scores({{text, 1, {}}});
}

int best(const DocumentRanker &of, const QString &text)
{
    const std::vector<double> scores = asked(of, text);
    return int(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

} // namespace

class DocumentRankerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherFormsOfAWordAreHeard()
    {
        QCOMPARE(best(ranker(), u"was I refunded?"_s), 0);
        QCOMPARE(best(ranker(), u"who delivers it"_s), 1);
        QCOMPARE(best(ranker(), u"my lamps broke"_s), 2);
        const std::vector<double> nothing = asked(ranker(), u"xyzzy"_s);
        QVERIFY(std::all_of(nothing.begin(), nothing.end(), [](double s) { return s == 0; }));
    }

    void theSearchIndexIsAddedAndTurnsAreWeighed()
    {
        const DocumentRanker of = ranker();
        const auto with = of.scores({{u"lamp"_s, 1, {{1, 7.5}}}});
        QVERIFY(with[1] > 0 && with[2] > with[1]);
        const auto whole = of.scores({{u"lamp"_s, 1, {}}});
        const auto half = of.scores({{u"lamp"_s, 0.5, {}}});
        const auto both = of.scores({{u"lamp"_s, 1, {}}, {u"lamp"_s, 0.5, {}}});
        QCOMPARE(half[2], whole[2] / 2);
        QCOMPARE(both[2], whole[2] * 1.5);
    }

    void whatWasCitedIsLearntAndCanBeLostAgain()
    {
        const DocumentRanker before = ranker();
        QVERIFY(best(before, u"the thingummy went dark"_s) != 2
                || asked(before, u"the thingummy went dark"_s)[2] == 0);
        const DocumentRanker after = before.learnt({}, {{u"my thingummy went all dark"_s, 2}});
        QCOMPARE(best(after, u"the thingummy went dark"_s), 2);
        // One citation bends a document, and never turns it away from its own words.
        QCOMPARE(best(after, u"refunds to my card"_s), 0);
        QCOMPARE(best(after, u"a lamp that breaks"_s), 2);
        const DocumentRanker lost = after.learnt({}, {});
        for (const char *text : {"the thingummy went dark", "refund", "lamp on a card"})
            QCOMPARE(asked(lost, QString::fromLatin1(text)),
                     asked(before, QString::fromLatin1(text)));
    }

    void ticketsGiveDocumentsTheCustomersWords()
    {
        std::vector<DocumentRanker::Ticket> tickets;
        for (int i = 0; i < 5; ++i) {
            tickets.push_back({u"my lamp is bust, it breaks a lot %1"_s.arg(i), {}});
            tickets.push_back({u"the courier with my parcels is a no show %1"_s.arg(i), {}});
            tickets.push_back({u"gimme my money back on my card %1"_s.arg(i), {}});
        }
        const DocumentRanker after = ranker().learnt(tickets, {});
        QCOMPARE(best(after, u"bust"_s), 2);
        QCOMPARE(best(after, u"no show"_s), 1);
        QCOMPARE(best(after, u"gimme"_s), 0);
    }

    void sharedTitlesAreNames()
    {
        QVERIFY(!ranker().mentions());
        QList<DocumentRanker::Subject> subjects;
        for (int i = 0; i < 12; ++i) {
            subjects.append({u"Gull House"_s, u"Entry %1 about breakfast"_s.arg(i)});
            subjects.append({u"Harbour Inn"_s, u"Entry %1 about breakfast"_s.arg(i)});
        }
        const DocumentRanker of(subjects);
        QVERIFY(of.mentions());
        QCOMPARE(of.mentions()->names(), QStringList({u"Gull House"_s, u"Harbour Inn"_s}));
        QCOMPARE(of.nameOf(0), 0);
        QCOMPARE(of.nameOf(1), 1);
    }

    void anEmptyTeamKnowsNothing()
    {
        const DocumentRanker none(QList<DocumentRanker::Subject>{});
        QVERIFY(none.scores({{u"anything"_s, 1, {}}}).empty());
        QCOMPARE(none.learnt({{u"a"_s, {}}}, {}).size(), 0);
    }
};

BATON_TEST(DocumentRankerTest)
#include "DocumentRankerTest.moc"
