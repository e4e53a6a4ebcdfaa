#include "Shelf.h"

#include "core/drafting/DraftCheck.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;
using namespace baton::tests;

namespace {

const Playbooks &books()
{
    static const Playbooks all = readPlaybooks(u":/playbooks"_s).value_or({});
    return all;
}

const PlaybookDrafter &drafter()
{
    static const PlaybookDrafter made(books(), bundledPhrases());
    return made;
}

const policy::Policy &bundled()
{
    static const policy::Policy policy = policy::bundledPolicy();
    return policy;
}

Request requestFor(const Conversation &conversation, const QString &intent)
{
    Request request;
    request.grounds.conversation = conversation;
    request.grounds.agent = {u"a1"_s, u"Ana Duarte"_s};
    request.grounds.now = at("2025-11-18T14:06:00+01:00");
    request.grounds.zone = "Europe/Berlin";
    request.calendar = &bundled().calendars[1];
    request.intent = intent;
    return request;
}

/// The intent that the bot reported, where there is a playbook for it.
QString intentOf(const Conversation &conversation)
{
    const QString name
        = conversation.bot && conversation.bot->intent ? conversation.bot->intent->name : QString();
    return books().contains(name) ? name : QString();
}

QStringList textsOf(const Draft &draft)
{
    QStringList texts;
    for (const DraftSentence &sentence : draft.sentences)
        texts += sentence.text;
    return texts;
}

bool holds(const Draft &draft, const QString &part)
{
    return draft.text.contains(part);
}

} // namespace

class PlaybookDrafterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsNadiasReply()
    {
        const Draft draft = drafting::draft(
            drafter(), requestFor(demoPacket("LF-C-8841"_L1), u"duplicate_charge"_s), fromShelf);
        QCOMPARE(draft.intent, u"duplicate_charge"_s);
        QCOMPARE(draft.language, u"en"_s);
        QVERIFY(holds(draft, u"Hello Nadia,"_s));
        QVERIFY2(holds(draft, u"“Asked to wait 3 to 5 banking days”"_s), qPrintable(draft.text));
        QVERIFY2(
            holds(draft, u"P-55102 with the date Saturday 15 November and the amount €179.00"_s),
            qPrintable(draft.text));
        QVERIFY(holds(draft, u"Wednesday 19 November"_s));
        QVERIFY(draft.text.endsWith("Ana."_L1));
        QVERIFY(!blocked(draft));
        QVERIFY(draft.claims() > 3);
        QCOMPARE(draft.grounded(), draft.claims());
    }

    void everyBundledPacketGetsADraftWhoseEveryClaimHasASourceOrTheMark()
    {
        for (const Conversation &conversation : demoPackets()) {
            const Draft draft = drafting::draft(
                drafter(), requestFor(conversation, intentOf(conversation)), fromShelf);
            QVERIFY2(draft.sentences.size() >= 3, qPrintable(conversation.id.text()));
            for (const DraftSentence &sentence : draft.sentences) {
                const QString where = conversation.id.text() + u": "_s + sentence.text;
                QVERIFY2(!sentence.text.contains(u'{'), qPrintable(where));
                QVERIFY2(!sentence.isClaim() || !sentence.supported()
                             || !sentence.supports.isEmpty(),
                         qPrintable(where));
                for (const Support &support : sentence.supports)
                    QVERIFY2(!support.source.isEmpty() && !support.quote.isEmpty(),
                             qPrintable(where));
            }
            QVERIFY2(!blocked(draft), qPrintable(conversation.id.text() + u'\n' + draft.text));
        }
    }

    void everyPlaybookIsGroundedInEveryLanguage()
    {
        QStringList ungrounded;
        for (const Playbook &book : books()) {
            for (const QString &locale : {u"en-GB"_s, u"de-DE"_s, u"es-ES"_s}) {
                for (const Tone tone : {Tone::Calm, Tone::Upset}) {
                    Conversation conversation = demoPacket("LF-C-8841"_L1);
                    conversation.locale = locale;
                    Request request = requestFor(conversation, book.intent);
                    request.tone = tone;
                    request.language = locale.left(2);
                    const Draft draft = drafting::draft(drafter(), request, fromShelf);
                    QCOMPARE(draft.language, locale.left(2));
                    for (const DraftSentence &sentence : draft.sentences) {
                        if (!sentence.supported())
                            ungrounded += book.intent + u' ' + sentence.text;
                    }
                }
            }
        }
        ungrounded.removeDuplicates();
        for (const QString &one : std::as_const(ungrounded))
            qInfo("%s", qPrintable(one));
        QVERIFY(ungrounded.isEmpty());
    }

    void aChangedDigitIsSeenAndBlocks()
    {
        const quint32 seed = qEnvironmentVariableIntValue("BATON_SEED")
            ? quint32(qEnvironmentVariableIntValue("BATON_SEED"))
            : QRandomGenerator::global()->generate();
        qInfo("BATON_SEED=%u", seed);
        QRandomGenerator dice(seed);
        int changes = 0;
        const auto tryChanges = [&](const Conversation &conversation, const QString &intent) {
            const Composed composed
                = drafter().compose(requestFor(conversation, intent), fromShelf);
            const DraftCheck check(composed.grounds);
            const Draft before = check.check(composed.text, DraftProvider::Playbook);
            for (qsizetype i = 0; i < composed.text.size(); ++i) {
                const QChar old = composed.text[i];
                if (old < u'0' || old > u'9' || dice.bounded(4) != 0)
                    continue;
                QString changed = composed.text;
                changed[i] = QChar(u'0' + (old.unicode() - u'0' + 1 + dice.bounded(9)) % 10);
                const Draft after = check.check(changed, DraftProvider::Person);
                QCOMPARE(after.sentences.size(), before.sentences.size());
                for (qsizetype s = 0; s < after.sentences.size(); ++s) {
                    const DraftSentence &sentence = after.sentences[s];
                    if (i < sentence.begin || i >= sentence.end)
                        continue;
                    const QString told = conversation.id.text() + u": "_s + sentence.text;
                    QVERIFY2(!sentence.supported(), qPrintable(told));
                    QVERIFY2(sentence.blocks, qPrintable(told));
                    ++changes;
                }
            }
        };
        for (const Conversation &conversation : demoPackets())
            tryChanges(conversation, intentOf(conversation));
        for (const Playbook &book : books()) {
            Conversation conversation = demoPacket("LF-C-8841"_L1);
            for (const QString &locale : {u"en-GB"_s, u"de-DE"_s, u"es-ES"_s}) {
                conversation.locale = locale;
                tryChanges(conversation, book.intent);
            }
        }
        QVERIFY(changes > 200);
    }

    void nothingIsCitedThatIsNotThere()
    {
        const Request request = requestFor(demoPacket("LF-C-8841"_L1), u"duplicate_charge"_s);
        const auto none = [](const Cite &) { return std::optional<Passage>(); };
        const Composed composed = drafter().compose(request, none);
        QVERIFY(composed.leftOut > 0);
        const Draft draft = drafting::draft(drafter(), request, none);
        for (const DraftSentence &sentence : draft.sentences) {
            for (const Support &support : sentence.supports)
                QVERIFY2(support.kind != SupportKind::Passage, qPrintable(sentence.text));
        }
        QVERIFY(!holds(draft, u"Wednesday 19 November"_s));
    }

    void aPlaybookThatSaysAnotherFigureThanItsPassageIsMarked()
    {
        const auto altered = [](const Cite &cite) {
            auto passage = fromShelf(cite);
            if (passage)
                passage->text.replace(u'5', u'7');
            return passage;
        };
        const Draft draft = drafting::draft(
            drafter(), requestFor(demoPacket("LF-C-8790"_L1), u"refund_missing"_s), altered);
        const auto marked = std::find_if(
            draft.sentences.begin(), draft.sentences.end(), [](const DraftSentence &s) {
                return s.text.contains("5 banking days have passed"_L1);
            });
        QVERIFY(marked != draft.sentences.end());
        QVERIFY(marked->blocks);
        QCOMPARE(marked->unmatched.front().nearest, u"7 banking days"_s);
    }

    void withoutAnOrderItAsksForOne()
    {
        Conversation conversation = demoPacket("LF-C-8850"_L1);
        QVERIFY(!holds(
            drafting::draft(drafter(), requestFor(conversation, u"delivery_delayed"_s), fromShelf),
            u"Which order number"_s));
        conversation.customer.orders.clear();
        conversation.messages.resize(1);
        const Draft draft = drafting::draft(
            drafter(), requestFor(conversation, u"delivery_delayed"_s), fromShelf);
        QVERIFY(holds(draft, u"Which order number"_s));
        QVERIFY(!holds(draft, u"order status"_s));
    }

    void anUnknownNameLeavesNoHole()
    {
        Conversation conversation = demoPacket("LF-C-8850"_L1);
        conversation.customer.name.clear();
        for (const QString &locale : {u"en-GB"_s, u"de-DE"_s, u"es-ES"_s}) {
            conversation.locale = locale;
            Request request = requestFor(conversation, u"order_status"_s);
            request.grounds.agent = {};
            const Draft draft = drafting::draft(drafter(), request, fromShelf);
            QVERIFY2(!draft.text.contains(u'{') && !draft.text.contains(" ,"_L1)
                         && !draft.text.contains("  "_L1) && !draft.text.contains(",."_L1),
                     qPrintable(draft.text));
        }
    }

    void theLanguageIsTheCustomers()
    {
        Conversation conversation;
        QCOMPARE(languageFor(conversation), u"en"_s);
        conversation.messages = {{MessageId(u"m"_s),
                                  {},
                                  Sender::Customer,
                                  {},
                                  Visibility::Public,
                                  u"Wo ist denn mein Paket? Es ist noch nicht da."_s,
                                  {}}};
        QCOMPARE(languageFor(conversation), u"de"_s);
        conversation.messages.front().text = u"¿Dónde está el paquete que pedí la semana pasada?"_s;
        QCOMPARE(languageFor(conversation), u"es"_s);
        conversation.messages.front().text = u"Paquete?"_s;
        conversation.locale = u"en-IE"_s;
        QCOMPARE(languageFor(conversation), u"en"_s);
    }

    void whoWritesAnotherLanguageIsAnsweredInIt()
    {
        Conversation conversation;
        conversation.locale = u"de-AT"_s;
        Message message;
        message.from = Sender::Customer;
        message.text = u"Hi, I was told that this would be here by now, and it is not."_s;
        conversation.messages = {message};
        QCOMPARE(languageFor(conversation), u"en"_s);
        conversation.messages.front().text = u"Invoice LF-48213, not ok"_s; // too little to tell
        QCOMPARE(languageFor(conversation), u"de"_s);
    }

    void theSameInputGivesTheSameDraft()
    {
        const Request request
            = requestFor(demoPacket("LF-C-8835"_L1), u"parcel_marked_delivered"_s);
        const Draft draft = drafting::draft(drafter(), request, fromShelf);
        QCOMPARE(drafting::draft(PlaybookDrafter(books(), bundledPhrases()), request, fromShelf),
                 draft);
        QCOMPARE(textsOf(draft).front().left(16), u"Guten Tag Jonas,"_s);
    }

    void withoutAPlaybookThereIsNoDraft()
    {
        const PlaybookDrafter empty({}, bundledPhrases());
        QVERIFY(drafting::draft(empty, requestFor(demoPacket("LF-C-8850"_L1), u"order_status"_s),
                                fromShelf)
                    .sentences.isEmpty());
    }
};

BATON_TEST(PlaybookDrafterTest)
#include "PlaybookDrafterTest.moc"
