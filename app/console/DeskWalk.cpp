#include "app/console/DeskWalk.h"

#include "app/Services.h"
#include "app/console/DemoPresenter.h"
#include "app/console/EditorsTour.h"
#include "app/console/IncidentTour.h"
#include "app/console/LiveTour.h"
#include "app/console/ModelsTour.h"
#include "app/console/PaletteTour.h"
#include "app/console/PolicyTour.h"
#include "app/console/ReviewTour.h"
#include "app/console/ScorecardTour.h"
#include "app/console/Shots.h"

#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/QueueListView.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/ReplyCheck.h"
#include "ui/panels/SearchField.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/BatonStyle.h"
#include "ui/theme/Metrics.h"
#include "ui/views/DeskView.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PresenterBar.h"

#include <QtCore/QDeadlineTimer>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace baton {

using ui::ActionId;

namespace {

constexpr int stepMs = 120000; // the intent model may be learnt meanwhile
constexpr QSize mockSize{1440, 900};
constexpr QSize compactMockSize{1180, 760};

ui::Composer &composerOf(const ui::MainWindow &window)
{
    return window.deskView().conversation().composer();
}

} // namespace

bool until(const char *what, const std::function<bool()> &reached)
{
    QDeadlineTimer deadline(stepMs);
    QTimer wake; // so that a deadline is seen when nothing else happens
    wake.start(50);
    while (!reached()) {
        if (deadline.hasExpired()) {
            say(QStringLiteral("did not come about: %1").arg(QString::fromUtf8(what)));
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

DeskWalk::DeskWalk(QString screens, Services &services)
    : m_screens(std::move(screens))
    , m_drafts(services.demo() != nullptr)
    , m_desk(services.desk())
    , m_look(ui::MainWindow::appearanceFor(m_desk.settings()))
{
    ui::dress(*qApp, m_look);
    m_window = std::make_unique<ui::MainWindow>(m_desk, m_look);
    QObject::connect(&m_desk, &Desk::queueChanged, m_window.get(),
                     [this](const QueueSnapshot &s) { m_queue = s; });
    QObject::connect(&m_desk, &Desk::conversationChanged, m_window.get(),
                     [this](const ConversationSnapshot &s) { m_open = s; });
    QObject::connect(&m_desk, &Desk::statusChanged, m_window.get(),
                     [this](const StatusSnapshot &s) { m_status = s; });
    QObject::connect(&m_desk, &Desk::undoChanged, m_window.get(),
                     [this](const std::optional<UndoOffer> &o) { m_undo = o; });
    m_window->show();
    m_desk.start();
}

DeskWalk::~DeskWalk() = default;

void DeskWalk::press(ActionId id)
{
    m_window->actionRegistry().action(id)->trigger();
}

void DeskWalk::shot(const char *name)
{
    shoot(*m_window, QStringLiteral("%1/%2.png").arg(m_screens, QString::fromLatin1(name)));
}

void DeskWalk::showPresenter(bool shown)
{
    if (auto *bar = m_window->findChild<ui::PresenterBar *>())
        bar->setVisible(shown);
}

void DeskWalk::shotInBoth(const QByteArray &name)
{
    shot(name);
    press(ActionId::SwitchTheme);
    shot(name + "-dark");
    press(ActionId::SwitchTheme);
}

void DeskWalk::write(const QString &text)
{
    composerOf(*m_window).focusReply();
    if (auto *edit = qobject_cast<ui::DraftEdit *>(m_window->focusWidget()))
        edit->insertPlainText(text);
}

bool DeskWalk::take()
{
    if (!m_open.mine)
        press(ActionId::Take);
    if (!until("it is mine", [this] { return m_open.mine; }))
        return false;
    say(QStringLiteral("Taken."));
    return true;
}

/// Into the field, from its playbook, and checked; name is that of the screenshots.
bool DeskWalk::draft(const char *name)
{
    if (!until("a reply is drafted", [this] { return m_open.suggestion.has_value(); }))
        return false;
    shot(qPrintable(QStringLiteral("%1-draft-offered").arg(QLatin1StringView(name))));
    press(ActionId::UseDraft);
    if (!isChecked())
        return false;
    const ui::ReplyMarks &marks = composerOf(*m_window).check().marks();
    say(QStringLiteral("Drafted, %1 of %2 claims grounded.").arg(marks.grounded).arg(marks.claims));
    return true;
}

bool DeskWalk::isChecked()
{
    return until("the reply is checked",
                 [this] { return composerOf(*m_window).check().isCurrent(); });
}

bool DeskWalk::send()
{
    composerOf(*m_window).send();
    return until("it can be called back", [this] { return m_undo.has_value(); });
}

/// Takes the open one, writes a reply to it, and sends it; name is that of the screenshots.
bool DeskWalk::answer(const char *name)
{
    say(QStringLiteral("Opened %1, tier %2: %3")
            .arg(m_open.row.name)
            .arg(QLatin1Char(tierLetter(m_open.judged->decision.route)))
            .arg(m_open.row.need));
    shot(qPrintable(QStringLiteral("%1-opened").arg(QLatin1StringView(name))));
    if (!take() || (m_drafts && !draft(name)))
        return false;
    if (!m_drafts)
        write(QStringLiteral("Hello, this is %1. I have read the whole conversation, so nothing "
                             "needs repeating. I am looking into it now and will write again "
                             "within the hour.")
                  .arg(m_desk.agent().name));
    if (!until("what was typed is saved",
               [this] { return !m_open.drafts.isEmpty() || m_desk.openId().isEmpty(); }))
        return false;
    shot(qPrintable(QStringLiteral("%1-written").arg(QLatin1StringView(name))));
    return send();
}

bool DeskWalk::goesOut(const ConversationId &answered)
{
    if (!until("it goes out", [this] { return !m_undo && m_status.outboxWaiting == 0; }))
        return false;
    m_desk.open(answered);
    return until("the reply stands in the thread", [&] {
        if (m_open.row.id != answered || !m_open.outbox.isEmpty())
            return false;
        const QList<Message> &messages = m_open.conversation.messages;
        return std::any_of(messages.rbegin(), messages.rend(), [this](const Message &m) {
            return m.from == Sender::Agent && m.author.id == m_desk.agent().id.text()
                && m.delivery == Delivery::Delivered;
        });
    });
}

bool DeskWalk::fromQueueToSent()
{
    if (!until("the queue fills",
               [this] { return m_queue.rows && !m_queue.rows->empty() && m_queue.complete; }))
        return false;
    const auto judged = [](const QueueRow &row) { return row.judged.has_value(); };
    if (!until("every conversation is read", [&] {
            return !m_queue.ready.isEmpty()
                && std::all_of(m_queue.ready.begin(), m_queue.ready.end(), judged);
        }))
        return false;
    say(QStringLiteral("%1 conversations wait.").arg(m_queue.rows->size()));
    shot("01-queue");
    showPresenter(false); // as a team has it, that has no scenario
    if (!openFirst())
        return false;
    const ConversationId answered = m_desk.openId();
    if (!answer("02"))
        return false;
    say(QStringLiteral("Sent; it can be called back for eight seconds."));
    shot("03-undo");
    if (!goesOut(answered))
        return false;
    say(QStringLiteral("It went out: upstream has it."));
    shot("04-sent");
    return true;
}

bool DeskWalk::otherHandoffs(const std::function<bool(bool)> &network)
{
    ConversationId answered;
    for (const Route tier : {Route::Contain, Route::Assist, Route::Escalate}) {
        const char letter = tierLetter(tier);
        if ((!answered.isEmpty() && !goesOut(answered)) || !openFirstOf(tier))
            return false;
        answered = m_desk.openId();
        const QByteArray name = QByteArray("05-tier-") + char(letter + ('a' - 'A'));
        if (!answer(name.constData()))
            return false;
        say(QStringLiteral("Sent."));
    }
    if (!openShown() || !showDesk())
        return false;
    const ConversationId shown = m_desk.openId();
    if (!goesOut(answered))
        return false;
    m_desk.open(shown);
    return until("it opens again", [&] { return m_open.row.id == shown; })
        && answerOffline(network);
}

bool DeskWalk::goesOffline(const std::function<bool(bool)> &network)
{
    if (!network(false))
        return false;
    m_desk.tryNow();
    return until("the upstream is missed",
                 [this] { return m_status.connection == Connection::Offline; });
}

/// What the mocks show of the desk: a draft with a sentence that nothing supports, the row of its
/// conversation in the queue, and the reply before, which can still be called back.
bool DeskWalk::showDesk()
{
    if (!take() || !draft("08-desk"))
        return false;
    auto *edit = qobject_cast<ui::DraftEdit *>(m_window->focusWidget());
    if (!edit)
        return false;
    edit->moveCursor(QTextCursor::End);
    edit->insertPlainText(QStringLiteral(" We will also credit €20 to your account."));
    const auto isSaved = [this] {
        return std::any_of(m_queue.ready.begin(), m_queue.ready.end(), [this](const QueueRow &row) {
            return row.id == m_desk.openId() && row.draft;
        });
    };
    if (!isChecked() || !until("the row tells of the draft", isSaved))
        return false;
    ui::QueueListView *list = m_window->deskView().queue().list();
    list->setFocus(Qt::OtherFocusReason); // no ring
    list->scrollToTop();
    shotInBoth("08-desk");
    m_window->resize(compactMockSize);
    shotInBoth("13-compact");
    m_window->resize(mockSize);
    showPresenter(true);
    if (!shootPalette("15-commands"))
        return false;
    press(ActionId::SwitchTheme);
    if (!shootPalette("15-commands-dark"))
        return false;
    press(ActionId::SwitchTheme);
    showPresenter(false);
    edit->undo();
    return isChecked();
}

/// While the network is away a colleague answers the same customer: the reply is held, compared,
/// and given up.
bool DeskWalk::answerOffline(const std::function<bool(bool)> &network)
{
    const ConversationId answered = m_desk.openId();
    m_desk.addNote(QStringLiteral("Void asked for, finance confirms."));
    const auto noted = [this] {
        return std::any_of(
            m_open.conversation.messages.begin(), m_open.conversation.messages.end(),
            [this](const Message &m) { return m.author.id == m_desk.agent().id.text(); });
    };
    if (!until("it is mine and the note there, upstream too",
               [&] { return m_open.mine && noted() && m_open.outbox.isEmpty(); }))
        return false;
    if (!goesOffline(network))
        return false;
    say(QStringLiteral("The network is gone."));
    if (!openFirstOf(Route::Assist) || !take()) // what waits in the outbox
        return false;
    m_desk.open(answered);
    if (!until("it opens again", [&] { return m_open.row.id == answered; }) || !isChecked())
        return false;
    m_window->deskView().queue().list()->setFocus(Qt::OtherFocusReason); // no ring
    press(ActionId::Outbox);
    QWidget *outbox = QApplication::activePopupWidget();
    if (!outbox)
        return false;
    // An offscreen screen is smaller than the window.
    const int bottom = m_window->height() - ui::metrics::status;
    outbox->move(outbox->x(), m_window->mapToGlobal(QPoint(0, bottom - outbox->height())).y());
    outbox->setFocus(Qt::OtherFocusReason); // no ring: nobody came by keys
    shotInBoth("06-offline-queued");
    outbox->hide();
    if (m_open.conversation.customer.name == shownCustomer()) {
        composerOf(*m_window).focusReply();
        if (auto *edit = qobject_cast<ui::DraftEdit *>(m_window->focusWidget()))
            edit->selectAll();
        write(QStringLiteral("Hello Maren, this is %1. I have read the whole conversation.\n\n"
                             "Your Pay in 3 plan is paused while the return is open. I will look "
                             "at your next instalment too.\n\n"
                             "Sorry for the trouble this has caused.")
                  .arg(m_desk.agent().name.section(u' ', 0, 0)));
        if (!isChecked())
            return false;
    }
    if (!send())
        return false;
    say(QStringLiteral("Queued: it waits in the outbox."));
    if (!until("it waits in the outbox", [this] { return !m_undo; }))
        return false;
    if (!network(true))
        return false;
    if (!until("the network is back and the reply held", [this] {
            return m_status.connection == Connection::Online && m_status.outboxHeld > 0;
        }))
        return false;
    m_desk.open(answered);
    if (!until("what others wrote stands beside it",
               [&] { return m_open.row.id == answered && m_open.comparison.has_value(); }))
        return false;
    say(QStringLiteral("A colleague answered meanwhile: the reply is held and compared."));
    press(ActionId::Reply); // where an agent goes next
    shotInBoth("07-conflict");
    composerOf(*m_window).discardHeld();
    if (!until("it is given up", [this] { return m_status.outboxHeld == 0; }))
        return false;
    say(QStringLiteral("Nothing was sent twice."));
    return true;
}

void DeskWalk::present(sync::DemoControl &demo)
{
    m_presenter = std::make_unique<DemoPresenter>(demo, m_look, *m_window, m_desk);
}

bool DeskWalk::shootPalette(const char *name)
{
    press(ActionId::Palette);
    if (!findsInPalette(*m_window, &until))
        return false;
    shot(name);
    press(ActionId::Palette); // the same keys close it
    return true;
}

bool DeskWalk::otherScreens(const std::function<bool(bool)> &network)
{
    m_window->resize(1040, 760);
    press(ActionId::ShowQueue);
    shot("20-narrow");
    press(ActionId::ShowQueue);
    m_window->resize(mockSize);
    m_window->show(ui::Screen::Settings);
    shot("14-settings");
    if (!showModels(m_desk, *m_window, &until))
        return false;
    shotInBoth("22-models");
    if (!showKnowledge(m_desk, *m_window, &until))
        return false;
    shotInBoth("21-knowledge");
    if (m_drafts) {
        if (!showReview(m_desk, *m_window, &until, [this] { shotInBoth("03-review"); }))
            return false;
        shotInBoth("03-review-saved");
        if (!showScorecard(m_desk, *m_window, &until))
            return false;
        if (!tripOne(m_desk, &until))
            return false;
        shotInBoth("27-tripped");
        dismissBanner(*m_window);
        shotInBoth("04-scorecard");
        if (!showEditors(m_desk, *m_window, &until, [this](const char *n) { shotInBoth(n); }))
            return false;
        if (!showPolicy(m_desk, *m_window, &until))
            return false;
        shotInBoth("05-policy");
        QWidget *labels = showLabels(m_desk, *m_window, &until);
        if (!labels)
            return false;
        shotInBoth("30-labels");
        labels->close();
    }
    m_window->show(ui::Screen::Desk);
    ui::SearchField *field = m_window->deskView().queue().searchField();
    field->setText(QStringLiteral("NW-999999"));
    if (!until("the search answers",
               [this] { return m_queue.search == QLatin1StringView("NW-999999"); }))
        return false;
    shot("16-no-match");
    field->clear();
    if (!goesOffline(network))
        return false;
    shot("17-offline");
    if (!network(true))
        return false;
    m_desk.tryNow();
    return until("it is back", [this] { return m_status.connection == Connection::Online; });
}

bool DeskWalk::liveSystems()
{
    constexpr int tries = 8; // not everybody has an order
    for (int i = 0; i < tries; ++i) {
        if (!openFirst())
            return false;
        if (canRefund(m_desk, &until))
            return showLive(m_desk, *m_window, &until,
                            [this](const char *name) { shotInBoth(QByteArray(name)); });
    }
    return false;
}

bool DeskWalk::manyWriteTheSame(sync::DemoControl &demo)
{
    const bool shown = showIncident(m_desk, demo, &until, [this] { return showCommands(); });
    shotInBoth("31-incident");
    return shown;
}

/// The palette once more, while a scene is on and over a conversation that something can be done
/// for.
bool DeskWalk::showCommands()
{
    if (!openShown() || !canRefund(m_desk, &until))
        return false;
    m_presenter->tell();
    showPresenter(true);
    bool shown = shootPalette("15-commands");
    press(ActionId::SwitchTheme);
    shown = shown && shootPalette("15-commands-dark");
    press(ActionId::SwitchTheme);
    showPresenter(false);
    return shown;
}

} // namespace baton
