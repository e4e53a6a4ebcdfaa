#include "core/store/StopTable.h"

#include "core/store/EnumNames.h"
#include "core/store/SignalTable.h"

namespace baton::store {

namespace {

constexpr Names<GuardState, 4> guardStateNames{{
    {GuardState::Armed, QLatin1StringView("armed")},
    {GuardState::Tripped, QLatin1StringView("tripped")},
    {GuardState::Ready, QLatin1StringView("ready")},
    {GuardState::Canary, QLatin1StringView("canary")},
}};
constexpr Names<GuardCause, 6> guardCauseNames{{
    {GuardCause::Fall, QLatin1StringView("fall")},
    {GuardCause::Breaker, QLatin1StringView("breaker")},
    {GuardCause::Person, QLatin1StringView("person")},
    {GuardCause::Level, QLatin1StringView("level")},
    {GuardCause::Expired, QLatin1StringView("expired")},
    {GuardCause::Recovered, QLatin1StringView("recovered")},
}};
constexpr Names<StopStep, 3> stopStepNames{{
    {StopStep::Policy, QLatin1StringView("policy")},
    {StopStep::Pack, QLatin1StringView("pack")},
    {StopStep::Told, QLatin1StringView("told")},
}};

constexpr const char *addStopEventSql
    = "INSERT INTO stop_event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *stopEventsSql
    = "SELECT seq, week, segment, was, became, cause, reason, who_id, who_name, until, intents, "
      "policy, figures, at FROM stop_event ORDER BY seq";
constexpr const char *newestStopEventSql = "SELECT coalesce(max(seq), 0) FROM stop_event";
constexpr const char *addLookSql = "INSERT OR IGNORE INTO stop_look VALUES (?, ?, ?)";
constexpr const char *newestLookSql = "SELECT coalesce(max(week), 0) FROM stop_look";
constexpr const char *addStepSql = "INSERT OR IGNORE INTO stop_step VALUES (?, ?, ?, ?)";
constexpr const char *stepsSql = "SELECT event, step, detail FROM stop_step ORDER BY event, at";
constexpr const char *hardSql = R"(
    SELECT c.ended_at, c.intent, s.packed
    FROM contact c INDEXED BY contact_end JOIN signal s ON s.row = c.row
    WHERE c.ended_at IS NOT NULL AND c.ended_at >= ? AND c.ended_at < ? AND c.arm = ?)";
constexpr const char *plantedSql
    = "SELECT at, caught FROM review WHERE planted = 1 AND at >= ? AND at < ?";
constexpr const char *knowledgeChangesSql = R"(
    SELECT at, id, version, title, author, 0 FROM knowledge WHERE at >= ?1 AND at < ?2
    UNION ALL
    SELECT r.at, r.id, r.version, k.title, r.author, 1
    FROM knowledge_retired r JOIN knowledge k ON k.id = r.id AND k.version = r.version
    WHERE r.at >= ?1 AND r.at < ?2
    ORDER BY 1, 2, 3)";

} // namespace

StopRecord StopTable::all()
{
    StopRecord record;
    {
        Query query = m_connection.query(stopEventsSql);
        while (query.step()) {
            StopEvent event;
            event.seq = query.integer(0);
            event.week = int(query.integer(1));
            event.segment = query.text(2);
            event.was = fromName(guardStateNames, query.text(3));
            event.became = fromName(guardStateNames, query.text(4));
            event.cause = fromName(guardCauseNames, query.text(5));
            event.reason = query.text(6);
            event.who = {query.text(7), query.text(8)};
            if (!query.isNull(9))
                event.until = int(query.integer(9));
            event.intents = query.text(10).split(u'\n', Qt::SkipEmptyParts);
            event.policy = int(query.integer(11));
            event.figures = query.text(12).toUtf8();
            event.at = {query.integer(13)};
            record.events.append(event);
        }
    }
    {
        Query query = m_connection.query(stepsSql);
        while (query.step())
            record.steps.append(
                {query.integer(0), fromName(stopStepNames, query.text(1)), query.text(2)});
    }
    Query query = m_connection.query(newestLookSql);
    record.lookedWeek = query.step() ? int(query.integer(0)) : 0;
    return record;
}

qint64 StopTable::newest()
{
    Query query = m_connection.query(newestStopEventSql);
    return query.step() ? query.integer(0) : 0;
}

qint64 StopTable::add(const StopEvent &event)
{
    m_connection.query(addStopEventSql)
        .bind(event.week, event.segment, nameOf(guardStateNames, event.was),
              nameOf(guardStateNames, event.became), nameOf(guardCauseNames, event.cause),
              event.reason, event.who.id, event.who.name, event.until, event.intents.join(u'\n'),
              event.policy, QString::fromUtf8(event.figures), event.at)
        .run();
    return newest();
}

bool StopTable::look(int week, int policy, Instant at)
{
    return m_connection.query(addLookSql).bind(week, policy, at).run() > 0;
}

bool StopTable::add(const StopStepDone &step, Instant at)
{
    return m_connection.query(addStepSql)
               .bind(step.event, nameOf(stopStepNames, step.step), step.detail, at)
               .run()
        > 0;
}

StopFacts StopQueries::facts(int from, int to, quint32 phrases)
{
    StopFacts facts;
    std::map<std::pair<int, QString>, qint64> hard;
    {
        Query query = m_connection.query(hardSql);
        query.bind(from * dayMs, (to + 1) * dayMs, Arm::BotOnly);
        while (query.step()) {
            if (SignalTable::phrasesIn(query.blob(2)) & phrases)
                ++hard[{dayOf({query.integer(0)}), query.text(1)}];
        }
    }
    for (const auto &[at, n] : hard)
        facts.hard.push_back({at.first, at.second, n});
    std::map<int, StopFacts::Reviewed> reviewed;
    {
        Query query = m_connection.query(plantedSql);
        query.bind(from * dayMs, (to + 1) * dayMs);
        while (query.step()) {
            StopFacts::Reviewed &day = reviewed[dayOf({query.integer(0)})];
            ++day.planted;
            day.caught += query.integer(1) != 0 ? 1 : 0;
        }
    }
    for (auto &[day, one] : reviewed) {
        one.day = day;
        facts.reviewed.push_back(one);
    }
    return facts;
}

QList<KnowledgeChange> StopQueries::knowledge(Instant from, Instant to)
{
    QList<KnowledgeChange> changes;
    Query query = m_connection.query(knowledgeChangesSql);
    query.bind(from, to);
    while (query.step())
        changes.append({{query.integer(0)},
                        DocumentId(query.text(1)),
                        int(query.integer(2)),
                        query.text(3),
                        query.text(4),
                        query.integer(5) != 0});
    return changes;
}

} // namespace baton::store
