#include "core/knowledge/Chunker.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::knowledge;

namespace {

QString words(int count)
{
    return u"word "_s.repeated(count).trimmed();
}

QStringList texts(const QList<Passage> &passages)
{
    QStringList list;
    for (const Passage &passage : passages)
        list.append(passage.text);
    return list;
}

} // namespace

class ChunkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSectionIsAPassage()
    {
        const QList<Passage> passages
            = chunk({{u""_s, {u"Before."_s}}, {u"A"_s, {u"One."_s, u"Two."_s}}, {u"B"_s, {}}});
        QCOMPARE(texts(passages), QStringList({u"Before."_s, u"One.\nTwo."_s}));
        QCOMPARE(passages.at(0).heading, QString());
        QCOMPARE(passages.at(1).heading, u"A"_s);
        QCOMPARE(passages.at(1).place, 1);
    }

    void aLongSectionIsCutBetweenItsLines()
    {
        const QString line = words(100); // 499 units
        const QList<Passage> passages = chunk({{u"A"_s, {line, line, line, line, line}}});
        QCOMPARE(texts(passages), QStringList({line + u'\n' + line, line + u'\n' + line, line}));
        for (const Passage &passage : passages)
            QCOMPARE(passage.heading, u"A"_s);
        QCOMPARE(passages.last().place, 2);
    }

    void theLongestPassageIsExact()
    {
        const QString half(longestPassage / 2, u'x');
        QCOMPARE(chunk({{u"A"_s, {half, half.chopped(1)}}}).size(), 1);
        QCOMPARE(chunk({{u"A"_s, {half, half}}}).size(), 2);
    }

    void aLongLineIsCutAtItsSentences()
    {
        const QString sentence = u"This is "_s + words(100) + u'.'; // 508 units
        const QList<Passage> passages
            = chunk({{u"A"_s, {sentence + u' ' + sentence + u' ' + sentence}}});
        QCOMPARE(texts(passages), QStringList({sentence + u' ' + sentence, sentence}));
    }

    void aLongSentenceIsCutAtASpace()
    {
        const QStringList parts = texts(chunk({{u"A"_s, {words(500)}}}));
        QCOMPARE(parts.join(u' '), words(500));
        for (const QString &part : parts)
            QVERIFY(part.size() <= longestPassage && part.endsWith(u"word"_s));
    }

    void nothingIsLostAndNoPairIsCut()
    {
        const QByteArray given = qgetenv("BATON_SEED");
        const quint32 seed
            = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
        qInfo() << "BATON_SEED =" << seed;
        QRandomGenerator random(seed);
        for (int round = 0; round < 100; ++round) {
            QList<Section> sections;
            QString all;
            for (int s = random.bounded(4); s >= 0; --s) {
                Section section{u"h%1"_s.arg(s), {}};
                for (int l = random.bounded(8); l > 0; --l) {
                    QString line;
                    for (int w = random.bounded(400); w >= 0; --w)
                        line += u"a😀"_s.left(random.bounded(5) ? 1 : 3)
                                    .repeated(1 + random.bounded(12))
                            + (random.bounded(9) ? QString() : u"."_s)
                            + (random.bounded(3) ? u" "_s : QString());
                    line = line.simplified();
                    section.lines.append(line);
                    all += line;
                }
                sections.append(section);
            }
            QString kept;
            for (const Passage &passage : chunk(sections)) {
                QVERIFY(!passage.text.isEmpty() && passage.text.size() <= longestPassage);
                QVERIFY(!passage.text.front().isLowSurrogate());
                QVERIFY(!passage.text.back().isHighSurrogate());
                kept += passage.text;
            }
            QCOMPARE(kept.remove(u' ').remove(u'\n'), all.remove(u' '));
        }
    }
};

BATON_TEST(ChunkerTest)
#include "ChunkerTest.moc"
