#include "core/drafting/Summaries.h"

#include "core/drafting/DraftCheck.h"
#include "core/drafting/LockedFigures.h"
#include "core/drafting/ModelSummary.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;

namespace {

Message spoken(int number, Sender from, const QString &text)
{
    Message message;
    message.id = MessageId(u"m%1"_s.arg(number));
    message.at = Instant{1763474000000} + number * minuteMs;
    message.from = from;
    message.text = text;
    return message;
}

Conversation longOne()
{
    Conversation conversation;
    conversation.id = ConversationId(u"c1"_s);
    conversation.customer.name = u"Maren Halvorsen"_s;
    conversation.messages = {
        spoken(1, Sender::Customer, u"Hello, I was charged twice for order LF-204117."_s),
        spoken(2, Sender::Bot, u"I have checked the payment for you. It looks fine."_s),
        spoken(3, Sender::Customer, u"It is not fine. I want the second charge back by Friday."_s),
        spoken(4, Sender::Agent, u"Hello Maren. We will refund €106.00 by Friday."_s),
        spoken(5, Sender::Customer, u"Thank you. And where is my parcel?"_s)};
    return conversation;
}

HandoffCard cardOf(const QString &need)
{
    HandoffCard card;
    card.need = {CardText{need, Given::Said, {}}};
    card.expectation = {u"the second charge back"_s,
                        Given::Inferred,
                        {Evidence{MessageId(u"m3"_s), 16, 53, u"want the second charge back"_s}}};
    card.nextStep = {u"refund the second charge"_s, Given::Said, {}};
    CardStep step;
    step.what = u"looked the payment up"_s;
    step.outcome = StepOutcome::Failed;
    card.steps = {step};
    return card;
}

QStringList textsOf(const QList<SummaryLine> &lines)
{
    QStringList texts;
    for (const SummaryLine &line : lines)
        texts += line.text;
    return texts;
}

QString quoted(QString json)
{
    return json.replace(u'\'', u'"');
}

QString restored(const QString &answer)
{
    return summaryAnswer(answer, Masks());
}

} // namespace

class SummariesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineLeadsToItsMessages()
    {
        const Summary summary = summaryOf(longOne(), cardOf(u"charged twice for an order"_s));
        QCOMPARE(textsOf(summary.lines(SummaryPart::Need)),
                 QStringList{u"charged twice for an order"_s});
        // The packet says it of itself; it was said in the message with most of its words.
        QCOMPARE(summary.lines(SummaryPart::Need).first().messages, {MessageId(u"m1"_s)});
        QCOMPARE(summary.lines(SummaryPart::Expectation).first().messages, {MessageId(u"m3"_s)});
        const QList<SummaryLine> actions = summary.lines(SummaryPart::Actions);
        QCOMPARE(textsOf(actions),
                 (QStringList{u"looked the payment up"_s, u"I have checked the payment for you."_s,
                              u"We will refund €106.00 by Friday."_s}));
        QCOMPARE(actions[0].outcome, StepOutcome::Failed);
        QCOMPARE(actions[1].messages, {MessageId(u"m2"_s)});
        QCOMPARE(actions[2].messages, {MessageId(u"m4"_s)});
        QCOMPARE(summary.last, MessageId(u"m5"_s));
        QVERIFY(summary.unanswered);
        QCOMPARE(textsOf(summary.lines(SummaryPart::NextStep)),
                 QStringList{u"refund the second charge"_s});
    }

    void nothingIsMadeUpWhereThereIsNothing()
    {
        Conversation empty;
        empty.id = ConversationId(u"c1"_s);
        const Summary summary = summaryOf(empty, {});
        for (const QList<SummaryLine> &part : summary.parts)
            QVERIFY(part.isEmpty());
        QVERIFY(!summary.last);
        QVERIFY(!summary.unanswered);
    }

    void notesAndWhatIsWithdrawnAreNotSummedUp()
    {
        Conversation conversation = longOne();
        conversation.messages[3].visibility = Visibility::Internal;
        conversation.messages[1].presence = Presence::Withdrawn;
        const Summary summary = summaryOf(conversation, cardOf(u"charged twice"_s));
        QCOMPARE(textsOf(summary.lines(SummaryPart::Actions)),
                 QStringList{u"looked the payment up"_s});
    }

    void ofManyStepsTheNewestAreKept()
    {
        Conversation conversation = longOne();
        for (int i = 0; i < 2000; ++i)
            conversation.messages
                += spoken(10 + i, Sender::Agent, u"We will check payment %1 for you."_s.arg(i));
        const Summary summary = summaryOf(conversation, cardOf(u"charged twice"_s));
        const QList<SummaryLine> &actions = summary.lines(SummaryPart::Actions);
        QCOMPARE(actions.size(), mostSummaryActions);
        QCOMPARE(actions.first().text, u"looked the payment up"_s);
        QVERIFY(actions.last().text.contains("1999"_L1));
        QCOMPARE(summary.actionsLeftOut, 2002 - (mostSummaryActions - 1));
    }

    void aModelsLinesAreHeldAgainstTheMessages()
    {
        const Conversation conversation = longOne();
        Grounds grounds;
        grounds.conversation = conversation;
        grounds.now = Instant{1763474000000} + hourMs;
        const QString answer = restored(QString::fromUtf8(
            R"(Here it is: {"need": [{"text": "The customer was charged twice for order LF-204117.", "messages": ["M1"]}],
                "expectation": "The second charge back by Friday.",
                "actions": [{"text": "We refunded €160.00.", "messages": ["M4", "M99", "Q1", 7]}],
                "status": [{"text": "", "messages": []}], "other": 3} Bye.)"));
        const Summary summary = summaryFrom(answer, conversation, DraftCheck(grounds));
        QVERIFY(summary.byModel);
        const SummaryLine need = summary.lines(SummaryPart::Need).value(0);
        QCOMPARE(need.messages, {MessageId(u"m1"_s)});
        QVERIFY(need.supported);
        // Names no message.
        QVERIFY(!summary.lines(SummaryPart::Expectation).value(0).supported);
        const SummaryLine action = summary.lines(SummaryPart::Actions).value(0);
        QCOMPARE(action.messages, {MessageId(u"m4"_s)});
        QVERIFY(!action.supported);
        QVERIFY(summary.lines(SummaryPart::Status).isEmpty());
        QVERIFY(summary.lines(SummaryPart::NextStep).isEmpty());
        QCOMPARE(summary.last, MessageId(u"m5"_s));
    }

    void whatIsNoSummaryIsNone_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << u"I cannot do that."_s;
        QTest::newRow("cut off") << quoted(u"{'need': [{'text': 'The cust"_s);
        QTest::newRow("another shape") << quoted(u"{'sentences': [{'text': 'Hello'}]}"_s);
        QTest::newRow("a list") << quoted(u"['need']"_s);
        QTest::newRow("empty lists") << quoted(u"{'need': [], 'actions': [{}], 'status': [[]]}"_s);
        QTest::newRow("depth") << u"["_s.repeated(50000) + u"{}"_s;
    }
    void whatIsNoSummaryIsNone()
    {
        QFETCH(QString, answer);
        QCOMPARE(restored(answer), QString());
    }

    void whatIsPrivateIsMaskedAndComesBack()
    {
        const Conversation conversation = longOne();
        Masks masks;
        masks.learn(conversation, {});
        const Prompt prompt = summaryPrompt(conversation, "Europe/Berlin", u"en"_s, masks);
        QVERIFY(!prompt.user.contains("LF-204117"_L1));
        QVERIFY(prompt.user.contains("id=\"M5\""_L1));
        const QString mask = masks.maskOf(Private::Order, u"LF-204117"_s);
        const QString answer = summaryAnswer(
            QString::fromUtf8(
                R"({"need": [{"text": "Charged twice for %1.", "messages": ["M1"]}]})")
                .arg(mask),
            masks);
        QVERIFY2(answer.contains("LF-204117"_L1), qPrintable(answer));
    }

    void figuresAreLockedInAnyNotation()
    {
        const facts::Written written{QDate(2025, 11, 18)};
        const QString text = u"We refund €106.00 for LF-204117 by 20 November."_s;
        QCOMPARE(lockedFigures(text, written),
                 (QStringList{u"€106.00"_s, u"LF-204117"_s, u"20 November"_s}));
        QVERIFY(missingFigures(text, u"By Nov 20 you get 106 € back for LF-204117."_s, written)
                    .isEmpty());
        QCOMPARE(missingFigures(text, u"By Nov 21 you get €106.00 back for LF-204117."_s, written),
                 QStringList{u"20 November"_s});
    }
};

BATON_TEST(SummariesTest)
#include "SummariesTest.moc"
