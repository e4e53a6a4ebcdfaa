#include "core/signals/Features.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton::signs;

class FeaturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWordThatIsLeftOutTakesItsPairsAlong()
    {
        const auto sorted = [](std::vector<quint64> hashes) {
            std::sort(hashes.begin(), hashes.end());
            return hashes;
        };
        const QString text = u"my refund please"_s;
        const std::vector<quint64> whole = sorted(hashesOf(text));
        const std::vector<quint64> rest = sorted(hashesOf(text, "refund"));
        QVERIFY(std::includes(whole.begin(), whole.end(), rest.begin(), rest.end()));
        const size_t letters = 7 + 6 + 5; // stretches of 2, 3 and 4 in "<refund>"
        QCOMPARE(whole.size() - rest.size(), 1 + 2 + letters);
    }

    void byWordItIsTheSame()
    {
        const QString text = u"my refund, my 2 refunds"_s;
        for (const std::string_view leftOut : {"", "my"}) {
            std::vector<quint64> all;
            for (const std::vector<quint64> &word : hashesByWord(text, leftOut))
                all.insert(all.end(), word.begin(), word.end());
            QCOMPARE(all, hashesOf(text, leftOut));
        }
        QCOMPARE(hashesByWord(text).size(), size_t(5));
        QVERIFY(hashesByWord(u"... ").empty());
    }

    void itIsLeftOutWhereverItStands()
    {
        QVERIFY(hashesOf(u"Refund! REFUND, réfund", "refund").empty());
        QCOMPARE(hashesOf(u"order 1234", "0000"), hashesOf(u"order 9876", "0000"));
        QCOMPARE(hashesOf(u"a b"), hashesOf(u"a b", {}));
        QCOMPARE(hashesOf(u"a b"), hashesOf(u"a b", "c"));
    }
};

BATON_TEST(FeaturesTest)
#include "FeaturesTest.moc"
