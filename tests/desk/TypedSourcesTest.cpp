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
        const bool ready = QTest::qWaitFor([&] {
            return !shown.isEmpty()
                && shown.last().first().value<ConversationSnapshot>().checksReplies;
        });
        if (!ready)
            qFatal("%s does not open", qPrintable(id));
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
        const auto sentence = [&](qsizetype i) {
            const auto draft = checked.isEmpty() ? Draft() : checked.last().first().value<Draft>();
            return draft.sentences.value(i);
        };
        const QString whole = u"Do not use fabric softener for the Skerry rain jacket."_s;
        const QString begun = u"Store credit is valid for 3 years from the day it was booked"_s;
        // What both were sought for would have come together.
        desk.checkReply(whole + u' ' + begun);
        QTRY_VERIFY(!sentence(0).text.isEmpty() && sentence(0).supported());
        QCOMPARE(sentence(1).text, begun);
        QVERIFY(!sentence(1).supported());
        desk.checkReply(whole + u' ' + begun + u'.');
        QTRY_VERIFY(sentence(1).text == begun + u'.' && sentence(1).supported());
        // Another conversation knows nothing of what was found for this one.
        open(desk, u"c2"_s);
        checked.clear();
        desk.checkReply(begun);
        QTRY_VERIFY(!checked.isEmpty());
        QVERIFY(!sentence(0).supported());
    }
};

BATON_TEST(TypedSourcesTest)
#include "TypedSourcesTest.moc"
