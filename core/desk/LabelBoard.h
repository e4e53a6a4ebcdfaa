#pragma once

#include "core/base/Async.h"
#include "core/desk/LabelTypes.h"
#include "core/domain/Queue.h"

#include <QtCore/QObject>

#include <atomic>
#include <memory>

namespace baton::store {
class Store;
}

namespace baton {

class PolicyBoard;

/// Some readings of the policy's window, drawn by lot over how sure they were, for a lead to say of
/// each whether its intent was read rightly. An answer is on disk before stored(), as a correction
/// or as what stands. Lives on the GUI thread and never waits. Nothing without a lead.
class LabelBoard : public QObject
{
    Q_OBJECT

public:
    LabelBoard(store::Store &store, const Clock &clock, const Agent &agent,
               const PolicyBoard &policies);
    ~LabelBoard() override;

    /// Draws anew, of what nobody has looked at, once the policy's history is read; answered by
    /// changed().
    void draw(int count = labelsAtOnce);
    // Of the one that is looked at; then comes the next.
    void stands();
    void isAbout(const QString &became); ///< a name of the catalogue; empty: none of these
    void skip();
    void back(); ///< to the one before, to answer it otherwise

    const LabelSnapshot &snapshot() const { return m_shown; }

Q_SIGNALS:
    void changed(const baton::LabelSnapshot &snapshot);
    void stored(); ///< there is one answer more, or another one

private:
    struct Drawn;
    void answer(LabelState state, const QString &became);
    void publish();

    store::Store &m_store;
    const Clock &m_clock;
    const Agent &m_agent;
    const PolicyBoard &m_policies;
    LabelSnapshot m_shown;
    quint64 m_drawing = 0;
    int m_waiting = 0; ///< for the history, to draw so many
    std::shared_ptr<std::atomic<bool>> m_stopping = std::make_shared<std::atomic<bool>>(false);
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton
