#pragma once

#include "core/store/Connection.h"
#include "core/store/TallyTypes.h"

namespace baton::store {

/// The sums of contacts; reads aggregates only, but for the contacts behind a number.
class TallyQueries
{
public:
    explicit TallyQueries(Connection &connection)
        : m_connection(connection)
    { }

    Tallies tallies(const TallyQuery &query);
    std::vector<SpreadLine> spreads(int from, int to); ///< by intent, arm and spread
    /// Row numbers, the newest end first.
    std::vector<qint64> contacts(int from, int to, const Wanted &wanted);
    /// Likewise, with what is known of each.
    std::vector<ContactLine> lines(int from, int to, const Wanted &wanted);
    std::vector<ReadingLine> readings(int from, int to); ///< the newest end first

private:
    Connection &m_connection;
};

} // namespace baton::store
