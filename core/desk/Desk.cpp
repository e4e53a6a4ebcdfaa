#include "core/desk/Desk.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/DeskPrivate.h"
#include "core/desk/Knowledge.h"
#include "core/desk/ReplyDrafter.h"
#include "core/policy/Rules.h"
#include "core/secrets/Secrets.h"

namespace baton {

namespace {

/// The row below the given one in the list as shown, or none.
std::optional<qint64> rowBelow(const QueueSnapshot &list, qint64 row)
{
    const auto &rows = *list.rows;
    const auto at = std::find(rows.begin(), rows.end(), row);
    if (at == rows.end() || rows.size() < 2)
        return {};
    return at + 1 == rows.end() ? *std::prev(at) : *std::next(at);
}

} // namespace

Desk::Desk(Parts parts, Settings settings)
    : d(std::make_unique<Private>(std::move(parts), std::move(settings)))
{
    connect(&d->feed, &QueueFeed::queueChanged, this, &Desk::queueChanged);
    connect(&d->feed, &QueueFeed::rowsReady, this, &Desk::rowsReady);
    connect(&d->feed, &QueueFeed::countsChanged, this, &Desk::countsChanged);
    connect(&d->feed, &QueueFeed::matchesCounted, this, &Desk::matchesCounted);
    connect(&d->feed, &QueueFeed::failed, this, &Desk::failed);
    connect(&d->feed, &QueueFeed::heldByBotChanged, &d->status, &StatusBoard::setHeldByBot);
    connect(&d->feed, &QueueFeed::myCustomerAnswered, this, [this](const QueueRow &row) {
        if (row.id != openId())
            Q_EMIT myCustomerAnswered(row);
    });
    connect(&d->feed, &QueueFeed::peopleNeeded, this, &Desk::peopleNeeded);
    connect(&d->conversation, &OpenConversation::changed, this, &Desk::conversationChanged);
    connect(&d->conversation, &OpenConversation::closed, this, &Desk::conversationClosed);
    connect(&d->conversation, &OpenConversation::failed, this, &Desk::failed);
    connect(&d->conversation, &OpenConversation::replyChecked, this, &Desk::replyChecked);
    d->writer.setSecrets(d->parts.secrets);
    d->models.setSecrets(d->parts.secrets);
    connect(&d->writer, &ModelWriter::changed, this, &Desk::tellModelText);
    connect(&d->conversation, &OpenConversation::summaryMade, this, &Desk::summaryMade);
    connect(&d->autosave, &Autosave::saved, this, &Desk::draftSaved);
    connect(&d->autosave, &Autosave::failed, this, &Desk::failed);
    connect(&d->status, &StatusBoard::changed, this, &Desk::statusChanged);
    connect(&d->status, &StatusBoard::outboxChanged, this, &Desk::outboxChanged);
    connect(&d->status, &StatusBoard::offersChanged, &d->conversation,
            &OpenConversation::setOffers);
    connect(&d->undo, &UndoWindow::changed, this, &Desk::undoChanged);
    connect(&d->day, &DayBoard::counted, this, &Desk::dayCounted);
    connect(&d->day, &DayBoard::failed, this, &Desk::failed);
    connect(&d->board, &KnowledgeBoard::documentsChanged, this, &Desk::learnKnowledge);
    connect(&d->board, &KnowledgeBoard::failed, this, &Desk::failed);
    connect(&d->reviews, &ReviewBoard::failed, this, &Desk::failed);
    connect(&d->audit, &AuditBoard::failed, this, &Desk::failed);
    connect(&d->policies, &PolicyBoard::failed, this, &Desk::failed);
    connect(&d->playbooks, &PlaybookBoard::failed, this, &Desk::failed);
    connect(&d->monitors, &MonitorBoard::monitorsChanged, &d->reviews, &ReviewBoard::setMonitors);
    connect(&d->monitors, &MonitorBoard::failed, this, &Desk::failed);
    connectApprovals();
    connect(&d->criteria, &CriteriaBoard::cardsChanged, &d->reviews, &ReviewBoard::setScorecards);
    connect(&d->criteria, &CriteriaBoard::failed, this, &Desk::failed);
    connect(&d->reviews, &ReviewBoard::coached, this, [this] { d->wake(); });
    connect(&d->scorecard, &ScorecardBoard::failed, this, &Desk::failed);
    connect(&d->load, &LoadBoard::failed, this, &Desk::failed);
    connect(&d->handover, &HandoverBoard::failed, this, &Desk::failed);
    connect(&d->status, &StatusBoard::changed, this, [this](StatusSnapshot status) {
        if (!status.people.isEmpty()) // upstream tells of the colleagues
            status.people += {d->settings.agent.person(), Duty::On, {}};
        d->load.setStatus(status);
    });
    connect(&d->stops, &StopBoard::failed, this, &Desk::failed);
    connect(&d->teaching, &TeachingBoard::failed, this, &Desk::failed);
    connect(&d->teaching, &TeachingBoard::taught, this, [this] {
        const auto judge = d->teaching.judge();
        const auto held = d->policies.judge(); // a version may have come since it was learnt
        setJudge(held && held->policy() != judge->policy() ? judge->under(held->policy()) : judge);
    });
    connect(&d->labels, &LabelBoard::stored, &d->teaching, &TeachingBoard::refresh);
    connect(&d->labels, &LabelBoard::stored, &d->policies, &PolicyBoard::refreshLooked);
    connect(&d->spelling, &SpellBoard::checked, this, &Desk::spellingChecked);
    d->spelling.setWords(d->settings.words);
    connect(&d->live, &LiveBoard::failed, this, &Desk::failed);
    connect(&d->live, &LiveBoard::openActionsChanged, &d->status,
            [this](const QList<ActionEntry> &open) {
                const auto failed
                    = std::count_if(open.begin(), open.end(),
                                    [](const ActionEntry &entry) { return !entry.isOpen(); });
                d->status.setActions(int(open.size() - failed), int(failed));
            });
    connect(&d->live, &LiveBoard::evidenceChanged, &d->conversation, &OpenConversation::refresh);
    connect(&d->conversation, &OpenConversation::changed, &d->live,
            [this](const ConversationSnapshot &open) { d->live.follow(open.conversation); });
    connect(&d->conversation, &OpenConversation::closed, &d->live, &LiveBoard::leave);
    connect(&d->conversation, &OpenConversation::changed, &d->attachments,
            &AttachmentBoard::follow);
    connect(&d->undo, &UndoWindow::elapsed, this, [this] { d->wake(); });
    connect(&d->parts.store, &store::Store::changed, this, [this](const store::ChangeSet &changes) {
        d->feed.refresh();
        if (changes.everything || changes.conversations.contains(openId()))
            d->conversation.refresh();
        if (changes.outbox)
            d->status.refreshOutbox();
        if (changes.everything || !changes.conversations.isEmpty()) {
            d->reviews.refreshLater();
            d->scorecard.refreshLater();
            d->load.refreshLater();
            d->stops.lookLater();
        }
    });
    if (sync::SyncEngine *engine = d->parts.engine) {
        connect(engine, &sync::SyncEngine::statusChanged, &d->status, &StatusBoard::setSync);
        connect(engine, &sync::SyncEngine::statusChanged, &d->attachments,
                [this](const sync::SyncStatus &status) {
                    d->attachments.setSource(status.capabilities.attachmentsAt);
                });
        connect(engine, &sync::SyncEngine::held, this, [this](const ActKey &key) {
            d->undo.withdraw(key);
            d->conversation.refresh();
            d->status.refreshOutbox();
        });
    }
}

Desk::~Desk()
{
    d->autosave.flush().waitForFinished();
}

void Desk::readFirstPage()
{
    if (!std::exchange(d->readsQueue, true))
        d->feed.showView(QueueView::AllWaiting);
}

void Desk::start()
{
    readFirstPage();
    d->status.start();
    d->live.start();
    d->monitors.start();
    d->criteria.start();
    d->approvals.start();
    d->coaching.refresh();
    learnKnowledge();
    d->teaching.refresh();
    useEmbeddings();
    // A reply that was waiting when the last run ended is held its eight seconds again, visibly.
    onFinished(d->parts.store.outbox(), this, [this](const Result<QList<OutboxEntry>> &entries) {
        const Instant notBefore = d->parts.clock.after(d->undo.lengthMs());
        const auto reply = [](const OutboxEntry &e) {
            return e.status == ActStatus::Waiting && e.act.kind == ActKind::Reply;
        };
        const auto newest
            = entries ? std::find_if(entries->rbegin(), entries->rend(), reply) : entries->rend();
        if (!entries || newest == entries->rend()) {
            d->startEngine();
            return;
        }
        onFinished(d->parts.store.postponeWaiting(notBefore), this,
                   [this, entry = *newest](const Result<void> &done) {
                       if (done)
                           d->offerUndo(entry, {}, {entry.act.key});
                       d->startEngine();
                   });
    });
}

void Desk::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    const store::Judge reads{[judge](const Conversation &c) { return judge->read(c); }, judge->by(),
                             judge->readBy()};
    onFinished(d->parts.store.setJudge(reads), this, [this](const Result<int> &read) {
        if (!read)
            Q_EMIT failed(read.error());
    });
    d->intents.clear();
    for (const Intent &intent : judge->catalogue().intents)
        d->intents += {intent.name, intent.title};
    std::sort(d->intents.begin(), d->intents.end(),
              [](const IntentName &a, const IntentName &b) { return a.title < b.title; });
    d->board.setIntents(d->intents);
    d->teaching.setJudge(judge);
    d->reviews.setJudge(judge);
    d->playbooks.setJudge(judge);
    d->approvals.setJudge(judge);
    d->policies.setJudge(judge);
    d->scorecard.setLimits(judge->policy().stopLoss);
    d->scorecard.setCosts(judge->policy().costs);
    d->scorecard.setCatalogue(policy::placed(judge->catalogue(), judge->policy().judgement));
    d->scorecard.setWindow(judge->policy().arrivals.recontactMs);
    d->stops.setJudge(judge);
    d->conversation.setJudge(std::move(judge));
}

void Desk::setSnippets(std::shared_ptr<const drafting::SnippetShelf> snippets)
{
    d->conversation.setSnippets(std::move(snippets));
}

void Desk::setDrafter(std::shared_ptr<const ReplyDrafter> drafter)
{
    d->reviews.setDrafter(drafter);
    d->playbooks.setDrafter(drafter);
    d->approvals.setDrafter(drafter);
    d->conversation.setDrafter(std::move(drafter));
    // The first one may have brought its documents along.
    if (!std::exchange(d->hasDrafter, true))
        learnKnowledge();
}

const Clock &Desk::clock() const
{
    return d->parts.clock;
}

const Agent &Desk::agent() const
{
    return d->settings.agent;
}

const Settings &Desk::settings() const
{
    return d->settings;
}

void Desk::changeSettings(const Settings &settings)
{
    if (settings == d->settings)
        return;
    Settings sameButHere = settings;
    sameButHere.lastHere = d->settings.lastHere;
    if (sameButHere == d->settings) { // nothing that shows
        d->settings = settings;
        saveSettingsNow();
        return;
    }
    const bool embeddingsChanged = settings.embeddings != d->settings.embeddings;
    const bool modelChanged = settings.model != d->settings.model;
    const bool agentChanged = settings.agent != d->settings.agent;
    d->settings = settings;
    d->spelling.setWords(settings.words);
    if (modelChanged) {
        d->writer.setSource(settings.model);
        d->conversation.refresh();
    }
    if (embeddingsChanged)
        useEmbeddings();
    if (agentChanged) {
        d->policies.refreshRole();
        d->monitors.refreshRole();
        d->criteria.refreshRole();
        d->approvals.refreshRole();
        d->stops.refreshRole();
    }
    Q_EMIT settingsChanged(settings);
    saveSettingsNow();
}

void Desk::saveSettingsNow()
{
    const auto saving = d->disk.run([path = d->parts.settingsPath, settings = d->settings] {
        return saveSettings(path, settings);
    });
    onFinished(saving, this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

QList<QueueName> Desk::queues() const
{
    QList<QueueName> out;
    for (const policy::Queue &queue : d->parts.policy.queues)
        out += {queue.id, queue.name};
    return out;
}

QList<IntentName> Desk::intents() const
{
    return d->intents;
}

KnowledgeBoard &Desk::knowledgeBoard() const
{
    return d->board;
}

TeachingBoard &Desk::teachingBoard() const
{
    return d->teaching;
}

LabelBoard &Desk::labelBoard() const
{
    return d->labels;
}

AttachmentBoard &Desk::attachmentBoard() const
{
    return d->attachments;
}

AuditBoard &Desk::auditBoard() const
{
    return d->audit;
}

CriteriaBoard &Desk::criteriaBoard() const
{
    return d->criteria;
}

PolicyBoard &Desk::policyBoard() const
{
    return d->policies;
}

ReviewBoard &Desk::reviewBoard() const
{
    return d->reviews;
}

MonitorBoard &Desk::monitorBoard() const
{
    return d->monitors;
}

ScorecardBoard &Desk::scorecardBoard() const
{
    return d->scorecard;
}

StopBoard &Desk::stopBoard() const
{
    return d->stops;
}

LiveBoard &Desk::liveBoard() const
{
    return d->live;
}

ModelBoard &Desk::modelBoard() const
{
    return d->models;
}

PlaybookBoard &Desk::playbookBoard() const
{
    return d->playbooks;
}

void Desk::showView(QueueView view)
{
    d->feed.showView(view);
}

void Desk::search(const QString &text)
{
    d->feed.search(text);
}

void Desk::arrange(const QueueFilter &filter, QueueSort sort)
{
    d->feed.arrange(filter, sort);
}

void Desk::showIncident(qint64 incident)
{
    d->feed.showIncident(incident);
}

void Desk::foldIncident(qint64 incident, bool folded)
{
    d->feed.foldIncident(incident, folded);
}

void Desk::needRows(quint64 generation, int first, int last)
{
    d->feed.needRows(generation, first, last);
}

void Desk::find(const QString &text)
{
    constexpr int most = 6;
    onFinished(d->parts.store.searchRows(text, most), this,
               [this, text](const Result<QList<QueueRow>> &rows) {
                   if (rows)
                       Q_EMIT found(text, *rows);
                   else if (rows.error().code != ErrorCode::Cancelled)
                       Q_EMIT failed(rows.error());
               });
    constexpr int mostPassages = 3;
    PassageQuery query;
    query.parts = {{text, 1}};
    query.typing = true;
    query.limit = mostPassages;
    onFinished(d->parts.store.findPassages(std::move(query)), this,
               [this, text](const Result<QList<FoundPassage>> &passages) {
                   if (passages)
                       Q_EMIT passagesFound(text, *passages);
                   else if (passages.error().code != ErrorCode::Cancelled)
                       Q_EMIT failed(passages.error());
               });
}

void Desk::readPassage(const PassagePlace &place)
{
    onFinished(d->parts.store.passages(place.document, place.version, place.heading), this,
               [this, place](const Result<QList<Passage>> &passages) {
                   if (!passages)
                       return;
                   QStringList texts;
                   for (const Passage &passage : *passages)
                       texts += passage.text;
                   Q_EMIT passageRead(place, texts.join(u'\n'));
               });
}

ConversationId Desk::openId() const
{
    return d->conversation.id();
}

void Desk::open(const ConversationId &id)
{
    d->autosave.flush();
    if (id != openId())
        d->writer.stop();
    d->conversation.open(id);
}

void Desk::closeConversation()
{
    d->autosave.flush();
    d->writer.stop();
    d->conversation.close();
}

void Desk::typed(DraftKind kind, const QString &text)
{
    d->conversation.typed(kind, text);
    if (const auto &open = d->conversation.snapshot())
        d->spelling.check(text, open->conversation);
}

void Desk::tryNow()
{
    if (d->parts.engine)
        d->parts.engine->tryNow();
}

void Desk::requestOutbox()
{
    d->status.refreshOutbox();
}

void Desk::requestDay()
{
    d->day.ask();
}

void Desk::openNext()
{
    const auto &snapshot = d->conversation.snapshot();
    if (!snapshot)
        return;
    const ConversationId left = snapshot->row.id;
    const std::optional<qint64> below = rowBelow(d->feed.snapshot(), snapshot->row.row);
    if (!below)
        return;
    onFinished(d->parts.store.rows(QList<qint64>{*below}), this,
               [this, left](const Result<QList<QueueRow>> &rows) {
                   if (rows && !rows->isEmpty() && openId() == left)
                       open(rows->first().id);
               });
}

} // namespace baton
