#include "core/quality/Planting.h"
#include "core/facts/Figures.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

class PlantingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFigureIsAnotherInBothTexts_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::newRow("duration") << u"It shows within 2 banking days."_s;
        QTest::newRow("amount") << u"The second charge of €106.00 is a duplicate."_s;
        QTest::newRow("date") << u"Both were captured on 15 November."_s;
        QTest::newRow("German") << u"Die 106,00 € kommen am 15. November zurück."_s;
        QTest::newRow("Spanish") << u"Devolvemos 49,90 € en 5 días."_s;
    }
    void oneFigureIsAnotherInBothTexts()
    {
        QFETCH(QString, sent);
        const QString draft = u"Hello. "_s + sent;
        for (quint64 seed = 0; seed < 100; ++seed) {
            const auto copy = plant(draft, sent, seed);
            QVERIFY(copy);
            QVERIFY(copy->error.was != copy->error.shown);
            QVERIFY(!sent.contains(copy->error.shown));
            QVERIFY(copy->sent.contains(copy->error.shown));
            QVERIFY(copy->draft.contains(copy->error.shown));
            // Nothing else has changed.
            QCOMPARE(QString(copy->sent).replace(copy->error.shown, copy->error.was), sent);
            QCOMPARE(QString(copy->draft).replace(copy->error.shown, copy->error.was), draft);
            // It is a figure still, with another value.
            const auto before = facts::figuresIn(sent, {});
            const auto after = facts::figuresIn(copy->sent, {});
            QCOMPARE(after.size(), before.size());
            int different = 0;
            for (size_t i = 0; i < after.size(); ++i)
                different += facts::matches(after[i], before[i]) ? 0 : 1;
            QCOMPARE(different, 1);
            QCOMPARE(plant(draft, sent, seed), copy);
        }
    }

    void theSentenceIsNamed()
    {
        const auto copy = plant({}, u"Hello Maren. I am sorry. It shows within 2 days."_s, 3);
        QVERIFY(copy);
        QCOMPARE(copy->error.sentence, 2);
        QCOMPARE(copy->error.was, u"2 days"_s);
        QCOMPARE(copy->error.shown, u"12 days"_s);
    }

    void whereThereIsNoFigureThereIsNoError()
    {
        QVERIFY(!plant(u"Hello."_s, u"Thank you, order NW-48213 is on its way."_s, 1));
        QVERIFY(!plant({}, {}, 1));
    }

    /// An order number that ends in the same digits is left alone.
    void onlyTheFigureItselfIsReplaced()
    {
        const auto copy = plant(u"In 2 days; before it was 12 days."_s, u"It takes 2 days."_s, 0);
        QVERIFY(!copy); // "12 days" stands in the draft: the error would be hidden by it
        const auto other = plant(u"It takes 5 days, order 15 days-A."_s, u"It takes 5 days."_s, 0);
        QVERIFY(!other);
    }
};

BATON_TEST(PlantingTest)
#include "PlantingTest.moc"
