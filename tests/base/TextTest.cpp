#include "core/base/Text.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace baton;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsBlanks();
    void cutsAtWords();
    void neverCutsASurrogatePair();
    void callsPeopleByTheirFirstName();
    void splitsSentences_data();
    void splitsSentences();
    void comparesWithoutPunctuation();
    void tellsHowMuchChanged();
};

void TextTest::foldsBlanks()
{
    QCOMPARE(text::folded(u"  a\t\n b\u00a0c  "), QStringLiteral("a b c"));
    QCOMPARE(text::folded(u""), QString());
}

void TextTest::cutsAtWords()
{
    QCOMPARE(text::firstWords(u"short", 10), QStringLiteral("short"));
    QCOMPARE(text::firstWords(u"charged twice on a returned order", 20),
             QStringLiteral("charged twice on a…"));
    QCOMPARE(text::firstWords(u"abcdefghijklmnop", 8), QStringLiteral("abcdefg…"));
}

void TextTest::neverCutsASurrogatePair()
{
    const QString faces = QStringLiteral("😀😀😀😀😀😀");
    for (int length = 1; length < 12; ++length) {
        const QString cut = text::firstWords(faces, length);
        QVERIFY2(QString::fromUtf8(cut.toUtf8()) == cut, qPrintable(QString::number(length)));
    }
}

void TextTest::callsPeopleByTheirFirstName()
{
    QCOMPARE(text::firstName(u" Mara\u00a0Quist "), QStringLiteral("Mara"));
    QCOMPARE(text::firstName(u"Tomas"), QStringLiteral("Tomas"));
    QCOMPARE(text::firstName(u"  "), QString());
}

void TextTest::splitsSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("sentences");
    QTest::newRow("plain") << QStringLiteral("One. Two! Three?")
                           << QStringList{QStringLiteral("One."), QStringLiteral("Two!"),
                                          QStringLiteral("Three?")};
    QTest::newRow("amount") << QStringLiteral("It costs €10.50 today. Fine.")
                            << QStringList{QStringLiteral("It costs €10.50 today."),
                                           QStringLiteral("Fine.")};
    QTest::newRow("abbreviation") << QStringLiteral("Ask Dr. Morgan. Thanks")
                                  << QStringList{QStringLiteral("Ask Dr. Morgan."),
                                                 QStringLiteral("Thanks")};
    QTest::newRow("a German date")
        << QStringLiteral("Am 15. November kommt es. Gut")
        << QStringList{QStringLiteral("Am 15. November kommt es."), QStringLiteral("Gut")};
    QTest::newRow("a number at the end")
        << QStringLiteral("The order is LF-70413. We check it.")
        << QStringList{QStringLiteral("The order is LF-70413."), QStringLiteral("We check it.")};
    QTest::newRow("lines") << QStringLiteral("Hi Maren\n\nSee below")
                           << QStringList{QStringLiteral("Hi Maren"), QStringLiteral("See below")};
    QTest::newRow("nothing") << QStringLiteral(" \n ") << QStringList();
}

void TextTest::splitsSentences()
{
    QFETCH(QString, text);
    QFETCH(QStringList, sentences);
    QCOMPARE(text::sentences(text), sentences);
}

void TextTest::tellsHowMuchChanged()
{
    QCOMPARE(text::changedShare(u"", u""), 0.0);
    QCOMPARE(text::changedShare(u"one two three four", u"one  two\nthree four"), 0.0);
    QCOMPARE(text::changedShare(u"one two three four", u""), 1.0);
    QCOMPARE(text::changedShare(u"one two three four", u"five six"), 1.0);
    QCOMPARE(text::changedShare(u"one two three four", u"one two 3 four"), 0.25);
    QCOMPARE(text::changedShare(u"one two three four", u"four three two one"), 0.75);
    QCOMPARE(text::changedShare(u"a b", u"a b c d"), 1 - 4.0 / 6);
    // Symmetric, and within 0 and 1, whatever the lengths.
    const QString longText = QStringLiteral("word ").repeated(5000);
    QVERIFY(text::changedShare(longText, u"word") > 0.9);
    QCOMPARE(text::changedShare(u"word", longText), text::changedShare(longText, u"word"));
}

void TextTest::comparesWithoutPunctuation()
{
    QCOMPARE(text::comparable(u" “Sorry,  Maren!” "), text::comparable(u"sorry, maren"));
}

BATON_TEST(TextTest)
#include "TextTest.moc"
