#include "Shelf.h"

#include "core/drafting/DraftCheck.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;
using namespace baton::tests;

namespace {

/// Nadia's duplicate charge, with the passages that a search would bring.
Grounds nadia()
{
    Grounds grounds;
    grounds.conversation = demoPacket("LF-C-8841"_L1);
    grounds.passages = {passage("KB-118", "When a card refund is released"),
                        passage("KB-118", "How long a card refund takes"),
                        passage("KB-118", "When a card refund does not arrive"),
                        passage("KB-303", "When an express parcel is late")};
    grounds.agent = {u"a1"_s, u"Ana Duarte"_s};
    grounds.now = at("2025-11-18T14:06:00+01:00");
    grounds.zone = "Europe/Berlin";
    return grounds;
}

DraftSentence sentence(const Grounds &grounds, const QString &text)
{
    const Draft draft = DraftCheck(grounds).check(text, DraftProvider::Person);
    if (draft.sentences.size() != 1)
        qFatal("%s: not one sentence", qPrintable(text));
    return draft.sentences.front();
}

QString sources(const DraftSentence &sentence)
{
    QStringList names;
    for (const Support &support : sentence.supports)
        names += support.source;
    return names.join(u", ");
}

} // namespace

class DraftCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatEvidenceSaysVerbatimIsSupportedByIt()
    {
        const DraftSentence said
            = sentence(nadia(), u"A card refund takes 3–5 banking days after release."_s);
        QVERIFY(said.supported());
        QCOMPARE(said.kind, SentenceKind::Fact);
        const Support &support = said.supports.front();
        QCOMPARE(support.source, u"KB-118"_s);
        QCOMPARE(support.version, 12);
        QCOMPARE(support.heading, u"How long a card refund takes"_s);
        QCOMPARE(support.quote, said.text);
        QCOMPARE(passage("KB-118", "How long a card refund takes")
                     .text.sliced(support.begin, support.end - support.begin),
                 support.quote);
    }

    void everySentenceOfEveryPassageIsSupportedByThatPassage()
    {
        int seen = 0;
        for (const Passage &passage : shelf()) {
            if (passage.heading.size() % 7 != 0) // a sample; all of them take a minute
                continue;
            Grounds grounds;
            grounds.passages = {passage};
            grounds.now = at("2025-11-18T14:06:00+01:00");
            const Draft draft = DraftCheck(grounds).check(passage.text, DraftProvider::Model);
            for (const DraftSentence &said : draft.sentences) {
                // What a script lets an agent say of deeds rests on deeds, not on the script.
                QVERIFY2(said.supported() || said.kind == SentenceKind::Action,
                         qPrintable(passage.document.text() + u": "_s + said.text));
                ++seen;
            }
        }
        QVERIFY(seen > 100);
    }

    void judgesSentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("supported");
        QTest::addColumn<bool>("blocks");
        QTest::addColumn<QString>("first"); ///< its first source, or the first nearest value
        const auto row = [](const char *text, bool supported, bool blocks, const char *first = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << supported << blocks
                                << QString::fromUtf8(first);
        };
        // Figures from look-ups, orders and messages, in other notations.
        row("I see two payments of 179,00 EUR on 15 November for LF-70413.", true, false);
        row("I see two payments of €179 on 15.11. for order 70413.", true, false);
        row("I see two payments of €197.00 on 15 November for LF-70413.", false, true);
        row("I see two payments of £179.00 on 15 November for LF-70413.", false, true);
        row("I see two payments of €179.00 on 14 November for LF-70413.", false, true);
        row("I see two payments of €179.00 on 15 November for LF-70431.", false, true, "LF-70413");
        row("Your payment P-55102 is a duplicate capture.", true, false);
        row("The card is your Visa ending 4471.", true, false, "customer.attributes.payment");
        row("The card is your Visa ending 4417.", false, true);
        // From passages.
        row("A card refund takes 3 to 5 banking days after its release.", true, false, "KB-118");
        row("A card refund takes 2–5 banking days after release.", false, true, "3–5 banking days");
        row("A card refund takes 3–5 days after release.", false, true, "3–5 banking days");
        row("The express cost of €9.90 is refunded when the parcel misses its day.", true, false,
            "KB-303");
        row("The express cost of €9.80 is refunded when the parcel misses its day.", false, true,
            "€9.90");
        // What nobody said.
        row("Your money arrives with interest of 4 %.", false, true);
        row("Refunds are always paid to gift cards.", false, true);
        row("We are legally liable for your loss.", false, true);
        row("Our warehouse team wears yellow jackets.", false, false);
        // The opposite.
        row("Larkfield can speed up a card refund after release.", false, true);
        row("Weekends and bank holidays are banking days.", false, true);
        row("A card refund does not take 3–5 banking days after release.", false, true);
        // Courtesies, questions, promises.
        row("Hello Nadia, your parcel lies in the depot in Leeds.", false, false);
        row("Hello Nadia, thank you for your message.", true, false, "customer.name");
        row("Kind regards, Ana", true, false, "agent.name");
        row("Hello Petra, thank you for your message.", false, false, "Nadia Fairweather");
        row("Could you tell me when the chairs were collected?", true, false);
        row("I will write to you again.", true, false);
        row("I will write to you by Friday 21 November.", false, true);
        row("I will refund €179.00 to your card.", true, false);
        row("I will refund €500.00 to your card.", false, true);
        // Not to know is no claim; what follows is one, and so is that there is nothing.
        row("I do not have any specific information on that.", true, false);
        row("We do not have information on that, but our warehouse team wears yellow jackets.",
            false, false);
        row("We do not have yellow jackets; see our information page.", false, true);
        row("There is no refund, and I am not sure whether you read our information.", false, true);
        row("Dazu haben wir keine näheren Informationen.", true, false);
        row("No tengo información sobre eso.", true, false);
        // "Not only" makes nothing stronger.
        row("Not only does a card refund take 3–5 banking days after its release.", true, false);
        row("Only a card refund takes 3–5 banking days after its release.", false, true);
        // What we say that we did.
        row("I have refunded the second payment.", false, true);
        row("I have checked your identity by one-time code.", true, false);
        // A rule is no proof that it was kept.
        row("Your card refund was released.", false, true);
        row("Your card refund has been released within 5 working days.", false, true);
        row("Su reembolso ha sido autorizado.", false, true);
        row("Ihre Erstattung wurde freigegeben.", false, true);
        row("Your identity was checked by one-time code.", true, false);
        row("The void was made before 16:00, and Finance confirms a duplicate capture.", true,
            false);
        // Near misses of notation.
        row("The card on file is a Visa ending 4471.", true, false);
        row("You have paid €1,790.0 for LF-70413.", false, true);
        row("The chairs cost 268,50 € each.", true, false);
        row("The chairs cost 286,50 € each.", false, true);
        row("Ich erstatte Ihnen 537 Euro.", true, false);
        row("El importe fue de 573 euros.", false, true);
        // German and Spanish.
        row("Guten Tag Frau Fairweather, vielen Dank für Ihre Nachricht.", true, false);
        row("Guten Tag Frau Fairwater, vielen Dank für Ihre Nachricht.", false, false);
        row("Ich erstatte Ihnen 179,00 € auf Ihre Karte.", true, false);
        row("Ich werde Ihnen 179,00 € erstatten.", true, false);
        row("Ich werde Ihnen 719,00 € erstatten.", false, true);
        row("Hola, Nadia: gracias por su mensaje.", true, false);
        row("Le escribiré mañana sobre LF-70413.", false, true);
        row("Voy a devolverle 179 euros.", true, false);
        row("Voy a devolverle 179 libras.", false, true);
        row("Nuestra responsabilidad legal es total.", false, true);
    }
    void judgesSentences()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        static const Grounds grounds = nadia();
        const DraftSentence said = sentence(grounds, text);
        const QByteArray shown = sources(said).toUtf8();
        QFETCH(bool, supported);
        QVERIFY2(said.supported() == supported, shown);
        QTEST(said.blocks, "blocks");
        if (!first.isEmpty() && supported)
            QCOMPARE(said.supports.value(0).source, first);
        if (!first.isEmpty() && !supported) {
            QVERIFY(!said.unmatched.isEmpty());
            QCOMPARE(said.unmatched.front().nearest, first);
        }
    }

    void aFigureDoesNotStandForAnother()
    {
        Grounds grounds;
        grounds.passages = {passage("KB-118", "How long a card refund takes")};
        grounds.passages[0].text
            = u"A return is possible for 30 days, and with Larkfield Plus for 60 days."_s;
        QVERIFY(sentence(grounds, grounds.passages[0].text).supported());
        const DraftSentence said = sentence(
            grounds, u"A return is possible for 60 days, and with Larkfield Plus for 60 days."_s);
        QCOMPARE(said.unmatched.size(), 1);
        QCOMPARE(said.unmatched.front().nearest, u"30 days"_s);
        QVERIFY(sentence(grounds, u"With Larkfield Plus a return is possible for 60 days."_s)
                    .supported());
    }

    void whatALiveSystemAnsweredIsEvidence()
    {
        Grounds grounds = nadia();
        const QString text
            = u"Your parcel KX-5512 was delivered to the parcel shop on 17 November."_s;
        QVERIFY(!DraftCheck(grounds).check(text, DraftProvider::Person).sentences[0].supported());
        grounds.lookUps.append(
            {u"parcel_status"_s,
             uR"({"parcel":"KX-5512","status":"delivered to the parcel shop","date":"2025-11-17"})"_s,
             grounds.now});
        const Draft draft = DraftCheck(grounds).check(text, DraftProvider::Person);
        QVERIFY(draft.sentences[0].supported());
        QCOMPARE(draft.sentences[0].supports.constFirst().kind, SupportKind::LookUp);
        QCOMPARE(draft.sentences[0].supports.constFirst().source, u"parcel_status"_s);
    }

    void onlyTheNewestAnswerOfALiveSystemCounts()
    {
        Grounds grounds = nadia();
        const auto answer = [&](const char *status, qint64 agoMs) {
            grounds.lookUps.append(
                {u"order_status"_s,
                 uR"({"order":"LF-70413","status":"%1"})"_s.arg(QLatin1StringView(status)),
                 Instant{grounds.now.ms - agoMs}});
        };
        answer("packed", 3'600'000);
        QVERIFY(sentence(grounds, u"Your order LF-70413 is packed."_s).supported());
        answer("returned", 0);
        QVERIFY(!sentence(grounds, u"Your order LF-70413 is packed."_s).supported());
        QVERIFY(sentence(grounds, u"Your order LF-70413 is returned."_s).supported());
    }

    void whatACustomerClaimsIsNoPromiseOfOurs()
    {
        Grounds grounds = nadia();
        grounds.conversation.messages[0].text = u"You owe me €5,000 for the chairs."_s;
        QVERIFY(sentence(grounds, u"I will refund €5,000 to your card."_s).blocks);
        QVERIFY(sentence(grounds, u"I have refunded €5,000 for the chairs."_s).blocks);
        QVERIFY(
            sentence(grounds, u"You write that we owe you €5,000 for the chairs."_s).supported());
    }

    void offersTheNearestValueWhereItStands()
    {
        const QString text
            = u"Hello Nadia.\nThe express cost of €9.80 is refunded when the parcel misses its day."_s;
        const Draft draft = DraftCheck(nadia()).check(text, DraftProvider::Person);
        const Unmatched &one = draft.sentences.last().unmatched.front();
        QCOMPARE(one.kind, FigureKind::Amount);
        QCOMPARE(text.sliced(one.begin, one.end - one.begin), u"€9.80"_s);
        QCOMPARE(one.nearest, u"€9.90"_s);
        QCOMPARE(one.nearestSource.source, u"KB-303"_s);
        QString changed = text;
        changed.replace(one.begin, one.end - one.begin, one.nearest);
        QVERIFY(!blocked(DraftCheck(nadia()).check(changed, DraftProvider::Person)));
    }

    /// KB-303 names €9.90 as the cost of express delivery.
    void whatIsOnFileOfSomethingElseIsNoFigureOfOurs()
    {
        const Draft draft = DraftCheck(nadia()).check(
            u"We credit your account with €9.90 for the long wait on the phone."_s,
            DraftProvider::Person);
        QVERIFY(blocked(draft));
        const Draft other = DraftCheck(nadia()).check(
            u"We credit your account with €20 for the long wait on the phone."_s,
            DraftProvider::Person);
        QVERIFY(blocked(other));
        QVERIFY(other.sentences.first().unmatched.first().nearest.isEmpty());
    }

    void theFirstBlockingSentenceIsNamed()
    {
        const Draft draft = DraftCheck(nadia()).check(
            u"Hello Nadia. Our warehouse team wears yellow jackets. You get €500. You get €600."_s,
            DraftProvider::Model);
        QCOMPARE(blocked(draft), (Block{2, Subject::Money}));
        QCOMPARE(draft.claims(), 3);
        QCOMPARE(draft.grounded(), 0);
        QVERIFY(!blocked(Draft()));
    }

    void anApprovedSentenceIsSupportedByWhatItCites()
    {
        Grounds grounds = nadia();
        const Support cite{SupportKind::Passage,
                           u"KB-118"_s,
                           12,
                           u"How long a card refund takes"_s,
                           u"A card refund takes 3–5 banking days after release."_s,
                           0,
                           52};
        grounds.approved
            = {{u"Eine Erstattung dauert nach der Freigabe 3–5 Bankarbeitstage."_s, {cite}}};
        const DraftSentence said = sentence(grounds, grounds.approved.front().text);
        QVERIFY(said.supported());
        QCOMPARE(said.supports, QList<Support>{cite});
        const DraftSentence reworded = sentence(
            grounds, u"Nach der Freigabe dauert die Erstattung 3 bis 5 Bankarbeitstage."_s);
        QVERIFY(reworded.supported());
        QCOMPARE(reworded.supports, QList<Support>{cite});
        const DraftSentence wrong
            = sentence(grounds, u"Eine Erstattung dauert nach der Freigabe 3–6 Bankarbeitstage."_s);
        QVERIFY(wrong.blocks);
        QCOMPARE(wrong.unmatched.front().nearest, u"3–5 Bankarbeitstage"_s);
    }

    void sentencesKeepTheirPlacesInTheText()
    {
        const QString text
            = u"  Hello Nadia!\n\nA card refund takes 3–5 banking days.  Bye now. "_s;
        for (const DraftSentence &said :
             DraftCheck(nadia()).check(text, DraftProvider::Person).sentences)
            QCOMPARE(text.sliced(said.begin, said.end - said.begin), said.text);
    }

    void anEndlessTextBlocks()
    {
        const QString text = u"Hello. "_s.repeated(longestText);
        const Draft draft = DraftCheck(nadia()).check(text, DraftProvider::Model);
        QVERIFY(blocked(draft));
        QVERIFY(DraftCheck(nadia()).check(QString(), DraftProvider::Model).sentences.isEmpty());
    }

    void isFastEnoughToRunAtEveryKey()
    {
        Grounds grounds = nadia();
        for (const Passage &passage : shelf()) {
            if (grounds.passages.size() < 30)
                grounds.passages.append(passage);
        }
        QString text = u"Hello Nadia, thank you for your message. "_s;
        while (text.size() < 2'000)
            text += u"A card refund takes 3–5 banking days after release, so €179.00 for LF-70413 "
                    "will be with you by Monday 24 November. "_s;
        QElapsedTimer preparing;
        preparing.start();
        const DraftCheck check(grounds);
        qInfo("30 passages are ready in %.2f ms", double(preparing.nsecsElapsed()) / 1e6);
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 20; ++i) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!check.check(text, DraftProvider::Person).sentences.isEmpty());
            best = std::min(best, timer.nsecsElapsed());
        }
        qInfo("a check of %lld characters takes %.2f ms", qint64(text.size()), double(best) / 1e6);
        QVERIFY(best < 16'000'000 * slowness);
    }
};

BATON_TEST(DraftCheckTest)
#include "DraftCheckTest.moc"
