#pragma once

#include "core/domain/Queue.h"

#include <QtCore/QObject>
#include <QtCore/QSet>

class QWidget;

namespace baton {
class Desk;
}

namespace baton::ui {

class DesktopNotifier;

/// Tells on the desktop, while another window is in front, who needs a person and which customer of
/// mine answered; takes it back once somebody has them. GUI thread.
class OutsideNotes : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostAtOnce = 3; ///< a wave of them is seen in the queue

    /// window: whose place in front counts; notifier is owned by somebody else.
    OutsideNotes(Desk &desk, const QWidget &window, DesktopNotifier &notifier,
                 QObject *parent = nullptr);

Q_SIGNALS:
    /// The window is to come to the front and show it.
    void openRequested(const baton::ConversationId &id);

private:
    bool mayTell() const;
    void tellNeeded(const QList<QueueRow> &fresh, const QSet<ConversationId> &waiting);
    void tellAnswer(const QueueRow &row);
    void take(const QString &key, const QString &action);

    Desk &m_desk;
    const QWidget &m_window;
    DesktopNotifier &m_notifier;
    ConversationId m_taken; ///< claimed once it is open
};

} // namespace baton::ui
