#include "core/signals/Plain.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton::signs;

class PlainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWordEndsWhereItsLettersDo()
    {
        const QByteArray text = "don't stop' 'x";
        QCOMPARE(wordEnd(text, 0), 5);
        QCOMPARE(wordEnd(text, 5), 5); // a blank begins none
        QCOMPARE(wordEnd(text, 6), 10);
        QCOMPARE(wordEnd(text, 12), 12); // nor does an apostrophe
        QCOMPARE(wordEnd(text, 13), 14);
        QCOMPARE(wordEnd(text, 14), 14);
    }

    void oneByteForEachUnit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("case") << u"My LAWYER"_s << "my lawyer"_ba;
        QTest::newRow("accents") << u"Größe ÁÉñ Łódź"_s << "grose aen lodz"_ba;
        QTest::newRow("quotes") << u"I’m “done” – now…"_s << "i'm \"done\" - now."_ba;
        QTest::newRow("other letters") << u"привет 你"_s << "______ _"_ba;
        QTest::newRow("emoji are blanks") << u"a😡b"_s << "a  b"_ba;
        QTest::newRow("control") << QString(u"a\u0001\tb\n"_s) << "a  b\n"_ba;
        QTest::newRow("empty") << QString() << QByteArray();
    }
    void oneByteForEachUnit()
    {
        QFETCH(QString, text);
        QCOMPARE(plain(text).size(), text.size());
        QTEST(plain(text), "plain");
    }

    void wordsKeepInnerApostrophes()
    {
        QStringList words;
        const QByteArray text = plain(u"Don't 'quote' me, LF-48213!"_s);
        for (const Word &word : wordsOf(text))
            words.append(QString::fromLatin1(text.mid(word.begin, word.end - word.begin)));
        QCOMPARE(words, QStringList({u"don't"_s, u"quote"_s, u"me"_s, u"lf"_s, u"48213"_s}));
    }

    void sentencesEndWhereTheyEnd()
    {
        QStringList sentences;
        const QByteArray text = plain(u"  Paid 12.50 twice! Why?\nNo answer... Thanks"_s);
        for (const Word &sentence : sentencesOf(text))
            sentences.append(
                QString::fromLatin1(text.mid(sentence.begin, sentence.end - sentence.begin)));
        QCOMPARE(sentences.first(), u"paid 12.50 twice!"_s);
        QCOMPARE(sentences.at(1), u"why?"_s);
        QVERIFY(sentences.last().startsWith(u"thanks"_s));
        QVERIFY(sentencesOf(plain(u" \n . "_s)).size() <= 1);
    }
};

BATON_TEST(PlainTest)
#include "PlainTest.moc"
