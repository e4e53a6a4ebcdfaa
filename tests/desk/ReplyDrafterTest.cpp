#include "core/desk/ReplyDrafter.h"

#include "core/knowledge/Bundled.h"
#include "core/packet/Packet.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

Conversation bundled(const QString &id)
{
    QFile file(QStringLiteral(BATON_SOURCE_DIR "/resources/demo/packets.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    const packet::Reader reader;
    while (!file.atEnd()) {
        packet::Reading reading = reader.read(file.readLine().trimmed());
        if (reading && reading.packet().conversation.id.text() == id)
            return reading.packet().conversation;
    }
    qFatal("no such packet");
}

drafting::Playbooks books()
{
    auto read = drafting::readPlaybooks(u":/playbooks"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return std::move(read).value();
}

Signals chargedTwice()
{
    Signals signs;
    signs.intent = {u"duplicate_charge"_s, 0.9};
    return signs;
}

const Person ines{u"ines"_s, u"Ines Okafor"_s};

} // namespace

class ReplyDrafterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClaimHasItsSource()
    {
        const ReplyDrafter drafter(books(), knowledge::bundledDocuments(), policy::bundledPolicy());
        const Conversation conversation = bundled(u"LF-C-8841"_s);
        const Instant now = conversation.messages.back().at;
        const Draft draft = drafter.draft(conversation, chargedTwice(), ines, now);
        QVERIFY(draft.claims() > 0);
        QCOMPARE(draft.grounded(), draft.claims());
        QVERIFY(draft.lints.isEmpty());
        bool cites = false;
        for (const DraftSentence &sentence : draft.sentences) {
            for (const Support &support : sentence.supports)
                cites = cites
                    || (support.kind == SupportKind::Passage && support.source == u"KB-112"_s);
        }
        QVERIFY(cites);
        QCOMPARE(drafter.draft(conversation, chargedTwice(), ines, now), draft);
    }

    void whatIsTypedIsCheckedAgainstTheSame()
    {
        const ReplyDrafter drafter(books(), knowledge::bundledDocuments(), policy::bundledPolicy());
        const Conversation conversation = bundled(u"LF-C-8841"_s);
        const Instant now = conversation.messages.back().at;
        const Draft draft = drafter.draft(conversation, chargedTwice(), ines, now);
        const Draft same = drafter.check(draft.text, conversation, chargedTwice(), ines, now);
        QCOMPARE(same.text, draft.text);
        QCOMPARE(same.grounded(), draft.grounded());
        const QString more = draft.text + u" We will also credit €20 to your account."_s;
        const Draft edited = drafter.check(more, conversation, chargedTwice(), ines, now);
        QCOMPARE(edited.provider, DraftProvider::Person);
        QCOMPARE(edited.claims(), draft.claims() + 1);
        QCOMPARE(edited.grounded(), draft.grounded());
        QVERIFY(edited.sentences.last().blocks);
    }

    void whatASearchFoundCountsToo()
    {
        const ReplyDrafter drafter(books(), knowledge::bundledDocuments(), policy::bundledPolicy());
        const Conversation conversation = bundled(u"LF-C-8841"_s);
        const Instant now = conversation.messages.back().at;
        const QString said = u"A gift card can be used for 4 years after it was bought."_s;
        const auto check = [&](const QList<Passage> &found) {
            return drafter.check(said, conversation, chargedTwice(), ines, now, found)
                .sentences.first();
        };
        QVERIFY(!check({}).supported());
        Passage passage;
        passage.document = DocumentId(u"GC-1"_s);
        passage.version = 2;
        passage.heading = u"How long a gift card lasts"_s;
        passage.text = u"A gift card can be used for 4 years after the day it was bought."_s;
        const DraftSentence supported = check({passage});
        QVERIFY(supported.supported());
        QCOMPARE(supported.supports.first().source, u"GC-1"_s);
    }

    void withoutTheDocumentsNothingIsClaimedFromThem()
    {
        const ReplyDrafter drafter(books(), {}, policy::bundledPolicy());
        const Conversation conversation = bundled(u"LF-C-8841"_s);
        const Draft draft
            = drafter.draft(conversation, chargedTwice(), ines, conversation.messages.back().at);
        QCOMPARE(draft.grounded(), draft.claims());
        for (const DraftSentence &sentence : draft.sentences) {
            for (const Support &support : sentence.supports)
                QVERIFY(support.kind != SupportKind::Passage);
        }
    }

    void whereNothingWasReadTheBotsIntentCounts()
    {
        const ReplyDrafter drafter(books(), knowledge::bundledDocuments(), policy::bundledPolicy());
        Conversation conversation = bundled(u"LF-C-8841"_s);
        Signals nothing;
        conversation.bot.emplace();
        conversation.bot->intent = IntentGuess{u"duplicate_charge"_s, 0.9};
        const Instant now = conversation.messages.back().at;
        QCOMPARE(drafter.draft(conversation, nothing, ines, now).intent, u"duplicate_charge"_s);
        conversation.bot->intent.reset();
        QCOMPARE(drafter.draft(conversation, nothing, ines, now).intent, QString());
    }

    void whereNoPlaybookFitsNothingIsDrafted()
    {
        const ReplyDrafter drafter({}, knowledge::bundledDocuments(), policy::bundledPolicy());
        QVERIFY(drafter.draft(bundled(u"LF-C-8841"_s), chargedTwice(), ines, {}).text.isEmpty());
    }
};

BATON_TEST(ReplyDrafterTest)
#include "ReplyDrafterTest.moc"
