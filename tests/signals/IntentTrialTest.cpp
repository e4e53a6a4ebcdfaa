#include "core/signals/IntentTrial.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

const QStringList things{u"parcel"_s, u"invoice"_s, u"lamp"_s,   u"refund"_s,
                         u"coupon"_s, u"sweater"_s, u"kettle"_s, u"mattress"_s};
const QStringList askings{u"where is my %1"_s,          u"I want to know about the %1"_s,
                          u"please tell me of my %1"_s, u"what happened to the %1"_s,
                          u"the %1 again, please"_s,    u"any news about that %1"_s};

/// One text a thing and way of asking; the intent is the thing.
QList<LabelledText> texts(int fromAsking, int toAsking)
{
    QList<LabelledText> all;
    for (const QString &thing : things) {
        for (int i = fromAsking; i < toAsking; ++i)
            all.append({askings[i].arg(thing), thing});
    }
    return all;
}

const QStringList elsewhere{u"how tall is the eiffel tower"_s, u"sing a song for us"_s,
                            u"who won the football match"_s,   u"is it going to rain tomorrow"_s,
                            u"translate good morning"_s,       u"how old is the universe"_s};

} // namespace

class IntentTrialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeToldApartIsRead()
    {
        IntentTrial trial;
        trial.train = texts(0, 4);
        trial.test = texts(4, 6);
        const Result<IntentScores> scores = tryIntents(trial);
        QVERIFY(scores);
        QCOMPARE(scores->texts, 16);
        QCOMPARE(scores->accuracy, 1.0);
        QCOMPARE(scores->top3, 1.0);
        QCOMPARE(scores->macroF1, 1.0);
        QCOMPARE(scores->linearAccuracy, 1.0);
        QVERIFY(!scores->outside);
        QVERIFY(scores->textsPerSecond > 0 && scores->trainSeconds >= 0);
        QVERIFY(scores->modelBytes > 1000);
    }

    void anIntentThatWasNotLearntIsWrong()
    {
        IntentTrial trial;
        trial.train = texts(0, 4);
        trial.test = texts(4, 6);
        for (LabelledText &one : trial.test) {
            if (one.intent == u"lamp"_s)
                one.intent = u"something new"_s;
        }
        const Result<IntentScores> scores = tryIntents(trial);
        QCOMPARE(scores->accuracy, 14.0 / 16);
        QVERIFY(scores->macroF1 < 1);
        QVERIFY(scores->ece > 0);
    }

    void whatIsOutsideIsToldFromWhatIsInside()
    {
        IntentTrial trial;
        trial.train = texts(0, 4);
        trial.validation = texts(4, 5);
        trial.test = texts(5, 6);
        trial.outsideTrain = elsewhere.first(3);
        trial.outsideTest = elsewhere.sliced(3);
        const Result<IntentScores> scores = tryIntents(trial);
        QVERIFY(scores && scores->outside);
        QVERIFY(scores->outside->auroc > 0.9);
        QVERIFY(scores->outside->recall >= 0 && scores->outside->recall <= 1);
        QVERIFY(scores->outside->inScopeAccuracy > 0.5);

        trial.outsideTrain.clear(); // then by the entropy of the chances
        const Result<IntentScores> untold = tryIntents(trial);
        QVERIFY(untold && untold->outside);
        QVERIFY(untold->outside->auroc > 0.7);
    }

    void everyTextIsAskedOnce()
    {
        const Result<IntentScores> scores = crossTryIntents(texts(0, 6), 3);
        QVERIFY(scores);
        QCOMPARE(scores->texts, 48);
        QVERIFY(scores->accuracy > 0.9);
        QVERIFY(scores->precisionAt98 >= 0.9);
    }

    void learningCanBeCancelled()
    {
        IntentTrial trial;
        trial.train = texts(0, 4);
        QCOMPARE(tryIntents(trial, [](double) { return false; }).error().code,
                 ErrorCode::Cancelled);
        QCOMPARE(crossTryIntents(trial.train, 2, [](double) { return false; }).error().code,
                 ErrorCode::Cancelled);
    }
};

BATON_TEST(IntentTrialTest)
#include "IntentTrialTest.moc"
