#include "core/desk/DeskPrivate.h"

/// What is done to many conversations at once, or to one because of another.
namespace baton {

namespace {

/// Replies on their way to being recorded, in the order in which they were given.
struct Bulk
{
    std::vector<QList<store::NewAct>> acts; ///< of each reply; none: it is left out
    QString firstName;
    int unread = 0;
};

bool takesAnother(const store::ConversationRecord &record, const QString &me)
{
    const auto &owner = record.conversation.owner;
    const bool typed
        = std::any_of(record.drafts.begin(), record.drafts.end(),
                      [](const TypedDraft &draft) { return draft.kind == DraftKind::Reply; });
    return record.conversation.state != State::Closed && (!owner || owner->id == me) && !typed;
}

} // namespace

void Desk::listIncident(qint64 incident)
{
    const Incident *found = d->feed.incident(incident);
    if (!found) {
        Q_EMIT incidentListed(incident, {});
        return;
    }
    onFinished(d->parts.store.rows(found->alike), this,
               [this, incident](const Result<QList<QueueRow>> &rows) {
                   if (!rows) {
                       Q_EMIT failed(rows.error());
                       return;
                   }
                   QList<QueueRow> others = *rows;
                   others.removeIf(
                       [](const QueueRow &row) { return row.draft || !row.owner.id.isEmpty(); });
                   Q_EMIT incidentListed(incident, others);
               });
}

void Desk::openFirstOf(qint64 incident)
{
    const Incident *found = d->feed.incident(incident);
    if (!found || found->alike.isEmpty())
        return;
    onFinished(d->parts.store.rows(QList<qint64>{found->alike.first()}), this,
               [this](const Result<QList<QueueRow>> &rows) {
                   if (!rows || rows->isEmpty())
                       return;
                   if (rows->first().id == openId())
                       d->conversation.refresh(); // who asked waits for it
                   else
                       open(rows->first().id);
               });
}

void Desk::closeAsDuplicate(const QString &note)
{
    if (!readyAlone())
        return;
    Act closing = d->act(ActKind::Close);
    QList<store::NewAct> acts = d->claimFirst(closing);
    Act said = d->act(ActKind::Note);
    said.text = note;
    acts += {said, said.at};
    acts += {closing, closing.at};
    record(std::move(acts), {});
}

void Desk::sendToEach(const QList<AddressedReply> &replies)
{
    auto bulk = std::make_shared<Bulk>();
    bulk->acts.resize(size_t(replies.size()));
    bulk->unread = int(replies.size());
    for (qsizetype i = 0; i < replies.size(); ++i) {
        const auto read
            = [this, bulk, i, reply = replies[i]](const Result<store::ConversationRecord> &record) {
                  if (record && takesAnother(*record, d->settings.agent.id.text())
                      && !askForEach(*record, reply.text)) {
                      bulk->acts[size_t(i)] = d->replyTo(*record, reply.text);
                      if (bulk->firstName.isEmpty())
                          bulk->firstName = displayName(record->conversation);
                  }
                  if (--bulk->unread > 0)
                      return;
                  QList<store::NewAct> all;
                  for (const QList<store::NewAct> &acts : bulk->acts)
                      all += acts;
                  if (!all.isEmpty())
                      recordEach(std::move(all), bulk->firstName);
              };
        onFinished(d->parts.store.conversation(replies[i].conversation), this, read);
    }
}

QList<store::NewAct> Desk::Private::replyTo(const store::ConversationRecord &record,
                                            const QString &text) const
{
    QList<store::NewAct> acts;
    Act act;
    act.conversation = record.row.id;
    act.agent = settings.agent.person();
    act.at = parts.clock.now();
    act.base = baseOf(record.conversation);
    if (act.base.owner.isEmpty())
        acts += {act, act.at};
    act.kind = ActKind::Reply;
    act.text = text;
    acts += {act, parts.clock.after(undo.lengthMs())};
    return acts;
}

void Desk::recordEach(QList<store::NewAct> acts, const QString &firstName)
{
    record(std::move(acts), [this, firstName](const QList<OutboxEntry> &entries) {
        QList<ActKey> keys;
        const OutboxEntry *firstReply = nullptr;
        for (const OutboxEntry &entry : entries) {
            if (entry.act.kind != ActKind::Reply)
                continue;
            keys.append(entry.act.key);
            if (!firstReply)
                firstReply = &entry;
        }
        if (firstReply)
            d->offerUndo(*firstReply, firstName, keys, int(keys.size()));
    });
}

} // namespace baton
