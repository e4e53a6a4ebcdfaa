#include "ui/models/FoldedThread.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

Turn at(qint64 ms, TurnKind kind = TurnKind::Message)
{
    Turn turn;
    turn.kind = kind;
    turn.key = QString::number(ms);
    turn.at = Instant{ms};
    turn.joined = true;
    return turn;
}

QStringList keysOf(const FoldedThread &folded)
{
    QStringList keys;
    for (const Turn &turn : folded.turns)
        keys += turn.key;
    return keys;
}

} // namespace

class FoldedThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itBeginsAtTheLastMessageThatWasSeen()
    {
        const QList<Turn> turns{at(0, TurnKind::Day),
                                at(1),
                                at(2, TurnKind::Tool),
                                at(3),
                                at(4, TurnKind::Pass),
                                at(5, TurnKind::NewMark),
                                at(6),
                                at(7)};
        const FoldedThread folded = foldedThread(turns, Instant{4});
        QCOMPARE(keysOf(folded), (QStringList{u"3"_s, u"4"_s}));
        QCOMPARE(folded.earlier, 2);
        QVERIFY(folded.turns.first().joined && !folded.turns.last().joined);
    }

    void notesAndStepsThatCameLaterStay()
    {
        const FoldedThread folded = foldedThread(
            {at(1), at(2), at(3, TurnKind::Note), at(4, TurnKind::Step)}, Instant{1});
        QCOMPARE(keysOf(folded), (QStringList{u"1"_s, u"3"_s, u"4"_s}));
        QCOMPARE(folded.earlier, 0);
    }

    void whereNothingWasSeenNothingIsCounted()
    {
        const FoldedThread folded = foldedThread({at(1), at(2)}, Instant{});
        QVERIFY(folded.turns.isEmpty());
        QCOMPARE(folded.earlier, 0);
        QVERIFY(foldedThread({}, Instant{5}).turns.isEmpty());
    }
};

BATON_TEST(FoldedThreadTest)
#include "FoldedThreadTest.moc"
