#include "core/quality/Scorecards.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

Scorecard card()
{
    return {1,
            u"two"_s,
            {{u"facts"_s, u"Facts"_s, {}, Scale::Five, 3, true, ScoreRule::Grounded},
             {u"asked"_s, u"Asked"_s, {}, Scale::YesNo, 1, false, ScoreRule::NotAskedAgain}}};
}

Draft reply(int grounded, int claims)
{
    Draft draft;
    for (int i = 0; i < claims; ++i) {
        DraftSentence sentence;
        sentence.lack = i < grounded ? Lack::None : Lack::Statement;
        draft.sentences.append(sentence);
    }
    return draft;
}

int pointsOf(const QList<Score> &scores, const QString &criterion)
{
    for (const Score &score : scores) {
        if (score.criterion == criterion)
            return score.points;
    }
    return 0;
}

} // namespace

class ScorecardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBundledOneIsRead()
    {
        const Scorecard bundled = bundledScorecard();
        QCOMPARE(bundled.version, 3);
        QCOMPARE(bundled.criteria.size(), 6);
        QVERIFY(bundled.criteria[0].critical);
    }

    void peopleAndRulesAreNeverMixed()
    {
        const QList<Score> scores{{u"facts"_s, ScoredBy::Person, 5},
                                  {u"facts"_s, ScoredBy::Rule, 1},
                                  {u"asked"_s, ScoredBy::Person, 1}};
        const ScoreTotal people = total(card(), scores, ScoredBy::Person);
        QCOMPARE(people.answered, 2);
        QCOMPARE(*people.points, 4.0); // (3 × 5 + 1 × 1) ÷ 4
        QVERIFY(people.failed.isEmpty());
        const ScoreTotal rules = total(card(), scores, ScoredBy::Rule);
        QCOMPARE(rules.answered, 1);
        QCOMPARE(*rules.points, 1.0);
        QVERIFY(!total(card(), {}, ScoredBy::Person).points);
    }

    void aCriticalCriterionFailsTheWhole()
    {
        const ScoreTotal failed
            = total(card(), {{u"facts"_s, ScoredBy::Person, 2}}, ScoredBy::Person);
        QCOMPARE(failed.failed, QStringList({u"facts"_s}));
        QVERIFY(!permits(failed, Verdict::Pass));
        QVERIFY(permits(failed, Verdict::Coach));
        QVERIFY(permits(failed, Verdict::Fail));
        QVERIFY(permits(total(card(), {{u"asked"_s, ScoredBy::Person, 1}}, ScoredBy::Person),
                        Verdict::Pass));
    }

    void rulesSayWhatTheySee()
    {
        Observed seen;
        QVERIFY(ruleScores(card(), seen).isEmpty()); // no reply, so nothing to judge
        seen.reply = reply(5, 6);
        QCOMPARE(pointsOf(ruleScores(card(), seen), u"facts"_s), 4);
        QCOMPARE(pointsOf(ruleScores(card(), seen), u"asked"_s), 5);
        seen.reply = reply(6, 6);
        QCOMPARE(pointsOf(ruleScores(card(), seen), u"facts"_s), 5);
        seen.reply.lints.append({LintKind::AsksForGiven, 0, {}, {}});
        QCOMPARE(pointsOf(ruleScores(card(), seen), u"asked"_s), 1);

        Scorecard policy{1, {}, {{u"p"_s, {}, {}, Scale::Five, 1, false, ScoreRule::PolicyKept}}};
        QCOMPARE(pointsOf(ruleScores(policy, seen), u"p"_s), 5);
        seen.overrides = 1;
        QCOMPARE(pointsOf(ruleScores(policy, seen), u"p"_s), 3);
        seen.reply.sentences[0].lack = Lack::Contradicts;
        QCOMPARE(pointsOf(ruleScores(policy, seen), u"p"_s), 1);
    }

    void whatIsWrongIsNamed()
    {
        const auto twice = readScorecard(
            R"({"scorecard":"baton-scorecard/1","version":1,"title":"t","criteria":[
                {"name":"a","title":"A","scale":"1-5","weight":1},
                {"name":"a","title":"B","scale":"1-5","weight":1}]})");
        QVERIFY(!twice);
        QCOMPARE(twice.error().detail, u"/criteria/1/name: is there twice"_s);
        const auto weight = readScorecard(
            R"({"scorecard":"baton-scorecard/1","version":1,"title":"t","criteria":[
                {"name":"a","title":"A","scale":"1-5","weight":0}]})");
        QVERIFY(!weight);
        QCOMPARE(weight.error().detail, u"/criteria/0/weight: expected more than 0"_s);
    }

    void whatIsWrittenIsReadAgain()
    {
        Scorecard card = bundledScorecard();
        QCOMPARE(readScorecard(writeScorecard(card)).value(), card);
        card.version = 4;
        card.title = u"The \"new\" one"_s;
        card.criteria[1].weight = 0.5;
        card.criteria.append({u"criterion_1"_s, u"Says “sorry” once"_s, {}, Scale::YesNo, 12.25});
        QCOMPARE(readScorecard(writeScorecard(card)).value(), card);
    }

    void whatIsWrongIsNamedByItsCriterion()
    {
        Scorecard card = bundledScorecard();
        QVERIFY(flawsOf(card).isEmpty());
        card.criteria[0].title = u"  "_s;
        card.criteria[1].weight = 0;
        card.criteria[2].weight = 100.5;
        card.criteria[3].title = u" tone "_s;
        card.criteria[4].hint = QString(81, u'x');
        QCOMPARE(flawsOf(card),
                 (QList<CardFlaw>{{CardFault::NoTitle, 0},
                                  {CardFault::Weight, 1},
                                  {CardFault::Weight, 2},
                                  {CardFault::LongTitle, 4},
                                  {CardFault::SameTitle, 5}}));
        QCOMPARE(flawsOf({1, u"x"_s, {}}), QList<CardFlaw>{{CardFault::NoCriteria}});
        Scorecard many = bundledScorecard();
        for (int i = 0; i < mostCriteria; ++i)
            many.criteria.append({QString::number(i), QString::number(i), {}});
        QCOMPARE(flawsOf(many), QList<CardFlaw>{{CardFault::TooMany}});
    }
};

BATON_TEST(ScorecardsTest)
#include "ScorecardsTest.moc"
