#include "core/drafting/Masks.h"

#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;

namespace {

Masks masksOf(const Conversation &conversation = {})
{
    return Masks(conversation, {u"ines"_s, u"Ines Okafor"_s});
}

} // namespace

class MasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMasked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        const auto row = [](const char *name, const QString &text, const QString &masked) {
            QTest::newRow(name) << text << masked;
        };
        row("a name, an order, a phone",
            u"Hi, my name is Aoife Brennan and my order LF-204-117 hasn't arrived. Call +44 20 7946 1907."_s,
            u"Hi, my name is [NAME_1] and my order [ORDER_1] hasn't arrived. Call [PHONE_1]."_s);
        row("a card", u"Refund it to my card 4111 1111 1111 1111"_s,
            u"Refund it to my card [CARD_1]"_s);
        row("a small signature", u"Please refund it, thanks, maria"_s,
            u"Please refund it, thanks, [NAME_1]"_s);
        row("a small signature behind blank lines",
            u"\n\n\n\n\nIt is late, call me soon\nzorbina"_s,
            u"\n\n\n\n\nIt is late, call me soon\n[NAME_1]"_s);
        row("names that are words", u"Ask Rose Okonkwo. Mark Johnson left it with Grace Hill."_s,
            u"Ask [NAME_1]. [NAME_2] left it with [NAME_3]."_s);
        row("German", u"Ich heiße Jürgen Schäfer und wohne in der Lindenstraße 4, 10115 Berlin."_s,
            u"Ich heiße [NAME_1] und wohne [ADDRESS_1]."_s);
        row("German nouns stay", u"Der neue Sessel ist kaputt. Können Sie mir Ersatz schicken?"_s,
            u"Der neue Sessel ist kaputt. Können Sie mir Ersatz schicken?"_s);
        row("Spanish", u"Me llamo Lucía Fernández, vivo en Calle Mayor 3, 28013 Madrid."_s,
            u"Me llamo [NAME_1], vivo en [ADDRESS_1]."_s);
        row("an IBAN in small letters", u"gb29 nwbk 6016 1331 9268 19 is mine"_s,
            u"[IBAN_1] is mine"_s);
        row("what a reply is about stays",
            u"I paid 1,299.00 EUR and €49.90 on 21.11.2025 at 14:30, within 14 days, by Visa."_s,
            u"I paid 1,299.00 EUR and €49.90 on 21.11.2025 at 14:30, within 14 days, by Visa."_s);
        row("a mask of the customer's own", u"Send it to [CARD_1] and EMAIL_2"_s,
            u"Send it to [NUMBER_1] and [NUMBER_2]"_s);
        row("another script", u"It's 李伟 here, please help me with this"_s,
            u"It's [NAME_1] here, please help me with this"_s);
        row("few digits that a word names", u"Your order 4471, card ending 9921, cvv 123"_s,
            u"Your order [NUMBER_1], card ending [NUMBER_2], cvv [NUMBER_3]"_s);
        row("links", u"It says https://track.example/a?b=1"_s, u"It says [LINK_1]"_s);
    }
    void whatIsMasked()
    {
        QFETCH(QString, text);
        QFETCH(QString, masked);
        Masks masks = masksOf();
        QCOMPARE(masks.mask(text), masked);
        QCOMPARE(masks.unmask(masked, Masks::Links::Return), text);
    }

    void whatThePacketKnowsIsFoundHoweverItIsWritten()
    {
        Conversation conversation;
        conversation.customer.name = u"Will May"_s;
        conversation.customer.contact = u"will@post.example"_s;
        Order order;
        order.id = u"NW 48-213"_s;
        order.items = {{u"Lamp WX-2000"_s, 1, {}}};
        conversation.customer.orders = {order};
        Masks masks = masksOf(conversation);
        const QString masked = masks.mask(
            u"will may asks for nw48213; the WX-2000 of NW-48-213 is broken, says May"_s);
        for (const QString &part : {u"48"_s, u"will may"_s, u"May"_s})
            QVERIFY2(!masked.contains(part), qPrintable(masked));
        QVERIFY(masked.contains(u"WX-2000"_s));
    }

    void masksComeBackHoweverAModelWritesThem()
    {
        Masks masks = masksOf();
        masks.maskOf(Private::Email, u"a@b.example"_s);
        for (const QString &written : {u"[EMAIL_1]"_s, u"[email_1]"_s, u"[EMAIL 1]"_s,
                                       u"\\[EMAIL\\_1\\]"_s, u"EMAIL_1"_s, u"[ EMAIL_1 ]"_s})
            QCOMPARE(masks.unmask(u"to "_s + written + u"."_s), u"to a@b.example."_s);
        QCOMPARE(masks.unmask(u"[EMAIL_2] [CARD_1]"_s), u"[EMAIL_2] [CARD_1]"_s);
        QCOMPARE(masks.unmask(u"email 1 of 2"_s), u"email 1 of 2"_s);
    }

    void aMaskInTheMakingIsHeldBack()
    {
        const QString whole = u"Dear [NAME_1], write"_s;
        for (qsizetype i = 0; i <= whole.size(); ++i) {
            const QString some = whole.left(i);
            const QString settled = some.left(Masks::settled(some));
            QVERIFY2(!settled.contains(u'[') || settled.contains(u']'), qPrintable(settled));
        }
        QCOMPARE(Masks::settled(u"write to EMAIL_1"), 9);
        QCOMPARE(Masks::settled(u"Dear [all of you who read this, [x"), 32);
    }

    void longTextsTakeLittleTime()
    {
        const QString text
            = QString(u"Hello Maria, 4111 1111 1111 1111 at 22 Acacia Avenue. "_s).repeated(60);
        Masks masks = masksOf();
        masks.mask(u"warm"_s);
        QElapsedTimer timer;
        timer.start();
        masks.mask(text);
        QVERIFY2(timer.elapsed() < 100 * slowness, qPrintable(QString::number(timer.elapsed())));
        for (const QString &hostile :
             {QString(3000, u'('), QString(3000, u'1'), u"a."_s.repeated(1500),
              u"A "_s.repeated(1500), u"@"_s.repeated(3000), u"[EMAIL_"_s.repeated(400)}) {
            timer.restart();
            masks.mask(hostile);
            QVERIFY2(timer.elapsed() < 500 * slowness, qPrintable(hostile.left(8)));
        }
    }
};

BATON_TEST(MasksTest)
#include "MasksTest.moc"
