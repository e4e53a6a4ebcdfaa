#include "core/desk/Compare.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Conversations.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

OutboxEntry heldReply(const QString &text)
{
    Acts acts;
    OutboxEntry entry = acts.add(ActKind::Reply, waiting(u"c1"_s), text);
    entry.status = ActStatus::Held;
    entry.hold = HoldReason::NewPublicMessage;
    return entry;
}

Conversation answeredByBob(const QString &text)
{
    Conversation current = waiting(u"c1"_s);
    current.messages += said(u"b1"_s, 5 * minute, Sender::Agent, text, bob);
    return current;
}

QList<SentenceMark> marks(const Comparison &comparison)
{
    QList<SentenceMark> out;
    for (const MarkedSentence &sentence : comparison.yours)
        out += sentence.mark;
    return out;
}

SentenceMark markOf(const QString &mine, const QString &theirs)
{
    return marks(compare(heldReply(mine), answeredByBob(theirs))).value(0);
}

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewStandsAfterTheBase();
    void ownerAndCloseAreTold();
    void whatWasSaidIsNotProposedAgain();
    void sentencesThatDisagreeAreKept_data();
    void sentencesThatDisagreeAreKept();
    void sameInOtherWordsIsSaidAlready();
    void paragraphsStayAsTyped();
    void nothingLeftProposesNothing();
    void theCustomersWordsMarkNothing();
    void aBaseThatIsGoneMakesEverythingNew();
};

void CompareTest::whatIsNewStandsAfterTheBase()
{
    Conversation current = answeredByBob(u"Hello."_s);
    current.messages += said(u"n1"_s, 6 * minute, Sender::Agent, u"A note."_s, bob);
    current.messages.last().visibility = Visibility::Internal;
    current.messages += said(u"a1"_s, 7 * minute, Sender::Agent, u"Mine."_s, ana);
    current.messages += said(u"c1-m2"_s, 8 * minute, Sender::Customer, u"Thanks!"_s);
    const OutboxEntry held = heldReply(u"Hi."_s);
    const Comparison comparison = compare(held, current);
    QCOMPARE(comparison.held, held);
    QCOMPARE(comparison.writtenFrom, start);
    QCOMPARE(comparison.added.size(), 2);
    QCOMPARE(comparison.added[0].id.text(), u"b1"_s);
    QCOMPARE(comparison.added[1].id.text(), u"c1-m2"_s);
    QCOMPARE(comparison.theirs.size(), 1);
    QCOMPARE(comparison.theirs[0].author, bob);
    QVERIFY(!comparison.newOwner);
    QVERIFY(!comparison.closed);
}

void CompareTest::ownerAndCloseAreTold()
{
    Conversation current = waiting(u"c1"_s);
    current.owner = bob;
    current.state = State::Closed;
    const Comparison comparison = compare(heldReply(u"Hi."_s), current);
    QCOMPARE(comparison.newOwner, bob);
    QVERIFY(comparison.closed);
    current.owner = ana;
    QVERIFY(!compare(heldReply(u"Hi."_s), current).newOwner);
}

void CompareTest::whatWasSaidIsNotProposedAgain()
{
    const Comparison comparison = compare(
        heldReply(u"Your parcel left Leipzig on Monday. It should arrive on Thursday. I have "
                  "refunded the shipping fee."_s),
        answeredByBob(u"Hi! Your parcel left Leipzig on Monday."_s));
    QCOMPARE(
        marks(comparison),
        QList({SentenceMark::SaidAlready, SentenceMark::OnlyInYours, SentenceMark::OnlyInYours}));
    QCOMPARE(comparison.yours[0].theirs, u"Your parcel left Leipzig on Monday."_s);
    QCOMPARE(comparison.yours[0].colleague, bob);
    QCOMPARE(comparison.proposal,
             u"It should arrive on Thursday. I have refunded the shipping fee."_s);
}

void CompareTest::sentencesThatDisagreeAreKept_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::newRow("number") << u"You will get back 25 euros within a week from today."_s
                            << u"You will get back 35 euros within a week from today."_s;
    QTest::newRow("day") << u"We will deliver it to your door on Monday."_s
                         << u"We will deliver it to your door on Tuesday."_s;
    QTest::newRow("not") << u"We can send you another one today."_s
                         << u"We can not send you another one today."_s;
    QTest::newRow("can't") << u"You can't send it back after you have opened it."_s
                           << u"You can send it back after you have opened it."_s;
    QTest::newRow("half") << u"Your parcel will arrive tomorrow morning."_s
                          << u"Your parcel will leave us tomorrow evening."_s;
}

void CompareTest::sentencesThatDisagreeAreKept()
{
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    const Comparison comparison = compare(heldReply(mine), answeredByBob(theirs));
    QCOMPARE(marks(comparison), QList({SentenceMark::Differs}));
    QCOMPARE(comparison.yours[0].theirs, theirs);
    QCOMPARE(comparison.proposal, mine);
}

void CompareTest::sameInOtherWordsIsSaidAlready()
{
    QCOMPARE(markOf(u"your parcel is  on its way"_s, u"Your parcel is on its way!"_s),
             SentenceMark::SaidAlready);
    QCOMPARE(markOf(u"I have sent the new one to you today."_s,
                    u"Today I have sent the new one out to you."_s),
             SentenceMark::SaidAlready);
    QCOMPARE(markOf(u"Is there anything else?"_s, u"Your parcel is lost."_s),
             SentenceMark::OnlyInYours);
    // Who greets in their own name does not contradict.
    QCOMPARE(markOf(u"Hello Maren, this is Ines."_s,
                    u"Hello Maren, this is a colleague from payments."_s),
             SentenceMark::Courtesy);
    QCOMPARE(markOf(u"🙂"_s, u"👍"_s), SentenceMark::OnlyInYours);
}

void CompareTest::paragraphsStayAsTyped()
{
    const QString mine = u"Hello Maria,\n\nYour parcel is on its way.\n\nI have  refunded the fee."
                         "\n  - order 17\n\nBest,\nAna"_s;
    QCOMPARE(compare(heldReply(mine), answeredByBob(u"Your parcel is on its way."_s)).proposal,
             u"Hello Maria,\n\nI have  refunded the fee.\n  - order 17\n\nBest,\nAna"_s);
    QCOMPARE(compare(heldReply(mine), waiting(u"c1"_s)).proposal, mine);
}

void CompareTest::nothingLeftProposesNothing()
{
    const QString text = u"Your parcel is on its way. It should arrive on Thursday."_s;
    QVERIFY(compare(heldReply(text), answeredByBob(text)).proposal.isEmpty());
}

void CompareTest::theCustomersWordsMarkNothing()
{
    Conversation current = waiting(u"c1"_s);
    current.messages += said(u"c1-m2"_s, minute, Sender::Customer, u"It is order 17."_s);
    QCOMPARE(marks(compare(heldReply(u"It is order 17."_s), current)),
             QList({SentenceMark::OnlyInYours}));
}

void CompareTest::aBaseThatIsGoneMakesEverythingNew()
{
    OutboxEntry held = heldReply(u"Hi."_s);
    held.act.base.lastPublic = MessageId(u"undone"_s);
    const Comparison comparison = compare(held, waiting(u"c1"_s));
    QCOMPARE(comparison.added.size(), 1);
    QCOMPARE(comparison.writtenFrom, held.act.at);
}

BATON_TEST(CompareTest)
#include "CompareTest.moc"
