#include "core/signals/CardReader.h"
#include "core/facts/Facts.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

constexpr Instant noon{1763467200000}; // 2025-11-18T12:00:00Z, a Tuesday
constexpr qint64 hour = 3'600'000;

Message said(Sender from, const QString &text, int minute)
{
    Message message;
    message.id = MessageId(u"m%1"_s.arg(minute));
    message.at = noon + minute * 60'000;
    message.from = from;
    message.text = text;
    return message;
}

Conversation talk(const QList<Message> &messages)
{
    Conversation conversation;
    conversation.id = ConversationId(u"c1"_s);
    conversation.messages = messages;
    return conversation;
}

} // namespace

class CardReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatThePacketSaysStands()
    {
        Conversation c = talk({said(Sender::Customer, u"You took it twice last Saturday"_s, 0)});
        c.handoff = Handoff{u"sentiment"_s,
                            {},
                            u"Reverse the second payment"_s,
                            u"Today"_s,
                            {u"chargeback"_s},
                            u"Void it"_s,
                            900'000,
                            {u"Is it paused?"_s}};
        c.promises = {{MessageId(u"m0"_s), u"Refund by Monday"_s, noon + hour}};
        c.stepsTried
            = {{{}, u"Identity checked"_s, Sender::Bot, {}, StepOutcome::Worked, true, {}}};
        c.customer.verified = Verification{u"one-time code"_s, {}};
        c.bot = Bot{};
        c.bot->intent = IntentGuess{u"double_charge"_s, 0.9};
        const HandoffCard card = readCard(c, {}, {}, facts::factsOf(c));
        QCOMPARE(card.count(Given::Said), cardFields);
        QCOMPARE(card.need.size(), 1);
        QCOMPARE(card.need.first().text, u"Reverse the second payment"_s);
        QVERIFY(card.need.first().given == Given::Said);
        QCOMPARE(card.riskFlags, QList<QString>{u"chargeback"_s});
        QCOMPARE(card.promisedWaitMs, 900'000);
        QCOMPARE(card.nextStep.text, u"Void it"_s);
    }

    void whatItLacksIsInferredWithItsPlace()
    {
        Conversation c = talk(
            {said(Sender::Customer, u"Hello"_s, 0),
             said(Sender::Customer, u"My chair arrived broken on one side. It is sad."_s, 1),
             said(Sender::Bot, u"We will send a new one within 3 working days."_s, 2),
             said(Sender::Customer, u"I want my money back instead. Can you do that?"_s, 3)});
        Signals signs;
        signs.intent = {u"damaged_item"_s, 0.8};
        Decision decision;
        decision.triggers = {{Rule::ToolFailed, Route::Assist, u"1"_s, u"0"_s, {}}};
        const HandoffCard card = readCard(c, signs, decision, facts::factsOf(c));
        QCOMPARE(card.need.size(), 2);
        QVERIFY(card.need.first().text.startsWith(u"My chair arrived broken"));
        QVERIFY(card.need.first().given == Given::Inferred);
        for (const CardText &need : card.need) {
            const Evidence &place = need.evidence.first();
            const auto message
                = std::find_if(c.messages.begin(), c.messages.end(),
                               [&](const Message &m) { return m.id == place.message; });
            QVERIFY(message != c.messages.end());
            QCOMPARE(message->text.mid(place.begin, place.end - place.begin), place.text);
        }
        QVERIFY(card.expectation.text.startsWith(u"I want my money back"));
        QCOMPARE(card.reason.text, u"tool_failed"_s);
        QCOMPARE(card.promises.size(), 1);
        QCOMPARE(card.promises.first().message, MessageId(u"m2"_s));
        // Tuesday and three working days: Friday.
        QCOMPARE(card.promises.first().due, std::optional(noon + 120'000 + 72 * hour));
        QCOMPARE(card.openQuestions.size(), 1);
        QVERIFY(card.given(CardField::Intent) == Given::Inferred);
        QVERIFY(card.given(CardField::Identity) == Given::Missing);
        QVERIFY(card.given(CardField::PromisedWait) == Given::Missing);
    }

    void risksAreInferredOnlyWhereThePacketNamesNone()
    {
        Signals signs;
        signs.phrases = {{Phrase::Legal, {}}};
        Conversation c = talk({said(Sender::Customer, u"my solicitor"_s, 0)});
        QCOMPARE(readCard(c, signs, {}, {}).riskFlags, QStringList{u"legal"_s});
        c.handoff.emplace().riskFlags = {u"formal_complaint"_s};
        QCOMPARE(readCard(c, signs, {}, {}).riskFlags, QStringList{u"formal_complaint"_s});
    }

    void nothingIsInventedFromNothing()
    {
        const HandoffCard card = readCard(talk({said(Sender::Customer, u"hi"_s, 0)}), {}, {}, {});
        QCOMPARE(card.count(Given::Missing), cardFields);
        QVERIFY(card.need.isEmpty() && card.promises.isEmpty() && card.steps.isEmpty());
    }

    void anAnswerGivenAgainIsAStepThatFailed()
    {
        Signals signs;
        signs.sameAnswers = 3;
        signs.sameAnswersShown = {{MessageId(u"m1"_s), 0, 20, u"Refunds take 3-5 days"_s}};
        const HandoffCard card = readCard(talk({}), signs, {}, {});
        QCOMPARE(card.steps.size(), 1);
        QCOMPARE(card.steps.first().times, 3);
        QVERIFY(card.steps.first().outcome == StepOutcome::Failed);
        QVERIFY(card.given(CardField::Steps) == Given::Inferred);
    }

    void messagesAfterTheHandoffAreNotRead()
    {
        Conversation c
            = talk({said(Sender::Customer, u"My parcel never arrived at home"_s, 0),
                    said(Sender::Customer, u"I want a refund for this parcel now"_s, 9)});
        c.handedOffAt = noon + 5 * 60'000;
        const HandoffCard card = readCard(c, {}, {}, facts::factsOf(c));
        QCOMPARE(card.need.size(), 1);
        QVERIFY(card.expectation.text.isEmpty());
    }
};

BATON_TEST(CardReaderTest)
#include "CardReaderTest.moc"
