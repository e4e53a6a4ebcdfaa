#include "ui/models/TextBlocks.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

Turn turnWith(const QString &text)
{
    Turn turn;
    turn.kind = TurnKind::Message;
    turn.key = u"m:1"_s;
    turn.message.text = text;
    return turn;
}

} // namespace

class TextBlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortMessageIsOnePiece()
    {
        const QList<TextBlock> blocks = textBlocks({turnWith(u"Hello"_s)}, {});
        QCOMPARE(blocks, (QList<TextBlock>{{0, 0, 5, true, true, false}}));
        QCOMPARE(textBlocks({turnWith({})}, {}).size(), 1);
    }

    void aLongMessageIsFoldedUntilAsked()
    {
        const Turn turn = turnWith(QString(u"words and "_s).repeated(100'000));
        const QList<TextBlock> folded = textBlocks({turn}, {});
        QCOMPARE(folded.size(), 1);
        QVERIFY(folded[0].folded && folded[0].length <= foldedUnits);
        const QList<TextBlock> whole = textBlocks({turn}, {turn.key});
        QVERIFY(whole.size() > 100);
        QVERIFY(whole.first().first && !whole.first().last && whole.last().last
                && !whole.last().first);
    }

    void manyShortLinesAreFoldedToo()
    {
        const QList<TextBlock> blocks = textBlocks({turnWith(QString(u"a\n"_s).repeated(200))}, {});
        QVERIFY(blocks[0].folded);
        QVERIFY(blocks[0].length <= foldedLines * 2);
    }

    void piecesAreTheWholeTextAndNeverCutALetter()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QStringList parts{u"word "_s, u"\n"_s, u"😀"_s, u"العربية "_s, QString(900, u'x')};
        for (int round = 0; round < 40; ++round) {
            QString text;
            while (text.size() < 30'000)
                text += parts[random.bounded(int(parts.size()))];
            const Turn turn = turnWith(text);
            QString together;
            for (const TextBlock &block : textBlocks({turn}, {turn.key})) {
                QCOMPARE(block.begin, together.size());
                QVERIFY(block.length > 0 && block.length <= partUnits);
                const QString piece = text.mid(block.begin, block.length);
                QVERIFY(!piece.front().isLowSurrogate() && !piece.back().isHighSurrogate());
                together += piece;
            }
            QCOMPARE(together, text);
        }
    }

    void whatIsShownKeepsItsLength()
    {
        const QString text = u"a\r\nb\tc\u0007d\u2029e"_s;
        const QString shown = displayText(text);
        QCOMPARE(shown.size(), text.size());
        QCOMPARE(shown, u"a\u200b\u2028b\tc\ufffdd\u2028e"_s);
    }
};

BATON_TEST(TextBlocksTest)
#include "TextBlocksTest.moc"
