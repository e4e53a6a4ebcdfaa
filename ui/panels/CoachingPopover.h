#pragma once

#include "core/base/Clock.h"
#include "core/domain/Coaching.h"
#include "ui/panels/Popover.h"

namespace baton::ui {

class Button;
class Label;

/// What reviewers wrote to the agent, the newest first; what was not read yet says so.
class CoachingPopover : public Popover
{
    Q_OBJECT

public:
    CoachingPopover(const Look &look, QWidget *parent);

    void setNotes(const QList<CoachingNote> &notes, Instant now);
    const QList<QWidget *> &rows() const { return m_rows; }
    Button &readButton() const { return *m_read; }

Q_SIGNALS:
    void readRequested(const QList<qint64> &reviews);
    void openRequested(const baton::ConversationId &id);

private:
    QWidget *rowOf(const CoachingNote &note, Instant now);

    const Look &m_look;
    QList<CoachingNote> m_notes;
    QList<QWidget *> m_rows;
    QVBoxLayout *m_column;
    Label *m_none;
    Button *m_read;
};

} // namespace baton::ui
