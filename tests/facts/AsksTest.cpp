#include "core/facts/Asks.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton::facts;

class AsksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("asked"); ///< −1: nothing
        const auto row = [](const char *sentence, std::optional<Asked> asked = {}) {
            QTest::newRow(sentence) << QString::fromUtf8(sentence) << (asked ? int(*asked) : -1);
        };
        row("May I have your order number?", Asked::OrderNumber);
        row("Please confirm the order ID.", Asked::OrderNumber);
        row("Nennen Sie uns bitte die Bestellnummer.", Asked::OrderNumber);
        row("¿Me facilita el número de su pedido?", Asked::OrderNumber);
        row("What's your email?", Asked::Email);
        row("Wie lautet Ihre E-Mail-Adresse?", Asked::Email);
        row("¿Cuál es su correo electrónico?", Asked::Email);
        row("What is the best number to reach you?", Asked::Phone);
        row("Please share your delivery address.", Asked::Address);
        row("Can I get your zip code?", Asked::Postcode);
        row("Bitte teilen Sie uns Ihre Postleitzahl mit.", Asked::Postcode);
        row("What are the last four digits of the card?", Asked::CardTail);
        row("Bitte senden Sie uns Ihre IBAN.", Asked::Iban);
        row("When did you order it?", Asked::Date);
        row("How much were you charged?", Asked::Amount);
        row("Um welchen Artikel geht es?", Asked::Product);
        row("¿Puede indicarme su nombre completo?", Asked::Name);
        row("Could you send a photo?", Asked::Picture);

        row("Your order number is on its way to you.");
        row("You can find the order number in the e-mail.");
        row("Please never send your e-mail address to strangers.");
        row("Would you like me to send it to your e-mail address?");
        row("Which new e-mail address would you like to use?");
        row("Soll ich die Rechnung an Ihre E-Mail-Adresse senden?");
        row("Please write the order number on the parcel and send it.");
        row("¿Quiere que le envíe la factura a su correo electrónico?");
        row("Have you got the e-mail?");
        row("");
    }
    void seesWhatIsAskedFor()
    {
        QFETCH(QString, sentence);
        const std::vector<Asked> asked = askedIn(sentence);
        QTEST(asked.empty() ? -1 : int(asked.front()), "asked");
    }
};

BATON_TEST(AsksTest)
#include "AsksTest.moc"
