#include "core/quality/ContactFacts.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

constexpr Instant begun{1'763'424'000'000};

Message said(Sender from, qint64 afterMs, const QString &text)
{
    Message message;
    message.at = begun + afterMs;
    message.from = from;
    message.text = text;
    if (from == Sender::Agent)
        message.author = {u"ines"_s, u"Ines Okafor"_s};
    return message;
}

Conversation handedOffAt(qint64 afterMs)
{
    Conversation c;
    c.createdAt = begun;
    c.handedOffAt = begun + afterMs;
    c.messages = {said(Sender::Customer, 0, u"Where is it?"_s)};
    c.outcome = Outcome{OutcomeKind::ConfirmedResolution, begun + 5 * hourMs, {}, false};
    return c;
}

BesideContact ended()
{
    BesideContact beside;
    beside.endedAt = begun + 5 * hourMs;
    return beside;
}

} // namespace

class ContactFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstReplyIsTheFirstAfterTheHandoff()
    {
        Conversation c = handedOffAt(hourMs);
        c.messages += said(Sender::Agent, minuteMs, u"I am looking."_s);
        c.messages += said(Sender::Agent, 4 * hourMs, u"It comes tomorrow."_s);
        const ContactFacts facts = factsOf(c, ended());
        QCOMPARE(*facts.firstReplyMs, 3 * hourMs);
        QCOMPARE(*facts.handleMs, hourMs);
        QCOMPARE(facts.replies, 2);
    }

    void nobodyWhoAnsweredBeforeItWasInTime()
    {
        Conversation c = handedOffAt(hourMs);
        c.messages += said(Sender::Agent, minuteMs, u"I am looking."_s);
        const ContactFacts facts = factsOf(c, ended());
        QVERIFY(!facts.firstReplyMs);
        QVERIFY(!facts.inTime);
    }

    void whatWasClosedTwiceWasNotSolvedAtOnce()
    {
        Conversation c = handedOffAt(minuteMs);
        c.messages += said(Sender::Agent, hourMs, u"It comes tomorrow."_s);
        BesideContact beside = ended();
        beside.closes = 1;
        QVERIFY(factsOf(c, beside).once);
        beside.closes = 2;
        QVERIFY(!factsOf(c, beside).once);
    }

    void soManyDraftsAsAByteHolds()
    {
        ContactFacts facts;
        setDrafts(facts, QList<DraftUse>(300));
        QCOMPARE(facts.drafts[0], 127);
    }
};

BATON_TEST(ContactFactsTest)
#include "ContactFactsTest.moc"
