#include "core/signals/SentimentTrial.h"
#include "core/signals/SignalReader.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

/// Words that no lexicon knows.
QList<FeltText> textsOf(const QStringList &things)
{
    QList<FeltText> texts;
    for (const QString &thing : things) {
        texts.append({u"the %1 is zubbly"_s.arg(thing), Feeling::Negative, {}});
        texts.append({u"a %1 came"_s.arg(thing), Feeling::Neutral, {}});
        texts.append({u"the %1 is mirfy"_s.arg(thing), Feeling::Positive, {}});
    }
    return texts;
}

const QStringList learntThings{u"lamp"_s, u"chair"_s, u"parcel"_s, u"table"_s, u"shelf"_s};

} // namespace

class SentimentTrialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRulesAreJudgedWithoutLearning()
    {
        const SentimentScores scores
            = scoresOf(Sentiment(bundledLexicon()),
                       {{u"awful, I am furious"_s, Feeling::Negative, {}},
                        {u"the lamp has three arms"_s, Feeling::Neutral, {}},
                        {u"awful, I am furious"_s, Feeling::Positive, {}}});
        QCOMPARE(scores.texts, 3);
        QCOMPARE(scores.accuracy, 2.0 / 3);
        QVERIFY(scores.textsPerSecond > 0);
        QCOMPARE(scores.trainSeconds, 0.0);
        QCOMPARE(scores.modelBytes, 0);
    }

    void whatWasLearntIsAskedOfOtherTexts()
    {
        const auto scores
            = trySentiment(bundledLexicon(), textsOf(learntThings), textsOf({u"bed"_s, u"sofa"_s}));
        QVERIFY(scores);
        QCOMPARE(scores->texts, 6);
        QCOMPARE(scores->accuracy, 1.0);
        QCOMPARE(scores->macroF1, 1.0);
        QVERIFY(scores->modelBytes > 0);
    }

    void eachTextIsAskedOnceByAModelThatDidNotLearnIt()
    {
        QList<FeltText> texts = textsOf(learntThings);
        // Once each: a model that had learnt these would know them, another one cannot.
        texts.append({u"qua"_s, Feeling::Negative, {}});
        texts.append({u"qua"_s, Feeling::Positive, {}});
        const auto scores = crossTrySentiment(bundledLexicon(), texts, 5);
        QVERIFY(scores);
        QCOMPARE(scores->texts, 17);
        QVERIFY(scores->accuracy < 1);
        QVERIFY(scores->accuracy > 0.7);
    }

    void canBeStopped()
    {
        const auto no = [](double) { return false; };
        QCOMPARE(crossTrySentiment(bundledLexicon(), textsOf(learntThings), 5, no).error().code,
                 ErrorCode::Cancelled);
    }

    void theLocaleChoosesTheWords()
    {
        const QList<FeltText> texts{
            {u"eine Frechheit, ich bin sauer"_s, Feeling::Negative, u"de"_s}};
        QCOMPARE(scoresOf(Sentiment(bundledLexicon()), texts).accuracy, 1.0);
    }
};

BATON_TEST(SentimentTrialTest)
#include "SentimentTrialTest.moc"
