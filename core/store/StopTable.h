#pragma once

#include "core/domain/StopEvent.h"
#include "core/store/Connection.h"
#include "core/store/TallyTypes.h"

namespace baton::store {

/// What the stop-loss did, in desk.sqlite; insert-only.
class StopTable
{
public:
    explicit StopTable(Connection &connection)
        : m_connection(connection)
    { }

    StopRecord all();
    qint64 newest(); ///< seq; 0: none
    qint64 add(const StopEvent &event);
    bool look(int week, int policy, Instant at);    ///< false where it was looked at before
    bool add(const StopStepDone &step, Instant at); ///< false where it was done before

private:
    Connection &m_connection;
};

/// What the limits look at beside the sums, from both files; for a reader's connection.
class StopQueries
{
public:
    explicit StopQueries(Connection &connection)
        : m_connection(connection)
    { }

    /// Of days from … to; phrases: bits 1 << Phrase of which any makes a hard event.
    StopFacts facts(int from, int to, quint32 phrases);
    QList<KnowledgeChange> knowledge(Instant from, Instant to); ///< in [from, to), by time

private:
    Connection &m_connection;
};

} // namespace baton::store
