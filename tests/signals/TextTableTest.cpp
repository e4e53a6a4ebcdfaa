#include "core/signals/TextTable.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <map>
#include <random>

using namespace baton::signs;

class TextTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneFindsNothing() { QVERIFY(!TextTable<int>().find("lamp")); }

    void agreesWithAMap()
    {
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        TextTable<int> table;
        std::map<std::string, int> model;
        const auto text = [&random] {
            std::string made(random() % 4, 'a');
            for (char &c : made)
                c = char('a' + random() % 12);
            return made;
        };
        for (int i = 0; i < 5'000; ++i) {
            const std::string one = text();
            if (random() % 2 == 0) {
                table.at(one) = i;
                model[one] = i;
            }
            const std::string other = text();
            const int *found = table.find(other);
            const auto expected = model.find(other);
            QCOMPARE(found != nullptr, expected != model.end());
            if (found)
                QCOMPARE(*found, expected->second);
        }
        const TextTable<int> copy = table;
        for (const auto &[key, value] : model)
            QCOMPARE(*copy.find(key), value);
    }
};

BATON_TEST(TextTableTest)
#include "TextTableTest.moc"
