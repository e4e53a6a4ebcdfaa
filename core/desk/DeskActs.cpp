#include "core/desk/DeskPrivate.h"
#include "core/knowledge/Query.h"
#include "core/quality/DraftUses.h"
#include "core/signals/SignalReader.h"

#include <algorithm>

/// What an agent does: each act is on disk before anything else is told of it.
namespace baton {

Act Desk::Private::act(ActKind kind) const
{
    Act act;
    act.kind = kind;
    act.conversation = conversation.id();
    act.agent = settings.agent.person();
    act.at = parts.clock.now();
    if (const auto &snapshot = conversation.snapshot())
        act.base = baseOf(snapshot->conversation);
    return act;
}

QList<store::NewAct> Desk::Private::claimFirst(Act &act) const
{
    if (!act.base.owner.isEmpty())
        return {};
    Act claim = this->act(ActKind::Claim);
    act.base.owner = settings.agent.id;
    act.base.state = State::Claimed;
    return {{claim, claim.at}};
}

void Desk::Private::offerUndo(const OutboxEntry &reply, const QString &name,
                              const QList<ActKey> &keys, int replies)
{
    const bool closes = replies == 1 && keys.size() > 1;
    undo.offer({reply.act.key, reply.act.conversation, name, closes,
                parts.clock.steadyMs() + undo.lengthMs(), replies},
               keys);
}

bool Desk::ready()
{
    if (d->conversation.snapshot())
        return true;
    Q_EMIT failed(
        {ErrorCode::NotFound, openId().text(), QStringLiteral("no conversation is open")});
    return false;
}

bool Desk::readyAlone()
{
    if (!ready())
        return false;
    const auto &owner = d->conversation.snapshot()->conversation.owner;
    if (!owner || owner->id == d->settings.agent.id.text())
        return true;
    Q_EMIT failed({ErrorCode::Conflict, openId().text(), displayName(*owner)});
    return false;
}

void Desk::record(QList<store::NewAct> acts, std::function<void(const QList<OutboxEntry> &)> then)
{
    onFinished(d->parts.store.record(std::move(acts)), this,
               [this, then = std::move(then)](const Result<QList<OutboxEntry>> &entries) {
                   if (!entries) {
                       Q_EMIT failed(entries.error());
                       return;
                   }
                   if (then)
                       then(*entries);
                   d->wake();
               });
}

void Desk::recordOne(const Act &act)
{
    record({{act, act.at}}, {});
}

void Desk::claim()
{
    if (readyAlone())
        recordOne(d->act(ActKind::Claim));
}

void Desk::release()
{
    if (readyAlone())
        recordOne(d->act(ActKind::Release));
}

void Desk::sendReply(const QString &text, AfterSend after)
{
    if (text.trimmed().isEmpty() || !readyAlone())
        return;
    const ConversationSnapshot &open = *d->conversation.snapshot();
    if (d->attachments.isBusy(open.row.id)) {
        Q_EMIT failed({ErrorCode::Conflict, open.row.id.text(),
                       QStringLiteral("files are still being attached")});
        return;
    }
    if (open.approvalNeed) {
        sendForApproval(text, after);
        return;
    }
    Act reply = d->act(ActKind::Reply);
    reply.text = text;
    reply.attachments = d->attachments.goingWith(open);
    Act seenNow = reply;
    QList<store::NewAct> acts = d->claimFirst(seenNow);
    reply.base = d->conversation.replyBase();
    const Instant notBefore = d->parts.clock.after(d->undo.lengthMs());
    acts += {reply, notBefore};
    if (after == AfterSend::Close) {
        Act closing = d->act(ActKind::Close);
        closing.base = seenNow.base;
        closing.outcome = OutcomeKind::AssumedResolution;
        acts += {closing, notBefore};
    }
    const bool goOn = d->settings.nextAfterSend;
    const QString name = displayName(open.conversation);
    record(std::move(acts),
           [this, goOn, name, id = open.row.id](const QList<OutboxEntry> &entries) {
               QList<ActKey> keys; // the close first: it must not go out when its reply does not
               const OutboxEntry *sentReply = nullptr;
               for (const OutboxEntry &entry : entries) {
                   if (entry.act.kind == ActKind::Claim)
                       continue;
                   keys.prepend(entry.act.key);
                   if (entry.act.kind == ActKind::Reply)
                       sentReply = &entry;
               }
               if (sentReply)
                   d->offerUndo(*sentReply, name, keys);
               Q_EMIT sent(id);
               if (goOn && openId() == id)
                   openNext();
           });
    // Once the reply is on its way to the disk.
    recordUse(text);
    cite(text);
    d->conversation.becameAct(DraftKind::Reply);
}

void Desk::addFeedback(FeedbackKind kind, const QString &was, const QString &became,
                       const QString &why)
{
    if (!ready())
        return;
    onFinished(d->parts.store.addFeedback({openId(), kind, was, became, why,
                                           d->settings.agent.person(), d->parts.clock.now()}),
               this, [this](const Result<void> &added) {
                   if (!added)
                       Q_EMIT failed(added.error());
               });
}

/// How much of the draft went out, whether the reply began with it or not.
void Desk::recordUse(const QString &sent)
{
    const QString &used = d->conversation.draftInUse();
    const std::optional<Draft> &offered = d->conversation.snapshot()->suggestion;
    const QString suggested = !used.isEmpty() || !offered ? used : offered->text;
    if (suggested.isEmpty())
        return;
    addDraftUse(quality::useOf(
        suggested, sent, used.isEmpty() ? quality::Began::Unknown : quality::Began::WithTheDraft));
}

void Desk::addDraftUse(DraftUse use)
{
    if (!ready())
        return;
    use.conversation = openId();
    use.agent = d->settings.agent.person();
    use.at = d->parts.clock.now();
    use.shownAt = std::min(d->conversation.draftShownAt().value_or(use.at), use.at);
    onFinished(d->parts.store.addDraftUses({use}), this, [this](const Result<void> &added) {
        if (!added)
            Q_EMIT failed(added.error());
    });
}

/// What the agent answered with is learnt from, for whoever asks the like.
void Desk::cite(const QString &sent)
{
    const QList<PassagePlace> places = d->conversation.citedIn(sent);
    if (places.isEmpty())
        return;
    const ConversationSnapshot &open = *d->conversation.snapshot();
    const PassageQuery asked = knowledge::queryFor(open.conversation, {});
    QList<Citation> citations;
    for (const PassagePlace &place : places)
        citations.append({open.row.id,
                          place,
                          CitationKind::Cited,
                          asked.parts.isEmpty() ? QString() : asked.parts.first().text,
                          open.judged ? open.judged->signs.intent.name : QString(),
                          {},
                          d->settings.agent.person(),
                          d->parts.clock.now()});
    addCitations(std::move(citations));
}

void Desk::disputePassage(const PassagePlace &place, const QString &why)
{
    if (!ready())
        return;
    const std::optional<Judged> &judged = d->conversation.snapshot()->judged;
    addCitations({{openId(),
                   place,
                   CitationKind::Disputed,
                   {},
                   judged ? judged->signs.intent.name : QString(),
                   why,
                   d->settings.agent.person(),
                   d->parts.clock.now()}});
}

void Desk::addCitations(QList<Citation> citations)
{
    onFinished(d->parts.store.addCitations(std::move(citations)), this,
               [this](const Result<void> &added) {
                   if (!added)
                       Q_EMIT failed(added.error());
                   else
                       learnCitations();
               });
}

/// The archive tells in what words customers ask.
void Desk::learnKnowledge()
{
    onFinished(d->parts.store.closedNeeds(ticketsLearnt), this,
               [this](const Result<QStringList> &needs) {
                   onFinished(d->parts.store.citations(citationsLearnt), this,
                              [this, needs](const Result<QList<Citation>> &citations) {
                                  if (!citations)
                                      return;
                                  KnowledgeLessons lessons = lessonsOf(*citations);
                                  if (needs && needs->size() >= ticketsWorthIt)
                                      lessons.tickets = *needs;
                                  (void)d->knowledge.learn(std::move(lessons));
                              });
               });
}

void Desk::learnCitations()
{
    onFinished(d->parts.store.citations(citationsLearnt), this,
               [this](const Result<QList<Citation>> &citations) {
                   if (citations)
                       (void)d->knowledge.relearn(lessonsOf(*citations).citations);
               });
}

/// Searches go without until the model is there; what is wrong with it is told once.
void Desk::useEmbeddings()
{
    onFinished(d->knowledge.useEmbeddings(d->settings.embeddings), this,
               [this](const Result<void> &used) {
                   if (!used && used.error().code != ErrorCode::Cancelled)
                       Q_EMIT failed(used.error());
               });
}

void Desk::checkReply(const QString &text)
{
    d->conversation.checkReply(text);
}

void Desk::usedDraft(const QString &suggested)
{
    d->conversation.usedDraft(suggested);
}

void Desk::discardDraft(const QString &suggested, const QString &why)
{
    addDraftUse(quality::discarded(suggested, why));
}

void Desk::keepSentence(const QString &sentence, const QString &why)
{
    addFeedback(FeedbackKind::Sentence, sentence, {}, why);
}

void Desk::judgeCard(bool complete, const QString &missing)
{
    addFeedback(FeedbackKind::Card, {},
                complete ? QStringLiteral("complete") : QStringLiteral("incomplete"), missing);
}

void Desk::correctIntent(const QString &became)
{
    if (!ready())
        return;
    const ConversationSnapshot &open = *d->conversation.snapshot();
    d->teaching.correct({open.row.id, signs::needText(open.conversation),
                         open.judged ? open.judged->signs.intent.name : QString(), became,
                         d->settings.agent.person(), d->parts.clock.now()});
}

void Desk::correctTier(Route became)
{
    if (!ready())
        return;
    const std::optional<Judged> &judged = d->conversation.snapshot()->judged;
    const QString was
        = judged ? QString(QLatin1Char(tierLetter(judged->decision.route))) : QString();
    addFeedback(FeedbackKind::Tier, was, QString(QLatin1Char(tierLetter(became))), {});
}

void Desk::addNote(const QString &text)
{
    if (text.trimmed().isEmpty() || !ready())
        return;
    Act note = d->act(ActKind::Note);
    note.text = text;
    d->conversation.becameAct(DraftKind::Note);
    recordOne(note);
}

void Desk::snooze(Instant until)
{
    if (!readyAlone())
        return;
    Act act = d->act(ActKind::Snooze);
    QList<store::NewAct> acts = d->claimFirst(act);
    act.until = until;
    acts += {act, act.at};
    record(std::move(acts), {});
}

void Desk::transferTo(const QueueId &queue)
{
    if (!readyAlone())
        return;
    Act act = d->act(ActKind::Transfer);
    act.toQueue = queue;
    recordOne(act);
}

void Desk::transferTo(const Person &colleague)
{
    if (!readyAlone())
        return;
    Act act = d->act(ActKind::Transfer);
    act.toAgent = colleague;
    recordOne(act);
}

void Desk::close(OutcomeKind outcome)
{
    if (!readyAlone())
        return;
    Act act = d->act(ActKind::Close);
    QList<store::NewAct> acts = d->claimFirst(act);
    act.outcome = outcome;
    acts += {act, act.at};
    record(std::move(acts), {});
}

void Desk::undo()
{
    const auto opens = std::make_shared<bool>(true); // the first of several that went together
    for (const ActKey &key : d->undo.take()) {
        onFinished(d->parts.store.undo(key), this,
                   [this, opens](const Result<OutboxEntry> &undone) {
                       if (!undone)
                           Q_EMIT failed(undone.error());
                       else if (undone->act.kind == ActKind::Reply && std::exchange(*opens, false))
                           open(undone->act.conversation);
                   });
    }
}

void Desk::sendWhatIsNew(const ActKey &key, const QString &text)
{
    if (text.trimmed().isEmpty() || !ready())
        return;
    const ConversationSnapshot &open = *d->conversation.snapshot();
    const Base seen = baseOf(open.conversation);
    if (open.approvalNeed)
        askAgain(key, text, seen);
    else
        letGo(key, text, seen);
}

namespace {

/// Null: it is under way no more.
const OutboxEntry *entryOf(const ConversationSnapshot &open, const ActKey &key)
{
    const auto at = std::find_if(open.outbox.begin(), open.outbox.end(),
                                 [&](const OutboxEntry &one) { return one.act.key == key; });
    return at == open.outbox.end() ? nullptr : &*at;
}

} // namespace

void Desk::sendUnchanged(const ActKey &key, const QString &reason)
{
    if (!ready())
        return;
    const ConversationSnapshot &open = *d->conversation.snapshot();
    const OutboxEntry *entry = entryOf(open, key);
    if (!entry)
        return;
    // The reason stays with the conversation, where the colleagues read it.
    Act note = d->act(ActKind::Note);
    note.text = reason;
    if (open.approvalNeed) {
        recordOne(note);
        askAgain(key, entry->act.text, baseOf(open.conversation));
        return;
    }
    record({{note, note.at}},
           [this, key, text = entry->act.text, seen = baseOf(open.conversation)](
               const QList<OutboxEntry> &) { letGo(key, text, seen); });
}

void Desk::keepAsNote(const ActKey &key)
{
    if (!ready())
        return;
    const OutboxEntry *entry = entryOf(*d->conversation.snapshot(), key);
    if (!entry)
        return;
    Act note = d->act(ActKind::Note);
    note.text = entry->act.text;
    record({{note, note.at}},
           [this, key, id = openId()](const QList<OutboxEntry> &) { giveUp(key, id, {}); });
}

void Desk::discardHeld(const ActKey &key)
{
    if (!ready())
        return;
    const OutboxEntry *entry = entryOf(*d->conversation.snapshot(), key);
    giveUp(key, openId(), entry ? entry->act.attachments : QList<Attachment>());
}

void Desk::dismissRefused(const ActKey &key)
{
    onFinished(d->parts.store.discard(key), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void Desk::letGo(const ActKey &key, const QString &text, const Base &seen)
{
    onFinished(d->parts.store.release(key, text, seen), this,
               [this](const Result<OutboxEntry> &entry) {
                   if (!entry) {
                       Q_EMIT failed(entry.error());
                       return;
                   }
                   Q_EMIT sent(entry->act.conversation);
                   d->wake();
               });
}

/// What went with it stays attached, but for those that go too.
void Desk::giveUp(const ActKey &key, const ConversationId &id, const QList<Attachment> &files)
{
    onFinished(d->parts.store.discard(key), this, [this, id, files](const Result<void> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        if (openId() == id)
            d->conversation.becameAct(DraftKind::Reply);
        d->parts.store.saveDraft({id, DraftKind::Reply, {}, {}, d->parts.clock.now()});
        for (const Attachment &file : files)
            d->attachments.detach(id, file.sha256);
    });
}

} // namespace baton
