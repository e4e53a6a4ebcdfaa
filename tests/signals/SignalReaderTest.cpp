#include "core/signals/SignalReader.h"
#include "core/policy/Policy.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::signs;

namespace {

/// A conversation written line by line, a minute apart.
class Story
{
public:
    Story &customer(const QString &text) { return add(Sender::Customer, text); }
    Story &bot(const QString &text) { return add(Sender::Bot, text); }
    Story &handsOff()
    {
        c.handedOffAt = c.messages.last().at;
        return *this;
    }
    Conversation c;

private:
    Story &add(Sender from, const QString &text)
    {
        Message message;
        message.id = MessageId(u"m%1"_s.arg(c.messages.size() + 1));
        message.at = Instant{1763471160000} + 60'000 * c.messages.size();
        message.from = from;
        message.text = text;
        c.messages.append(message);
        return *this;
    }
};

/// Two intents, learnt in no time.
Catalogue small()
{
    Catalogue catalogue;
    Intent parcel;
    parcel.name = u"parcel"_s;
    Intent refund;
    refund.name = u"refund"_s;
    for (const char *text :
         {"where is my parcel", "my parcel has not come", "parcel still not here",
          "track my parcel", "when will the parcel come"})
        parcel.examples.append({QString::fromLatin1(text), u"en"_s});
    for (const char *text : {"I want my money back", "where is my refund", "refund my money please",
                             "the refund has not come", "give me the money back"})
        refund.examples.append({QString::fromLatin1(text), u"en"_s});
    catalogue.intents = {parcel, refund};
    catalogue.fingerprint = "small";
    catalogue.index();
    return catalogue;
}

} // namespace

class SignalReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<IntentModel> model = IntentModel::train(small());
        QVERIFY(model);
        m_reader = std::make_unique<SignalReader>(bundledTerms(), Sentiment(bundledLexicon()),
                                                  std::move(model).value());
    }

    void theFirstSubstantialMessageSaysWhatItIsAbout()
    {
        Story story;
        story.customer(u"Hi"_s)
            .bot(u"How can I help?"_s)
            .customer(u"I want my money back please"_s);
        QCOMPARE(m_reader->read(story.c).intent.name, u"refund"_s);
    }

    void whatCameAfterTheHandoffIsNotJudged()
    {
        Story story;
        story.customer(u"where is my parcel now"_s).bot(u"A colleague takes over."_s).handsOff();
        story.customer(u"my lawyer will call you"_s);
        QVERIFY(m_reader->read(story.c).phrases.isEmpty());
        story.c.handedOffAt.reset();
        QCOMPARE(m_reader->read(story.c).phrases.first().phrase, Phrase::Legal);
        QCOMPARE(m_reader->read(story.c).phrases.first().evidence.message, MessageId(u"m3"_s));
    }

    void onlyTheCustomersPublicWordsCount()
    {
        Story story;
        story.customer(u"where is my parcel now"_s).bot(u"Do you want to talk to my lawyer?"_s);
        story.customer(u"my lawyer will call you"_s);
        story.c.messages.last().visibility = Visibility::Internal;
        QVERIFY(m_reader->read(story.c).phrases.isEmpty());
        story.c.messages.last().visibility = Visibility::Public;
        story.c.messages.last().presence = Presence::Withdrawn;
        QVERIFY(m_reader->read(story.c).phrases.isEmpty());
    }

    void theBotsRepeatedAnswerIsCountedBySentence()
    {
        Story story;
        story.customer(u"where is my refund"_s).bot(u"Refunds take 3 to 5 banking days."_s);
        story.customer(u"still nothing"_s).bot(u"I see. Refunds take 3 to 5 banking days."_s);
        story.customer(u"hello?"_s).bot(u"Thanks. refunds take  3 to 5 banking days."_s);
        const Signals signs = m_reader->read(story.c);
        QCOMPARE(signs.sameAnswers, 3);
        QCOMPARE(signs.sameAnswersShown.size(), 3);
        QCOMPARE(signs.sameAnswersShown.at(1).begin, 7);
        QCOMPARE(signs.sameAnswersShown.at(1).text, u"Refunds take 3 to 5 banking days."_s);
    }

    void failedToolsContactsAndValueComeFromThePacket()
    {
        Story story;
        story.customer(u"where is my refund"_s);
        Step fine;
        fine.tool.emplace().name = u"orders.find"_s;
        Step late = fine;
        late.tool->status = ToolStatus::Timeout;
        story.c.stepsTried = {fine, late};
        story.c.customer.contacts90d = 4;
        story.c.customer.value = ValueTier::Plus;
        story.c.bot.emplace().intent = IntentGuess{u"x"_s, 0.4};
        const Signals signs = m_reader->read(story.c);
        QCOMPARE(signs.failedTools, QList({FailedTool{1, u"orders.find"_s, ToolStatus::Timeout}}));
        QCOMPARE(signs.contacts90d, 4);
        QCOMPARE(signs.value, ValueTier::Plus);
        QCOMPARE(signs.botIntent->name, u"x"_s);
    }

    void moodFollowsTheWordsAndItsTrendTheHalves()
    {
        Story story;
        story.customer(u"Thanks, this is great, I love it"_s).customer(u"ok"_s);
        story.customer(u"This is terrible, I am furious, awful service"_s);
        const Mood mood = m_reader->read(story.c).mood;
        QCOMPARE(mood.trend, Trend::Falling);
        QVERIFY(mood.level <= 3);
        QCOMPARE(mood.points.size(), 3);
        QVERIFY(mood.points.first().valence > 0);
        QVERIFY(mood.points.last().valence < 0);
    }

    void theWordsThatCooledTheMoodAreShownColdestFirst()
    {
        Story story;
        story.customer(u"My lamp came broken"_s).customer(u"This is a disgrace, you are useless"_s);
        const Mood mood = m_reader->read(story.c).mood;
        QVERIFY(mood.shown.size() >= 3);
        QCOMPARE(mood.shown.first().message, MessageId(u"m2"_s));
        for (const Evidence &evidence : mood.shown) {
            const Message &message
                = story.c.messages.at(evidence.message.text() == u"m1"_s ? 0 : 1);
            QCOMPARE(message.text.mid(evidence.begin, evidence.end - evidence.begin),
                     evidence.text);
        }
        QVERIFY(!mood.points.first().words.isEmpty());
        QVERIFY(
            m_reader->read(Story().customer(u"the lamp has three arms"_s).c).mood.shown.isEmpty());
    }

    void whatIsAskedAgainIsColder()
    {
        Story story;
        story.customer(u"where is my parcel from London please"_s).bot(u"It is on its way."_s);
        story.customer(u"please, where is my parcel from london??"_s);
        const Mood mood = m_reader->read(story.c).mood;
        QVERIFY(!mood.points.first().again);
        QVERIFY(mood.points.last().again);
        QVERIFY(mood.points.last().valence < mood.points.first().valence);
        QCOMPARE(mood.trend, Trend::Level);
        story.customer(u"where is my parcel from London please, this is ridiculous"_s);
        QCOMPARE(m_reader->read(story.c).mood.trend, Trend::Falling);
    }

    void anEmptyConversationHasQuietSignals()
    {
        const Signals signs = m_reader->read(Conversation());
        Signals quiet;
        quiet.lot = lotOf({});
        QCOMPARE(signs, quiet);
    }

    void theWordsThatDecidedStandInTheMessages()
    {
        Story story;
        story.customer(u"Hello!"_s)
            .bot(u"What can I do for you?"_s)
            .customer(u"I would like to have my money back"_s)
            .customer(u"thanks"_s);
        const Signals signs = m_reader->read(story.c);
        QCOMPARE(signs.intent.name, u"refund"_s);
        const QList<Evidence> words = m_reader->decidedBy(story.c);
        QVERIFY(!words.isEmpty());
        for (const Evidence &one : words) {
            QCOMPARE(one.message.text(), u"m3"_s);
            QCOMPARE(story.c.messages[2].text.mid(one.begin, one.end - one.begin), one.text);
        }
        QVERIFY(m_reader->decidedBy(Conversation()).isEmpty());
    }

    void whatIsLearntFromIsWhatWasRead()
    {
        Story story;
        QCOMPARE(needText(story.c), QString());
        story.customer(u"Hi"_s);
        QCOMPARE(needText(story.c), u"Hi"_s);
        story.customer(u"where is my parcel now"_s);
        QCOMPARE(needText(story.c), u"where is my parcel now"_s);
        story.bot(u"It is on its way to you"_s).customer(u"then I want my money back"_s);
        QCOMPARE(needText(story.c), u"where is my parcel now\nthen I want my money back"_s);
        story.handsOff().customer(u"this was said to a person"_s);
        QCOMPARE(needText(story.c), u"where is my parcel now\nthen I want my money back"_s);
    }

    void theModelIsKeptAndReadBack()
    {
        const QTemporaryDir folder;
        const Catalogue catalogue = small();
        const auto first = SignalReader::open(catalogue, folder.path());
        QVERIFY(first);
        int asked = 0;
        const auto second = SignalReader::open(catalogue, folder.path(), [&asked](double) {
            ++asked;
            return true;
        });
        QVERIFY(second);
        QCOMPARE(asked, 0);
        QCOMPARE(second->judgedBy(), first->judgedBy());
        QVERIFY(first->judgedBy().size() == 64);
    }

private:
    std::unique_ptr<SignalReader> m_reader;
};

BATON_TEST(SignalReaderTest)
#include "SignalReaderTest.moc"
