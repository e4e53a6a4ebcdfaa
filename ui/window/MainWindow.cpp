#include "ui/window/MainWindow.h"

#include "core/desk/CoachingBoard.h"
#include "core/desk/StopBoard.h"
#include "ui/panels/ArcSheet.h"
#include "ui/panels/CoachingPopover.h"
#include "ui/panels/OutboxPopover.h"
#include "ui/panels/QueueListView.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/SourceCard.h"
#include "ui/text/StopWords.h"
#include "ui/theme/Metrics.h"
#include "ui/views/DeskView.h"
#include "ui/views/HandoverView.h"
#include "ui/views/KnowledgeView.h"
#include "ui/views/LoadView.h"
#include "ui/views/PolicyView.h"
#include "ui/views/ReviewView.h"
#include "ui/views/ScorecardView.h"
#include "ui/views/SettingsView.h"
#include "ui/window/AbsenceStrip.h"
#include "ui/window/BannerStrip.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/DesktopNotifier.h"
#include "ui/window/KeysPopover.h"
#include "ui/window/OutsideNotes.h"
#include "ui/window/PresenterBar.h"
#include "ui/window/StatusStrip.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr QSize firstSize{1440, 900};
constexpr int keepSizesMs = 500;    ///< after the last move of a splitter
constexpr int makeAfterMs = 100;    ///< after the first page, for what its reader may do at once
constexpr int makeLatestMs = 1'000; ///< where no page comes
constexpr int betweenMs = 20;       ///< one screen and the next: keys and clicks go before
constexpr quint64 arcSeed = 1;      // of the year that a presenter shows

ThemeKind kindFor(ThemeChoice choice, ThemeKind system)
{
    switch (choice) {
    case ThemeChoice::Light:
        return ThemeKind::Light;
    case ThemeChoice::Dark:
        return ThemeKind::Dark;
    case ThemeChoice::System:
        break;
    }
    return system;
}

} // namespace

Appearance MainWindow::appearanceFor(const Settings &settings, ThemeKind system)
{
    return {kindFor(settings.theme, system),
            settings.moreContrast ? Contrast::More : Contrast::Normal, settings.textSizePercent,
            settings.reduceMotion ? Motion::Reduced : Motion::Full};
}

MainWindow::MainWindow(Desk &desk, Look &look)
    : m_desk(desk)
    , m_look(look)
    , m_ticker(desk.clock())
{
    m_actions.setKeys(desk.settings().keys);
    m_actions.place(ActionScope::Window, this);
    build();
    connectActions();
    connectDesk();
    connect(&m_system, &SystemScheme::changed, this, [this] { applySettings(m_desk.settings()); });
    setWindowTitle(QApplication::applicationDisplayName());
    setMinimumSize(metrics::minimumWidth, metrics::minimumHeight);
    restoreSizes(desk.settings().window);
}

MainWindow::~MainWindow()
{
    hide(); // what follows the focus asks for keys, which are still there
}

QWidget &MainWindow::queueViewport() const
{
    return *m_deskView->queue().list()->viewport();
}

void MainWindow::setPlaces(const DataPlaces &places)
{
    m_places = places;
    if (m_settings)
        m_settings->setPlaces(places);
}

void MainWindow::setPresenter(PresenterBar *bar)
{
    auto *all = qobject_cast<QVBoxLayout *>(centralWidget()->layout());
    all->insertWidget(all->indexOf(m_status), bar);
    m_below += tabStopsOf(*bar);
    m_palette->keepClear(bar);
    m_actions.place(ActionScope::Presenter, this);
    m_rail->offerRoles(true);
    const auto on = [this, bar](ActionId id, auto fn) {
        connect(m_actions.action(id), &QAction::triggered, bar, fn);
    };
    on(ActionId::PlayPause, [bar] { bar->toggle(); });
    on(ActionId::NextScene, [bar] { bar->nextScene(); });
    on(ActionId::PreviousScene, [bar] { bar->previousScene(); });
    on(ActionId::AutomationArc, [this] { (new ArcSheet(m_look, arcSeed, this))->open(); });
    on(ActionId::Speed1, [bar] { bar->chooseSpeed(1); });
    on(ActionId::Speed10, [bar] { bar->chooseSpeed(10); });
    on(ActionId::Speed60, [bar] { bar->chooseSpeed(60); });
    on(ActionId::Speed600, [bar] { bar->chooseSpeed(600); });
}

void MainWindow::build()
{
    auto *centre = new QWidget;
    m_rail = new NavRail(m_look, m_actions);
    m_banner = new BannerStrip(m_look, m_ticker);
    m_absence = new AbsenceStrip(m_desk, m_look, m_actions);
    m_screens = new QStackedWidget;
    m_deskView = new DeskView(m_desk, m_look, m_actions);
    m_status = new StatusStrip(m_look, m_actions, m_ticker);
    m_screens->addWidget(m_deskView);

    auto *content = new QVBoxLayout;
    content->setContentsMargins({});
    content->setSpacing(0);
    content->addWidget(m_banner);
    content->addWidget(m_absence);
    content->addWidget(m_screens, 1);
    auto *upper = new QHBoxLayout;
    upper->setContentsMargins({});
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addLayout(content, 1);
    auto *all = new QVBoxLayout(centre);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(upper, 1);
    all->addWidget(m_status);
    setCentralWidget(centre);

    m_palette = new CommandPalette(m_look, m_actions, centre);
    connect(m_palette, &CommandPalette::searchRequested, &m_desk, &Desk::find);
    connect(&m_desk, &Desk::found, m_palette, &CommandPalette::setFound);
    connect(m_palette, &CommandPalette::conversationChosen, this, &MainWindow::openConversation);
    auto *notifier = new DesktopNotifier(this);
    auto *outside = new OutsideNotes(m_desk, *this, *notifier, this);
    connect(outside, &OutsideNotes::openRequested, this, [this](const ConversationId &id) {
        openConversation(id);
        raise();
        activateWindow();
    });
    connect(m_absence, &AbsenceStrip::handoverRequested, this, [this] {
        handoverView().readSinceLeft();
        show(Screen::Handover);
    });
    const auto showModel
        = [this](const Settings &settings) { m_status->setModel(settings.model.address); };
    showModel(m_desk.settings());
    connect(&m_desk, &Desk::settingsChanged, m_status, showModel);
    connect(m_deskView, &DeskView::passageOpened, this, &MainWindow::openPassage);
    m_palette->keepClear(m_status);
    connect(&m_desk, &Desk::passagesFound, m_palette, &CommandPalette::setPassages);
    connect(m_palette, &CommandPalette::passageChosen, this, &MainWindow::showPassage);
    connect(&m_desk, &Desk::conversationChanged, m_palette, [this](const ConversationSnapshot &s) {
        m_palette->setContext(s.conversation.customer.name);
    });
    connect(&m_desk, &Desk::conversationClosed, m_palette, [this] { m_palette->setContext({}); });
    connectPaletteOffers();
    connect(m_status, &StatusStrip::commandsRequested, m_palette, &CommandPalette::toggle);
    followRole();
    connect(m_rail, &NavRail::roleChosen, this, [this](baton::Role role) {
        Settings settings = m_desk.settings();
        settings.agent.role = role;
        m_desk.changeSettings(settings);
    });
    connect(m_rail, &NavRail::chosen, this, qOverload<Screen>(&MainWindow::show));
    connect(m_banner, &BannerStrip::tryNow, &m_desk, &Desk::tryNow);
    connect(m_banner, &BannerStrip::stopRequested, this, [this] { show(Screen::Scorecard); });
    connect(m_status, &StatusStrip::outboxRequested, this, &MainWindow::showOutbox);
    connect(m_status, &StatusStrip::notesRequested, this, &MainWindow::showNotes);
    connect(&m_desk.coachingBoard(), &CoachingBoard::changed, m_status, [this] {
        const CoachingBoard &notes = m_desk.coachingBoard();
        m_status->setNotes(notes.unread(), int(notes.notes().size()));
    });
    connect(m_status, &StatusStrip::keysRequested, this, &MainWindow::showKeys);
    connect(&m_ticker, &Ticker::second, this,
            [this] { m_deskView->queue().setClock(m_ticker.now()); });
    m_deskView->queue().setClock(m_ticker.now());
    connect(m_deskView, &DeskView::panesResized, &m_resized, qOverload<>(&QTimer::start));
    connect(&m_making, &QTimer::timeout, this, [this] {
        m_making.setInterval(betweenMs);
        if (!makeNext())
            m_making.stop();
    });
    connect(
        &m_desk, &Desk::queueChanged, &m_making, [this] { m_making.start(makeAfterMs); },
        Qt::SingleShotConnection);
    m_making.start(makeLatestMs);
    m_below = tabStopsOf(*m_status);
    m_resized.setSingleShot(true);
    m_resized.setInterval(keepSizesMs);
    connect(&m_resized, &QTimer::timeout, this, &MainWindow::keepSizes);
}

void MainWindow::connectPaletteOffers()
{
    LiveBoard &board = m_desk.liveBoard();
    const auto offer = [this] { m_palette->setOffers(m_deskView->offers()); };
    connect(&board, &LiveBoard::changed, m_palette, offer);
    connect(&m_desk, &Desk::settingsChanged, m_palette, offer);
    connect(m_palette, &CommandPalette::offerChosen, this, [this](const QString &name) {
        show(Screen::Desk);
        m_deskView->openAction(name);
    });
    connect(&m_desk, &Desk::countsChanged, m_palette, [this](const QList<ViewCount> &counts) {
        for (const ViewCount &one : counts) {
            if (one.view == QueueView::Archive)
                m_palette->setArchived(one.count.value_or(0));
        }
    });
}

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto fn) {
        connect(m_actions.action(id), &QAction::triggered, this, fn);
    };
    on(ActionId::GoDesk, [this] { show(Screen::Desk); });
    for (const ActionId id : {ActionId::GoReview, ActionId::GoScorecard, ActionId::GoLoad})
        m_actions.carry(id, this, [this] { return m_desk.agent().role == baton::Role::Lead; });
    on(ActionId::GoReview, [this] { show(Screen::Review); });
    on(ActionId::GoScorecard, [this] { show(Screen::Scorecard); });
    on(ActionId::GoLoad, [this] { show(Screen::Load); });
    on(ActionId::Handover, [this] { show(Screen::Handover); });
    on(ActionId::GoPolicy, [this] { show(Screen::Policy); });
    on(ActionId::GoKnowledge, [this] { show(Screen::Knowledge); });
    on(ActionId::GoSettings, [this] { show(Screen::Settings); });
    on(ActionId::Palette, [this] { m_palette->toggle(); });
    on(ActionId::Keys, [this] { showKeys(); });
    on(ActionId::Outbox, [this] { showOutbox(); });
    on(ActionId::Undo, [this] { m_desk.undo(); });
    on(ActionId::SwitchTheme, [this] {
        Settings settings = m_desk.settings();
        settings.theme
            = m_look.appearance().theme == ThemeKind::Dark ? ThemeChoice::Light : ThemeChoice::Dark;
        m_desk.changeSettings(settings);
    });
}

void MainWindow::connectDesk()
{
    connect(&m_desk, &Desk::statusChanged, this, [this](const StatusSnapshot &status) {
        m_banner->setStatus(status);
        m_status->setStatus(status);
        m_rail->setConnection(status.connection);
        m_connection = status;
        if (m_settings)
            m_settings->setStatus(status);
    });
    connect(&m_desk, &Desk::outboxChanged, this,
            [this](const QList<OutboxEntry> &entries, const QHash<ConversationId, QString> &names) {
                m_outbox = entries;
                m_outboxNames = names;
            });
    connect(&m_desk.liveBoard(), &LiveBoard::openActionsChanged, this,
            [this](const QList<ActionEntry> &open) { m_openActions = open; });
    connect(&m_desk, &Desk::failed, m_banner, &BannerStrip::showError);
    connect(&m_desk.stopBoard(), &StopBoard::told, this,
            [this](const StopEvent &event, const QString &title) {
                const auto [said, follows] = words::noticeOf(event, title);
                const bool lead = m_desk.agent().role == baton::Role::Lead;
                m_banner->showStop(said, follows, lead ? tr("Open the scorecard") : QString());
                QApplication::alert(this);
            });
    connect(&m_desk, &Desk::settingsChanged, this, &MainWindow::applySettings);
    connect(&m_desk, &Desk::myCustomerAnswered, this, &MainWindow::alertAnswer);
}

void MainWindow::applySettings(const Settings &settings)
{
    m_look.setAppearance(appearanceFor(settings, m_system.kind()));
    m_actions.setKeys(settings.keys);
    if (m_settings)
        m_settings->setSettings(settings);
    followRole();
}

/// Without a server a role protects nothing: it hides what is somebody else's work.
void MainWindow::followRole()
{
    const bool lead = m_desk.agent().role == baton::Role::Lead;
    m_rail->setAgent(m_desk.agent());
    m_actions.action(ActionId::GoReview)->setEnabled(lead);
    m_actions.action(ActionId::GoScorecard)->setEnabled(lead);
    m_actions.action(ActionId::GoLoad)->setEnabled(lead);
    const QWidget *shown = m_screens->currentWidget();
    if (!lead && (shown == m_review || shown == m_scorecard || shown == m_load))
        show(Screen::Desk);
}

void MainWindow::restoreSizes(const WindowSizes &sizes)
{
    resize(sizes.width > 0 && sizes.height > 0 ? QSize(sizes.width, sizes.height) : firstSize);
    if (sizes.maximised)
        setWindowState(windowState() | Qt::WindowMaximized);
    m_deskView->setPaneSizes(sizes);
}

void MainWindow::keepSizes()
{
    Settings settings = m_desk.settings();
    const QSize size = isMaximized() ? normalGeometry().size() : this->size();
    if (size.isValid() && size != firstSize) {
        settings.window.width = size.width();
        settings.window.height = size.height();
    }
    settings.window.maximised = isMaximized();
    m_deskView->addPaneSizes(settings.window);
    m_desk.changeSettings(settings);
}

void MainWindow::show(Screen screen)
{
    if (screen == Screen::Handover)
        m_absence->hide(); // it led there
    m_screens->setCurrentWidget(page(screen));
    m_rail->setScreen(screen);
}

void MainWindow::openConversation(const ConversationId &id)
{
    show(Screen::Desk);
    m_desk.open(id);
}

void MainWindow::openPassage(const PassagePlace &place)
{
    show(Screen::Knowledge);
    knowledgeView().showPassage(place);
}

/// In the middle: what was searched for stands beside nothing.
void MainWindow::showPassage(const Passage &passage)
{
    auto *card = new SourceCard(m_look, 0, lineOf(passage), this);
    card->showPassage(passage.text);
    connect(card, &SourceCard::openRequested, this, &MainWindow::openPassage);
    const QPoint centre
        = mapToGlobal(rect().center()) - QPoint(card->width() / 2, card->height() / 2);
    card->openAt(QRect(centre, QSize(card->width(), 0)), Popover::Side::Below);
}

void MainWindow::showOutbox()
{
    auto *popover = new OutboxPopover(m_look, this);
    popover->setEntries(m_outbox, m_outboxNames);
    popover->setActions(m_openActions, m_desk.clock().now());
    connect(popover, &OutboxPopover::openRequested, &m_desk, &Desk::open);
    connect(popover, &OutboxPopover::dismissRequested, &m_desk, &Desk::dismissRefused);
    connect(popover, &OutboxPopover::actionDismissed, &m_desk.liveBoard(), &LiveBoard::dismiss);
    // Over the queue, beside the rail.
    const QWidget *cell = m_status->outboxAnchor();
    QRect anchor(cell->mapToGlobal(QPoint(0, 0)), cell->size());
    if (layoutDirection() == Qt::LeftToRight)
        anchor.moveLeft(m_rail->mapToGlobal(QPoint(m_rail->width() + 8, 0)).x());
    popover->openAt(anchor, Popover::Side::Above);
}

void MainWindow::showNotes()
{
    CoachingBoard &notes = m_desk.coachingBoard();
    auto *popover = new CoachingPopover(m_look, this);
    popover->setNotes(notes.notes(), m_desk.clock().now());
    connect(&notes, &CoachingBoard::changed, popover,
            [this, popover](const QList<CoachingNote> &now) {
                popover->setNotes(now, m_desk.clock().now());
            });
    connect(popover, &CoachingPopover::readRequested, &notes, &CoachingBoard::markRead);
    connect(popover, &CoachingPopover::openRequested, this, &MainWindow::openConversation);
    notes.refresh();
    popover->openAt(m_status->notesAnchor(), Popover::Side::Above);
}

void MainWindow::showKeys()
{
    auto *popover = new KeysPopover(m_look, m_actions, this);
    connect(popover, &KeysPopover::settingsRequested, this, [this] {
        settingsView().showPage(SettingsPage::Keys);
        show(Screen::Settings);
    });
    // In the middle, above the status bar: it belongs to no one place.
    const QRect bar(m_status->mapToGlobal(QPoint(0, 0)), m_status->size());
    popover->adjustSize();
    const int left = bar.left() + qMax(0, (bar.width() - popover->width()) / 2);
    popover->openAt(QRect(left, bar.top(), popover->width(), bar.height()), Popover::Side::Above);
}

void MainWindow::alertAnswer()
{
    if (m_desk.settings().soundOnAnswer)
        QApplication::beep();
    QApplication::alert(this);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_absence->leave();
    keepSizes();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const Room room = roomFor(width());
    m_rail->setDensity(room == Room::Wide ? Density::Full : Density::Compact);
    m_deskView->setRoom(room);
}

} // namespace baton::ui
