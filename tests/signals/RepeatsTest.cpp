#include "core/signals/Repeats.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton::signs;

class RepeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsWhatWasAskedBefore_data()
    {
        QTest::addColumn<QString>("later");
        QTest::addColumn<bool>("again");
        QTest::newRow("the same") << u"where is my parcel from London"_s << true;
        QTest::newRow("louder") << u"WHERE is my Parcel, from london?!"_s << true;
        QTest::newRow("in another order") << u"from London, where is my parcel"_s << true;
        QTest::newRow("with a word more") << u"so where is the parcel from London"_s << true;
        QTest::newRow("about something else") << u"where is my lamp from Paris"_s << false;
        QTest::newRow("part of a longer story")
            << u"the parcel from London that I ordered as a present for my mother is lost"_s
            << false;
        QTest::newRow("too short") << u"my parcel"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void hearsWhatWasAskedBefore()
    {
        QFETCH(QString, later);
        QFETCH(bool, again);
        Repeats repeats;
        const QString first = u"where is my parcel from London"_s;
        QVERIFY(!repeats.isAgain(first));
        QVERIFY(!repeats.isAgain(u"I did not get an answer"_s));
        QCOMPARE(repeats.isAgain(later), again);
    }

    void thanksTwiceIsNoRepetition()
    {
        Repeats repeats;
        const QString thanks = u"ok thanks"_s;
        QVERIFY(!repeats.isAgain(thanks));
        QVERIFY(!repeats.isAgain(thanks));
    }
};

BATON_TEST(RepeatsTest)
#include "RepeatsTest.moc"
