#include "ui/panels/ConversationPanel.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/models/ConversationActs.h"
#include "ui/panels/ChoiceList.h"
#include "ui/panels/CloseDialog.h"
#include "ui/panels/CompareView.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationHeader.h"
#include "ui/panels/CustomerPane.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/FactRow.h"
#include "ui/panels/OutboxPopover.h"
#include "ui/panels/Section.h"
#include "ui/panels/SnoozeDialog.h"
#include "ui/panels/TranscriptView.h"
#include "ui/panels/TransferDialog.h"
#include "ui/theme/Metrics.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

QAbstractButton *buttonNamed(const QWidget *in, const QString &text)
{
    for (QAbstractButton *each : in->findChildren<QAbstractButton *>())
        if (each->text().remove(u'&') == text || each->accessibleName() == text)
            return each;
    return nullptr;
}

QStringList labels(const QWidget *in)
{
    QStringList out;
    for (const QLabel *label : in->findChildren<QLabel *>())
        if (label->isVisible() && !label->text().isEmpty())
            out += label->text();
    return out;
}

bool saysSomewhere(const QWidget *in, const QString &words)
{
    return !labels(in).filter(words).isEmpty();
}

} // namespace

class ConversationPanelTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    fakes::StillClock m_clock;
    std::unique_ptr<ConversationPanel> m_panel;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_panel = std::make_unique<ConversationPanel>(m_look, m_clock);
        m_panel->resize(724, 872);
        m_panel->setSnapshot(fakes::snapshot());
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void theHeaderSaysWhoAndHowLong()
    {
        const ConversationHeader &header = m_panel->header();
        QVERIFY(saysSomewhere(&header, u"Maren Halvorsen"_s));
        QVERIFY(saysSomewhere(&header, u"Verified"_s));
        QVERIFY(saysSomewhere(&header, u"NW-48213"_s));
        QVERIFY(saysSomewhere(&header, u"3rd contact"_s));
        QVERIFY(saysSomewhere(&header, u"due in 6 m"_s));
    }

    void actsFollowTheState_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<bool>("archive");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nobody has it")
            << State::Waiting << QString() << false << u"claim snooze transfer close reply note"_s;
        QTest::newRow("mine") << State::Claimed << u"ines"_s << false
                              << u"release snooze transfer close reply note"_s;
        QTest::newRow("a colleague has it") << State::Claimed << u"tomasz"_s << false << u"note"_s;
        QTest::newRow("closed") << State::Closed << QString() << false << u"note"_s;
        QTest::newRow("history") << State::Closed << QString() << true << QString();
    }

    void actsFollowTheState()
    {
        QFETCH(State, state);
        QFETCH(QString, owner);
        QFETCH(bool, archive);
        QFETCH(QString, shown);
        ConversationSnapshot s = fakes::snapshot();
        s.conversation.state = state;
        if (!owner.isEmpty())
            s.conversation.owner = Person{owner, owner};
        s.mine = owner == u"ines";
        s.row.origin = archive ? Origin::Archive : Origin::Upstream;
        const ConversationActs acts = conversationActs(s);
        const QList<std::pair<QString, ActChoice>> all{
            {u"claim"_s, acts.claim},   {u"release"_s, acts.release},
            {u"snooze"_s, acts.snooze}, {u"transfer"_s, acts.transfer},
            {u"close"_s, acts.close},   {u"reply"_s, acts.reply},
            {u"note"_s, acts.note}};
        QStringList possible;
        for (const auto &[name, choice] : all) {
            if (choice.possible())
                possible += name;
            QCOMPARE(choice.why.isEmpty(), choice.choice != Choice::Refused);
        }
        QCOMPARE(possible.join(u' '), shown);
    }

    void whatUpstreamCannotTakeIsNotOffered()
    {
        ConversationSnapshot s = fakes::snapshot();
        s.offers = {false, false, false, false, false};
        m_panel->setSnapshot(s);
        for (const QString &name :
             {u"Take it"_s, u"Give back"_s, u"Snooze…"_s, u"Assign to…"_s, u"Note"_s})
            QVERIFY2(!buttonNamed(m_panel.get(), name)->isVisible(), qPrintable(name));
    }

    void takeItAndGiveBack()
    {
        QSignalSpy claim(m_panel.get(), &ConversationPanel::claimRequested);
        QSignalSpy release(m_panel.get(), &ConversationPanel::releaseRequested);
        buttonNamed(m_panel.get(), u"Take it"_s)->click();
        QCOMPARE(claim.size(), 1);
        ConversationSnapshot mine = fakes::snapshot();
        mine.mine = true;
        mine.conversation.owner = fakes::ines;
        m_panel->setSnapshot(mine);
        QVERIFY(!buttonNamed(m_panel.get(), u"Take it"_s)->isVisible());
        buttonNamed(m_panel.get(), u"Give back"_s)->click();
        QCOMPARE(release.size(), 1);
    }

    void aRefusedActSaysWhy()
    {
        ConversationSnapshot taken = fakes::snapshot();
        taken.conversation.owner = fakes::tomasz;
        taken.conversation.state = State::Claimed;
        m_panel->setSnapshot(taken);
        QAbstractButton *take = buttonNamed(m_panel.get(), u"Take it"_s);
        QVERIFY(take->isVisible() && !take->isEnabled());
        QVERIFY(take->toolTip().contains(u"Tomasz Rybak"_s));
    }

    void partsAreAsHighAsInTokens()
    {
        const ConversationHeader &header = m_panel->header();
        QCOMPARE(header.layout()->itemAt(0)->widget()->height(), metrics::paneHeader);
        const QRect composer(m_panel->composer().mapTo(m_panel.get(), QPoint(0, 0)),
                             m_panel->composer().size());
        QVERIFY(qAbs(composer.left() + 1 - 14) <= 1);
        QVERIFY(qAbs(m_panel->width() - composer.right() - 14) <= 1);
        QVERIFY(qAbs(m_panel->height() - composer.bottom() - 10) <= 1);
        QCOMPARE(metrics::conversationPadding, transcript::side);
    }

    void snoozeAsks()
    {
        QSignalSpy until(m_panel.get(), &ConversationPanel::snoozeRequested);
        m_panel->askSnooze();
        auto *dialog = m_panel->findChild<SnoozeDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(dialog->findChild<ChoiceList *>(), Qt::Key_2);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(until.size(), 1);
        QCOMPARE(until[0][0].value<Instant>(), *instantFromRfc3339(u"2025-11-19T09:00:00Z"));
    }

    void closeAsksHowItEnded()
    {
        QSignalSpy closed(m_panel.get(), &ConversationPanel::closeRequested);
        m_panel->askClose();
        auto *dialog = m_panel->findChild<CloseDialog *>();
        QVERIFY(dialog);
        dialog->findChild<ChoiceList *>()->setCurrent(0);
        dialog->action()->click();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<OutcomeKind>(), OutcomeKind::ConfirmedResolution);
    }

    void transferGoesToAQueueOrAColleague()
    {
        QSignalSpy toQueue(m_panel.get(), &ConversationPanel::queueTransferRequested);
        QSignalSpy toPerson(m_panel.get(), &ConversationPanel::colleagueTransferRequested);
        m_panel->setQueues(
            {{QueueId(u"payments"_s), u"Payments"_s}, {QueueId(u"returns"_s), u"Returns"_s}});
        m_panel->askTransfer();
        auto *dialog = m_panel->findChild<TransferDialog *>();
        QCOMPARE(dialog->findChild<ChoiceList *>()->count(),
                 3); // not the queue it is in; Priya wrote a note
        dialog->action()->click();
        QCOMPARE(toQueue.size(), 1);
        QCOMPARE(toQueue[0][0].value<QueueId>(), QueueId(u"returns"_s));
        QTRY_VERIFY(!m_panel->findChild<TransferDialog *>());
        m_panel->askTransfer();
        dialog = m_panel->findChild<TransferDialog *>();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"priya nair"_s);
        dialog->action()->click();
        QCOMPARE(toPerson.size(), 1);
        QCOMPARE(toPerson[0][0].value<Person>().id, u"priya"_s);
    }

    void nothingIsAskedWhereItCannotBeDone()
    {
        ConversationSnapshot closed = fakes::snapshot();
        closed.conversation.state = State::Closed;
        m_panel->setSnapshot(closed);
        m_panel->askSnooze();
        m_panel->askClose();
        m_panel->askTransfer();
        QVERIFY(!m_panel->findChild<Sheet *>());
    }

    void aHeldReplyShowsTheComparison()
    {
        auto *compare = m_panel->findChild<CompareView *>();
        QVERIFY(!compare->isVisible());
        ConversationSnapshot held = fakes::heldSnapshot();
        held.card.emplace();
        m_panel->setSnapshot(held);
        QVERIFY(compare->isVisible());
        QVERIFY(m_panel->findChild<HeldBanner *>()->isVisible());
        QVERIFY(!m_panel->card().isVisible());
        const qsizetype folded = m_panel->transcript().turns().size();
        m_panel->toggleCard();
        QVERIFY(m_panel->card().isVisible());
        QVERIFY(m_panel->transcript().turns().size() > folded);
        m_panel->toggleCard();
        QCOMPARE(m_panel->transcript().turns().size(), folded);
        QSignalSpy keep(m_panel.get(), &ConversationPanel::keepAsNoteRequested);
        m_panel->composer().keepHeldAsNote();
        QCOMPARE(keep.size(), 1);
        QCOMPARE(keep[0][0].value<ActKey>(), ActKey(u"act-1"_s));
        m_panel->setSnapshot(fakes::snapshot());
        QVERIFY(!compare->isVisible());
    }

    void sendingUnchangedAsksWhy()
    {
        m_panel->setSnapshot(fakes::heldSnapshot());
        QSignalSpy sent(m_panel.get(), &ConversationPanel::sendUnchangedRequested);
        m_panel->composer().sendHeldUnchanged();
        auto *sheet = m_panel->findChild<Sheet *>();
        QVERIFY(sheet && !sheet->action()->isEnabled());
        QTest::keyClicks(sheet->findChild<DraftEdit *>(), u"They asked for it in writing"_s);
        sheet->action()->click();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][1].toString(), u"They asked for it in writing"_s);
    }

    void nothingOpenSaysWhatTheBotHolds()
    {
        m_panel->showNothing(EmptyDesk::Why::NothingWaiting, 14);
        QVERIFY(saysSomewhere(m_panel.get(), u"Nothing waiting."_s));
        QVERIFY(saysSomewhere(m_panel.get(), u"14 conversation"_s));
        QVERIFY(m_panel->shown().isEmpty());
    }

    void markupFromOutsideIsNowhereMarkup()
    {
        ConversationSnapshot s = fakes::snapshot();
        const QString nasty = u"<b>Maren</b><img src=\"https://evil.example/x\">"_s;
        s.conversation.customer.name = nasty;
        s.conversation.customer.contact = nasty;
        s.conversation.customer.verified->how = nasty;
        s.conversation.customer.attributes = {{nasty, nasty}};
        s.conversation.owner = Person{nasty, nasty};
        s.earlier[0].need = nasty;
        m_panel->setSnapshot(s);
        CustomerPane pane(m_look, m_clock);
        pane.setSnapshot(s);
        pane.show();
        for (const QWidget *root :
             {static_cast<QWidget *>(m_panel.get()), static_cast<QWidget *>(&pane)}) {
            for (const QLabel *label : root->findChildren<QLabel *>())
                if (label->text().contains(u'<'))
                    QCOMPARE(label->textFormat(), Qt::PlainText);
            for (const QWidget *each : root->findChildren<QWidget *>())
                QVERIFY2(!each->toolTip().contains(u"<b>"_s)
                             && !each->toolTip().contains(u"<img"_s),
                         qPrintable(each->toolTip()));
        }
        QVERIFY(saysSomewhere(m_panel.get(), u"<b>Maren</b>"_s));
    }

    void theCustomerPaneShowsWhatIsKnown()
    {
        CustomerPane pane(m_look, m_clock);
        pane.resize(metrics::context, 800);
        pane.setSnapshot(fakes::snapshot());
        pane.show();
        QStringList facts;
        for (const FactRow *row : pane.findChildren<FactRow *>())
            facts += row->accessibleName();
        QVERIFY(facts.contains(u"Plan, Pay Plus since 2021"_s));
        QVERIFY(facts.contains(u"Lifetime value, €8,420"_s));
        // One article stands beside its order; more have a line each.
        QVERIFY(facts.contains(u"NW-48977, Lamp, on its way, €64.90"_s));
        QVERIFY(facts.contains(u"NW-48213, returned, €318.00"_s));
        QVERIFY(facts.contains(u"Chair ×2, €212.00"_s));
        if (QTimeZone("Europe/Oslo").isValid())
            QVERIFY(saysSomewhere(&pane, u"Oslo 15:12"_s));
        QSignalSpy opened(&pane, &CustomerPane::openRequested);
        const auto rows = pane.findChildren<ContactRow *>();
        QCOMPARE(rows.size(), 2);
        QTest::keyClick(rows[0], Qt::Key_Space);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ConversationId>(), ConversationId(u"nw-0"_s));

        ConversationSnapshot more = fakes::snapshot();
        Order &paid = more.conversation.customer.orders.first();
        paid.payments = {{u"P-1"_s, u"captured"_s, Money{106, u"EUR"_s}, {}, {}},
                         {u"P-2"_s, u"duplicate"_s, Money{106, u"EUR"_s}, {}, {}}};
        pane.setSnapshot(more);
        const QList<FactRow *> rowsNow = pane.findChildren<FactRow *>();
        const auto of = [&](const QString &words) {
            return std::find_if(rowsNow.begin(), rowsNow.end(),
                                [&](const FactRow *row) { return row->accessibleName() == words; });
        };
        const auto fine = of(u"P-1, Captured, €106.00"_s);
        const auto twice = of(u"P-2, Duplicate, €106.00"_s);
        QVERIFY(fine != rowsNow.end() && !(*fine)->text().warned);
        QVERIFY(twice != rowsNow.end() && (*twice)->text().warned);
    }

    void casesLikeItCanBeOpened()
    {
        CustomerPane pane(m_look, m_clock);
        pane.resize(metrics::context, 800);
        ConversationSnapshot s = fakes::snapshot();
        s.earlier.clear();
        QueueRow row;
        row.id = ConversationId(u"nw-7"_s);
        row.need = u"Double capture, part return"_s;
        s.similar = {{row, 0.92, 1}};
        pane.setSnapshot(s);
        pane.show();
        const auto rows = pane.findChildren<ContactRow *>();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0]->accessibleName(),
                 u"0.92, Double capture, part return, 1 repl(ies). Open"_s);
        QSignalSpy opened(&pane, &CustomerPane::openRequested);
        QTest::keyClick(rows[0], Qt::Key_Space);
        QCOMPARE(opened[0][0].value<ConversationId>(), row.id);
    }

    void anUnknownZoneShowsNoLocalTime()
    {
        CustomerPane pane(m_look, m_clock);
        ConversationSnapshot s = fakes::snapshot();
        s.conversation.customer.timeZone = u"Not/AZone"_s;
        pane.setSnapshot(s);
        pane.show();
        QVERIFY(!saysSomewhere(&pane, u"15:12"_s) && !saysSomewhere(&pane, u"14:12"_s));
    }

    void sectionsFold()
    {
        CustomerPane pane(m_look, m_clock);
        pane.setSnapshot(fakes::snapshot());
        pane.show();
        auto *section = pane.findChildren<Section *>().at(1);
        QVERIFY(!section->findChildren<FactRow *>().isEmpty());
        QTest::keyClick(section->findChild<SectionHead *>(), Qt::Key_Space);
        QVERIFY(section->isFolded());
        QVERIFY(!section->findChildren<FactRow *>().first()->isVisible());
    }

    void aCrowdOfOrdersIsCounted()
    {
        CustomerPane pane(m_look, m_clock);
        ConversationSnapshot s = fakes::snapshot();
        s.conversation.customer.orders = QList<Order>(5000, s.conversation.customer.orders.first());
        pane.setSnapshot(s);
        pane.show();
        QVERIFY(pane.findChildren<FactRow *>().size() < 100);
        QVERIFY(saysSomewhere(&pane, u"4980 more"_s));
    }

    void theWordsThatLedHereAreWalkedThroughInTheirOrder()
    {
        ConversationSnapshot s = fakes::snapshot();
        Message message = s.conversation.messages.first();
        s.conversation.messages.clear();
        for (int i = 0; i < 60; ++i) {
            message.id = MessageId(u"long-%1"_s.arg(i));
            message.at = message.at + minuteMs;
            s.conversation.messages += message;
        }
        const auto evidenceIn = [](int i) {
            return Evidence{MessageId(u"long-%1"_s.arg(i)), 0, 4, u"word"_s};
        };
        s.judged.emplace();
        s.judged->decision.triggers = {{Rule::Fraud, Route::Escalate, {}, {}, {evidenceIn(45)}},
                                       {Rule::Legal, Route::Escalate, {}, {}, {evidenceIn(10)}}};
        m_panel->setSnapshot(s);
        QCoreApplication::processEvents();
        const QScrollBar *bar = m_panel->transcript().verticalScrollBar();
        m_panel->showSpan(1);
        const int first = bar->value();
        m_panel->showSpan(1);
        const int second = bar->value();
        QVERIFY2(second > first, qPrintable(u"%1 %2"_s.arg(first).arg(second)));
        m_panel->showSpan(1); // around
        QCOMPARE(bar->value(), first);
        m_panel->showSpan(-1);
        QCOMPARE(bar->value(), second);
    }

    void theOutboxNamesItsEntries()
    {
        OutboxPopover popover(m_look, m_panel.get());
        OutboxEntry waiting = fakes::heldSnapshot().outbox.first();
        waiting.status = ActStatus::Waiting;
        OutboxEntry held = fakes::heldSnapshot().outbox.first();
        popover.setEntries({waiting, held}, {{waiting.act.conversation, u"Maren Halvorsen"_s}});
        QSignalSpy opened(&popover, &OutboxPopover::openRequested);
        QList<QAbstractButton *> rows;
        for (QAbstractButton *each : popover.findChildren<QAbstractButton *>())
            if (each->accessibleName().startsWith(u"Maren Halvorsen"_s))
                rows += each;
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0]->accessibleName() != rows[1]->accessibleName());
        rows[1]->click();
        QCOMPARE(opened.size(), 1);
        OutboxEntry refused = waiting;
        refused.status = ActStatus::Refused;
        refused.lastError = u"taken by tomasz"_s;
        popover.setEntries({refused}, {});
        QSignalSpy dismissed(&popover, &OutboxPopover::dismissRequested);
        const auto all = popover.findChildren<QAbstractButton *>();
        QVERIFY(std::any_of(all.begin(), all.end(), [](const QAbstractButton *each) {
            return each->accessibleDescription() == u"taken by tomasz"_s;
        }));
        buttonNamed(&popover, u"Dismiss"_s)->click();
        QCOMPARE(dismissed.size(), 1);
        QCOMPARE(dismissed[0][0].value<ActKey>(), refused.act.key);
        popover.setEntries({}, {});
    }

    void tabGoesFromTheHeaderToTheThreadToTheComposer()
    {
        QStringList order;
        QWidget *widget = buttonNamed(m_panel.get(), u"Take it"_s);
        widget->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 12 && QApplication::focusWidget(); ++i) {
            const QWidget *at = QApplication::focusWidget();
            const QString place = m_panel->header().isAncestorOf(at) ? u"header"_s
                : at == &m_panel->transcript()                       ? u"thread"_s
                : m_panel->composer().isAncestorOf(at)               ? u"composer"_s
                                                                     : u"elsewhere"_s;
            if (order.isEmpty() || order.last() != place)
                order += place;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order.first(3), QStringList({u"header"_s, u"thread"_s, u"composer"_s}));
        QVERIFY(!order.contains(u"elsewhere"_s));
    }
};

BATON_TEST(ConversationPanelTest)
#include "ConversationPanelTest.moc"
