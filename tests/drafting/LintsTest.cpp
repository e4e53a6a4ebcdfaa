#include "Shelf.h"

#include "core/drafting/DraftCheck.h"
#include "core/drafting/Lints.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;
using namespace baton::tests;

namespace {

Grounds groundsOf(const Conversation &conversation)
{
    Grounds grounds;
    grounds.conversation = conversation;
    grounds.agent = {u"a1"_s, u"Ana Duarte"_s};
    grounds.now = at("2025-11-18T14:06:00+01:00");
    grounds.zone = "Europe/Berlin";
    return grounds;
}

QList<Lint> lints(const Conversation &conversation, const QString &text)
{
    const Grounds grounds = groundsOf(conversation);
    return lintsOf(DraftCheck(grounds).check(text, DraftProvider::Person), grounds);
}

} // namespace

class LintsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("packet");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind"); ///< −1: nothing
        QTest::addColumn<QString>("found");
        const auto row = [](const char *packet, const char *text, std::optional<LintKind> kind = {},
                            const char *found = "") {
            QTest::newRow(text) << QString::fromLatin1(packet) << QString::fromUtf8(text)
                                << (kind ? int(*kind) : -1) << QString::fromUtf8(found);
        };
        const auto asks = LintKind::AsksForGiven;
        row("LF-C-8847", "Could you send me your order number?", asks, "LF-71020");
        row("LF-C-8847", "Please tell us the order number.", asks, "LF-71020");
        row("LF-C-8835", "Wie lautet Ihre Bestellnummer?", asks, "LF-71190");
        row("LF-C-8822", "¿Puede indicarme su número de pedido?", asks, "LF-S-4410");
        row("LF-C-8843", "Which e-mail address do you use?", asks, "zofia@marechal.example");
        row("LF-C-8846", "Could you tell me your phone number?", asks, "+44 20 7946 1907");
        row("LF-C-8846", "Could you tell me your e-mail address?");
        row("LF-C-8847", "Your order number is LF-71020.");
        row("LF-C-8829", "Is it the blue one?");
        row("LF-C-8843", "Please never send your e-mail address to a stranger.");
        row("LF-C-8835", "Bitte unterschreiben Sie die Erklärung am Bildschirm.");

        const auto repeats = LintKind::RepeatsFailedStep;
        row("LF-C-8841", "Please wait 3 to 5 banking days.", repeats,
            "Asked to wait 3 to 5 banking days");
        row("LF-C-8843", "Please sign out all other devices.", repeats, "Other devices signed out");
        row("LF-C-8841", "Please keep the receipt of the parcel shop.");

        const auto contradicts = LintKind::ContradictsPromise;
        row("LF-C-8841", "You will have the refund by Monday 24 November.", contradicts,
            "Refund by Monday 17 November");
        row("LF-C-8841", "The refund was promised for 17 November.");
        row("LF-C-8841", "I write to you by Wednesday 19 November.");

        const auto name = LintKind::WrongName;
        row("LF-C-8841", "Hello Petra, thank you.", name, "Nadia Fairweather");
        row("LF-C-8835", "Guten Tag Herr Wackerbarth, vielen Dank.", name, "Jonas Wackernagel");
        row("LF-C-8822", "Hola, Lucia: gracias.");
        row("LF-C-8841", "Dear Ms Fairweather, thank you.");
        row("LF-C-8841", "Hello there, thank you.");

        const auto mask = LintKind::MaskLeft;
        row("LF-C-8841", "I write to [EMAIL_1] now.", mask, "[EMAIL_1]");
        row("LF-C-8841", "Your order {order.id} is here.", mask, "{order.id}");
        row("LF-C-8841", "See [1] and {A}.");
    }
    void seesWhatIsWrong()
    {
        QFETCH(QString, packet);
        QFETCH(QString, text);
        QFETCH(int, kind);
        const QList<Lint> found = lints(demoPacket(QLatin1StringView(packet.toLatin1())), text);
        if (kind < 0) {
            QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found.front().found));
            return;
        }
        QVERIFY2(found.size() == 1, qPrintable(found.isEmpty() ? QString() : found.last().found));
        QCOMPARE(int(found.front().kind), kind);
        QTEST(found.front().found, "found");
        QCOMPARE(found.front().sentence, 0);
    }

    void aPictureThatCameIsNotAskedForAgain()
    {
        Conversation conversation = demoPacket("LF-C-8829"_L1);
        const QString text = u"Could you send a photo of the plate?"_s;
        QVERIFY(lints(conversation, text).isEmpty());
        conversation.messages[0].attachments = {{u"plate.jpg"_s, {}, 1, u"image/jpeg"_s}};
        QCOMPARE(lints(conversation, text).size(), 1);
    }

    void anotherAmountThanWasPromisedIsSeen()
    {
        Conversation conversation = demoPacket("LF-C-8841"_L1);
        conversation.promises = {{MessageId(u"m"_s), u"Goodwill credit of €10"_s, {}}};
        const QList<Lint> found = lints(conversation, u"You receive a goodwill credit of €20."_s);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.front().kind, LintKind::ContradictsPromise);
        QVERIFY(lints(conversation, u"You receive a goodwill credit of 10 euros."_s).isEmpty());
    }
};

BATON_TEST(LintsTest)
#include "LintsTest.moc"
