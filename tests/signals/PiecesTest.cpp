#include "core/signals/Pieces.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <random>

using namespace baton::signs;

class PiecesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachThatStandsThereIsFoundOnce()
    {
        const Pieces pieces({"fraud", "raud", "stolen card", "dfr", "x"});
        const std::vector<int> found = pieces.in("fraud or a stolen card? fraud");
        QCOMPARE(found, (std::vector<int>{0, 1, 2}));
        QVERIFY(pieces.in("").empty());
        QVERIFY(pieces.in("fr").empty());
        QVERIFY(Pieces().in("fraud").empty());
    }

    void aPieceMayEndTheText()
    {
        QCOMPARE(Pieces({"end"}).in("the end"), std::vector<int>{0});
        QVERIFY(Pieces({"ended"}).in("the end").empty());
    }

    void itFindsWhatStringsFind()
    {
        std::mt19937 random(20261125); // NOLINT(cert-msc51-cpp): the same on every run
        const auto letters = [&random](int most) {
            std::string text;
            for (int left = int(random() % unsigned(most)); left >= 0; --left)
                text += "ab\xE9 "[random() % 4];
            return text;
        };
        int hits = 0;
        for (int round = 0; round < 2000; ++round) {
            std::vector<std::string> wanted;
            for (int i = 0; i < 20; ++i)
                wanted.push_back(letters(6));
            const std::string text = letters(40);
            std::vector<int> expected;
            for (size_t i = 0; i < wanted.size(); ++i) {
                if (wanted[i].size() >= Pieces::shortest
                    && text.find(wanted[i]) != std::string::npos)
                    expected.push_back(int(i));
            }
            hits += int(expected.size());
            QCOMPARE(Pieces(wanted).in(text), expected);
        }
        QVERIFY(hits > 1000);
    }
};

BATON_TEST(PiecesTest)
#include "PiecesTest.moc"
