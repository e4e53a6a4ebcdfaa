#include "core/desk/Autosave.h"

#include "core/store/Store.h"

#include <chrono>

namespace baton {

namespace {

// Leaves 200 ms of the promised 500 for the disk.
constexpr std::chrono::milliseconds throttle{300};
constexpr std::chrono::seconds retryAfter{2};

} // namespace

Autosave::Autosave(store::Store &store)
    : m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { flush(); });
}

void Autosave::note(const TypedDraft &draft)
{
    forget(draft.conversation, draft.kind);
    m_unsaved += draft;
    if (!m_timer.isActive())
        m_timer.start(throttle);
}

void Autosave::forget(const ConversationId &id, DraftKind kind)
{
    m_unsaved.removeIf([&](const TypedDraft &d) { return d.conversation == id && d.kind == kind; });
}

QFuture<Result<void>> Autosave::flush()
{
    m_timer.stop();
    QFuture<Result<void>> last = QtFuture::makeReadyFuture(Result<void>());
    for (const TypedDraft &draft : std::exchange(m_unsaved, {})) {
        last = m_store.saveDraft(draft);
        onFinished(last, this, [this, draft](const Result<void> &done) {
            if (done) {
                Q_EMIT saved(draft.conversation, draft.savedAt);
                return;
            }
            const bool newer
                = std::any_of(m_unsaved.cbegin(), m_unsaved.cend(), [&](const TypedDraft &d) {
                      return d.conversation == draft.conversation && d.kind == draft.kind;
                  });
            if (!newer)
                m_unsaved += draft;
            m_timer.start(retryAfter);
            Q_EMIT failed(done.error());
        });
    }
    return last;
}

} // namespace baton
