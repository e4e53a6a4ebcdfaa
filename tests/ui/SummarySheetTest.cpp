#include "ui/panels/SummarySheet.h"
#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/RewritePopover.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

Summary summaryOf(const Conversation &conversation, bool byModel)
{
    Summary summary;
    summary.conversation = conversation.id;
    summary.byModel = byModel;
    const MessageId first = conversation.messages.first().id;
    summary.lines(SummaryPart::Need) = {{u"Two payments were taken"_s, {first}, {}, true}};
    summary.lines(SummaryPart::Actions)
        = {{u"Looked the payment up"_s, {}, StepOutcome::Failed, true},
           {u"A refund was made"_s, {first}, {}, !byModel}};
    summary.last = conversation.messages.last().id;
    summary.lastAt = conversation.messages.last().at;
    summary.unanswered = true;
    return summary;
}

QString allWords(const QWidget &in)
{
    QStringList words;
    for (const QLabel *label : in.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&in))
            words += label->text();
    }
    return words.join(u'\n');
}

template <class Kind>
Kind *namedIn(const QWidget &in, const QString &name)
{
    for (Kind *one : in.findChildren<Kind *>()) {
        if (one->accessibleName() == name || one->text() == name)
            return one;
    }
    return nullptr;
}

} // namespace

class SummarySheetTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    fakes::StillClock m_clock;
    ConversationSnapshot m_snapshot = fakes::snapshot();

    std::unique_ptr<SummarySheet> sheet(bool byModel)
    {
        m_snapshot.model = ModelOffer::Offered;
        auto made = std::make_unique<SummarySheet>(m_look, m_clock, nullptr);
        made->setAttribute(Qt::WA_DeleteOnClose, false);
        made->setConversation(m_snapshot);
        made->setSummary(summaryOf(m_snapshot.conversation, byModel));
        made->show();
        return made;
    }
    ModelText text(ModelState state, ModelTrouble trouble = ModelTrouble::None) const
    {
        ModelText out;
        out.run = 1;
        out.task = ModelTask::Summary;
        out.conversation = m_snapshot.conversation.id;
        out.state = state;
        out.trouble = trouble;
        out.sinceSteadyMs = m_clock.steadyMs() - 3000;
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        dress(*qApp, m_look);
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void aLineLeadsToItsMessage()
    {
        const auto open = sheet(false);
        QSignalSpy asked(open.get(), &SummarySheet::messageRequested);
        Button *link = nullptr;
        for (Button *one : open->findChildren<Button *>()) {
            if (one->accessibleName().startsWith("Show the message of"_L1)) {
                link = one;
                break;
            }
        }
        QVERIFY(link);
        link->click();
        QCOMPARE(asked.value(0).value(0).value<MessageId>(),
                 m_snapshot.conversation.messages.first().id);
        QVERIFY(!open->isVisible());
    }

    void whatAModelMadeUpIsMarkedInWords()
    {
        const auto open = sheet(true);
        QVERIFY(allWords(*open).contains("A refund was made (not in the messages)"_L1));
        QVERIFY(allWords(*open).contains("Written by the model"_L1));
        open->setSummary(summaryOf(m_snapshot.conversation, false));
        QVERIFY(!allWords(*open).contains("not in the messages"_L1));
    }

    void theModelIsAskedStoppedAndItsTroubleTold()
    {
        const auto open = sheet(false);
        QSignalSpy asked(open.get(), &SummarySheet::modelRequested);
        QSignalSpy stopped(open.get(), &SummarySheet::modelStopRequested);
        auto *button = namedIn<Button>(*open, u"Sum up by the model"_s);
        QVERIFY(button);
        button->click();
        QCOMPARE(asked.count(), 1);
        open->showModelText(text(ModelState::Waiting));
        QVERIFY(allWords(*open).contains("Waiting for the model"_L1));
        QCOMPARE(button->text(), u"Stop"_s);
        button->click();
        QCOMPARE(stopped.count(), 1);
        QCOMPARE(asked.count(), 1);
        open->showModelText(text(ModelState::Failed, ModelTrouble::Connection));
        QVERIFY(allWords(*open).contains("This is the built-in summary."_L1));
        QCOMPARE(button->text(), u"Sum up by the model"_s);
    }

    void ofAnotherConversationNothingIsShown()
    {
        const auto open = sheet(false);
        Summary other = summaryOf(m_snapshot.conversation, true);
        other.conversation = ConversationId(u"another"_s);
        open->setSummary(other);
        QVERIFY(!allWords(*open).contains("Written by the model"_L1));
        ModelText late = text(ModelState::Waiting);
        late.conversation = other.conversation;
        open->showModelText(late);
        QVERIFY(!allWords(*open).contains("Waiting for the model"_L1));
    }

    void pictures_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }
    void pictures()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind), Contrast::Normal, 100, Motion::Reduced});
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        const auto save = [&](QWidget &screen, const QString &name) {
            for (int i = 0; i < 5; ++i) // shows and layouts that were posted, and what they post
                QCoreApplication::processEvents();
            QVERIFY(screen.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, tag)));
            QCOMPARE(test::faultsOf(screen), QString());
        };
        const auto open = sheet(true);
        save(*open, u"summary"_s);
        RewritePopover tones(m_look, {u"€106.00"_s, u"P-77120"_s, u"15 Nov"_s}, nullptr);
        tones.setAttribute(Qt::WA_DeleteOnClose, false);
        tones.show();
        save(tones, u"tones"_s);
    }
};

BATON_TEST(SummarySheetTest)
#include "SummarySheetTest.moc"
