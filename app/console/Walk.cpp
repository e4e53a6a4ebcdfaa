#include "app/console/Walk.h"

#include "app/Services.h"

#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/SearchField.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/DeskView.h"
#include "ui/window/MainWindow.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <functional>

namespace baton {

namespace {

using ui::ActionId;

constexpr int stepMs = 120000; // the intent model may be learnt meanwhile
constexpr Instant scenario{
    1763471160000}; // 2025-11-18T13:06:00Z, when the invented conversations wait

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// The console as a person would have it, and what happened to it.
class Walk
{
public:
    Walk(QString screens, Services &services)
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

    bool fromQueueToSent();
    /// network(false) takes the upstream away, network(true) brings it back; false: it could not.
    bool otherScreens(const std::function<bool(bool)> &network);

private:
    bool until(const char *what, const std::function<bool()> &reached);
    void press(ActionId id) { m_window->actionRegistry().action(id)->trigger(); }
    void shot(const char *name);
    void write(const QString &text);
    bool openFirst();

    QString m_screens;
    bool m_drafts; ///< only the demo's company has playbooks
    Desk &m_desk;
    ui::Look m_look;
    std::unique_ptr<ui::MainWindow> m_window;
    QueueSnapshot m_queue;
    ConversationSnapshot m_open;
    StatusSnapshot m_status;
    std::optional<UndoOffer> m_undo;
};

bool Walk::until(const char *what, const std::function<bool()> &reached)
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

void Walk::shot(const char *name)
{
    QCoreApplication::processEvents();
    const QString path = QStringLiteral("%1/%2.png").arg(m_screens, QString::fromLatin1(name));
    if (m_window->grab().save(path))
        say(QStringLiteral("  screenshot %1").arg(path));
    else
        say(QStringLiteral("  could not write %1").arg(path));
}

void Walk::write(const QString &text)
{
    m_window->deskView().conversation().composer().focusReply();
    if (auto *edit = qobject_cast<ui::DraftEdit *>(m_window->focusWidget()))
        edit->insertPlainText(text);
}

/// The first that no colleague has.
bool Walk::openFirst()
{
    for (;;) {
        const ConversationId before = m_desk.openId();
        press(ActionId::NextRow);
        if (!until("a conversation opens", [&] {
                return !m_desk.openId().isEmpty() && m_desk.openId() != before
                    && m_open.row.id == m_desk.openId();
            }))
            return false;
        if (!m_open.conversation.owner || m_open.mine)
            return true;
    }
}

bool Walk::fromQueueToSent()
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
    if (!openFirst())
        return false;
    say(QStringLiteral("Opened %1: %2").arg(m_open.row.name, m_open.row.need));
    shot("02-conversation");
    press(ActionId::Take);
    if (!until("it is mine", [this] { return m_open.mine; }))
        return false;
    say(QStringLiteral("Taken."));
    QString reply
        = QStringLiteral(
              "Hello, this is %1. I have read the whole conversation, so nothing needs repeating. "
              "I am looking into it now and will write again within the hour.")
              .arg(m_desk.agent().name);
    if (m_drafts) {
        if (!until("a reply is drafted", [this] { return m_open.suggestion.has_value(); }))
            return false;
        shot("03-draft-offered");
        press(ActionId::UseDraft);
        reply = m_window->deskView().conversation().composer().text(DraftKind::Reply);
        say(QStringLiteral("Drafted, %1 of %2 claims grounded.")
                .arg(m_open.suggestion->grounded())
                .arg(m_open.suggestion->claims()));
    } else {
        write(reply);
    }
    if (!until("what was typed is saved",
               [this] { return !m_open.drafts.isEmpty() || m_desk.openId().isEmpty(); }))
        return false;
    shot("03-typing");
    const ConversationId answered = m_desk.openId();
    m_window->deskView().conversation().composer().send();
    if (!until("it can be called back", [this] { return m_undo.has_value(); }))
        return false;
    say(QStringLiteral("Sent; it can be called back for eight seconds."));
    shot("04-undo");
    if (!until("it goes out", [this] { return !m_undo && m_status.outboxWaiting == 0; }))
        return false;
    m_desk.open(answered);
    if (!until("the reply stands in the thread", [&] {
            return m_open.row.id == answered && !m_open.conversation.messages.isEmpty()
                && m_open.conversation.messages.last().text == reply
                && m_open.conversation.messages.last().delivery == Delivery::Delivered;
        }))
        return false;
    say(QStringLiteral("It went out: upstream has it."));
    shot("05-sent");
    return true;
}

bool Walk::otherScreens(const std::function<bool(bool)> &network)
{
    press(ActionId::SwitchTheme);
    shot("06-dark");
    m_window->resize(1180, 760);
    shot("07-compact-dark");
    press(ActionId::SwitchTheme);
    shot("08-compact");
    m_window->resize(1440, 900);
    m_window->show(ui::Screen::Settings);
    shot("09-settings");
    m_window->show(ui::Screen::Desk);
    ui::SearchField *field = m_window->deskView().queue().searchField();
    field->setText(QStringLiteral("NW-999999"));
    if (!until("the search answers",
               [this] { return m_queue.search == QLatin1StringView("NW-999999"); }))
        return false;
    shot("10-no-match");
    field->clear();
    if (!network(false))
        return false;
    m_desk.tryNow();
    if (!until("the upstream is missed",
               [this] { return m_status.connection == Connection::Offline; }))
        return false;
    shot("11-offline");
    if (!network(true))
        return false;
    m_desk.tryNow();
    return until("it is back", [this] { return m_status.connection == Connection::Online; });
}

int couldNotStart(const QString &why)
{
    std::fprintf(stderr, "baton: %s\n", qPrintable(why));
    return 3;
}

} // namespace

int runWalk(const QString &folder, std::optional<quint64> demoSeed)
{
    QTemporaryDir place;
    const QString upstream = place.filePath(QStringLiteral("upstream"));
    if (!place.isValid() || !QDir().mkpath(upstream) || !QDir().mkpath(folder))
        return couldNotStart(
            QStringLiteral("no folder can be made in %1 or %2").arg(QDir::tempPath(), folder));

    Services::Options options;
    options.dataDir = place.filePath(QStringLiteral("data"));
    options.demoSeed = demoSeed;
    if (!demoSeed) {
        QFile bundled(QStringLiteral(":/demo/packets.jsonl"));
        const QString packets = upstream + QStringLiteral("/packets.jsonl");
        if (!bundled.copy(packets))
            return couldNotStart(QStringLiteral("%1: %2").arg(packets, bundled.errorString()));
        options.folder = upstream;
        options.clockFrom = scenario;
    }
    Settings settings;
    settings.agent = {AgentId(QStringLiteral("ines")), QStringLiteral("Ines Okafor"), Role::Agent};
    if (const auto saved
        = saveSettings(profileFor(options.dataDir, options.profile).settingsFile, settings);
        !saved)
        return couldNotStart(ui::errorText(saved.error()).toString());
    auto services = Services::create(options);
    if (!services)
        return couldNotStart(ui::errorText(services.error()).toString());
    Walk walk(folder, **services);
    (*services)->readJudge();
    (*services)->addKnowledge();
    const QString away = upstream + QStringLiteral("-away");
    const auto network = [&](bool there) {
        sync::DemoControl *demo = (*services)->demo();
        if (!demo)
            return there ? QDir().rename(away, upstream) : QDir().rename(upstream, away);
        if (there)
            demo->setSpeed(600); // the scene ends by the scenario's clock
        return there || demo->begin(QStringLiteral("network_gone")).has_value();
    };
    return walk.fromQueueToSent() && walk.otherScreens(network) ? 0 : 1;
}

} // namespace baton
