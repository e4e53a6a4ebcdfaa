#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/Button.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/RewritePopover.h"
#include "ui/panels/SentSheet.h"
#include "ui/text/ModelWords.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

} // namespace

/// What a model writes into the reply: it streams, stops, gives way, and never writes over anybody.
class ComposerModelTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    fakes::StillClock m_clock;
    std::unique_ptr<Composer> m_composer;
    quint64 m_run = 0;

    static ConversationSnapshot offered()
    {
        ConversationSnapshot snapshot = fakes::snapshot();
        snapshot.model = ModelOffer::Offered;
        snapshot.checksReplies = true;
        return snapshot;
    }
    ModelText text(ModelState state, const QString &words = {},
                   ModelTrouble trouble = ModelTrouble::None) const
    {
        ModelText out;
        out.run = m_run;
        out.conversation = fakes::snapshot().conversation.id;
        out.state = state;
        out.trouble = trouble;
        out.text = words;
        out.sinceSteadyMs = m_clock.steadyMs();
        return out;
    }
    void begin()
    {
        ++m_run;
        m_composer->draftByModel();
        m_composer->showModelText(text(ModelState::Connecting));
    }
    void stream(const QString &words)
    {
        m_composer->showModelText(text(ModelState::Streaming, words));
    }
    void end(ModelState state, const QString &words = {}, ModelTrouble trouble = ModelTrouble::None)
    {
        m_composer->showModelText(text(state, words, trouble));
    }
    QString reply() const { return m_composer->text(DraftKind::Reply); }
    DraftEdit *field() const { return m_composer->findChildren<DraftEdit *>().first(); }
    QPushButton *button(const QString &label) const
    {
        for (QPushButton *each : m_composer->findChildren<QPushButton *>())
            if (each->isVisible() && each->text() == label)
                return each;
        return nullptr;
    }
    bool says(const QString &words) const
    {
        for (Label *label : m_composer->findChildren<Label *>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_composer = std::make_unique<Composer>(m_look, m_clock);
        m_composer->resize(760, 220);
        m_composer->setSnapshot(offered());
        m_composer->show();
        m_composer->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
        m_composer->focusReply();
    }
    void cleanup() { m_composer.reset(); }

    void aDraftStreamsIsCheckedAndCanBeSent()
    {
        QSignalSpy asked(m_composer.get(), &Composer::modelRequested);
        QSignalSpy typed(m_composer.get(), &Composer::typed);
        QSignalSpy check(m_composer.get(), &Composer::checkRequested);
        QSignalSpy used(m_composer.get(), &Composer::draftUsed);
        QVERIFY(button(u"Draft by the model"_s));
        begin();
        QCOMPARE(asked.size(), 1);
        QVERIFY(button(u"Stop"_s));
        QVERIFY(!button(u"Draft by the model"_s));
        m_composer->showModelText(text(ModelState::Waiting));
        m_clock.at = m_clock.at + 3000;
        m_composer->showModelText(text(ModelState::Waiting));
        stream(u"It is"_s);
        QCOMPARE(reply(), u"It is"_s);
        QVERIFY(typed.isEmpty()); // nothing of it is the agent's yet
        stream(u"It is on its way."_s);
        QCOMPARE(field()->plainText(), u"It is on its way."_s);
        QVERIFY(!button(u"Send"_s)->isEnabled());
        end(ModelState::Complete, u"It is on its way."_s);
        QCOMPARE(typed.size(), 1);
        QCOMPARE(check.size(), 1);
        QCOMPARE(used.size(), 1);
        QVERIFY(!button(u"Stop"_s));
        QVERIFY(button(u"Send"_s)->isEnabled());
        QVERIFY(says(u"Model's draft"_s));
        QVERIFY(button(u"Again"_s));
    }

    void escStopsAndWhatCameIsNotSentWithoutAWarning_data()
    {
        QTest::addColumn<int>("state");
        for (const ModelState state : {ModelState::Cancelled, ModelState::Truncated,
                                       ModelState::Filtered, ModelState::Interrupted})
            QTest::addRow("%d", int(state)) << int(state);
    }
    void escStopsAndWhatCameIsNotSentWithoutAWarning()
    {
        QFETCH(int, state);
        ConversationSnapshot unchecked = offered();
        unchecked.checksReplies = false;
        m_composer->setSnapshot(unchecked);
        QSignalSpy stop(m_composer.get(), &Composer::modelStopRequested);
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        begin();
        stream(u"It is on"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(stop.size(), 1);
        end(ModelState(state), u"It is on"_s);
        QCOMPARE(reply(), u"It is on"_s);
        QVERIFY(says(modelIncomplete(ModelState(state))));
        m_composer->send();
        QVERIFY(sent.isEmpty());
        QVERIFY(says(u"not complete"_s));
        m_composer->send();
        QCOMPARE(sent.size(), 1);
    }

    void anEditOfABrokenDraftTakesTheWarningAway()
    {
        begin();
        end(ModelState::Interrupted, u"It is on"_s);
        QTest::keyClicks(field(), u" its way."_s);
        QVERIFY(!says(u"broke off"_s));
    }

    void whoTypesWhileItWaitsIsNotDisturbed()
    {
        begin();
        QTest::keyClicks(field(), u"Mine"_s);
        stream(u"It is"_s);
        QCOMPARE(reply(), u"Mine"_s);
        end(ModelState::Complete, u"It is on its way."_s);
        QCOMPARE(reply(), u"Mine"_s);
        QPushButton *ready = button(u"Draft ready"_s);
        QVERIFY(ready);
        QTest::mouseClick(ready, Qt::LeftButton);
        QCOMPARE(reply(), u"Mine\n\nIt is on its way."_s);
        field()->undo();
        QCOMPARE(reply(), u"Mine"_s);
    }

    void whoTypesIntoItHasIt()
    {
        QSignalSpy stop(m_composer.get(), &Composer::modelStopRequested);
        begin();
        stream(u"It is"_s);
        QTest::keyClicks(field(), u"x"_s);
        QVERIFY(stop.size() > 0);
        const QString mine = reply();
        stream(u"It is on its way."_s);
        QCOMPARE(reply(), mine);
        end(ModelState::Cancelled, u"It is on its way."_s);
        QCOMPARE(reply(), mine);
    }

    void aRefreshTakesNothingAway()
    {
        begin();
        stream(u"It is"_s);
        m_composer->setSnapshot(offered());
        QCOMPARE(field()->plainText(), u"It is"_s);
        stream(u"It is on its way."_s);
        QCOMPARE(field()->plainText(), u"It is on its way."_s);
    }

    void theBuiltInDraftStandsInWithAWord()
    {
        ConversationSnapshot snapshot = offered();
        Draft draft;
        draft.text = u"Two payments were taken."_s;
        draft.sentences = {DraftSentence{}};
        snapshot.suggestion = draft;
        m_composer->setSnapshot(snapshot);
        begin();
        end(ModelState::Failed, {}, ModelTrouble::Connection);
        QCOMPARE(reply(), draft.text);
        QVERIFY(says(u"does not answer"_s));
        QVERIFY(says(u"built-in draft"_s));
    }

    void everyTroubleHasItsWords()
    {
        for (int i = int(ModelTrouble::Address); i <= int(ModelTrouble::Unchecked); ++i) {
            const QString words = modelTrouble(ModelTrouble(i));
            QVERIFY2(words.endsWith(u'.'), qPrintable(words));
            begin();
            end(ModelState::Failed, {}, ModelTrouble(i));
            QVERIFY(says(words));
            QVERIFY(reply().isEmpty());
        }
    }

    void aSelectionIsSaidAgainInItsPlace()
    {
        QSignalSpy asked(m_composer.get(), &Composer::rewriteRequested);
        QTest::keyClicks(field(), u"Dear Maren, it is on its way. Ines"_s);
        QTextCursor cursor = field()->textCursor();
        cursor.setPosition(12);
        cursor.setPosition(29, QTextCursor::KeepAnchor);
        field()->setTextCursor(cursor);
        m_composer->rewrite(ModelTask::Shorter);
        QCOMPARE(asked.last().first().toString(), u"it is on its way."_s);
        ++m_run;
        ModelText rewritten = text(ModelState::Complete, u"It comes."_s);
        rewritten.task = ModelTask::Shorter;
        rewritten.original = u"it is on its way."_s;
        m_composer->showModelText(rewritten);
        QCOMPARE(reply(), u"Dear Maren, It comes. Ines"_s);
        field()->undo();
        QCOMPARE(reply(), u"Dear Maren, it is on its way. Ines"_s);
        // What it changed that had to stay is said.
        m_composer->rewrite(ModelTask::Shorter);
        ++rewritten.run;
        rewritten.original = reply();
        rewritten.altered = {u"€106.00"_s};
        m_composer->showModelText(rewritten);
        QVERIFY(says(u"The model changed €106.00."_s));
        field()->undo();
        rewritten.original = u"it is on its way."_s;
        rewritten.altered.clear();
        cursor.setPosition(12);
        cursor.setPosition(29, QTextCursor::KeepAnchor);
        field()->setTextCursor(cursor);
        // Meanwhile somebody wrote elsewhere.
        m_composer->rewrite(ModelTask::Shorter);
        field()->moveCursor(QTextCursor::Start);
        QTest::keyClicks(field(), u"Oh "_s);
        ++rewritten.run;
        m_composer->showModelText(rewritten);
        QVERIFY(reply().startsWith(u"Oh Dear Maren"_s));
        QVERIFY(says(u"nothing was replaced"_s));
    }

    void whereThePolicySaysNoNothingIsSaidAgain()
    {
        ConversationSnapshot snapshot = offered();
        snapshot.model = ModelOffer::StaysHere;
        m_composer->setSnapshot(snapshot);
        QTest::keyClicks(field(), u"Mine"_s);
        QVERIFY(!button(u"Tone…"_s));
        snapshot.model = ModelOffer::None;
        m_composer->setSnapshot(snapshot);
        QVERIFY(!button(u"Draft by the model"_s));
    }

    void whatWasSentIsShownAsItWas()
    {
        SentToModel sent;
        sent.at = m_clock.now();
        sent.conversation = ConversationId(u"c-1"_s);
        sent.place = u"http://localhost:8080"_s;
        sent.body = R"({"messages":[{"content":"[EMAIL_1] <b>"}]})"_ba;
        SentSheet sheet(m_look, {sent}, m_composer.get());
        const QString shown = sheet.findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(shown.contains(QString::fromUtf8(sent.body)));
        QVERIFY(shown.contains(u"localhost:8080"_s));
    }

    /// 200 tokens a second, told 25 times a second, below a thread of 2,000 messages: the time of
    /// the thread that paints, so that other programs do not count.
    void streamingKeepsEveryFrame()
    {
        ConversationSnapshot snapshot = offered();
        for (int i = 0; i < 2000; ++i)
            snapshot.conversation.messages += fakes::message(
                u"s%1"_s.arg(i), m_clock.now() + i * 1000LL,
                i % 2 ? Sender::Agent : Sender::Customer,
                u"Message %1 says a few words about a parcel that is late."_s.arg(i), fakes::ines);
        ConversationPanel panel(m_look, m_clock);
        panel.resize(760, 900);
        panel.setSnapshot(snapshot);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCoreApplication::processEvents();
        const auto frame = [&panel](const auto &change) {
            const double from = threadMs();
            change();
            QCoreApplication::processEvents();
            panel.repaint();
            return threadMs() - from;
        };
        QList<double> still;
        for (int i = 0; i < 20; ++i)
            still += frame([] {});
        ++m_run;
        panel.composer().draftByModel();
        QString words;
        QList<double> frames;
        for (int told = 0; told < 75; ++told) { // three seconds
            for (int token = 0; token < 8; ++token)
                words += token % 7 == 6 && told % 9 == 8 ? u" way.\n\n"_s : u" word"_s;
            frames += frame(
                [&] { panel.composer().showModelText(text(ModelState::Streaming, words)); });
        }
        std::sort(still.begin(), still.end());
        std::sort(frames.begin(), frames.end());
        const double most = frames.last();
        const double middle = frames[frames.size() / 2];
        const double plain = still[still.size() / 2];
        qInfo(
            "a frame while it streams: median %.2f, most %.2f ms; a plain one %.2f ms (ratio %.2f)",
            middle, most, plain, middle / plain);
        QCOMPARE(panel.composer().text(DraftKind::Reply), words);
        QVERIFY2(most <= 16 * slowness, qPrintable(QString::number(most)));
    }
};

BATON_TEST(ComposerModelTest)
#include "ComposerModelTest.moc"
