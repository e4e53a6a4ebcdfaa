#pragma once

#include "core/domain/Teaching.h"
#include "core/store/Connection.h"

namespace baton::store {

/// Intents that agents corrected, as examples to learn from, in desk.sqlite.
class CorrectionTable
{
public:
    explicit CorrectionTable(Connection &connection)
        : m_connection(connection)
    { }

    void save(const IntentCorrection &correction); ///< an older one never replaces a newer
    void remove(const ConversationId &conversation);
    QList<IntentCorrection> all(); ///< the newest first

private:
    Connection &m_connection;
};

} // namespace baton::store
