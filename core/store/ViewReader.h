#pragma once

#include "core/store/Connection.h"

#include <array>

namespace baton::store {

struct ViewStatement;

/// All row numbers of a view, in order, a few milliseconds at a time from one snapshot. One at a
/// time on a connection that is used for nothing else, so that the snapshot makes nobody read old
/// rows.
class ViewReader
{
public:
    ViewReader(Connection &connection, const QueueQuery &query);

    /// Reads on; true while there is more.
    bool readOn();
    std::vector<qint64> &rows() { return m_rows; }

private:
    template <class... Values>
    void open(const ViewStatement &sql, const Values &...values);
    bool openNextPart();
    void sort();

    Connection &m_connection;
    QueueQuery m_query;
    int m_part = 0;
    std::optional<Query> m_open;
    std::vector<qint64> m_rows;
    std::vector<qint64> m_keys; ///< by place in m_rows, where another order is asked for
};

} // namespace baton::store
