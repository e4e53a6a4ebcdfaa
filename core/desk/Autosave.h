#pragma once

#include "core/base/Result.h"
#include "core/domain/Act.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace baton::store {
class Store;
}

namespace baton {

/// Puts what is being typed on disk, at most 500 ms after the first unsaved key: throttled, not
/// debounced, so that somebody who never pauses is saved too. GUI thread.
class Autosave : public QObject
{
    Q_OBJECT

public:
    explicit Autosave(store::Store &store);

    void note(
        const TypedDraft &draft); ///< replaces an unsaved one of the same conversation and kind
    void forget(const ConversationId &id,
                DraftKind kind); ///< it became an act, which is saved with it
    /// Hands everything unsaved to the store now; the future is ready when it is durable.
    QFuture<Result<void>> flush();

Q_SIGNALS:
    void saved(const baton::ConversationId &id, baton::Instant at);
    void failed(const baton::Error &error); ///< the text is kept and tried again

private:
    store::Store &m_store;
    QTimer m_timer;
    QList<TypedDraft> m_unsaved;
};

} // namespace baton
