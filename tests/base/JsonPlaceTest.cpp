#include "core/base/JsonPlace.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;

class JsonPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoJsonIsNamedWithItsLine()
    {
        QVERIFY(!jsonFlaw("{\"a\": [1, 2]}"));
        const auto flaw = jsonFlaw("{\"a\": 1,\n \"b\": 2\n \"c\": 3}");
        QVERIFY(flaw);
        QCOMPARE(flaw->line, 3);
        QVERIFY2(flaw->what.contains(u"unexpected string literal"_s), qPrintable(flaw->what));
        QCOMPARE(jsonFlaw("")->line, 1);
        QCOMPARE(jsonFlaw("{\n\n")->line, 3);
    }

    void valuesAreFound_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<int>("line");
        QTest::newRow("whole") << u""_s << 1;
        QTest::newRow("member") << u"/a"_s << 2;
        QTest::newRow("after nested") << u"/c"_s << 7;
        QTest::newRow("element") << u"/b/1"_s << 5;
        QTest::newRow("in an element") << u"/b/1/x"_s << 6;
        QTest::newRow("escaped") << u"/s~1l"_s << 8;
        QTest::newRow("not there: what it would stand in") << u"/b/1/z"_s << 5;
        QTest::newRow("no such element") << u"/b/9"_s << 3;
    }

    void valuesAreFound()
    {
        QFETCH(QString, pointer);
        QFETCH(int, line);
        const QByteArray json = "{\n"
                                "\"a\": \"} ] , \\\" {\",\n"
                                "\"b\": [\n"
                                "  {\"x\": []},\n"
                                "  {\n"
                                "   \"x\": -1.5e3}],\n"
                                "\"c\": null,\n"
                                "\"s/l\": true}";
        QCOMPARE(jsonLine(json, pointer), line);
    }
};

BATON_TEST(JsonPlaceTest)
#include "JsonPlaceTest.moc"
