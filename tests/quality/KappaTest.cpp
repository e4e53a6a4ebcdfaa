#include "core/quality/Kappa.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace baton;
using namespace baton::quality;

class KappaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Two clinicians on 200 patients in three diagnoses: the worked example of Cohen (1960), with
    /// po = .70, pe = .41, kappa = .492 and a standard error of .055.
    void theWorkedExampleOfItsAuthor()
    {
        constexpr int table[3][3] = {{88, 10, 2}, {14, 40, 6}, {18, 10, 12}};
        QList<VerdictPair> pairs;
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j < 3; ++j)
                for (int k = 0; k < table[i][j]; ++k)
                    pairs.append({Verdict(i), Verdict(j)});
        const Agreement agreement = agreementOf(pairs);
        QCOMPARE(agreement.n, 200);
        QVERIFY(qAbs(agreement.observed - .70) < 1e-9);
        QVERIFY(qAbs(agreement.expected - .41) < 1e-9);
        QVERIFY(qAbs(*agreement.kappa - .492) < .0005);
        QVERIFY(qAbs(agreement.error - .055) < .0005);
    }

    void nothingIsMadeOfNothing()
    {
        QVERIFY(!agreementOf({}).kappa);
        // Both say the same of all: chance alone would give that too.
        const Agreement same = agreementOf({{Verdict::Pass, Verdict::Pass}});
        QVERIFY(!same.kappa);
        QCOMPARE(same.n, 1);
    }

    void perfectAndOpposite()
    {
        QCOMPARE(
            *agreementOf({{Verdict::Pass, Verdict::Pass}, {Verdict::Fail, Verdict::Fail}}).kappa,
            1.0);
        QCOMPARE(
            *agreementOf({{Verdict::Pass, Verdict::Fail}, {Verdict::Fail, Verdict::Pass}}).kappa,
            -1.0);
    }
};

BATON_TEST(KappaTest)
#include "KappaTest.moc"
