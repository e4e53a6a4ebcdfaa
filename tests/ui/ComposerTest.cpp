#include "ui/panels/Composer.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/Button.h"
#include "ui/panels/DiscardPopover.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/KeepPopover.h"
#include "ui/panels/ReplyCheck.h"
#include "ui/theme/Metrics.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

/// A label as it is read: "Send && close" reads "Send & close".
QString plain(QString label)
{
    return label.replace(u"&&"_s, u"\x01"_s).remove(u'&').replace(u'\x01', u'&');
}

/// A reply of one claim; one that lacks figures says twenty where ten is on file.
Draft checked(const QString &text, Lack lack)
{
    Draft draft;
    draft.text = text;
    DraftSentence sentence;
    sentence.text = text;
    sentence.end = int(text.size());
    sentence.lack = lack;
    if (lack == Lack::Figures) {
        const int at = int(text.indexOf(u"20 euro"));
        sentence.unmatched = {{FigureKind::Amount, u"20 euro"_s, at, at + 7, u"10 euro"_s, {}}};
        sentence.blocks = true;
    }
    draft.sentences = {sentence};
    return draft;
}

} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    fakes::StillClock m_clock;
    std::unique_ptr<Composer> m_composer;

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : m_composer->findChildren<QPushButton *>())
            if (each->isVisible() && plain(each->text()) == text)
                return each;
        return nullptr;
    }
    /// A conversation whose replies are checked.
    void showChecking()
    {
        ConversationSnapshot snapshot = fakes::snapshot();
        snapshot.checksReplies = true;
        m_composer->setSnapshot(snapshot);
    }
    DraftEdit *field() const { return qobject_cast<DraftEdit *>(QApplication::focusWidget()); }
    void type(const QString &text)
    {
        QVERIFY(field());
        QTest::keyClicks(field(), text);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_composer = std::make_unique<Composer>(m_look, m_clock);
        m_composer->resize(640, 200);
        m_composer->setSnapshot(fakes::snapshot());
        m_composer->show();
        m_composer->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
        m_composer->focusReply();
    }

    void aDraftIsOfferedWhileNothingIsWrittenAndNeverWritesOver()
    {
        ConversationSnapshot snapshot = fakes::snapshot();
        Draft draft;
        draft.text = u"Two payments were taken."_s;
        draft.sentences = {DraftSentence{}};
        snapshot.suggestion = draft;
        m_composer->setSnapshot(snapshot);
        QPushButton *offer = button(u"Built-in draft, 1 of 1 grounded"_s);
        QVERIFY(offer && offer->isEnabled());
        QTest::mouseClick(offer, Qt::LeftButton);
        QCOMPARE(m_composer->text(DraftKind::Reply), draft.text);
        QVERIFY(!offer->isVisible());
        type(u" And"_s);
        QVERIFY(!offer->isVisible());
        const QString mine = m_composer->text(DraftKind::Reply);
        m_composer->useDraft();
        QCOMPARE(m_composer->text(DraftKind::Reply), mine);
        snapshot.suggestion.reset();
        m_composer->setSnapshot(snapshot);
        QCOMPARE(m_composer->text(DraftKind::Reply), mine);
    }
    void cleanup() { m_composer.reset(); }

    void aReplyGoesOutCheckedAsItStands()
    {
        showChecking();
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QSignalSpy asked(m_composer.get(), &Composer::checkRequested);
        type(u"We credit 20 euro."_s);
        m_composer->send();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"We credit 20 euro."_s);
        QCOMPARE(sent.size(), 0);
        m_composer->showCheck(checked(u"We credit 20 eur"_s, Lack::None)); // of other words: late
        QCOMPARE(sent.size(), 0);
        m_composer->showCheck(checked(u"We credit 20 euro."_s, Lack::None));
        QCOMPARE(sent.size(), 1);
    }

    void whoTypesOnDoesNotSend()
    {
        showChecking();
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        type(u"One"_s);
        m_composer->send();
        type(u" two"_s);
        m_composer->showCheck(checked(u"One two"_s, Lack::None));
        QCOMPARE(sent.size(), 0);
    }

    void aSentenceWithoutSourceHoldsTheSendUntilItIsMended()
    {
        showChecking();
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        type(u"We credit 20 euro."_s);
        m_composer->showCheck(checked(u"We credit 20 euro."_s, Lack::Figures));
        QPushButton *fix = button(u"Change to 10 euro"_s);
        QVERIFY(fix && button(u"Remove"_s) && button(u"Keep with reason…"_s));
        m_composer->send();
        QCOMPARE(sent.size(), 0);
        QCOMPARE(QApplication::focusWidget(), fix);
        fix->click();
        QCOMPARE(m_composer->text(DraftKind::Reply), u"We credit 10 euro."_s);
        QVERIFY(!button(u"Change to 10 euro"_s)); // it was said of other words
        m_composer->showCheck(checked(u"We credit 10 euro."_s, Lack::None));
        m_composer->send();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"We credit 10 euro."_s);
    }

    void whatIsKeptWithAReasonGoesOutWithIt()
    {
        showChecking();
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QSignalSpy kept(m_composer.get(), &Composer::sentenceKept);
        type(u"We credit 20 euro."_s);
        m_composer->showCheck(checked(u"We credit 20 euro."_s, Lack::Figures));
        m_composer->check().keepWithReason();
        auto *popover = m_composer->window()->findChild<KeepPopover *>();
        QVERIFY(popover && !popover->action().isEnabled());
        QTest::keyClicks(&popover->reason(), u"Agreed with Priya"_s);
        popover->action().click();
        QVERIFY(!m_composer->check().blocks());
        QCOMPARE(kept.size(), 0); // nothing has gone out yet
        m_composer->send();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0][0].toString(), u"We credit 20 euro."_s);
        QCOMPARE(kept[0][1].toString(), u"Agreed with Priya"_s);
    }

    void markersStandInTheFieldAndNotInTheText()
    {
        showChecking();
        type(u"We credit 10 euro. Bye."_s);
        const QSize before = field()->document()->size().toSize();
        Draft draft = checked(u"We credit 10 euro. Bye."_s, Lack::None);
        draft.sentences[0].end = 18;
        draft.sentences[0].supports
            = {{SupportKind::Passage, u"KB-212"_s, 7, u"Goodwill"_s, {}, 0, 0}};
        m_composer->showCheck(draft);
        QCOMPARE(m_composer->check().marks().sources.size(), 1);
        QCOMPARE(field()->plainText(), u"We credit 10 euro. Bye."_s);
        const int steps = field()->document()->availableUndoSteps();
        m_composer->showCheck(checked(u"We credit 10 euro. Bye."_s, Lack::None));
        m_composer->showCheck(draft);
        QCOMPARE(field()->document()->availableUndoSteps(), steps);
        QCOMPARE(field()->document()->size().toSize().height(), before.height());
        const QImage image = field()->viewport()->grab().toImage();
        int indigo = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                indigo += image.pixelColor(x, y) == m_look.theme().accentTint2 ? 1 : 0;
        QVERIFY2(indigo > 80, qPrintable(QString::number(indigo)));
    }

    void aDiscardedDraftIsNotOfferedAgain()
    {
        ConversationSnapshot snapshot = fakes::snapshot();
        Draft draft;
        draft.text = u"Two payments were taken."_s;
        draft.sentences = {DraftSentence{}};
        snapshot.suggestion = draft;
        m_composer->setSnapshot(snapshot);
        m_composer->useDraft();
        QVERIFY(button(u"Discard…"_s));
        QSignalSpy discarded(m_composer.get(), &Composer::draftDiscarded);
        m_composer->askDiscard();
        auto *popover = m_composer->findChild<DiscardPopover *>();
        QVERIFY(popover);
        QTest::keyClick(popover, Qt::Key_3);
        QCOMPARE(discarded.size(), 1);
        QCOMPARE(discarded[0][0].toString(), draft.text);
        QCOMPARE(discarded[0][1].toString(), u"tone"_s);
        QVERIFY(m_composer->text(DraftKind::Reply).isEmpty());
        snapshot.suggestion.reset(); // as the desk does once it is recorded
        m_composer->setSnapshot(snapshot);
        QVERIFY(!button(u"Built-in draft, 1 of 1 grounded"_s));
        QVERIFY(!button(u"Discard…"_s));
    }

    void everyKeyIsReported()
    {
        QSignalSpy typed(m_composer.get(), &Composer::typed);
        type(u"Hi"_s);
        QCOMPARE(typed.size(), 2);
        QCOMPARE(typed[1][1].toString(), u"Hi"_s);
    }

    void aSnapshotDoesNotTouchWhatIsTyped()
    {
        type(u"My own words"_s);
        ConversationSnapshot late = fakes::snapshot();
        late.drafts = {{late.row.id, DraftKind::Reply, u"My own"_s, {}, {}}};
        m_composer->setSnapshot(late);
        m_composer->setSnapshot(fakes::snapshot());
        QCOMPARE(field()->plainText(), u"My own words"_s);
        type(u"!"_s);
        QCOMPARE(field()->plainText(), u"My own words!"_s);
    }

    void sendKeepsTheTextUntilItIsRecorded()
    {
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        type(u"Answer"_s);
        m_composer->send();
        m_composer->send();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"Answer"_s);
        QCOMPARE(m_composer->text(DraftKind::Reply), u"Answer"_s);
        QVERIFY(!button(u"Send"_s)->isEnabled());
        m_composer->confirmSent(fakes::conversation().id);
        QCOMPARE(field()->plainText(), QString());
    }

    void aSendThatFailsGivesEverythingBack()
    {
        QSignalSpy typed(m_composer.get(), &Composer::typed);
        type(u"Answer"_s);
        m_composer->sendAndClose();
        const qsizetype before = typed.size();
        m_composer->takeBack();
        QCOMPARE(field()->plainText(), u"Answer"_s);
        QCOMPARE(typed.size(), before + 1);
        QVERIFY(button(u"Send"_s)->isEnabled());
    }

    void nothingIsSentFromAnEmptyField()
    {
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        type(u"  "_s);
        m_composer->send();
        QCOMPARE(sent.size(), 0);
        QVERIFY(!button(u"Send"_s)->isEnabled());
        QVERIFY(!button(u"Send"_s)->toolTip().isEmpty());
    }

    void aNoteGoesWhenTheThreadShowsIt()
    {
        QSignalSpy note(m_composer.get(), &Composer::noteRequested);
        m_composer->toggleKind();
        QCOMPARE(m_composer->kind(), DraftKind::Note);
        type(u"Ask finance"_s);
        m_composer->send();
        QCOMPARE(note.size(), 1);
        m_composer->setSnapshot(fakes::snapshot());
        QCOMPARE(m_composer->text(DraftKind::Note), u"Ask finance"_s);
        Conversation c = fakes::conversation();
        Message recorded
            = fakes::message(u"n2"_s, m_clock.at, Sender::Agent, u"Ask finance"_s, fakes::ines);
        recorded.visibility = Visibility::Internal;
        recorded.delivery = Delivery::Waiting;
        c.messages += recorded;
        m_composer->setSnapshot(fakes::snapshotOf(c));
        QCOMPARE(m_composer->text(DraftKind::Note), QString());
        m_composer->toggleKind();
        QCOMPARE(m_composer->kind(), DraftKind::Reply);
    }

    void whatIsPastedIsPlain()
    {
        auto *rich = new QMimeData;
        rich->setHtml(u"<b>bold</b><img src=\"https://evil.example/x.png\">"_s);
        rich->setText(u"bold\nline"_s);
        QApplication::clipboard()->setMimeData(rich);
        field()->paste();
        QCOMPARE(field()->plainText(), u"bold\nline"_s);
        QVERIFY(!field()->toHtml().contains(u"evil"_s));
        QVERIFY(!field()->textCursor().charFormat().font().bold());
    }

    void noBreakSpacesStay()
    {
        QSignalSpy typed(m_composer.get(), &Composer::typed);
        field()->insertPlainText(u"106\u00a0€"_s);
        QCOMPARE(typed.last()[1].toString(), u"106\u00a0€"_s);
    }

    void aTakenConversationCannotBeAnsweredButKeepsTheText()
    {
        type(u"Half an ans"_s);
        ConversationSnapshot taken = fakes::snapshot();
        taken.conversation.owner = fakes::tomasz;
        taken.conversation.state = State::Claimed;
        m_composer->setSnapshot(taken);
        QCOMPARE(field()->plainText(), u"Half an ans"_s);
        QVERIFY(field()->isReadOnly());
        QVERIFY(!button(u"Send"_s)->isEnabled());
        QVERIFY(button(u"Send"_s)->toolTip().contains(u"Tomasz Rybak"_s));
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        m_composer->send();
        QCOMPARE(sent.size(), 0);
        m_composer->setSnapshot(fakes::snapshot());
        QVERIFY(!field()->isReadOnly());
    }

    void offlineItQueues()
    {
        m_composer->setSending(Sending::Queue);
        QVERIFY(button(u"Queue"_s) && button(u"Queue & close"_s));
        m_composer->setSending(Sending::Now);
        QVERIFY(button(u"Send"_s));
    }

    void itGrowsUpToALimit()
    {
        const int before = m_composer->sizeHint().height();
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(field(), Qt::Key_Return);
        const int grown = m_composer->sizeHint().height();
        QVERIFY(grown > before);
        field()->setPlain(QString(u"line\n"_s).repeated(500));
        QVERIFY(m_composer->sizeHint().height() < grown + 150);
    }

    void aHeldReplyPutsTheProposalIntoTheField()
    {
        const ConversationSnapshot held = fakes::heldSnapshot();
        m_composer->setSnapshot(held);
        QVERIFY(m_composer->isComparing());
        QCOMPARE(m_composer->text(DraftKind::Reply), held.comparison->proposal);
        QVERIFY(!held.comparison->proposal.isEmpty());
        QSignalSpy sent(m_composer.get(), &Composer::sendNewRequested);
        m_composer->send();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][1].toString(), held.comparison->proposal);
        QSignalSpy typed(m_composer.get(), &Composer::typed);
        m_composer->confirmSent(held.row.id);
        QCOMPARE(typed.last()[1].toString(), QString());
        m_composer->setSnapshot(fakes::snapshot());
        QVERIFY(!m_composer->isComparing());
        QCOMPARE(m_composer->text(DraftKind::Reply), QString());
    }

    void aHeldReplyHasItsKeysWhereOneWrites()
    {
        ActionRegistry actions;
        QSignalSpy note(actions.action(ActionId::KeepAsNote), &QAction::triggered);
        QSignalSpy unchanged(actions.action(ActionId::SendUnchanged), &QAction::triggered);
        actions.place(ActionScope::Compare, m_composer.get());
        m_composer->setSnapshot(fakes::heldSnapshot());
        m_composer->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
        field()->setFocus();
        QTest::keyClick(field(), Qt::Key_N, Qt::AltModifier);
        QCOMPARE(note.size(), 1);
        QTest::keyClick(field(), Qt::Key_U, Qt::AltModifier);
        QCOMPARE(unchanged.size(), 1);
    }

    void escLeavesTheField()
    {
        QSignalSpy left(m_composer.get(), &Composer::left);
        field()->setFocus();
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void aHeldReplyDoesNotWriteOverWhatIsBeingTyped()
    {
        type(u"Something new"_s);
        const ConversationSnapshot held = fakes::heldSnapshot();
        m_composer->setSnapshot(held);
        QCOMPARE(m_composer->text(DraftKind::Reply),
                 held.comparison->proposal + u"\n\nSomething new"_s);
        QSignalSpy discarded(m_composer.get(), &Composer::discardRequested);
        m_composer->discardHeld();
        QCOMPARE(discarded.size(), 1);
        m_composer->setSnapshot(fakes::snapshot());
        QCOMPARE(m_composer->text(DraftKind::Reply), u"Something new"_s);
    }

    void anEditedProposalOutlivesItsComparison()
    {
        m_composer->setSnapshot(fakes::heldSnapshot());
        field()->moveCursor(QTextCursor::End);
        type(u" And more."_s);
        const QString edited = m_composer->text(DraftKind::Reply);
        m_composer->keepHeldAsNote();
        m_composer->setSnapshot(fakes::snapshot());
        QCOMPARE(m_composer->text(DraftKind::Reply), edited);
    }

    void afterARestartTheEditedProposalIsNotDoubled()
    {
        ConversationSnapshot held = fakes::heldSnapshot();
        held.drafts
            = {{held.row.id, DraftKind::Reply, held.comparison->proposal + u" Edited."_s, {}, {}}};
        Composer fresh(m_look, m_clock);
        fresh.setSnapshot(held);
        QCOMPARE(fresh.text(DraftKind::Reply), held.comparison->proposal + u" Edited."_s);
    }

    void barsAreAsHighAsInTokens()
    {
        QCOMPARE(m_composer->findChild<SendBar *>()->parentWidget()->height(),
                 metrics::composerBottom);
        QCOMPARE(m_composer->sizeHint().height() - field()->height(),
                 metrics::composerTop + metrics::composerBottom + 4);
    }

    void everythingHasAName()
    {
        for (QWidget *each : m_composer->findChildren<QWidget *>())
            if (each->focusPolicy() != Qt::NoFocus && each->isVisible()
                && !qobject_cast<QAbstractScrollArea *>(each->parentWidget())) {
                const QString name = each->accessibleName();
                const auto *push = qobject_cast<QAbstractButton *>(each);
                QVERIFY2(!name.isEmpty() || (push && !push->text().isEmpty()),
                         each->metaObject()->className());
            }
    }

    void theFrameIsAllButTheLines()
    {
        showChecking();
        m_composer->setMostLines(4);
        m_composer->focusReply();
        type(QString(u"word "_s).repeated(200));
        m_composer->showCheck(checked(m_composer->text(DraftKind::Reply), Lack::None));
        QCoreApplication::processEvents();
        QCOMPARE(m_composer->sizeHint().height(),
                 m_composer->frameHeight() + 4 * m_look.lineHeight(ui::Role::Read));
    }
};

BATON_TEST(ComposerTest)
#include "ComposerTest.moc"
