#include "ui/views/DeskView.h"

#include "ui/models/ConversationActs.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ContextStrip.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/CustomerPane.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/ReplyCheck.h"
#include "ui/panels/TranscriptView.h"
#include "ui/theme/Metrics.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/UndoStrip.h"

#include <QtGui/QAction>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace baton::ui {

Room roomFor(int windowWidth)
{
    if (windowWidth < metrics::queueOverlaysBelow)
        return Room::Narrow;
    return windowWidth < metrics::compactBelow ? Room::Compact : Room::Wide;
}

DeskView::DeskView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_look(look)
    , m_actions(actions)
    , m_splitter(new QSplitter)
    , m_queue(new QueuePanel(look))
    , m_conversation(new ConversationPanel(look, desk.clock()))
    , m_customer(new CustomerPane(look, desk.clock()))
    , m_strip(new ContextStrip(look, desk.clock()))
    , m_undo(new UndoStrip(look, actions, desk.clock()))
{
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_conversation);
    m_splitter->addWidget(m_customer);
    m_splitter->setHandleWidth(0); // the panes draw their edges; there is still room to take hold
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    connect(m_splitter, &QSplitter::splitterMoved, this, &DeskView::keepPaneSizes);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_splitter, 1);
    row->addWidget(m_strip);

    m_queue->setFooter(m_undo);
    m_queue->setQueues(desk.queues());
    m_queue->setAgent(desk.agent().id);
    m_conversation->setQueues(desk.queues());
    m_actions.place(ActionScope::Queue, m_queue);
    placeWritingKeys();
    connectQueue();
    connectConversation();
    connectActions();
    connectIncidents();
    connectLive();
    connectReplyApprovals();
    connectTeam();
    addQuietRows();
    showNothing();
    placePanes();
}

void DeskView::connectQueue()
{
    connect(&m_desk, &Desk::queueChanged, m_queue, &QueuePanel::setQueue);
    connect(&m_desk, &Desk::rowsReady, m_queue, &QueuePanel::setRows);
    connect(&m_desk, &Desk::countsChanged, this, &DeskView::setCounts);
    connect(&m_desk, &Desk::dayCounted, &m_conversation->emptyDesk(), &EmptyDesk::setDay);
    connect(&m_desk, &Desk::matchesCounted, m_queue, &QueuePanel::setMatchCount);
    connect(&m_desk, &Desk::undoChanged, m_undo, &UndoStrip::setOffer);
    connect(&m_desk, &Desk::queueChanged, this, [this] {
        if (m_desk.openId().isEmpty())
            showNothing();
    });
    connect(m_undo, &UndoStrip::undo, &m_desk, &Desk::undo);
    connect(m_queue, &QueuePanel::viewChosen, &m_desk, &Desk::showView);
    connect(m_queue, &QueuePanel::searchChanged, &m_desk, &Desk::search);
    connect(m_queue, &QueuePanel::arranged, &m_desk, &Desk::arrange);
    connect(m_queue, &QueuePanel::needRows, &m_desk, &Desk::needRows);
    connect(m_queue, &QueuePanel::opened, &m_desk, &Desk::open);
    connect(m_queue, &QueuePanel::entered, this, [this](const ConversationId &id) {
        m_desk.open(id);
        if (m_queueLiesOver)
            toggleQueue();
        m_conversation->composer().focusReply();
    });
}

void DeskView::connectConversation()
{
    connect(&m_desk, &Desk::conversationChanged, this, &DeskView::showConversation);
    connect(&m_desk, &Desk::conversationClosed, this, &DeskView::showNothing);
    connect(&m_desk, &Desk::statusChanged, this, &DeskView::setStatus);
    connect(&m_desk, &Desk::draftSaved, &m_conversation->composer(), &Composer::draftSaved);
    connect(&m_desk, &Desk::sent, &m_conversation->composer(), &Composer::confirmSent);
    // What is typed on must not land in the reply to the next customer.
    connect(&m_desk, &Desk::sent, this, [this] {
        if (m_desk.settings().nextAfterSend)
            m_queue->focusList();
    });
    connect(&m_desk, &Desk::failed, &m_conversation->composer(), &Composer::takeBack);
    ConversationPanel *panel = m_conversation;
    connect(panel, &ConversationPanel::claimRequested, &m_desk, &Desk::claim);
    connect(panel, &ConversationPanel::releaseRequested, &m_desk, &Desk::release);
    connect(panel, &ConversationPanel::snoozeRequested, &m_desk, &Desk::snooze);
    connect(panel, &ConversationPanel::queueTransferRequested, &m_desk,
            qOverload<const QueueId &>(&Desk::transferTo));
    connect(panel, &ConversationPanel::colleagueTransferRequested, &m_desk,
            qOverload<const Person &>(&Desk::transferTo));
    connect(panel, &ConversationPanel::closeRequested, &m_desk, &Desk::close);
    connect(panel, &ConversationPanel::typed, &m_desk, &Desk::typed);
    connect(panel, &ConversationPanel::sendRequested, &m_desk, &Desk::sendReply);
    connect(panel, &ConversationPanel::noteRequested, &m_desk, &Desk::addNote);
    connect(panel, &ConversationPanel::sendNewRequested, &m_desk, &Desk::sendWhatIsNew);
    connect(panel, &ConversationPanel::sendUnchangedRequested, &m_desk, &Desk::sendUnchanged);
    connect(panel, &ConversationPanel::keepAsNoteRequested, &m_desk, &Desk::keepAsNote);
    connect(panel, &ConversationPanel::discardRequested, &m_desk, &Desk::discardHeld);
    connect(panel, &ConversationPanel::cardJudged, &m_desk, &Desk::judgeCard);
    connect(panel, &ConversationPanel::tierCorrected, &m_desk, &Desk::correctTier);
    connect(panel, &ConversationPanel::intentCorrected, &m_desk, &Desk::correctIntent);
    connect(panel, &ConversationPanel::policyRequested, m_actions.action(ActionId::GoPolicy),
            &QAction::trigger);
    connect(panel, &ConversationPanel::checkRequested, &m_desk, &Desk::checkReply);
    connectModel();
    connectFiles();
    connect(panel, &ConversationPanel::draftUsed, &m_desk, &Desk::usedDraft);
    connect(panel, &ConversationPanel::draftDiscarded, &m_desk, &Desk::discardDraft);
    connect(panel, &ConversationPanel::sentenceKept, &m_desk, &Desk::keepSentence);
    connect(&m_desk, &Desk::replyChecked, &panel->composer(), &Composer::showCheck);
    connect(&m_desk, &Desk::spellingChecked, &panel->composer(), &Composer::showSpelling);
    connect(&panel->composer(), &Composer::wordLearnt, &m_desk, [this](const QString &word) {
        Settings settings = m_desk.settings();
        settings.words.append(word);
        m_desk.changeSettings(settings);
    });
    ReplyCheck &check = panel->composer().check();
    connect(&check, &ReplyCheck::passageWanted, &m_desk, &Desk::readPassage);
    connect(&check, &ReplyCheck::passageDisputed, &m_desk, &Desk::disputePassage);
    connect(&check, &ReplyCheck::passageOpened, this, &DeskView::passageOpened);
    connect(&m_desk, &Desk::passageRead, &check, &ReplyCheck::showPassage);
    connect(&panel->composer(), &Composer::shownCheckChanged, this,
            [this] { m_customer->setChecked(m_conversation->composer().check().shown()); });
    connect(&panel->composer(), &Composer::left, m_queue, &QueuePanel::focusList);
    connect(panel, &ConversationPanel::linkActivated, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    const auto openBeside = [this](const ConversationId &id) {
        m_desk.open(id);
        m_conversation->setFocus(Qt::OtherFocusReason); // what was pressed is made anew
    };
    connect(m_customer, &CustomerPane::openRequested, this, openBeside);
    connect(m_customer, &CustomerPane::foldRequested, this, &DeskView::toggleContext);
    connect(m_strip, &ContextStrip::openRequested, this, openBeside);
    connect(m_strip, &ContextStrip::paneRequested, this, &DeskView::toggleContext);
}

void DeskView::connectActions()
{
    const auto when = [this](std::function<bool()> possible, ActionId id, auto fn) {
        m_actions.carry(id, this, std::move(possible));
        connect(m_actions.action(id), &QAction::triggered, this, [this, fn] {
            if (isVisible()) // another screen has the keys of its own
                fn();
        });
    };
    const auto on = [this, when](ActionId id, auto fn) {
        const ActionGroup group = ActionRegistry::group(id);
        const bool ofOpen = group != ActionGroup::Everywhere && group != ActionGroup::Queue;
        when([this, ofOpen] { return !ofOpen || !m_desk.openId().isEmpty(); }, id, fn);
    };
    const auto onAct = [this, when](ActionId id, ActChoice ConversationActs::*act, auto fn) {
        when([this, act] { return (m_conversation->acts().*act).possible(); }, id, fn);
    };
    using Acts = ConversationActs;
    Composer &composer = m_conversation->composer();
    on(ActionId::Search, [this] { m_queue->focusSearch(); });
    on(ActionId::NextPane, [this] { focusNextPane(1); });
    on(ActionId::PreviousPane, [this] { focusNextPane(-1); });
    on(ActionId::ContextPane, [this] { toggleContext(); });
    on(ActionId::ShowQueue, [this] { toggleQueue(); });
    const auto tellKeys = [this] {
        m_queue->setSearchKey(m_actions.keyText(ActionId::Search));
        m_queue->setMoveKeys(m_actions.keyText(ActionId::NextRow),
                             m_actions.keyText(ActionId::PreviousRow));
        m_queue->setArrangeKeys(m_actions.keyText(ActionId::Filter),
                                m_actions.keyText(ActionId::Sort));
        m_queue->setIncidentKey(m_actions.keyText(ActionId::Incident));
        m_conversation->composer().setAttachKey(m_actions.keyText(ActionId::Attach));
    };
    connect(&m_actions, &ActionRegistry::keysChanged, this, tellKeys);
    tellKeys();
    on(ActionId::Filter, [this] { m_queue->openFilter(); });
    on(ActionId::Sort, [this] { m_queue->openSort(); });
    when([this] { return m_queue->hasIncidents(); }, ActionId::Incident,
         [this] { m_queue->toggleIncident(); });
    when([this] { return m_conversation->isDuplicate(); }, ActionId::Duplicate,
         [this] { m_conversation->askDuplicate(); });
    on(ActionId::NextRow, [this] { m_queue->next(); });
    on(ActionId::PreviousRow, [this] { m_queue->previous(); });
    on(ActionId::OpenRow, [this] { m_queue->openCurrent(); });
    on(ActionId::View1, [this] { m_queue->chooseView(QueueView::AllWaiting); });
    on(ActionId::View2, [this] { m_queue->chooseView(QueueView::Mine); });
    on(ActionId::View3, [this] { m_queue->chooseView(QueueView::TierC); });
    on(ActionId::View4, [this] { m_queue->chooseView(QueueView::BreachingSoon); });
    on(ActionId::View5, [this] { m_queue->chooseView(QueueView::Recontacts); });
    on(ActionId::View6, [this] { m_queue->chooseView(QueueView::Archive); });
    onAct(ActionId::Take, &Acts::claim, [this] { m_desk.claim(); });
    onAct(ActionId::GiveBack, &Acts::release, [this] { m_desk.release(); });
    onAct(ActionId::Transfer, &Acts::transfer, [this] { askAssign(); });
    onAct(ActionId::Snooze, &Acts::snooze, [this] { m_conversation->askSnooze(); });
    onAct(ActionId::Close, &Acts::close, [this] { m_conversation->askClose(); });
    on(ActionId::HandoffComplete, [this] { m_conversation->sayComplete(); });
    on(ActionId::HandoffMissing, [this] { m_conversation->askMissing(); });
    on(ActionId::Correct, [this] { m_conversation->askCorrection(); });
    on(ActionId::FoldHandoff, [this] { m_conversation->toggleCard(); });
    on(ActionId::UseDraft, [&composer] { composer.useDraft(); });
    on(ActionId::Regenerate, [&composer] { composer.regenerate(); });
    on(ActionId::Snippet, [&composer] { composer.askSnippet(); });
    onAct(ActionId::Attach, &Acts::attach, [&composer] { composer.askAttach(); });
    on(ActionId::ModelDraft, [&composer] { composer.draftByModel(); });
    on(ActionId::Rewrite, [&composer] { composer.askRewrite(); });
    on(ActionId::Translate, [&composer] { composer.rewrite(ModelTask::Translate); });
    on(ActionId::Summarise, [this] { showSummary(); });
    on(ActionId::SentToModel, [this] { showSentToModel(); });
    on(ActionId::DiscardDraft, [&composer] { composer.askDiscard(); });
    on(ActionId::NextDoubt, [&composer] { composer.check().next(); });
    on(ActionId::PreviousDoubt, [&composer] { composer.check().previous(); });
    on(ActionId::ApplyFix, [&composer] { composer.check().applyFix(); });
    on(ActionId::KeepSentence, [&composer] { composer.check().keepWithReason(); });
    for (int i = 0; i < 9; ++i) {
        on(ActionId(int(ActionId::Source1) + i),
           [&composer, i] { composer.check().openSource(i + 1); });
    }
    on(ActionId::ShowRule, [this] { m_conversation->showRule(); });
    on(ActionId::NextSpan, [this] { m_conversation->showSpan(1); });
    on(ActionId::PreviousSpan, [this] { m_conversation->showSpan(-1); });
    on(ActionId::Reply, [&composer] { composer.focusReply(); });
    on(ActionId::Note, [&composer] { composer.focusNote(); });
    on(ActionId::ReplyOrNote, [&composer] { composer.toggleKind(); });
    on(ActionId::Send, [&composer] { composer.send(); });
    on(ActionId::SendAndClose, [&composer] { composer.sendAndClose(); });
    on(ActionId::SendWhatIsNew, [&composer] { composer.send(); });
    on(ActionId::SendUnchanged, [&composer] { composer.sendHeldUnchanged(); });
    on(ActionId::KeepAsNote, [&composer] { composer.keepHeldAsNote(); });
    on(ActionId::DiscardMine, [&composer] { composer.discardHeld(); });
    on(ActionId::PreviousContacts, [this] {
        if (m_customer->isVisible())
            m_customer->setFocus(Qt::ShortcutFocusReason);
        else
            toggleContext();
    });
}

void DeskView::setStatus(const StatusSnapshot &status)
{
    m_conversation->setStatus(status);
    m_customer->setStatus(status);
    m_strip->setStatus(status);
    m_queue->setColleagues(status.colleagues);
    const bool offline = status.connection == Connection::Offline;
    m_queue->setAsOf(offline ? status.lastSync : std::nullopt);
    m_undo->setQueued(offline);
    if (std::exchange(m_offline, offline) != offline)
        showLive();
    m_heldByBot = status.heldByBot;
    if (m_desk.openId().isEmpty())
        tellNothing();
}

/// The same keys send a reply and what is new of a held one; only one of the two is there at a
/// time.
void DeskView::placeWritingKeys()
{
    Composer &composer = m_conversation->composer();
    const QList<QAction *> before = composer.actions();
    for (QAction *action : before)
        composer.removeAction(action);
    m_actions.place(composer.isComparing() ? ActionScope::Compare : ActionScope::Composer,
                    &composer);
}

void DeskView::showConversation(const ConversationSnapshot &snapshot)
{
    const bool comparing = m_conversation->composer().isComparing();
    m_conversation->setIntents(m_desk.intents());
    m_conversation->setSnapshot(snapshot);
    if (m_conversation->composer().isComparing() != comparing)
        setComparing(!comparing);
    m_customer->setSnapshot(snapshot);
    m_strip->setSnapshot(snapshot);
    m_queue->setOpen(snapshot.row.id);
    applyRoom();
}

/// What is compared needs the room of the customer pane.
void DeskView::setComparing(bool comparing)
{
    placeWritingKeys();
    if (comparing)
        m_contextBefore = std::exchange(m_contextWanted, false);
    else if (!m_contextWanted)
        m_contextWanted = m_contextBefore;
}

void DeskView::tellNothing()
{
    const bool waiting = m_queue->model().rowCount() > 0 || m_queue->filter() != QueueFilter()
        || m_queue->hasIncidents();
    m_conversation->showNothing(
        waiting ? EmptyDesk::Why::NothingOpen : EmptyDesk::Why::NothingWaiting, m_heldByBot);
}

void DeskView::showNothing()
{
    tellNothing();
    if (m_queue->model().rowCount() == 0)
        m_desk.requestDay();
    m_customer->clear();
    m_strip->clear();
    m_queue->setOpen({});
    applyRoom();
}

void DeskView::setRoom(Room room)
{
    if (room == m_room)
        return;
    m_room = room;
    m_contextWanted = room == Room::Wide;
    m_queueWanted = room != Room::Narrow;
    applyRoom();
    placePanes();
}

void DeskView::applyRoom()
{
    const bool open = !m_desk.openId().isEmpty();
    const bool queue = m_queueWanted;
    const bool context = open && m_contextWanted;
    const bool moved = m_queue->isHidden() == queue || m_customer->isHidden() == context;
    layQueueOver(m_room == Room::Narrow);
    m_queue->setCompact(m_room != Room::Wide);
    m_queue->setVisible(queue);
    m_customer->setVisible(context);
    m_strip->setVisible(open && !m_contextWanted);
    if (moved)
        placePanes();
}

/// Only when the room or what stands in it changes: a width that was set by hand stays.
void DeskView::placePanes()
{
    const int designed = m_room == Room::Wide ? metrics::queue : metrics::queueCompact;
    const int queue = queueWidth() > 0 ? queueWidth() : designed;
    const int context = m_sizes.context > 0 ? m_sizes.context : metrics::context;
    const int beside = m_queueLiesOver ? 0 : queue;
    QList<int> sizes{std::max(metrics::conversationMinimum, width() - beside - context), context};
    if (!m_queueLiesOver)
        sizes.prepend(queue);
    m_splitter->setSizes(sizes);
    if (m_queueLiesOver) {
        m_queue->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), {0, 0, metrics::queueCompact, height()}));
        m_queue->raise();
    }
}

/// Where there is no room for three panes the queue comes and goes over the other two.
void DeskView::layQueueOver(bool over)
{
    if (over == m_queueLiesOver)
        return;
    m_queueLiesOver = over;
    if (over)
        m_queue->setParent(this);
    else
        m_splitter->insertWidget(0, m_queue);
}

void DeskView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_queueLiesOver)
        placePanes();
}

void DeskView::keepPaneSizes()
{
    const QList<int> sizes = m_splitter->sizes();
    if (m_queue->isVisible() && !m_queueLiesOver)
        queueWidth() = sizes[m_splitter->indexOf(m_queue)];
    if (m_customer->isVisible())
        m_sizes.context = sizes[m_splitter->indexOf(m_customer)];
    Q_EMIT panesResized();
}

void DeskView::setPaneSizes(const WindowSizes &sizes)
{
    m_sizes = sizes;
    placePanes();
}

void DeskView::addPaneSizes(WindowSizes &sizes) const
{
    sizes.queue = m_sizes.queue;
    sizes.queueCompact = m_sizes.queueCompact;
    sizes.context = m_sizes.context;
}

void DeskView::toggleContext()
{
    m_contextWanted = !m_contextWanted;
    applyRoom();
}

void DeskView::toggleQueue()
{
    m_queueWanted = !m_queueWanted;
    applyRoom();
    if (m_queueWanted)
        m_queue->focusList();
    else
        m_conversation->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> DeskView::panes() const
{
    QList<QWidget *> out;
    for (QWidget *pane :
         std::initializer_list<QWidget *>{m_queue->list(), &m_conversation->transcript(),
                                          &m_conversation->composer(), m_customer}) {
        if (pane->isVisible() && pane->isEnabled())
            out += pane;
    }
    return out;
}

void DeskView::focusNextPane(int step)
{
    const QList<QWidget *> all = panes();
    if (all.isEmpty())
        return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] == focusWidget() || all[i]->isAncestorOf(focusWidget()))
            at = i;
    }
    const qsizetype next = at < 0 ? 0 : (at + step + all.size()) % all.size();
    if (all[next] == &m_conversation->composer())
        m_conversation->composer().focusReply();
    else
        all[next]->setFocus(Qt::ShortcutFocusReason);
}

} // namespace baton::ui
