#include "Shelf.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;
using namespace baton::tests;

namespace {

Slots slotsOf(const Conversation &conversation, const QString &language = u"en"_s)
{
    static const Phrases phrases = bundledPhrases();
    Grounds grounds;
    grounds.conversation = conversation;
    grounds.agent = {u"a1"_s, u"Ana Duarte"_s};
    grounds.zone = "Europe/Berlin";
    return Slots(grounds, phrases, language);
}

Message says(Sender from, const QString &text)
{
    Message message;
    message.id = MessageId(u"m1"_s);
    message.from = from;
    message.text = text;
    message.at = at("2025-11-18T13:00:00Z");
    return message;
}

QString value(const Slots &slots, const char *name)
{
    const SlotValue *found = slots.find(QString::fromLatin1(name));
    return found ? found->text : u"(none)"_s;
}

} // namespace

class SlotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueRemembersItsSource()
    {
        const Slots known = slotsOf(demoPacket("LF-C-8841"_L1));
        QCOMPARE(value(known, "customer.first"), u"Nadia"_s);
        QCOMPARE(known.find(u"customer.first"_s)->source.source, u"customer.name"_s);
        QCOMPARE(value(known, "agent.first"), u"Ana"_s);
        QCOMPARE(value(known, "order.id"), u"LF-70413"_s);
        QCOMPARE(known.find(u"order.id"_s)->source.kind, SupportKind::Message);
        QCOMPARE(value(known, "order.status"), u"returned"_s);
        QCOMPARE(known.find(u"order.status"_s)->source.kind, SupportKind::Order);
        QCOMPARE(value(known, "payment.id"), u"P-55102"_s);
        QCOMPARE(value(known, "payment.amount"), u"€179.00"_s);
        QCOMPARE(value(known, "payment.date"), u"Saturday 15 November"_s);
        QCOMPARE(known.find(u"payment.date"_s)->source.source, u"payments.list"_s);
        QCOMPARE(value(known, "amount.said"), u"179 euro"_s);
        QCOMPARE(value(known, "promise.text"), u"Refund by Monday 17 November"_s);
        QCOMPARE(value(known, "promise.due"), u"Monday 17 November"_s);
        QCOMPARE(value(known, "return.id"), u"(none)"_s);
    }

    void valuesSpeakTheLanguage()
    {
        Conversation nadia = demoPacket("LF-C-8841"_L1);
        QCOMPARE(value(slotsOf(nadia, u"de"_s), "payment.amount"), u"179,00 €"_s);
        // An English promise is not quoted in a German reply.
        QCOMPARE(value(slotsOf(nadia, u"de"_s), "promise.text"), u"(none)"_s);
        QCOMPARE(value(slotsOf(nadia, u"de"_s), "promise.due"), u"(none)"_s);
        nadia.promises.back().text = u"LF-70413"_s; // of no language
        QCOMPARE(value(slotsOf(nadia, u"de"_s), "promise.due"), u"Montag, 17. November"_s);
        QCOMPARE(value(slotsOf(nadia, u"es"_s), "promise.due"), u"lunes 17 de noviembre"_s);
        QCOMPARE(value(slotsOf(nadia, u"es"_s), "order.status"), u"devuelto"_s);
    }

    void noOrderIsGuessedAmongSeveral()
    {
        Conversation conversation = demoPacket("LF-C-8841"_L1);
        conversation.messages.clear();
        conversation.stepsTried.clear();
        QCOMPARE(value(slotsOf(conversation), "order.id"), u"(none)"_s);
        conversation.customer.orders.resize(1);
        QCOMPARE(value(slotsOf(conversation), "order.id"), u"LF-70413"_s);
        QCOMPARE(value(slotsOf(conversation), "order.item"), u"Lounge chair Ebba, oat"_s);
    }

    void theCustomersOwnWordsGoFirst()
    {
        Conversation conversation;
        conversation.messages = {says(Sender::Customer, u"It is lf-70001, return R-2210."_s),
                                 says(Sender::Bot, u"Do you mean LF-70002?"_s)};
        const Slots known = slotsOf(conversation);
        QCOMPARE(value(known, "order.id"), u"LF-70001"_s);
        QCOMPARE(value(known, "order.status"), u"(none)"_s);
        QCOMPARE(value(known, "return.id"), u"R-2210"_s);
        const Support &source = known.find(u"order.id"_s)->source;
        QCOMPARE(conversation.messages[0].text.sliced(source.begin, source.end - source.begin),
                 u"lf-70001"_s);
    }

    void whatAToolReturnedMayBeAnything()
    {
        Conversation conversation = demoPacket("LF-C-8841"_L1);
        for (const QString &result :
             {u"[[[["_s, u"null"_s, u"\"P-1\""_s, u"{\"id\":{\"id\":[]}}"_s,
              u"["_s.repeated(50'000),
              u"{\"a\":"_s.repeated(1'000) + u"1"_s + u"}"_s.repeated(1'000)}) {
            conversation.stepsTried[1].tool->result = result;
            QCOMPARE(value(slotsOf(conversation), "payment.amount"), u"(none)"_s);
        }
    }

    void amountsGetTheCurrencyBesideThem()
    {
        QCOMPARE(flattened(u"{\"amount\":\"12.5\",\"currency\":\"GBP\",\"n\":3}"_s, u"EUR"_s),
                 u"amount: 12.5 GBP\ncurrency: GBP\nn: 3"_s);
        QCOMPARE(flattened(u"{\"refund_total\":7}"_s, u"EUR"_s), u"refund total: 7 EUR"_s);
        QCOMPARE(flattened(u"plain words"_s, {}), u"plain words"_s);
    }
};

BATON_TEST(SlotsTest)
#include "SlotsTest.moc"
