#include "core/facts/Facts.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

constexpr Instant tuesdayNoon{1763467200000}; // 2025-11-18T12:00:00Z

Message wrote(Sender from, const QString &text, int minute = 0)
{
    Message message;
    message.id = MessageId(u"m%1"_s.arg(minute));
    message.at = tuesdayNoon + minute * minuteMs;
    message.from = from;
    message.text = text;
    return message;
}

Conversation shop(const QList<Message> &messages)
{
    Conversation conversation;
    conversation.locale = u"en-GB"_s;
    conversation.messages = messages;
    conversation.customer.orders
        = {{u"LF-70413"_s, {}, {}, {}, {{u"Lounge chair Ebba, oat"_s, 2, {}}}},
           {u"LF-71288"_s, {}, {}, {}, {{u"Floor lamp Tarn"_s, 1, {}}}}};
    return conversation;
}

/// Of the messages, "kind value", kinds as numbers named below.
QString saidIn(const Conversation &conversation)
{
    static const QStringList names{u"order"_s, u"amount"_s,  u"date"_s,  u"time"_s,
                                   u"card"_s,  u"email"_s,   u"phone"_s, u"address"_s,
                                   u"iban"_s,  u"product"_s, u"tried"_s, u"promise"_s};
    QStringList out;
    const QList<Fact> all = facts::factsOf(conversation);
    for (const Fact &fact : all) {
        if (fact.field.isEmpty())
            out += names[int(fact.kind)] + u' ' + fact.value;
    }
    return out.join(u"; "_s);
}

} // namespace

class FactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatACustomerSays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *text, const char *found) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("It is about LF-70413", "order LF-70413");
        row("order 70413 please", "order LF-70413");
        row("lf 71999?", "");
        row("LF-99001 is not mine", "order LF-99001");
        row("My order number is #48213-A", "order 48213-A");
        row("Bestellnummer: 4821399", "order 4821399");
        row("mi pedido n.º 4821399", "order 4821399");
        row("#W5362037", "order W5362037");
        row("I paid 1,299.00 EUR", "amount 1299.00 EUR");
        row("1.299,00 € wurden abgebucht", "amount 1299.00 EUR");
        row("EUR 20 or 20 euros or $5", "amount 20.00 EUR; amount 20.00 EUR; amount 5.00 USD");
        row("next Friday at 6 pm", "date 2025-11-21; time 18:00");
        row("my Visa ending 4471", "card 4471");
        row("die letzten vier Ziffern meiner Karte sind 4471", "card 4471");
        row("la tarjeta terminada en 4471", "card 4471");
        row("card •••• 4471", "card 4471");
        row("my address is 12 Maple Grove Road, Leeds LS6 2AB",
            "address 12 maple grove road, leeds ls6 2ab");
        row("Ich wohne in der Lange Straße 12, 34117 Kassel",
            "address lange straße 12, 34117 kassel");
        row("Vivo en la calle Mayor 5, 28013 Madrid", "address calle mayor 5, 28013 madrid");
        row("my zip code is 85041", "address 85041");
        row("The Ebba is broken", "product Lounge chair Ebba, oat");
        row("I have tried to restart it twice", "tried I have tried to restart it twice");
        row("Ich habe den Router schon neu gestartet",
            "tried Ich habe den Router schon neu gestartet");
        row("Ya he reiniciado el router", "tried Ya he reiniciado el router");

        row("order 2 chairs and a lamp in 2024", "");
        row("ending 4471 people", "");
        row("10 minutes on the way", "");
        row("I tried it on and it fits", "");
        row("I restarted it and it works now", "");
        row("the lounge of the hotel", "");
        row("ordered 5000 pieces", "");
        row("in order 12345678901234567890123456789012", "");
    }
    void readsWhatACustomerSays()
    {
        QFETCH(QString, text);
        QTEST(saidIn(shop({wrote(Sender::Customer, text)})), "found");
    }

    void aNumberThatAnswersAQuestionIsWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("found");
        QTest::newRow("order") << u"What is your order number?"_s << u"7969620792"_s
                               << u"order 7969620792"_s;
        QTest::newRow("phone") << u"Can I have your phone number?"_s << u"6730536166"_s
                               << u"phone 6730536166"_s;
        QTest::newRow("card") << u"And the last four digits of the card?"_s << u"it's 4471"_s
                              << u"card 4471"_s;
        QTest::newRow("zip") << u"What is your zip code?"_s << u"33186"_s << u"address 33186"_s;
        QTest::newRow("nothing") << u"Can I help you?"_s << u"4471"_s << QString();
    }
    void aNumberThatAnswersAQuestionIsWhatWasAskedFor()
    {
        QFETCH(QString, question);
        QFETCH(QString, answer);
        QTEST(saidIn(shop({wrote(Sender::Bot, question), wrote(Sender::Customer, answer, 1)})),
              "found");
        QVERIFY(saidIn(shop({wrote(Sender::Customer, answer)})).isEmpty());
    }

    void aWholeCardNumberIsKeptByItsTailAlone()
    {
        const Conversation talk = shop({wrote(Sender::Customer, u"4111 1111 1111 1111"_s)});
        const QList<Fact> tails = facts::ofKind(facts::factsOf(talk), FactKind::CardTail);
        QCOMPARE(tails.size(), 1);
        QCOMPARE(tails.front().value, u"1111"_s);
        QCOMPARE(tails.front().said.text, u"•••• 1111"_s);
        QCOMPARE(tails.front().said.end, 19);
    }

    void promisesAreOursAndTriesAreTheirs()
    {
        const QString text = u"We will call you within 2 hours. I have tried to reset it."_s;
        QVERIFY(saidIn(shop({wrote(Sender::Customer, text)})).startsWith(u"tried"));
        const Conversation ours = shop({wrote(Sender::Agent, text)});
        QCOMPARE(saidIn(ours), u"promise We will call you within 2 hours."_s);
        const Fact promise = facts::ofKind(facts::factsOf(ours), FactKind::Promise).front();
        QCOMPARE(promise.due, std::optional(tuesdayNoon + 2 * hourMs));
        QCOMPARE(promise.by, Sender::Agent);
    }

    void whatThePacketHoldsIsNamedByItsField()
    {
        Conversation talk = shop({wrote(Sender::Bot, u"Refund by Monday"_s, 3)});
        talk.customer.contact = u"nadia@post.example"_s;
        talk.customer.attributes = {{u"phone"_s, u"(116) 048-7515"_s},
                                    {u"payment"_s, u"Visa ending 4471"_s},
                                    {u"zip_code"_s, u"33186"_s}};
        talk.promises = {{MessageId(u"m3"_s), u"Refund by Monday"_s, tuesdayNoon + 6 * dayMs}};
        talk.stepsTried
            = {{{}, u"Other devices signed out"_s, Sender::Bot, {}, StepOutcome::Failed, true, {}}};
        QStringList fields;
        const QList<Fact> all = facts::factsOf(talk);
        for (const Fact &fact : all) {
            if (!fact.field.isEmpty()) // what is said in a message has its place there
                fields += fact.field;
        }
        QCOMPARE(fields,
                 QStringList({u"customer.contact"_s, u"customer.attributes.phone"_s,
                              u"customer.attributes.payment"_s, u"customer.attributes.zip_code"_s,
                              u"customer.orders/0"_s, u"customer.orders/1"_s, u"steps_tried/0"_s,
                              u"promises/0"_s}));
        const Fact promise = facts::ofKind(facts::factsOf(talk), FactKind::Promise).front();
        QVERIFY(promise.due == tuesdayNoon + 6 * dayMs && promise.by == Sender::Bot);
        QCOMPARE(promise.said.message, MessageId(u"m3"_s));
    }

    void theCustomersLastWordGoesBeforeWhatIsOnFile()
    {
        Conversation talk = shop({wrote(Sender::Customer, u"now at a@b.example"_s),
                                  wrote(Sender::Customer, u"no, c@d.example"_s, 1),
                                  wrote(Sender::Agent, u"from e@f.example"_s, 2)});
        talk.customer.contact = u"old@post.example"_s;
        const QList<Fact> all = facts::factsOf(talk);
        QCOMPARE(facts::given(all, FactKind::Email)->value, u"c@d.example"_s);
        talk.messages.clear();
        const QList<Fact> filed = facts::factsOf(talk);
        QCOMPARE(facts::given(filed, FactKind::Email)->value, u"old@post.example"_s);
        QVERIFY(!facts::given(filed, FactKind::Iban));
    }

    void oddTextsAreReadToTheirEnd()
    {
        for (const QString &text :
             {u"9"_s.repeated(30'000), u"order "_s.repeated(10'000), u"\u202e€ 12,34 \u202c"_s,
              QString(QChar(0xdc00)) + u" order 12345"_s, u"1,1."_s.repeated(9'000), QString(),
              u"#"_s.repeated(9'000), u"a-1"_s.repeated(9'000), u"€"_s.repeated(9'000)}) {
            const Conversation talk = shop({wrote(Sender::Customer, text)});
            const QList<Fact> all = facts::factsOf(talk);
            QVERIFY(all.size() <= facts::mostFacts);
            for (const Fact &fact : all) {
                if (fact.field.isEmpty())
                    QVERIFY(fact.said.begin < fact.said.end && fact.said.end <= text.size());
            }
            QVERIFY(all == facts::factsOf(talk));
        }
        const Conversation many
            = shop(QList<Message>(5'000, wrote(Sender::Customer, u"€1 and €2"_s)));
        QCOMPARE(facts::factsOf(many).size(), facts::mostFacts);
    }
};

BATON_TEST(FactsTest)
#include "FactsTest.moc"
