#include "core/store/ReviewTable.h"

#include "core/store/EnumNames.h"

#include <algorithm>

namespace baton::store {

namespace {

constexpr qsizetype mediansOver = 20; // of the newest reviews
constexpr qsizetype medianFrom = 3;

constexpr const char *knownUseSql = R"(
    SELECT EXISTS (SELECT 1 FROM feedback INDEXED BY feedback_conversation
        WHERE conversation = ? AND kind = 'draft' AND agent_id = ? AND at = ?))";
constexpr const char *insertUseSql
    = "INSERT INTO draft_use VALUES (last_insert_rowid(), ?, ?, ?, ?, ?)";
constexpr const char *findUseSql = R"(
    SELECT f.was, u.sent, f.became, u.distance, u.survival, f.why, f.agent_id, f.agent_name,
        u.shown_at, f.at
    FROM draft_use u JOIN feedback f ON f.seq = u.feedback
    WHERE u.conversation = ? ORDER BY u.feedback DESC LIMIT 1)";

constexpr const char *insertItemSql = R"(
    INSERT OR IGNORE INTO review_item
    VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?))";
// Two people review what is doubled; nobody reviews the same twice.
constexpr const char *settleTodoSql = R"(
    UPDATE review_item SET todo =
        NOT EXISTS (SELECT 1 FROM review r WHERE r.conversation = ?1 AND r.reviewer_id = ?2)
        AND (SELECT count(*) FROM review r WHERE r.conversation = ?1) < 1 + doubled
    WHERE conversation = ?1)";

constexpr const char *insertReviewSql
    = "INSERT OR IGNORE INTO review VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *newReviewSql = "SELECT last_insert_rowid()";
constexpr const char *insertScoreSql = "INSERT INTO review_score VALUES (?, ?, ?, ?)";
constexpr const char *insertMarkSql = "INSERT OR IGNORE INTO review_mark VALUES (?, ?)";
constexpr const char *reviewsSql = R"(
    SELECT seq, reviewer_id, reviewer_name, agent_id, agent_name, at, took_ms, scorecard, verdict,
        comment, planted, caught
    FROM review WHERE conversation = ? ORDER BY at, seq)";
constexpr const char *reviewScoresSql
    = "SELECT criterion, by, points FROM review_score WHERE review = ? ORDER BY criterion, by";
constexpr const char *reviewMarksSql
    = "SELECT sentence FROM review_mark WHERE review = ? ORDER BY sentence";

constexpr const char *reviewIdsSql = R"(
    SELECT row FROM review_item INDEXED BY review_item_list
    WHERE todo = ? AND closed_at >= ? ORDER BY closed_at DESC, row DESC)";
constexpr const char *reviewCountSql = R"(
    SELECT count(*) FROM review_item INDEXED BY review_item_list
    WHERE todo = ? AND closed_at >= ?)";
#define BATON_REVIEW_COLUMNS                                                                       \
    "i.row, i.conversation, i.closed_at, i.reason, i.reason_name, i.reason_limit, "                \
    "i.reason_share, i.doubled, i.planted, i.tier, i.intent, i.contained, i.replies, i.fate, "     \
    "i.changed, i.todo, coalesce(c.need, ''), "                                                    \
    "(SELECT verdict FROM review r WHERE r.conversation = i.conversation "                         \
    "ORDER BY r.reviewer_id = ?1 DESC, r.seq DESC LIMIT 1), i.reason_title "                       \
    "FROM review_item i LEFT JOIN cache.conversation c ON c.id = i.conversation "
constexpr const char *reviewRowSql = "SELECT " BATON_REVIEW_COLUMNS "WHERE i.row = ?2";
constexpr const char *reviewRowOfSql = "SELECT " BATON_REVIEW_COLUMNS "WHERE i.conversation = ?2";

constexpr const char *coachingSql = R"(
    SELECT r.seq, r.conversation, coalesce(c.need, ''), r.reviewer_id, r.reviewer_name, r.at, r.verdict,
        r.comment, EXISTS (SELECT 1 FROM coaching_read k WHERE k.review = r.seq)
    FROM review r INDEXED BY review_agent LEFT JOIN cache.conversation c ON c.id = r.conversation
    WHERE r.agent_id = ? AND r.reviewer_id <> r.agent_id AND r.comment <> '' ORDER BY r.seq DESC LIMIT ?)";
constexpr const char *markReadSql = R"(
    INSERT OR IGNORE INTO coaching_read SELECT seq, ?2 FROM review WHERE seq = ?1)";
constexpr const char *insertScorecardSql = "INSERT INTO scorecard VALUES (?, ?, ?, ?, ?)";
constexpr const char *scorecardsSql
    = "SELECT version, author_id, author_name, at, file FROM scorecard ORDER BY version DESC";

constexpr const char *catchesSql = R"(
    SELECT coalesce(sum(caught), 0), coalesce(sum(planted), 0)
    FROM review WHERE ?1 = '' OR reviewer_id = ?1)";
constexpr const char *tookSql
    = "SELECT took_ms FROM review WHERE reviewer_id = ? AND took_ms > 0 ORDER BY seq DESC LIMIT ?";
constexpr const char *doubleSql = R"(
    SELECT a.verdict, b.verdict FROM review a JOIN review b ON b.conversation = a.conversation
    WHERE a.seq < b.seq AND NOT EXISTS (SELECT 1 FROM review o
        WHERE o.conversation = a.conversation AND o.seq < b.seq AND o.seq <> a.seq)
    ORDER BY a.seq)";

QString lettersOf(const QList<Survival> &survival)
{
    QString letters;
    for (const Survival one : survival)
        letters += one == Survival::Kept ? u'k' : one == Survival::Edited ? u'e' : u'r';
    return letters;
}

QList<Survival> survivalFrom(const QString &letters)
{
    QList<Survival> survival;
    for (const QChar letter : letters)
        survival.append(letter == u'k'       ? Survival::Kept
                            : letter == u'e' ? Survival::Edited
                                             : Survival::Removed);
    return survival;
}

Route tierFrom(const QString &letter)
{
    for (const Route route : {Route::Contain, Route::Escalate}) {
        if (letter == QChar::fromLatin1(tierLetter(route)))
            return route;
    }
    return Route::Assist;
}

} // namespace

bool ReviewTable::add(const DraftUse &use)
{
    {
        Query known = m_connection.query(knownUseSql);
        known.bind(use.conversation, use.agent.id, use.at);
        if (known.step() && known.integer(0) != 0)
            return false;
    }
    FeedbackTable(m_connection)
        .add({use.conversation, FeedbackKind::Draft, use.suggested,
              nameOf(draftFateNames, use.fate), use.why, use.agent, use.at});
    m_connection.query(insertUseSql)
        .bind(use.conversation, use.sent, use.distance, lettersOf(use.survival), use.shownAt)
        .run();
    return true;
}

std::optional<DraftUse> ReviewTable::draftUse(const ConversationId &conversation)
{
    Query query = m_connection.query(findUseSql);
    query.bind(conversation);
    if (!query.step())
        return {};
    return DraftUse{conversation,
                    query.text(0),
                    query.text(1),
                    fromName(draftFateNames, query.text(2)),
                    query.real(3),
                    survivalFrom(query.text(4)),
                    query.text(5),
                    Person{query.text(6), query.text(7)},
                    Instant{query.integer(8)},
                    Instant{query.integer(9)}};
}

bool ReviewTable::add(const PickedReview &picked, const AgentId &me)
{
    const ReviewFacts &facts = picked.facts;
    const bool added
        = m_connection.query(insertItemSql)
              .bind(facts.conversation, facts.closedAt, picked.monitors,
                    nameOf(monitorNames, picked.reason.kind), picked.reason.name,
                    picked.reason.limit, picked.reason.share, picked.doubled, picked.planted,
                    QString(QLatin1Char(tierLetter(facts.tier))), facts.intent, facts.contained,
                    facts.replies, facts.fate ? nameOf(draftFateNames, *facts.fate) : QString(),
                    facts.changed, picked.reason.title)
              .run()
        > 0;
    if (added)
        settleTodo(facts.conversation, me);
    return added;
}

bool ReviewTable::add(const Review &review, const AgentId &me)
{
    const bool added = m_connection.query(insertReviewSql)
                           .bind(review.conversation, review.reviewer.id, review.reviewer.name,
                                 review.agent.id, review.agent.name, review.at, review.tookMs,
                                 review.scorecard, nameOf(verdictNames, review.verdict),
                                 review.comment, review.planted, review.caught)
                           .run()
        > 0;
    if (!added)
        return false;
    qint64 seq = 0;
    {
        Query query = m_connection.query(newReviewSql);
        if (query.step())
            seq = query.integer(0);
    }
    for (const Score &score : review.scores)
        m_connection.query(insertScoreSql)
            .bind(seq, score.criterion, nameOf(scoredByNames, score.by), score.points)
            .run();
    for (const int sentence : review.wrong)
        m_connection.query(insertMarkSql).bind(seq, sentence).run();
    settleTodo(review.conversation, me);
    return true;
}

void ReviewTable::settleTodo(const ConversationId &conversation, const AgentId &me)
{
    m_connection.query(settleTodoSql).bind(conversation, me).run();
}

QList<Review> ReviewTable::reviews(const ConversationId &conversation)
{
    QList<Review> all;
    QList<qint64> numbers;
    {
        Query query = m_connection.query(reviewsSql);
        query.bind(conversation);
        while (query.step()) {
            numbers.append(query.integer(0));
            Review review;
            review.conversation = conversation;
            review.reviewer = {query.text(1), query.text(2)};
            review.agent = {query.text(3), query.text(4)};
            review.at = {query.integer(5)};
            review.tookMs = query.integer(6);
            review.scorecard = int(query.integer(7));
            review.verdict = fromName(verdictNames, query.text(8));
            review.comment = query.text(9);
            review.planted = query.integer(10) != 0;
            review.caught = query.integer(11) != 0;
            all.append(review);
        }
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        Query scores = m_connection.query(reviewScoresSql);
        scores.bind(numbers[i]);
        while (scores.step())
            all[i].scores.append(
                {scores.text(0), fromName(scoredByNames, scores.text(1)), int(scores.integer(2))});
        Query marks = m_connection.query(reviewMarksSql);
        marks.bind(numbers[i]);
        while (marks.step())
            all[i].wrong.append(int(marks.integer(0)));
    }
    return all;
}

ReviewIds ReviewTable::ids(Instant from, Instant since)
{
    auto rows = std::make_shared<std::vector<qint64>>();
    ReviewIds ids;
    for (const bool todo : {true, false}) {
        Query query = m_connection.query(reviewIdsSql);
        query.bind(todo, from);
        while (query.step())
            rows->push_back(query.integer(0));
        if (todo)
            ids.todo = qsizetype(rows->size());
    }
    for (const bool todo : {true, false}) {
        Query query = m_connection.query(reviewCountSql);
        query.bind(todo, since);
        if (query.step())
            (todo ? ids.sinceTodo : ids.sinceDone) = int(query.integer(0));
    }
    ids.rows = std::move(rows);
    return ids;
}

ReviewRow ReviewTable::readRow(const Query &query) const
{
    ReviewRow row;
    row.row = query.integer(0);
    row.conversation = ConversationId(query.text(1));
    row.closedAt = {query.integer(2)};
    row.reason = {fromName(monitorNames, query.text(3)), query.text(4), query.real(5),
                  query.real(6), query.text(18)};
    row.doubled = query.integer(7) != 0;
    row.planted = query.integer(8) != 0;
    row.tier = tierFrom(query.text(9));
    row.intent = query.text(10);
    row.contained = query.integer(11) != 0;
    row.replies = int(query.integer(12));
    if (const QString fate = query.text(13); !fate.isEmpty())
        row.fate = fromName(draftFateNames, fate);
    row.changed = query.real(14);
    row.need = query.text(16);
    if (query.integer(15) == 0 && !query.isNull(17))
        row.verdict = fromName(verdictNames, query.text(17));
    return row;
}

QList<ReviewRow> ReviewTable::rows(const QList<qint64> &rows, const AgentId &me)
{
    QList<ReviewRow> all;
    for (const qint64 number : rows) {
        Query query = m_connection.query(reviewRowSql);
        query.bind(me, number);
        if (query.step())
            all.append(readRow(query));
    }
    return all;
}

std::optional<ReviewRow> ReviewTable::row(const ConversationId &conversation, const AgentId &me)
{
    Query query = m_connection.query(reviewRowOfSql);
    query.bind(me, conversation);
    if (!query.step())
        return {};
    return readRow(query);
}

QList<CoachingNote> ReviewTable::coaching(const AgentId &agent, int limit)
{
    QList<CoachingNote> notes;
    Query query = m_connection.query(coachingSql);
    query.bind(agent, qint64(limit));
    while (query.step())
        notes.append({query.integer(0),
                      ConversationId(query.text(1)),
                      query.text(2),
                      {query.text(3), query.text(4)},
                      {query.integer(5)},
                      fromName(verdictNames, query.text(6)),
                      query.text(7),
                      query.integer(8) != 0});
    return notes;
}

bool ReviewTable::markRead(qint64 review, Instant at)
{
    return m_connection.query(markReadSql).bind(review, at).run() > 0;
}

void ReviewTable::add(const ScorecardVersion &version)
{
    m_connection.query(insertScorecardSql)
        .bind(version.version, version.author.id, version.author.name, version.at, version.file)
        .run();
}

QList<ScorecardVersion> ReviewTable::scorecards()
{
    QList<ScorecardVersion> versions;
    Query query = m_connection.query(scorecardsSql);
    while (query.step())
        versions.append({int(query.integer(0)),
                         {query.text(1), query.text(2)},
                         {query.integer(3)},
                         query.blob(4)});
    return versions;
}

Catches ReviewTable::catches(const AgentId &reviewer)
{
    Query query = m_connection.query(catchesSql);
    query.bind(reviewer);
    if (!query.step())
        return {};
    return {int(query.integer(0)), int(query.integer(1))};
}

std::optional<qint64> ReviewTable::medianMs(const AgentId &reviewer)
{
    std::vector<qint64> took;
    Query query = m_connection.query(tookSql);
    query.bind(reviewer, qint64(mediansOver));
    while (query.step())
        took.push_back(query.integer(0));
    if (qsizetype(took.size()) < medianFrom)
        return {};
    const auto middle = took.begin() + qsizetype(took.size() / 2);
    std::nth_element(took.begin(), middle, took.end());
    return *middle;
}

QList<std::pair<Verdict, Verdict>> ReviewTable::doubleVerdicts()
{
    QList<std::pair<Verdict, Verdict>> pairs;
    Query query = m_connection.query(doubleSql);
    while (query.step())
        pairs.append(
            {fromName(verdictNames, query.text(0)), fromName(verdictNames, query.text(1))});
    return pairs;
}

} // namespace baton::store
