#include "app/console/Walk.h"

#include "app/Services.h"
#include "app/console/DemoPresenter.h"
#include "app/console/IncidentTour.h"
#include "app/console/ModelsTour.h"
#include "app/console/Shots.h"

#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/ReplyCheck.h"
#include "ui/panels/SearchField.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/DeskView.h"
#include "ui/views/WelcomeView.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PaletteModel.h"
#include "ui/window/PresenterBar.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using ui::ActionId;

constexpr int stepMs = 120000; // the intent model may be learnt meanwhile
constexpr Instant scenario{
    1763471160000}; // 2025-11-18T13:06:00Z, when the invented conversations wait

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
    /// The demo's further handoffs: one of each other tier, one written offline that a colleague
    /// answers meanwhile.
    bool otherHandoffs(const std::function<bool(bool)> &network);
    void present(sync::DemoControl &demo);
    ui::Look &look() { return m_look; } ///< the application is dressed in it
    /// network(false) takes the upstream away, network(true) brings it back; false: it could not.
    bool otherScreens(const std::function<bool(bool)> &network);
    bool manyWriteTheSame(sync::DemoControl &demo);

private:
    void press(ActionId id) { m_window->actionRegistry().action(id)->trigger(); }
    void shot(const char *name);
    void showPresenter(bool shown);
    bool shootPalette(const char *name);
    void shotInBoth(const QByteArray &name); ///< and "-dark"
    void write(const QString &text);
    bool openFirst();
    bool openFirstOf(Route tier);
    bool answer(const char *name);
    bool goesOut(const ConversationId &answered);
    bool goesOffline(const std::function<bool(bool)> &network);
    bool answerOffline(const std::function<bool(bool)> &network);

    QString m_screens;
    bool m_drafts; ///< only the demo's company has playbooks
    Desk &m_desk;
    ui::Look m_look;
    std::unique_ptr<ui::MainWindow> m_window;
    QueueSnapshot m_queue;
    ConversationSnapshot m_open;
    StatusSnapshot m_status;
    std::optional<UndoOffer> m_undo;
    std::unique_ptr<DemoPresenter> m_presenter;
};

void Walk::shot(const char *name)
{
    shoot(*m_window, QStringLiteral("%1/%2.png").arg(m_screens, QString::fromLatin1(name)));
}

void Walk::showPresenter(bool shown)
{
    if (auto *bar = m_window->findChild<ui::PresenterBar *>())
        bar->setVisible(shown);
}

void Walk::shotInBoth(const QByteArray &name)
{
    shot(name);
    press(ActionId::SwitchTheme);
    shot(name + "-dark");
    press(ActionId::SwitchTheme);
}

void Walk::write(const QString &text)
{
    m_window->deskView().conversation().composer().focusReply();
    if (auto *edit = qobject_cast<ui::DraftEdit *>(m_window->focusWidget()))
        edit->insertPlainText(text);
}

/// The first that no colleague has, by the key that goes down the list.
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

/// The first of a tier that no colleague has.
bool Walk::openFirstOf(Route tier)
{
    const auto wanted = [&](const QueueRow &row) {
        return row.owner.id.isEmpty() && row.judged && row.judged->route == tier;
    };
    const auto found
        = [&] { return std::find_if(m_queue.ready.begin(), m_queue.ready.end(), wanted); };
    if (!until("one of the tier waits", [&] { return found() != m_queue.ready.end(); }))
        return false;
    m_desk.open(found()->id);
    return until("it opens", [this] { return m_open.row.id == m_desk.openId() && m_open.judged; });
}

/// Takes the open one, writes a reply to it, and sends it; name is that of the screenshots.
bool Walk::answer(const char *name)
{
    say(QStringLiteral("Opened %1, tier %2: %3")
            .arg(m_open.row.name)
            .arg(QLatin1Char(tierLetter(m_open.judged->decision.route)))
            .arg(m_open.row.need));
    shot(qPrintable(QStringLiteral("%1-opened").arg(QLatin1StringView(name))));
    press(ActionId::Take);
    if (!until("it is mine", [this] { return m_open.mine; }))
        return false;
    say(QStringLiteral("Taken."));
    if (m_drafts) {
        if (!until("a reply is drafted", [this] { return m_open.suggestion.has_value(); }))
            return false;
        shot(qPrintable(QStringLiteral("%1-draft-offered").arg(QLatin1StringView(name))));
        press(ActionId::UseDraft);
        if (!until("the reply is checked", [this] {
                return m_window->deskView().conversation().composer().check().isCurrent();
            }))
            return false;
        const ui::ReplyMarks &marks
            = m_window->deskView().conversation().composer().check().marks();
        say(QStringLiteral("Drafted, %1 of %2 claims grounded.")
                .arg(marks.grounded)
                .arg(marks.claims));
    } else {
        write(QStringLiteral("Hello, this is %1. I have read the whole conversation, so nothing "
                             "needs repeating. I am looking into it now and will write again "
                             "within the hour.")
                  .arg(m_desk.agent().name));
    }
    if (!until("what was typed is saved",
               [this] { return !m_open.drafts.isEmpty() || m_desk.openId().isEmpty(); }))
        return false;
    shot(qPrintable(QStringLiteral("%1-written").arg(QLatin1StringView(name))));
    m_window->deskView().conversation().composer().send();
    return until("it can be called back", [this] { return m_undo.has_value(); });
}

bool Walk::goesOut(const ConversationId &answered)
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

bool Walk::otherHandoffs(const std::function<bool(bool)> &network)
{
    for (const Route tier : {Route::Contain, Route::Assist, Route::Escalate}) {
        const char letter = tierLetter(tier);
        if (!openFirstOf(tier))
            return false;
        const ConversationId answered = m_desk.openId();
        const QByteArray name = QByteArray("05-tier-") + char(letter + ('a' - 'A'));
        if (!answer(name.constData()) || !goesOut(answered))
            return false;
        say(QStringLiteral("Sent."));
    }
    return answerOffline(network);
}

bool Walk::goesOffline(const std::function<bool(bool)> &network)
{
    if (!network(false))
        return false;
    m_desk.tryNow();
    return until("the upstream is missed",
                 [this] { return m_status.connection == Connection::Offline; });
}

/// While the network is away a colleague answers the same customer: the reply is held, compared,
/// and given up.
bool Walk::answerOffline(const std::function<bool(bool)> &network)
{
    if (!openFirstOf(Route::Assist))
        return false;
    press(ActionId::Take);
    if (!until("it is mine, upstream too",
               [this] { return m_open.mine && m_open.outbox.isEmpty(); }))
        return false;
    if (!goesOffline(network))
        return false;
    say(QStringLiteral("The network is gone."));
    const ConversationId answered = m_desk.openId();
    if (!answer("06-offline"))
        return false;
    say(QStringLiteral("Queued: it waits in the outbox."));
    if (!until("it waits in the outbox", [this] { return !m_undo; }))
        return false;
    press(ActionId::Outbox);
    shotInBoth("06-offline-queued");
    if (QWidget *outbox = QApplication::activePopupWidget())
        outbox->hide();
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
    shotInBoth("07-conflict");
    m_window->deskView().conversation().composer().discardHeld();
    if (!until("it is given up", [this] { return m_status.outboxHeld == 0; }))
        return false;
    say(QStringLiteral("Nothing was sent twice."));
    return true;
}

void Walk::present(sync::DemoControl &demo)
{
    m_presenter = std::make_unique<DemoPresenter>(demo, m_look, *m_window, m_desk);
}

bool Walk::shootPalette(const char *name)
{
    press(ActionId::Palette);
    auto *palette = m_window->findChild<ui::CommandPalette *>();
    palette->findChild<QLineEdit *>()->setText(QStringLiteral("ref"));
    const auto *rows = palette->findChild<QListView *>()->model();
    if (!until("the palette finds more than actions", [rows] {
            for (int i = 0; i < rows->rowCount(); ++i)
                if (static_cast<const ui::PaletteModel *>(rows)->row(i).kind
                    == ui::PaletteRow::Kind::Conversation)
                    return true;
            return false;
        }))
        return false;
    shot(name);
    press(ActionId::Palette); // the same keys close it
    return true;
}

bool Walk::otherScreens(const std::function<bool(bool)> &network)
{
    press(ActionId::SwitchTheme);
    shot("11-dark");
    m_window->resize(1180, 760);
    shot("12-compact-dark");
    press(ActionId::SwitchTheme);
    shot("13-compact");
    m_window->resize(1040, 760);
    press(ActionId::ShowQueue);
    shot("20-narrow");
    press(ActionId::ShowQueue);
    m_window->resize(1440, 900);
    m_window->show(ui::Screen::Settings);
    shot("14-settings");
    if (!showModels(m_desk, *m_window, &until))
        return false;
    shotInBoth("22-models");
    if (!showKnowledge(m_desk, *m_window, &until))
        return false;
    shotInBoth("21-knowledge");
    m_window->show(ui::Screen::Desk);
    showPresenter(true);
    if (!shootPalette("15-commands"))
        return false;
    press(ActionId::SwitchTheme);
    if (!shootPalette("15-commands-dark"))
        return false;
    press(ActionId::SwitchTheme);
    showPresenter(false);
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

bool Walk::manyWriteTheSame(sync::DemoControl &demo)
{
    const bool shown = showIncident(m_desk, demo, until);
    shotInBoth("31-incident");
    return shown;
}

/// One widget in the light and in the dark, in a window as large as the mocks'.
void shootThemes(QWidget &widget, ui::Look &look, const QString &path)
{
    widget.resize(1440, 900);
    widget.show();
    for (const ui::ThemeKind theme : {ui::ThemeKind::Light, ui::ThemeKind::Dark}) {
        look.setAppearance({theme, ui::Contrast::Normal, 100, ui::Motion::Reduced});
        shoot(widget, path + (theme == ui::ThemeKind::Dark ? "-dark.png"_L1 : ".png"_L1));
    }
}

/// What stands where nothing was set up yet.
void showWelcome(const QString &screens, ui::Look &look)
{
    ui::WelcomeView view(look, QStringLiteral("~/.local/share/baton"));
    shootThemes(view, look, screens + "/18-welcome"_L1);
}

/// What stands where nothing waits; place is a folder to work in.
bool showEmptyQueue(const QString &screens, ui::Look &look, const QString &place)
{
    Services::Options options;
    options.dataDir = place + "/empty"_L1;
    options.folder = place + "/quiet"_L1;
    if (!QDir().mkpath(options.folder))
        return false;
    const auto services = Services::create(options);
    if (!services)
        return false;
    ui::MainWindow window((*services)->desk(), look);
    bool counted = false;
    QObject::connect(&(*services)->desk(), &Desk::queueChanged, &window,
                     [&counted](const QueueSnapshot &queue) { counted = queue.complete; });
    (*services)->desk().start();
    if (!until("nothing waits", [&counted] { return counted; }))
        return false;
    shootThemes(window, look, screens + "/19-empty-queue"_L1);
    return true;
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
    sync::DemoControl *demo = (*services)->demo();
    if (demo)
        walk.present(*demo);
    (*services)->readJudge();
    (*services)->readKnowledge();
    const QString away = upstream + QStringLiteral("-away");
    const auto network = [&](bool there) {
        if (!demo)
            return there ? QDir().rename(away, upstream) : QDir().rename(upstream, away);
        if (there)
            demo->setSpeed(60); // the scene ends by the scenario's clock
        else
            demo->setSpeed(1);
        return there || demo->begin(QStringLiteral("network_gone")).has_value();
    };
    if (!walk.fromQueueToSent() || (demo && !walk.otherHandoffs(network))
        || !walk.otherScreens(network) || (demo && !walk.manyWriteTheSame(*demo)))
        return 1;
    showWelcome(folder, walk.look());
    return showEmptyQueue(folder, walk.look(), place.path()) ? 0 : 1;
}

} // namespace baton
