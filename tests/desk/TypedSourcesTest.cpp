#include "core/desk/ReplyDrafter.h"
#include "core/knowledge/Bundled.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/JudgeOfThings.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;

/// What an agent writes beside the draft is looked for in the documents, sentence by sentence.
class TypedSourcesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::DeskFixture> m_fixture;

    Desk &deskWithDocuments() const
    {
        if (!m_fixture->store->addDocuments(knowledge::bundledDocuments()).result())
            qFatal("no documents");
        Desk &desk = m_fixture->makeDesk();
        desk.setJudge(test::judgeOfThings(*m_fixture));
        desk.setDrafter(std::make_shared<const ReplyDrafter>(drafting::Playbooks(),
                                                             QList<Document>(), m_fixture->policy));
        m_fixture->arrive({m_fixture->conversation(u"c1"_s, u"Where is my parcel?"_s),
                           m_fixture->conversation(u"c2"_s, u"Where is my lamp?"_s)});
        return desk;
    }

    static void open(Desk &desk, const QString &id)
    {
        QSignalSpy shown(&desk, &Desk::conversationChanged);
        desk.open(ConversationId(id));
        QTRY_VERIFY(!shown.isEmpty()
                    && shown.last().first().value<ConversationSnapshot>().checksReplies);
    }

    static DraftSentence last(const QSignalSpy &checked)
    {
        const auto draft = checked.isEmpty() ? Draft() : checked.last().first().value<Draft>();
        return draft.sentences.isEmpty() ? DraftSentence() : draft.sentences.last();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_fixture = std::make_unique<test::DeskFixture>();
    }
    void cleanup() { m_fixture.reset(); }

    void aSentenceOfSomethingElseFindsItsDocument()
    {
        Desk &desk = deskWithDocuments();
        open(desk, u"c1"_s);
        QSignalSpy checked(&desk, &Desk::replyChecked);
        desk.typed(DraftKind::Reply,
                   u"Store credit is valid for 3 years from the day it was booked."_s);
        QTRY_VERIFY(!last(checked).text.isEmpty() && last(checked).supported());
        const Support support = last(checked).supports.value(0);
        QCOMPARE(support.kind, SupportKind::Passage);
        QVERIFY2(support.source == u"KB-125"_s || support.source == u"KB-212"_s,
                 qPrintable(support.source));
    }

    void anAmountThatNobodyMayGiveIsToldTheOneThatTheyMay()
    {
        Desk &desk = deskWithDocuments();
        open(desk, u"c1"_s);
        QSignalSpy checked(&desk, &Desk::replyChecked);
        desk.typed(DraftKind::Reply, u"We will also credit €20 to your account."_s);
        QTRY_COMPARE(last(checked).unmatched.value(0).nearest, u"€10"_s);
        const DraftSentence sentence = last(checked);
        QVERIFY(sentence.blocks);
        QCOMPARE(sentence.unmatched.first().nearestSource.source, u"KB-212"_s);
    }

    void onlyAWholeSentenceIsLookedFor()
    {
        Desk &desk = deskWithDocuments();
        open(desk, u"c1"_s);
        QSignalSpy checked(&desk, &Desk::replyChecked);
        const QString begun = u"We will also credit €20 to your account"_s;
        // What was found for the customer's need comes first, then the first sentence's.
        desk.typed(DraftKind::Reply,
                   u"Store credit is valid for 3 years from the day it was booked. "_s + begun);
        QTRY_VERIFY(!checked.isEmpty()
                    && checked.last().first().value<Draft>().sentences.first().supported());
        QCOMPARE(last(checked).text, begun);
        // Another conversation knows nothing of what was found for this one.
        open(desk, u"c2"_s);
        checked.clear();
        desk.checkReply(begun);
        QTRY_VERIFY(!checked.isEmpty());
        QVERIFY(last(checked).unmatched.value(0).nearest.isEmpty());
        desk.checkReply(begun + u'.');
        QTRY_COMPARE(last(checked).unmatched.value(0).nearest, u"€10"_s);
    }
};

BATON_TEST(TypedSourcesTest)
#include "TypedSourcesTest.moc"
