#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <atomic>

namespace baton::sync::folder {

/// Which input file a conversation came from, so that its acts go to the file beside it. Learns
/// from what is read; files read by an earlier run are looked through once, when first asked for
/// one it has not seen. 24 bytes a conversation.
class StemIndex
{
public:
    explicit StemIndex(QString folder)
        : m_folder(std::move(folder))
    { }

    void learn(const ConversationId &conversation, const QString &stem);
    /// "baton" for a conversation that stands in no file. Errors: Offline, Cancelled (takes aborted
    /// back).
    Result<QString> find(const ConversationId &conversation, std::atomic<bool> &aborted);

private:
    Result<void> lookThrough(std::atomic<bool> &aborted);
    int numberOf(const QString &stem);

    QString m_folder;
    QStringList m_stems;
    QHash<quint64, int> m_stemOf; ///< by a hash of the conversation's id
    bool m_lookedThrough = false;
};

} // namespace baton::sync::folder
