#include "core/desk/ReviewBoard.h"

#include "core/desk/ReviewCopy.h"
#include "core/quality/Kappa.h"
#include "core/quality/Monitors.h"
#include "core/quality/Scorecards.h"
#include "core/store/Store.h"

#include <QtCore/QDate>

#include <algorithm>

namespace baton {

namespace {

constexpr int pageOfFacts = 200;
constexpr qint64 firstLookMs = 28 * dayMs;
constexpr qint64 laterLookMs = 4 * dayMs; // ratings and recontacts come up to 72 h after the end
constexpr int lookAfterMs = 4000;
constexpr qint64 longestReviewMs = 30 * minuteMs; // who takes longer was away

int firstOf(const Monitors &monitors)
{
    int first = 1;
    for (const Monitor &monitor : monitors.list) {
        if (monitor.kind == MonitorKind::NewAgent)
            first = std::max(first, int(monitor.limit));
    }
    return first;
}

QList<store::PickedReview> pickFrom(const QList<ReviewFacts> &all, const Monitors &monitors)
{
    QList<store::PickedReview> picked;
    for (const ReviewFacts &facts : all) {
        if (const auto one = quality::sampled(facts, monitors))
            picked.append({facts, one->reason, monitors.version, one->doubled, one->planted});
    }
    return picked;
}

/// Monday, 00:00 where the desk stands.
Instant weekOf(Instant now)
{
    const QDate day = now.utc().toLocalTime().date();
    return Instant::from(day.addDays(1 - day.dayOfWeek()).startOfDay());
}

/// An internal note beside the work that it is about, which every upstream carries to the agent.
/// Absent where there is nothing to say, or nobody to say it to.
std::optional<Act> coachingNote(const ReviewSnapshot &whole, const Review &review)
{
    if (review.verdict == Verdict::Pass || review.comment.trimmed().isEmpty()
        || review.agent.id.isEmpty() || whole.origin != Origin::Upstream)
        return {};
    const Conversation &conversation = whole.conversation;
    Act note;
    note.kind = ActKind::Note;
    note.conversation = review.conversation;
    note.agent = review.reviewer;
    note.at = review.at;
    note.text = review.comment;
    note.base.version = conversation.version;
    note.base.state = conversation.state;
    note.base.owner = AgentId(conversation.owner ? conversation.owner->id : QString());
    if (const Message *last = lastPublicMessage(conversation))
        note.base.lastPublic = last->id;
    return note;
}

ReviewFigures figuresOf(const store::ReviewSums &sums)
{
    return {sums.mine, sums.all, sums.medianMs, quality::agreementOf(sums.doubles)};
}

} // namespace

ReviewBoard::ReviewBoard(store::Store &store, const Clock &clock, const Agent &agent)
    : m_store(store)
    , m_clock(clock)
    , m_agent(agent)
    , m_cards({quality::bundledScorecard()})
    , m_monitors(quality::bundledMonitors())
{
    m_list.rows = std::make_shared<const std::vector<qint64>>();
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &ReviewBoard::refresh);
}

ReviewBoard::~ReviewBoard() = default;

void ReviewBoard::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    m_judge = std::move(judge);
    m_caughtUp = false; // what it has yet to read is not among what was looked at
    m_renewed = true;
    refreshLater();
}

void ReviewBoard::setDrafter(std::shared_ptr<const ReplyDrafter> drafter)
{
    m_drafter = std::move(drafter);
}

void ReviewBoard::setMonitors(const Monitors &monitors)
{
    m_monitors = monitors;
    m_caughtUp = false; // the older ones were not looked at by these
    m_renewed = true;
    refreshLater();
}

void ReviewBoard::setScorecards(const QList<Scorecard> &cards)
{
    m_cards = cards;
}

/// A review is read by the card that it was made with. One of another desk may not be known here:
/// its answers stand by their names alone.
Scorecard ReviewBoard::cardFor(const store::ReviewRecord &record) const
{
    const QList<Review> &all = record.reviews;
    auto shown = std::find_if(all.begin(), all.end(), [this](const Review &review) {
        return review.reviewer.id == m_agent.id.text();
    });
    if (shown == all.end() && record.row && record.row->verdict && !all.isEmpty())
        shown = std::prev(all.end());
    if (shown == all.end())
        return m_cards.first();
    const auto own = std::ranges::find(m_cards, shown->scorecard, &Scorecard::version);
    if (own != m_cards.end())
        return *own;
    Scorecard card{shown->scorecard, m_cards.first().title, {}};
    for (const Score &score : shown->scores) {
        if (score.by != ScoredBy::Person)
            continue;
        Criterion criterion;
        criterion.name = score.criterion;
        criterion.title = score.criterion;
        card.criteria.append(criterion);
    }
    return card;
}

void ReviewBoard::refreshLater()
{
    if (m_agent.role == Role::Lead && !m_soon.isActive())
        m_soon.start();
}

void ReviewBoard::showScope(ReviewScope scope)
{
    m_scope = scope;
    listAnew();
}

void ReviewBoard::refresh()
{
    m_soon.stop();
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_again = false;
    m_renewed = false;
    m_picked = 0;
    look(m_clock.now() + (m_caughtUp ? -laterLookMs : -firstLookMs), {});
}

void ReviewBoard::look(Instant since, const store::FactsPage &before)
{
    const auto end = [this](bool caughtUp) {
        m_looking = false;
        m_caughtUp = caughtUp && !m_renewed;
        listAnew();
        if (m_again)
            refreshLater();
    };
    const auto failedWith = [this, end](const Error &error) {
        end(false);
        if (error.code != ErrorCode::Cancelled)
            Q_EMIT failed(error);
    };
    onFinished(m_store.reviewFacts({since, before.last, pageOfFacts, firstOf(m_monitors),
                                    store::FactsQuery::Picked::LeftOut, before.firsts}),
               this, [this, since, end, failedWith](const Result<store::FactsPage> &page) {
                   if (!page)
                       return failedWith(page.error());
                   store::FactsPage next;
                   next.last = page->last;
                   next.firsts = page->firsts;
                   const auto goOn = [this, since, end, next, atEnd = page->end] {
                       if (!atEnd)
                           look(since, next);
                       else
                           end(m_judge && m_picked == 0);
                   };
                   const QList<store::PickedReview> picked = pickFrom(page->facts, m_monitors);
                   if (picked.isEmpty())
                       return goOn();
                   onFinished(m_store.addReviewItems(picked), this,
                              [this, goOn, failedWith](const Result<int> &added) {
                                  if (!added)
                                      return failedWith(added.error());
                                  m_picked += *added;
                                  goOn();
                              });
               });
}

void ReviewBoard::listAnew()
{
    const quint64 listing = ++m_listing;
    const Instant now = m_clock.now();
    const Instant week = weekOf(now);
    const Instant from = m_scope == ReviewScope::Week ? week : Instant{};
    onFinished(m_store.reviewIds(from, week), this,
               [this, listing, now](const Result<store::ReviewIds> &ids) {
                   if (listing != m_listing)
                       return;
                   if (!ids) {
                       if (ids.error().code != ErrorCode::Cancelled)
                           Q_EMIT failed(ids.error());
                       return;
                   }
                   onFinished(
                       m_store.reviewSums(m_agent.id), this,
                       [this, listing, now, ids = *ids](const Result<store::ReviewSums> &sums) {
                           if (listing != m_listing)
                               return;
                           m_list.generation = listing;
                           m_list.scope = m_scope;
                           m_list.rows = ids.rows;
                           m_list.todo = ids.todo;
                           m_list.week = now.utc().toLocalTime().date().weekNumber();
                           m_list.weekTodo = ids.sinceTodo;
                           m_list.weekDone = ids.sinceDone;
                           if (sums)
                               m_list.figures = figuresOf(*sums);
                           Q_EMIT listChanged(m_list);
                       });
               });
}

void ReviewBoard::needRows(quint64 generation, qsizetype first, qsizetype last)
{
    if (generation != m_list.generation)
        return;
    const auto &all = *m_list.rows;
    first = std::max<qsizetype>(0, first);
    last = std::min(last, qsizetype(all.size()) - 1);
    if (first > last)
        return;
    onFinished(m_store.reviewRows(QList<qint64>(all.begin() + first, all.begin() + last + 1)), this,
               [this, generation, first](Result<QList<ReviewRow>> rows) {
                   if (!rows) {
                       Q_EMIT failed(rows.error());
                       return;
                   }
                   if (generation != m_list.generation)
                       return;
                   for (ReviewRow &row : *rows)
                       row.monitorGone = !quality::hasLike(m_monitors, row.reason);
                   Q_EMIT rowsReady(generation, first, *rows);
               });
}

void ReviewBoard::open(const ConversationId &id)
{
    m_openId = id;
    m_open.reset();
    const quint64 opening = ++m_opening;
    const auto failedWith = [this, opening](const Error &error) {
        if (opening != m_opening)
            return;
        m_openId = {}; // it may be tried again
        Q_EMIT failed(error);
    };
    onFinished(m_store.conversation(id), this,
               [this, id, opening, failedWith](Result<store::ConversationRecord> record) {
                   if (!record)
                       return failedWith(record.error());
                   if (opening != m_opening)
                       return;
                   onFinished(m_store.reviewRecord(id), this,
                              [this, opening, failedWith, record = std::move(record).value()](
                                  Result<store::ReviewRecord> review) {
                                  if (!review)
                                      return failedWith(review.error());
                                  if (opening != m_opening)
                                      return;
                                  const Scorecard card = cardFor(*review);
                                  seek({record,
                                        std::move(review).value(),
                                        card,
                                        quality::lotsOf(m_monitors),
                                        m_agent.id,
                                        m_judge,
                                        m_drafter,
                                        {}},
                                       opening);
                              });
               });
}

/// What the knowledge says about it, as the composer had it; a search that fails finds nothing.
void ReviewBoard::seek(const ReviewMaterial &material, quint64 opening)
{
    onFinished(m_work.run([material] { return passagesFor(material); }), this,
               [this, material, opening](const PassageQuery &query) {
                   if (opening != m_opening)
                       return;
                   if (query.parts.isEmpty())
                       return read(material, opening);
                   onFinished(m_store.findPassages(query), this,
                              [this, material, opening](const Result<QList<FoundPassage>> &found) {
                                  ReviewMaterial whole = material;
                                  for (const FoundPassage &one : found.value_or({}))
                                      whole.found.append(one.passage);
                                  if (opening == m_opening)
                                      read(whole, opening);
                              });
               });
}

void ReviewBoard::read(const ReviewMaterial &material, quint64 opening)
{
    onFinished(m_work.run([material] { return reviewCopy(material); }), this,
               [this, opening](ReviewSnapshot whole) {
                   if (opening != m_opening)
                       return;
                   m_open = std::move(whole);
                   m_open->row.monitorGone = !quality::hasLike(m_monitors, m_open->row.reason);
                   m_openedSteadyMs = m_clock.steadyMs();
                   publishOpen();
               });
}

void ReviewBoard::close()
{
    ++m_opening;
    m_openId = {};
    m_open.reset();
    Q_EMIT closed();
}

void ReviewBoard::publishOpen()
{
    Q_EMIT opened(m_open->revealed ? *m_open : blind(*m_open));
}

ScoreTotal ReviewBoard::total(const Scorecard &card, const QList<Score> &scores, ScoredBy by)
{
    return quality::total(card, scores, by);
}

bool ReviewBoard::permits(const Scorecard &card, const QList<Score> &scores, Verdict verdict)
{
    return quality::permits(total(card, scores), verdict);
}

void ReviewBoard::save(const ReviewAnswer &answer)
{
    if (!m_open || m_open->revealed || m_saving)
        return;
    const Scorecard &card = m_open->card;
    if (!permits(card, answer.scores, answer.verdict)) {
        Q_EMIT failed(
            {ErrorCode::Refused, m_openId.text(),
             QStringLiteral("failed: %1").arg(total(card, answer.scores).failed.join(u", "))});
        return;
    }
    Review review = reviewOf(*m_open, answer);
    review.reviewer = m_agent.person();
    review.at = m_clock.now();
    review.tookMs = std::min(m_clock.steadyMs() - m_openedSteadyMs, longestReviewMs);
    m_saving = true;
    onFinished(m_store.addReviews({review}), this,
               [this, review, note = coachingNote(*m_open, review),
                opening = m_opening](const Result<int> &added) {
                   m_saving = false;
                   if (!added) {
                       Q_EMIT failed(added.error());
                       return;
                   }
                   if (note && *added > 0)
                       coach(*note);
                   listAnew();
                   if (opening == m_opening && m_open) {
                       m_open->revealed = true;
                       m_open->review = review;
                       m_open->row.verdict = review.verdict;
                       publishOpen();
                   }
               });
}

void ReviewBoard::coach(const Act &note)
{
    onFinished(m_store.record({{note, note.at}}), this,
               [this](const Result<QList<OutboxEntry>> &recorded) {
                   if (!recorded)
                       Q_EMIT failed(recorded.error());
                   else
                       Q_EMIT coached();
               });
}

} // namespace baton
