#pragma once

#include "core/domain/Teaching.h"
#include "core/store/Connection.h"
#include "core/store/TallyTypes.h"

namespace baton::store {

/// Intents that agents corrected or confirmed, as examples to learn from, in desk.sqlite.
class CorrectionTable
{
public:
    explicit CorrectionTable(Connection &connection)
        : m_connection(connection)
    { }

    void save(const IntentCorrection &correction); ///< an older one never replaces a newer
    void remove(const ConversationId &conversation);
    QList<IntentCorrection> all();    ///< the newest first
    std::vector<LookedLine> looked(); ///< of those that are in the cache, by row

private:
    Connection &m_connection;
};

} // namespace baton::store
