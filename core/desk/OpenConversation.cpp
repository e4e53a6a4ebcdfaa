#include "core/desk/OpenConversation.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/KnowledgeSearch.h"
#include "core/desk/ReplyDrafter.h"
#include "core/desk/SimilarCases.h"
#include "core/drafting/Snippets.h"
#include "core/knowledge/Query.h"
#include "core/policy/Targets.h"
#include "core/store/Store.h"
#include "core/sync/Reconcile.h"

namespace baton {

namespace {

constexpr int similarWeighed = 200; // closed conversations of the intent, the newest
constexpr qsizetype similarRead = 8;
constexpr qsizetype similarShown = 3;

/// Where somebody may be hurt, only what was written for such a case: a playbook of an intent that
/// the catalogue always sends to people.
bool mayDraft(const Judged &judged, const Catalogue &catalogue)
{
    const auto &triggers = judged.decision.triggers;
    const bool safety = std::any_of(triggers.begin(), triggers.end(), [](const Trigger &trigger) {
        return trigger.rule == Rule::Safety;
    });
    const Intent *intent = catalogue.find(judged.signs.intent.name);
    return !safety || (intent && intent->pin == Route::Escalate);
}

bool wasDiscarded(const Draft &draft, const QList<Feedback> &all)
{
    return std::any_of(all.begin(), all.end(), [&draft](const Feedback &one) {
        return one.kind == FeedbackKind::Draft && one.became == draftDiscarded
            && one.was == draft.text;
    });
}

QList<OutboxEntry> underWay(const QList<OutboxEntry> &acts)
{
    QList<OutboxEntry> out;
    for (const OutboxEntry &entry : acts) {
        if (entry.status == ActStatus::Waiting || entry.status == ActStatus::Held
            || entry.status == ActStatus::Refused)
            out += entry;
    }
    return out;
}

std::optional<Comparison> comparisonOf(const store::ConversationRecord &record)
{
    for (const OutboxEntry &entry : record.acts) {
        if (entry.status != ActStatus::Held || entry.act.kind != ActKind::Reply)
            continue;
        QList<OutboxEntry> others = record.acts;
        others.removeIf([&](const OutboxEntry &e) { return e.act.key == entry.act.key; });
        return compare(entry, sync::reconcile(record.upstream, others));
    }
    return {};
}

drafting::Grounds groundsOf(const Conversation &conversation, const policy::Policy &policy,
                            const Person &agent, Instant now)
{
    drafting::Grounds grounds;
    grounds.conversation = conversation;
    grounds.agent = agent;
    grounds.now = now;
    if (const policy::Calendar *calendar = policy::calendarOf(conversation, policy))
        grounds.zone = calendar->zone;
    return grounds;
}

} // namespace

OpenConversation::OpenConversation(Parts parts)
    : m_parts(std::move(parts))
{
    prepareChecks();
}

void OpenConversation::open(const ConversationId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    ++m_opening;
    m_snapshot.reset();
    m_replyBase.reset();
    m_noteBase.reset();
    forgetReply();
    m_marked = MessageId();
    m_draftShownAt.reset();
    m_similarTo.clear();
    m_found.clear();
    m_sought = false;
    m_foundFor.clear();
    m_finding = 0;
    m_foundMore = false;
    m_loading = false;
    m_again = false;
    load();
}

void OpenConversation::close()
{
    m_id = ConversationId();
    ++m_opening;
    m_snapshot.reset();
    forgetReply();
    Q_EMIT closed();
}

void OpenConversation::retell()
{
    if (m_snapshot)
        publish();
}

void OpenConversation::refresh()
{
    if (m_id.isEmpty())
        return;
    if (m_loading)
        m_again = true;
    else
        load();
}

void OpenConversation::setOffers(const Offers &offers)
{
    if (offers == m_offers)
        return;
    m_offers = offers;
    refresh();
}

void OpenConversation::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    m_judge = std::move(judge);
    refresh();
}

void OpenConversation::setSnippets(std::shared_ptr<const drafting::SnippetShelf> snippets)
{
    m_snippets = std::move(snippets);
    refresh();
}

void OpenConversation::setDrafter(std::shared_ptr<const ReplyDrafter> drafter)
{
    m_drafter = std::move(drafter);
    refresh();
}

void OpenConversation::load()
{
    m_loading = true;
    m_again = false;
    const ConversationId id = m_id;
    const quint64 opening = m_opening;
    // What was typed a moment ago must be in what is read back.
    m_parts.autosave.flush();
    onFinished(m_parts.store.conversation(id), this,
               [this, opening](Result<store::ConversationRecord> record) {
                   if (opening != m_opening)
                       return;
                   if (!record) {
                       m_loading = false;
                       Q_EMIT failed(record.error());
                       if (opening == m_opening && !m_snapshot)
                           close();
                       return;
                   }
                   read(std::move(record).value());
               });
}

void OpenConversation::read(store::ConversationRecord record)
{
    const auto shown = [this, opening = m_opening](store::ConversationRecord got, Reading reading) {
        if (opening != m_opening)
            return;
        m_loading = false;
        show(std::move(got), std::move(reading));
        if (opening == m_opening && m_again)
            load();
    };
    if (!m_judge) {
        shown(std::move(record), {});
        return;
    }
    const bool known
        = m_kept && m_kept->judge == m_judge && m_kept->conversation == record.upstream;
    // The packet's own text decides: what this desk adds is not judged. A draft knows of it.
    const auto reading
        = m_compute.run([judge = m_judge, drafter = m_drafter, snippets = m_snippets,
                         upstream = record.upstream, shownNow = record.conversation,
                         kept = known ? std::optional(m_kept->reading) : std::nullopt,
                         sought = m_sought, agent = m_parts.agent.person(),
                         now = m_parts.clock.now(), lookUps = m_parts.lookUps(m_id)] {
              Reading made = kept ? *kept : readingOf(*judge, upstream);
              if (drafter && !sought)
                  made.query = knowledge::queryFor(shownNow, made.judged->signs);
              if (snippets)
                  made.snippets
                      = snippets->snippetsFor(groundsOf(shownNow, judge->policy(), agent, now));
              const bool open = shownNow.state != State::Closed && firstUnanswered(shownNow);
              if (drafter && open && mayDraft(*made.judged, judge->catalogue())) {
                  Draft draft = drafter->draft(shownNow, made.judged->signs, agent, now, lookUps);
                  if (!draft.text.isEmpty())
                      made.suggestion = std::move(draft);
              }
              return made;
          });
    onFinished(reading, this,
               [this, shown, opening = m_opening, judge = m_judge,
                record = std::move(record)](Reading made) mutable {
                   // Another conversation may have been read and kept meanwhile.
                   const bool decided = m_kept && m_kept->decidersRead && m_kept->judge == judge
                       && m_kept->conversation == record.upstream;
                   if (decided)
                       made.decidedBy = m_kept->reading.decidedBy;
                   else
                       ++m_deciding; // what is read still was of another
                   m_kept = {judge, record.upstream, made, decided};
                   m_kept->reading.suggestion.reset();
                   m_kept->reading.query = {};
                   m_kept->reading.snippets.clear();
                   shown(std::move(record), std::move(made));
                   if (opening == m_opening)
                       readDeciders();
               });
}

/// Which words decided is asked for by few, and takes as long as the rest of the reading.
void OpenConversation::readDeciders()
{
    if (!m_kept || m_kept->decidersRead)
        return;
    m_kept->decidersRead = true;
    const auto words = m_compute.run([judge = m_kept->judge, upstream = m_kept->conversation] {
        return judge->decidedBy(upstream);
    });
    onFinished(words, this, [this, deciding = m_deciding](const QList<Evidence> &decidedBy) {
        if (deciding != m_deciding)
            return;
        m_kept->reading.decidedBy = decidedBy;
        if (!m_snapshot || m_snapshot->conversation.id != m_kept->conversation.id
            || m_snapshot->decidedBy == decidedBy)
            return;
        m_snapshot->decidedBy = decidedBy;
        publish();
    });
}

OpenConversation::Reading OpenConversation::readingOf(const ConversationJudge &judge,
                                                      const Conversation &conversation)
{
    Reading reading;
    reading.judged = judge.judge(conversation);
    reading.card = judge.card(conversation, *reading.judged);
    if (const Intent *intent = judge.catalogue().find(reading.judged->signs.intent.name))
        reading.intentTitle = intent->title;
    if (const Intent *next = judge.catalogue().find(reading.judged->signs.runnerUp.name))
        reading.runnerUpTitle = next->title;
    return reading;
}

void OpenConversation::show(store::ConversationRecord record, Reading reading)
{
    const bool first = !m_snapshot;
    ConversationSnapshot next;
    next.seen = first ? record.seen : m_snapshot->seen;
    if (m_snapshot) {
        next.earlier = m_snapshot->earlier;
        next.duplicateOf = m_snapshot->duplicateOf;
        next.similar = m_snapshot->similar;
    }
    next.outbox = underWay(record.acts);
    next.comparison = comparisonOf(record);
    next.drafts = record.drafts;
    next.attached = record.attached;
    next.mine
        = record.conversation.owner && record.conversation.owner->id == m_parts.agent.id.text();
    next.offers = m_offers;
    next.judged = std::move(reading.judged);
    next.card = std::move(reading.card);
    next.suggestion = std::move(reading.suggestion);
    next.intentTitle = std::move(reading.intentTitle);
    next.runnerUpTitle = std::move(reading.runnerUpTitle);
    next.decidedBy = std::move(reading.decidedBy);
    next.snippets = std::move(reading.snippets);
    next.checksReplies = m_drafter && next.judged;
    if (next.checksReplies && m_parts.hasModel())
        next.model = policy::staysHere(record.conversation, *next.judged, m_judge->policy())
            ? ModelOffer::StaysHere
            : ModelOffer::Offered;
    next.feedback = std::move(record.feedback);
    if (next.suggestion && wasDiscarded(*next.suggestion, next.feedback))
        next.suggestion.reset();
    const bool known = m_snapshot && m_snapshot->suggestion && next.suggestion
        && m_snapshot->suggestion->text == next.suggestion->text;
    if (next.suggestion && !known)
        m_draftShownAt = m_parts.clock.now();
    const Placement placement = m_parts.place(record.conversation, record.row.judged);
    next.place = {placement.key.safety == 0, placement.sla, record.conversation.customer.value,
                  record.conversation.waitingSince};
    next.row = std::move(record.row);
    next.conversation = std::move(record.conversation);
    for (const TypedDraft &draft : next.drafts) {
        if (std::optional<Base> &base = typedBase(draft.kind); !base)
            base = draft.base;
        if (first && draft.kind == DraftKind::Reply)
            m_reply = draft.text;
    }
    const auto &messages = next.conversation.messages;
    if (!messages.isEmpty() && messages.last().id != m_marked) {
        m_marked = messages.last().id;
        m_parts.store.markSeen(m_id, m_marked);
    }
    m_snapshot = std::move(next);
    if (first)
        loadEarlier(m_snapshot->conversation.customer.id);
    loadDuplicate();
    loadSimilar();
    if (m_snapshot->checksReplies && !m_sought && !reading.query.parts.isEmpty()) {
        m_sought = true;
        loadPassages(std::move(reading.query));
    }
    checkReply(m_reply);
    publish();
}

/// Whoever is told may open another conversation at once: nothing of this one is touched after.
void OpenConversation::publish()
{
    m_parts.tellApproval(*m_snapshot);
    const ConversationSnapshot shown = *m_snapshot;
    Q_EMIT changed(shown);
}

void OpenConversation::loadEarlier(const CustomerId &customer)
{
    onFinished(m_parts.store.earlierContacts(customer, m_id, earlierContactsShown), this,
               [this, opening = m_opening](const Result<QList<QueueRow>> &rows) {
                   if (opening != m_opening || !m_snapshot || !rows || rows->isEmpty())
                       return;
                   m_snapshot->earlier = *rows;
                   publish();
               });
}

/// The older conversation that this one was found to repeat.
void OpenConversation::loadDuplicate()
{
    const ConversationId &wanted = m_snapshot->row.duplicateOf;
    std::optional<QueueRow> &shown = m_snapshot->duplicateOf;
    if (wanted == (shown ? shown->id : ConversationId()))
        return;
    shown.reset(); // told with what is published next
    if (wanted.isEmpty())
        return;
    onFinished(m_parts.store.rows(QList<ConversationId>{wanted}), this,
               [this, opening = m_opening](const Result<QList<QueueRow>> &rows) {
                   if (opening != m_opening || !m_snapshot || !rows || rows->isEmpty()
                       || rows->first().id != m_snapshot->row.duplicateOf)
                       return;
                   m_snapshot->duplicateOf = rows->first();
                   publish();
               });
}

void OpenConversation::loadSimilar()
{
    const QString intent = m_snapshot->judged ? m_snapshot->judged->signs.intent.name : QString();
    if (intent.isEmpty() || intent == m_similarTo)
        return;
    m_similarTo = intent;
    const auto ranked = [this, opening = m_opening, intent](const QList<SimilarCase> &cases) {
        if (opening == m_opening && intent == m_similarTo)
            readSimilar(cases.first(qMin(similarRead, cases.size())), {});
    };
    onFinished(
        m_parts.store.closedOfIntent(intent, m_snapshot->conversation.customer.id, similarWeighed),
        this, [this, ranked, need = m_snapshot->row.need](const Result<QList<QueueRow>> &rows) {
            if (!rows || rows->isEmpty())
                return;
            onFinished(m_compute.run([need, rows = *rows] { return similarCases(need, rows); }),
                       this, ranked);
        });
}

void OpenConversation::readSimilar(QList<SimilarCase> cases, QList<SimilarCase> solved)
{
    if (cases.isEmpty() || solved.size() == similarShown) {
        if (!m_snapshot || solved == m_snapshot->similar)
            return;
        m_snapshot->similar = std::move(solved);
        publish();
        return;
    }
    const ConversationId id = cases.first().row.id;
    const auto seen
        = [this, opening = m_opening, intent = m_similarTo, cases = std::move(cases),
           solved = std::move(solved)](const Result<store::ConversationRecord> &record) mutable {
              if (opening != m_opening || intent != m_similarTo)
                  return;
              SimilarCase one = cases.takeFirst();
              if (record && wasSolved(record->conversation)) {
                  one.replies = repliesIn(record->conversation);
                  solved.append(one);
              }
              readSimilar(std::move(cases), std::move(solved));
          };
    onFinished(m_parts.store.conversation(id), this, seen);
}

} // namespace baton
