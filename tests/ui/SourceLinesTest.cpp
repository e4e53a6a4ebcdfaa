#include "ui/models/SourceLines.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

DraftSentence claim(const QList<Support> &supports)
{
    DraftSentence sentence;
    sentence.supports = supports;
    return sentence;
}

const Support passage{SupportKind::Passage, u"KB-112"_s, 3, u"Two entries"_s,
                      u"They vanish."_s,    0,           12};
const Support lookUp{SupportKind::LookUp, u"payments.list"_s, 0, {}, u"179.00 EUR"_s, 0, 0};
const Support said{SupportKind::Message, u"m1"_s, 0, {}, u"twice"_s, 0, 5};
const Support field{SupportKind::Field, u"customer.name"_s, 0, {}, u"Nadia"_s, 0, 0};

} // namespace

class SourceLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSourceStandsOnceInTheOrderOfNeed()
    {
        Conversation conversation;
        Message message;
        message.id = MessageId(u"m1"_s);
        message.from = Sender::Customer;
        conversation.messages = {message};
        conversation.customer.name = u"Nadia Fairweather"_s;
        Draft draft;
        draft.sentences = {claim({lookUp, field}), claim({passage}), claim({passage, said})};
        const QList<SourceLine> lines = sourceLines(draft, conversation);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].title, u"Payments list"_s);
        QCOMPARE(lines[1].title, u"Two entries"_s);
        QCOMPARE(lines[1].aside, u"KB-112 v3"_s);
        QCOMPARE(lines[1].quote, u"They vanish."_s);
        QCOMPARE(lines[2].title, u"Nadia Fairweather"_s);
    }

    void aRowOfATableReadsAsWords()
    {
        Support row = passage;
        row.quote = u"| Standard | 3–5 days | €4.90 |"_s;
        Draft draft;
        draft.sentences = {claim({row})};
        QCOMPARE(sourceLines(draft, {}).first().quote, u"Standard · 3–5 days · €4.90"_s);
    }

    void aCourtesyNeedsNone()
    {
        Draft draft;
        draft.sentences = {claim({passage})};
        draft.sentences[0].kind = SentenceKind::Courtesy;
        QVERIFY(sourceLines(draft, {}).isEmpty());
    }
};

BATON_TEST(SourceLinesTest)
#include "SourceLinesTest.moc"
