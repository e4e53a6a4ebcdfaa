#include "core/drafting/DraftCheck.h"
#include "core/drafting/Lints.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;

namespace {

// Tuesday, noon.
const Instant lintedAt = *instantFromRfc3339(u"2025-11-18T12:00:00Z");

/// What was said, by whom, and a reply to it.
struct Scene
{
    const char *said;
    const char *reply;
};

Grounds groundsWith(const Scene &scene, Sender from)
{
    Grounds grounds;
    grounds.now = lintedAt;
    grounds.agent = {u"a1"_s, u"Ana Duarte"_s};
    Conversation &talk = grounds.conversation;
    talk.locale = u"en-GB"_s;
    talk.customer.orders = {{u"LF-70413"_s, {}, {}, {}, {{u"Lounge chair Ebba, oat"_s, 1, {}}}},
                            {u"LF-71288"_s, {}, {}, {}, {{u"Floor lamp Tarn"_s, 1, {}}}}};
    Message message;
    message.id = MessageId(u"m1"_s);
    message.at = lintedAt + -30 * minuteMs;
    message.from = from;
    message.text = QString::fromUtf8(scene.said);
    talk.messages = {message};
    return grounds;
}

/// Lints of the kind in the reply, each with a quote that stands where it says.
int lintsOfKind(LintKind kind, const Scene &scene, Sender from)
{
    const Grounds grounds = groundsWith(scene, from);
    const Draft draft
        = DraftCheck(grounds).check(QString::fromUtf8(scene.reply), DraftProvider::Person);
    int found = 0;
    for (const Lint &lint : lintsOf(draft, grounds)) {
        if (lint.kind != kind)
            continue;
        ++found;
        const QString &text = grounds.conversation.messages.front().text;
        if (lint.source.kind == SupportKind::Message
            && text.sliced(lint.source.begin, lint.source.end - lint.source.begin)
                != lint.source.quote)
            qFatal("a quote is elsewhere");
    }
    return found;
}

const std::vector<Scene> askedAgain{
    {"My order is LF-70413.", "Could you send me your order number?"},
    {"Order number 48213991, it never came", "May I have the order number?"},
    {"#W5362037 is late", "Please provide your order ID."},
    {"I wrote from nadia@post.example", "What is your e-mail address?"},
    {"reach me at nadia@post.example please", "Can I get your email?"},
    {"My mobile is +44 7700 900123.", "Could you tell me your phone number?"},
    {"call me on 020 7946 1907", "What's the best number to reach you?"},
    {"I live at 12 Maple Grove Road, Leeds LS6 2AB.", "Please share your delivery address."},
    {"my zip code is 85041", "What is your zip code?"},
    {"I paid with the card ending in 4471.", "What are the last four digits of the card?"},
    {"I ordered it on 3 November.", "When did you order it?"},
    {"You charged me €179.00 twice!", "How much were you charged?"},
    {"The Ebba arrived broken.", "Which product is this about?"},
    {"Meine Bestellung LF-70413 ist nicht da.", "Wie lautet Ihre Bestellnummer?"},
    {"Bestellnummer 48213991", "Bitte nennen Sie uns die Bestellnummer."},
    {"Schreiben Sie an jonas@post.example", "Wie lautet Ihre E-Mail-Adresse?"},
    {"Meine Handynummer ist 0176 040690 12", "Können Sie mir Ihre Telefonnummer nennen?"},
    {"Ich wohne in der Lange Straße 12, 34117 Kassel.", "Bitte teilen Sie uns Ihre Adresse mit."},
    {"IBAN: DE89 3704 0044 0532 0130 00", "Bitte senden Sie uns Ihre IBAN."},
    {"Ich habe am 3. November bestellt.", "Wann haben Sie bestellt?"},
    {"Mir wurden 179,00 € abgebucht.", "Welcher Betrag wurde abgebucht?"},
    {"Mi pedido es el LF-70413.", "¿Puede indicarme su número de pedido?"},
    {"pedido número 48213991", "¿Me facilita el número de pedido?"},
    {"Mi correo es lucia@post.example", "¿Cuál es su correo electrónico?"},
    {"Mi móvil es 612 345 678", "¿Podría darme su número de teléfono?"},
    {"Vivo en la calle Mayor 5, 28013 Madrid", "¿Puede indicarme su dirección?"},
    {"mi código postal es 28013", "¿Cuál es su código postal?"},
    {"Hice el pedido el 3 de noviembre.", "¿Cuándo hizo el pedido?"},
    {"Pagué con la tarjeta terminada en 4471",
     "¿Me indica los últimos cuatro dígitos de la tarjeta?"}};

const std::vector<Scene> askedFirst{
    {"My chair never came.", "Could you send me your order number?"},
    {"I need a refund.", "What is your e-mail address?"},
    {"nadia@post.example", "Could you tell me your phone number?"},
    {"call me on 020 7946 1907", "What is your e-mail address?"},
    {"my zip code is 85041", "What is your full address?"},
    {"I ordered it on 3 November.", "When did the parcel arrive?"},
    {"You charged me €179.00.", "When were you charged?"},
    {"My order is LF-70413.", "Is your order number LF-70413?"},
    {"My order is LF-70413.", "I have your order number, thank you."},
    {"My order is LF-70413.", "Please write the order number on the parcel and send it back."},
    {"nadia@post.example", "Which new e-mail address would you like to use?"},
    {"nadia@post.example", "Would you like me to send the invoice to your e-mail address?"},
    {"nadia@post.example", "Please never send your e-mail address to strangers."},
    {"nadia@post.example", "Did you get our message at this e-mail address?"},
    {"card ending in 4471", "Which other card could you use instead?"},
    {"The Ebba arrived broken.", "Could you send a photo of it?"},
    {"I paid in 2 instalments of €20", "How much do you weigh?"},
    {"Meine Bestellung LF-70413 ist nicht da.", "Ihre Bestellnummer habe ich gefunden."},
    {"Mein Stuhl ist kaputt.", "Wie lautet Ihre Bestellnummer?"},
    {"jonas@post.example", "Soll ich die Rechnung an Ihre E-Mail-Adresse senden?"},
    {"jonas@post.example", "Welche andere E-Mail-Adresse möchten Sie nutzen?"},
    {"Ich habe am 3. November bestellt.", "Wann wurde das Paket geliefert?"},
    {"Bestellnummer 48213991", "Bitte legen Sie die Bestellnummer dem Paket bei."},
    {"Mi silla está rota.", "¿Puede indicarme su número de pedido?"},
    {"lucia@post.example", "¿Quiere que le envíe la factura a su correo electrónico?"},
    {"Mi pedido es el LF-70413.", "Su número de pedido es el LF-70413."},
    {"lucia@post.example", "¿Podría darme su número de teléfono?"},
    {"Mi pedido es el LF-70413.", "¿Me facilita el número de la tarjeta regalo?"},
    {"Hice el pedido el 3 de noviembre.", "¿Cuándo recibió el paquete?"}};

const std::vector<Scene> suggestedAgain{
    {"I have tried restarting the router.", "Please restart the router."},
    {"I already restarted the router twice.", "Have you tried restarting your router?"},
    {"I've already cleared the cookies and the cache", "Could you clear your cache and cookies?"},
    {"I reinstalled the app but it didn't help.", "Please reinstall the app."},
    {"We tried a different browser.", "You could try a different browser."},
    {"I reset my password. It still does not work.", "Try to reset your password."},
    {"I already unplugged the kettle", "Unplug the kettle."},
    {"I've tried another card.", "Please try another card."},
    {"I already called the carrier", "I recommend that you call the carrier."},
    {"i have tried updating the app, no luck", "Please update the app and try again."},
    {"Ich habe den Router schon neu gestartet.", "Bitte starten Sie den Router neu."},
    {"Ich habe bereits den Cache gelöscht", "Löschen Sie bitte den Cache."},
    {"Ich habe versucht, das Passwort zurückzusetzen.",
     "Könnten Sie bitte das Passwort zurücksetzen?"},
    {"Die App habe ich neu installiert, hilft nicht.", "Bitte installieren Sie die App neu."},
    {"Ich habe schon den Stecker gezogen", "Ziehen Sie bitte den Stecker."},
    {"Ich habe einen anderen Browser probiert.", "Bitte probieren Sie einen anderen Browser."},
    {"Ya he reiniciado el router.", "Por favor, reinicie el router."},
    {"He intentado borrar la caché.", "Pruebe a borrar la caché."},
    {"Ya desinstalé la aplicación", "Desinstale la aplicación, por favor."},
    {"He probado con otro navegador.", "¿Puede probar con otro navegador?"},
    {"Ya he cambiado la contraseña, no funciona", "Le recomiendo cambiar la contraseña."},
    {"Ya actualicé la aplicación y sigue igual", "Por favor, actualice la aplicación."}};

const std::vector<Scene> suggestedFirst{
    {"I have tried restarting the router.", "Please check the cable of the router."},
    {"I have tried restarting the router.", "I am sorry that restarting the router did not help."},
    {"I already restarted the router twice.", "Since you restarted the router, I open a ticket."},
    {"I already restarted the router.", "You need not restart the router again."},
    {"I restarted the router and it works now.", "Please restart the router if it happens again."},
    {"The router is broken.", "Please restart the router."},
    {"I tried the jacket on and it is too small.", "Please try the jacket in another size."},
    {"I've already cleared the cache", "Thank you for clearing the cache."},
    {"I have tried another card.", "I have asked the bank about the card."},
    {"I reset my password.", "Please choose a long password every year."},
    {"I already called the carrier", "I will call the carrier for you."},
    {"I have tried everything.", "Please restart the router."},
    {"Ich habe den Router schon neu gestartet.", "Bitte prüfen Sie das Kabel."},
    {"Ich habe den Router schon neu gestartet.",
     "Danke, dass Sie den Router schon neu gestartet haben."},
    {"Ich habe bereits den Cache gelöscht", "Sie müssen den Cache nicht noch einmal löschen."},
    {"Der Router ist kaputt.", "Bitte starten Sie den Router neu."},
    {"Ich habe versucht, Sie anzurufen.", "Bitte starten Sie die App neu."},
    {"Ya he reiniciado el router.", "Por favor, compruebe el cable."},
    {"Ya he reiniciado el router.", "Veo que ya ha reiniciado el router."},
    {"He intentado borrar la caché.", "Gracias por borrar la caché."},
    {"El router no funciona.", "Por favor, reinicie el router."},
    {"He intentado llamarles.", "Por favor, actualice la aplicación."}};

const std::vector<Scene> broken{
    {"We will send the refund by Friday.", "You will have the refund on Monday 24 November."},
    {"We will refund you within 2 days.", "The refund takes 10 working days."},
    {"You will receive the new chair tomorrow.", "The new chair arrives on 28 November."},
    {"I'll call you back within 2 hours.", "We call you back in 3 days."},
    {"We will credit €20 to your account by Friday.", "We credit €10 to your account."},
    {"You will get a replacement lamp within 3 days.", "We cannot send a replacement lamp."},
    {"The technician will be with you on Thursday.",
     "The technician will be with you on 28 November."},
    {"We will refund the delivery fee within 5 days.", "We won't refund the delivery fee."},
    {"Wir erstatten den Betrag bis Freitag.", "Der Betrag wird am 28. November erstattet."},
    {"Ich melde mich innerhalb von 2 Stunden zu Ihrer Lieferung.",
     "Zu Ihrer Lieferung melden wir uns in 3 Tagen."},
    {"Sie erhalten den Ersatz bis Donnerstag.", "Den Ersatz erhalten Sie am 2. Dezember."},
    {"Wir senden den Stuhl innerhalb von 3 Tagen.", "Der Stuhl wird in 14 Tagen versandt."},
    {"Wir werden Ihnen bis Freitag 20 € gutschreiben.", "Wir werden Ihnen 10 € gutschreiben."},
    {"Wir werden die Lampe bis Freitag ersetzen.", "Wir können die Lampe nicht ersetzen."},
    {"Le enviaremos el reembolso mañana.", "Recibirá el reembolso el 28 de noviembre."},
    {"Le llamaremos en 2 horas sobre la entrega.", "Le llamaremos sobre la entrega en 4 días."},
    {"Recibirá la lámpara el viernes.", "Recibirá la lámpara el 2 de diciembre."},
    {"Le reembolsaremos 20 € en 3 días.", "Le reembolsaremos 10 €."},
    {"Le enviaremos una silla nueva en 3 días.", "No podemos enviar una silla nueva."},
    {"We will deliver the sofa tomorrow at 10:00.", "The sofa is delivered in 2 weeks."}};

const std::vector<Scene> keptPromises{
    {"We will send the refund by Friday.", "You will have the refund by Friday 21 November."},
    {"We will send the refund by Friday.", "The refund was promised for 21 November."},
    {"We will refund you within 5 days.", "The refund is with you within 2 days."},
    {"You will receive the new chair tomorrow.", "The new chair arrives on 19 November."},
    {"I'll call you back within 2 hours.", "The delivery takes 3 days."},
    {"We will credit €20 to your account by Friday.", "We credit 20 euros to your account."},
    {"You will get a replacement lamp within 3 days.", "I am sorry that the lamp did not work."},
    {"The technician will be with you on Thursday.", "The shop opens on 28 November."},
    {"We will refund the delivery fee within 5 days.", "The delivery fee was €4.99."},
    {"Refunds take 3 days.", "The refund takes 10 days."},
    {"You will need to return it within 14 days.", "You can return it within 30 days."},
    {"Wir erstatten den Betrag bis Freitag.", "Der Betrag wird am 21. November erstattet."},
    {"Ich melde mich innerhalb von 2 Stunden zu Ihrer Lieferung.", "Die Garantie gilt 3 Jahre."},
    {"Sie erhalten den Ersatz bis Donnerstag.", "Den Ersatz erhalten Sie am 20. November."},
    {"Wir senden den Stuhl innerhalb von 3 Tagen.", "Der Stuhl wird morgen versandt."},
    {"Wir werden die Lampe bis Freitag ersetzen.", "Es tut mir leid, dass die Lampe nicht geht."},
    {"Le enviaremos el reembolso mañana.", "Recibirá el reembolso el 19 de noviembre."},
    {"Le llamaremos en 2 horas sobre la entrega.", "La garantía dura 3 años."},
    {"Recibirá la lámpara el viernes.", "Recibirá la lámpara el 21 de noviembre."},
    {"Le reembolsaremos 20 € en 3 días.", "Le reembolsaremos 20 euros."}};

} // namespace

/// Scenes in English, German and Spanish that a lint has to see, and such that it must not.
class GivenLintsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatWasGiven()
    {
        measure(LintKind::AsksForGiven, Sender::Customer, askedAgain, askedFirst);
    }
    void suggestsWhatWasTried()
    {
        measure(LintKind::RepeatsFailedStep, Sender::Customer, suggestedAgain, suggestedFirst);
    }
    void breaksAPromise()
    {
        measure(LintKind::ContradictsPromise, Sender::Agent, broken, keptPromises);
    }

private:
    static void measure(LintKind kind, Sender from, const std::vector<Scene> &wrong,
                        const std::vector<Scene> &right)
    {
        int seen = 0;
        int falseAlarms = 0;
        for (const Scene &scene : wrong) {
            const int found = lintsOfKind(kind, scene, from);
            seen += found > 0 ? 1 : 0;
            if (found == 0)
                qInfo("not seen: %s > %s", scene.said, scene.reply);
        }
        for (const Scene &scene : right) {
            const int found = lintsOfKind(kind, scene, from);
            falseAlarms += found > 0 ? 1 : 0;
            if (found > 0)
                qInfo("false alarm: %s > %s", scene.said, scene.reply);
        }
        qInfo("recall %d of %zu, %d false alarms in %zu", seen, wrong.size(), falseAlarms,
              right.size());
        QVERIFY(wrong.size() >= 20 && right.size() >= 20);
        QVERIFY(seen * 100 >= int(wrong.size()) * 90);
        QVERIFY(falseAlarms * 100 <= int(right.size()) * 5);
    }
};

BATON_TEST(GivenLintsTest)
#include "GivenLintsTest.moc"
