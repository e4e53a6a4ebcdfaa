#include "core/desk/DeskPrivate.h"
#include "core/domain/Tags.h"

#include <QtCore/QSet>

/// What is done to the conversations that somebody marked, or to all of a colleague's.
namespace baton {

namespace {

constexpr int mostOfOne = 1000;
constexpr int tagsOffered = 12;

/// Acts on their way to being recorded, in the order in which their conversations were given.
struct Each
{
    std::vector<std::optional<store::NewAct>> acts;
    QString firstName;
    int unread = 0;
};

} // namespace

void Desk::actOnEach(const QList<ConversationId> &conversations, Undoable what, MakeActs make)
{
    auto each = std::make_shared<Each>();
    each->acts.resize(size_t(conversations.size()));
    each->unread = int(conversations.size());
    const Instant notBefore = d->parts.clock.after(d->undo.lengthMs());
    const auto decide = [this, each, what] {
        QList<store::NewAct> acts;
        for (std::optional<store::NewAct> &one : each->acts) {
            if (one)
                acts += *std::move(one);
        }
        const int leftOut = int(each->acts.size()) - int(acts.size());
        if (acts.isEmpty()) {
            if (what == Undoable::Assignment)
                Q_EMIT failed({ErrorCode::Conflict, {}, QStringLiteral("nothing to assign")});
            return;
        }
        record(std::move(acts), [this, each, what, leftOut](const QList<OutboxEntry> &entries) {
            QList<ActKey> keys;
            for (const OutboxEntry &entry : entries)
                keys.append(entry.act.key);
            d->undo.offer({keys.first(), entries.first().act.conversation, each->firstName, false,
                           d->parts.clock.steadyMs() + d->undo.lengthMs(), int(keys.size()), what,
                           leftOut},
                          keys);
        });
    };
    for (qsizetype i = 0; i < conversations.size(); ++i) {
        onFinished(
            d->parts.store.conversation(conversations[i]), this,
            [each, i, make, decide, notBefore](const Result<store::ConversationRecord> &record) {
                if (record) {
                    if (std::optional<Act> act = make(*record)) {
                        each->acts[size_t(i)] = store::NewAct{*std::move(act), notBefore};
                        if (each->firstName.isEmpty())
                            each->firstName = displayName(record->conversation);
                    }
                }
                if (--each->unread == 0)
                    decide();
            });
    }
}

void Desk::tag(const QList<ConversationId> &conversations, const QStringList &added,
               const QStringList &removed)
{
    if (added.isEmpty() && removed.isEmpty())
        return;
    actOnEach(
        conversations, Undoable::Tags,
        [this, added, removed](const store::ConversationRecord &record) -> std::optional<Act> {
            const Conversation &c = record.conversation;
            const QStringList now = withTags(c.tags, added, removed);
            if (record.row.origin == Origin::Archive || now == c.tags)
                return {};
            Act act;
            act.kind = ActKind::Tag;
            act.conversation = record.row.id;
            act.agent = d->settings.agent.person();
            act.at = d->parts.clock.now();
            act.base = baseOf(c);
            for (const QString &tag : now) {
                if (!hasTag(c.tags, tag))
                    act.tagsAdded += tag;
            }
            for (const QString &tag : c.tags) {
                if (!hasTag(now, tag))
                    act.tagsRemoved += tag;
            }
            return act;
        });
}

void Desk::assign(const QList<ConversationId> &conversations, const Assignee &to)
{
    const bool everybodys = d->settings.agent.role == Role::Lead;
    actOnEach(
        conversations, Undoable::Assignment,
        [this, to, everybodys](const store::ConversationRecord &record) -> std::optional<Act> {
            const Conversation &c = record.conversation;
            const QString owner = c.owner ? c.owner->id : QString();
            const bool theirs = !owner.isEmpty() && owner != d->settings.agent.id.text();
            const bool back = !to.person && to.queue.isEmpty();
            const bool stays = back ? owner.isEmpty()
                : to.person         ? owner == to.person->id
                                    : owner.isEmpty() && c.queue == to.queue;
            if (record.row.origin == Origin::Archive || c.state == State::Closed
                || (theirs && !everybodys) || stays)
                return {};
            Act act;
            act.kind = back ? ActKind::Release : ActKind::Transfer;
            act.conversation = record.row.id;
            act.agent = d->settings.agent.person();
            act.at = d->parts.clock.now();
            act.base = baseOf(c);
            act.toQueue = to.queue;
            act.toAgent = to.person;
            return act;
        });
}

void Desk::assignAllOf(const Person &person, const Assignee &to)
{
    const store::QueueQuery theirs{QueueView::Mine, AgentId(person.id), d->parts.clock.now()};
    onFinished(d->parts.store.firstRows(theirs, mostOfOne), this,
               [this, to](const Result<QList<QueueRow>> &rows) {
                   if (!rows) {
                       Q_EMIT failed(rows.error());
                       return;
                   }
                   QList<ConversationId> ids;
                   for (const QueueRow &row : *rows)
                       ids += row.id;
                   assign(ids, to);
               });
}

LoadBoard &Desk::loadBoard() const
{
    return d->load;
}

HandoverBoard &Desk::handoverBoard() const
{
    return d->handover;
}

void Desk::listTags()
{
    onFinished(d->parts.store.tagsInUse(tagsOffered), this,
               [this](const Result<QStringList> &tags) {
                   if (tags)
                       Q_EMIT tagsListed(*tags);
               });
}

} // namespace baton
