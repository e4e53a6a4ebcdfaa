#include "core/desk/CoachingBoard.h"

#include "core/base/Async.h"
#include "core/store/Store.h"

#include <algorithm>

namespace baton {

namespace {

constexpr int notesShown = 100;

} // namespace

CoachingBoard::CoachingBoard(store::Store &store)
    : m_store(store)
{ }

void CoachingBoard::refresh()
{
    onFinished(m_store.coachingNotes(notesShown), this,
               [this, asked = ++m_asked](const Result<QList<CoachingNote>> &notes) {
                   if (asked != m_asked)
                       return;
                   if (!notes) {
                       Q_EMIT failed(notes.error());
                   } else if (*notes != m_notes) {
                       m_notes = *notes;
                       Q_EMIT changed(m_notes);
                   }
               });
}

void CoachingBoard::markRead(const QList<qint64> &reviews)
{
    if (reviews.isEmpty())
        return;
    onFinished(m_store.markCoachingRead(reviews), this, [this](const Result<void> &marked) {
        if (!marked)
            Q_EMIT failed(marked.error());
        refresh();
    });
}

int CoachingBoard::unread() const
{
    return int(std::count_if(m_notes.begin(), m_notes.end(),
                             [](const CoachingNote &note) { return !note.read; }));
}

} // namespace baton
