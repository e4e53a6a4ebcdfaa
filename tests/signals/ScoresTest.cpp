#include "core/signals/Scores.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace baton::signs;

class ScoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAskedIsNothing()
    {
        QCOMPARE(accuracy({}), 0.0);
        QCOMPARE(macroF1({}, 3), 0.0);
        QCOMPARE(calibrationError({}), 0.0);
    }

    void countsRightAndWrong()
    {
        // Class 0: asked 2, said 3, right 2; class 1: asked 2, said 1, right 1; class 2: never.
        const std::vector<Guess> guesses{{0, 0, 0.9}, {0, 0, 0.9}, {1, 0, 0.9}, {1, 1, 0.9}};
        QCOMPARE(accuracy(guesses), 0.75);
        QCOMPARE(macroF1(guesses, 3), (4.0 / 5 + 2.0 / 3) / 2);
        QVERIFY(std::abs(calibrationError(guesses) - 0.15) < 1e-9);
    }

    void unknownLabelsAreOneClassMore()
    {
        QCOMPARE(macroF1({{0, 0, 1}, {-1, 0, 1}}, 1), (2.0 / 3) / 2);
    }

    void eachBinCountsByItself()
    {
        // Too sure where it is wrong and too timid where it is right do not make up for each other.
        QVERIFY(std::abs(calibrationError({{0, 0, 0.5}, {0, 1, 1.0}}) - 0.75) < 1e-9);
    }
};

BATON_TEST(ScoresTest)
#include "ScoresTest.moc"
