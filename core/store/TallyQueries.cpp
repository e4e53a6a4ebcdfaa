#include "core/store/TallyQueries.h"

#include "core/store/ContactTable.h"
#include "core/store/CorrectionTable.h"
#include "core/store/SignalTable.h"

namespace baton::store {

namespace {

// Added up here: a temporary index over so many columns costs SQLite five times as much.
constexpr const char *talliesSql = R"(
    SELECT day, intent, channel, arm,
        ended, known, contained, abandoned, back, contained_back, contained_known, resolved,
        resolved_back, once, once_back, rated, satisfied, stars,
        star_squares, escalated, complete, not_asked_again, right_queue,
        in_time, replies, covered, drafts, as_is, light, rewritten,
        discarded, handled, handle_ms
    FROM tally WHERE day BETWEEN ? AND ?)";
constexpr const char *spreadsSql
    = "SELECT intent, arm, bins FROM tally_spread WHERE day BETWEEN ? AND ?";
constexpr const char *uncountedSql = "SELECT value FROM sync_state WHERE name = 'uncounted'";
constexpr const char *firstDaySql = "SELECT min(day) FROM tally";
constexpr const char *lastDaySql = "SELECT max(day) FROM tally";
constexpr const char *contactsSql
    = "SELECT " BATON_CONTACT_COLUMNS ", row FROM contact INDEXED BY contact_end "
      "WHERE ended_at IS NOT NULL AND ended_at >= ? AND ended_at < ? "
      "ORDER BY ended_at DESC, row DESC";
constexpr int contactColumns = 14;
constexpr const char *codesSql = "SELECT name, code FROM cache.signal_name";
constexpr const char *readingsSql = R"(
    SELECT c.row, s.packed FROM cache.contact c INDEXED BY contact_end
    CROSS JOIN cache.signal s ON s.row = c.row
    WHERE c.ended_at IS NOT NULL AND c.ended_at >= ? AND c.ended_at < ? AND c.arm = ?
    ORDER BY c.ended_at DESC, c.row DESC)";

int atOf(int day, By by)
{
    return by == By::Day ? day : by == By::Week ? weekOfDay(day) : 0;
}

int dayFrom(Query &query)
{
    return query.step() && !query.isNull(0) ? int(query.integer(0)) : 0;
}

/// Those that are wanted, the newest end first: take(row, facts, cameBack).
template <class Take>
void eachContact(Connection &connection, int from, int to, const Wanted &wanted, Take take)
{
    Query query = connection.query(contactsSql);
    query.bind(from * dayMs, (to + 1) * dayMs);
    while (query.step()) {
        bool back = false;
        const ContactFacts facts = readContact(query, back);
        if (wanted(facts, back))
            take(query.integer(contactColumns), facts, back);
    }
}

} // namespace

Tallies TallyQueries::tallies(const TallyQuery &asked)
{
    Tallies found;
    std::map<std::tuple<int, QString, Channel, Arm, bool>, Counts> sums;
    {
        Query query = m_connection.query(talliesSql);
        query.bind(asked.from, asked.to);
        while (query.step()) {
            const int day = int(query.integer(0));
            Counts &sum = sums[{atOf(day, asked.by), query.text(1), query.number<Channel>(2),
                                query.number<Arm>(3), day <= asked.maturedDay}];
            for (int i = 0; i < countKinds; ++i)
                sum.of[size_t(i)] += query.integer(4 + i);
        }
    }
    found.lines.reserve(sums.size());
    for (const auto &[key, counts] : sums)
        found.lines.push_back({std::get<0>(key), std::get<4>(key), std::get<1>(key),
                               std::get<2>(key), std::get<3>(key), counts});
    if (Query query = m_connection.query(uncountedSql); query.step())
        found.uncounted = query.integer(0);
    {
        Query query = m_connection.query(firstDaySql);
        found.first = dayFrom(query);
    }
    Query query = m_connection.query(lastDaySql);
    found.last = dayFrom(query);
    return found;
}

std::vector<SpreadLine> TallyQueries::spreads(int from, int to)
{
    std::map<std::pair<QString, Arm>, Spreads> sums;
    {
        Query query = m_connection.query(spreadsSql);
        query.bind(from, to);
        while (query.step())
            addPacked(sums[{query.text(0), query.number<Arm>(1)}], query.blob(2));
    }
    std::vector<SpreadLine> lines;
    for (const auto &[key, sum] : sums) {
        for (const auto &[at, n] : sum) {
            const auto &[spread, bin] = at;
            if (lines.empty() || lines.back().intent != key.first || lines.back().arm != key.second
                || lines.back().spread != spread)
                lines.push_back({key.first, key.second, spread, {}});
            lines.back().histogram[bin] = n;
        }
    }
    return lines;
}

std::vector<qint64> TallyQueries::contacts(int from, int to, const Wanted &wanted)
{
    std::vector<qint64> rows;
    eachContact(m_connection, from, to, wanted,
                [&](qint64 row, const ContactFacts &, bool) { rows.push_back(row); });
    return rows;
}

std::vector<ContactLine> TallyQueries::lines(int from, int to, const Wanted &wanted)
{
    std::vector<ContactLine> lines;
    eachContact(m_connection, from, to, wanted,
                [&](qint64 row, const ContactFacts &facts, bool back) {
                    lines.push_back({row, facts, back});
                });
    return lines;
}

std::vector<ReadingLine> TallyQueries::readings(int from, int to)
{
    QHash<QString, qint64> codes;
    {
        Query query = m_connection.query(codesSql);
        while (query.step())
            codes.insert(query.text(0), query.integer(1));
    }
    QHash<qint64, LookedLine> looked;
    for (const LookedLine &one : CorrectionTable(m_connection).looked())
        looked.insert(one.row, one);
    std::vector<ReadingLine> lines;
    Query query = m_connection.query(readingsSql);
    query.bind(from * dayMs, (to + 1) * dayMs, Arm::WithPerson);
    while (query.step()) {
        const qint64 row = query.integer(0);
        const SignalTable::IntentRead read = SignalTable::intentIn(query.blob(1));
        if (read.code == 0)
            continue;
        ReadingLine line{row, read.confidence, true, LookedAt::No};
        if (const auto one = looked.constFind(row); one != looked.cend()) {
            line.looked = one->looked();
            line.confidence = one->drawn.value_or(read.confidence);
            line.right = one->right(codes.value(one->became, -1) == read.code);
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace baton::store
