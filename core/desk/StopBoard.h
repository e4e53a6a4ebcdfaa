#pragma once

#include "core/base/Async.h"
#include "core/desk/StopTypes.h"
#include "core/policy/Policy.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace baton::store {
class Store;
}

namespace baton {

class ConversationJudge;
class PolicyBoard;
struct StopScene;

/// Runs the stop-loss: looks at weeks once they are over, keeps what changed, and sees to what
/// follows from it: a version of the policy, the evidence, the notice. Each step is on disk before
/// the next begins, and none is taken twice, whenever Baton ends. Lives on the GUI thread and never
/// waits.
class StopBoard : public QObject
{
    Q_OBJECT

public:
    StopBoard(store::Store &store, const Clock &clock, const Agent &agent, PolicyBoard &policies);
    ~StopBoard() override;

    /// Its policy has the limits, its catalogue the titles; the first one begins to look.
    void setJudge(std::shared_ptr<const ConversationJudge> judge);
    void setWords(StopWords words);
    /// Folder of the evidence of one event each.
    static QString folderIn(const QString &dataFolder);

    void look();      ///< answered by changed()
    void lookLater(); ///< something was stored: once for many
    void refreshRole();

    // A lead's; nothing without a reason.
    void trip(const QString &segment, const QString &reason);
    /// weeks: after which it expires, where it comes before Ready (1 …).
    void release(const QString &segment, const QString &reason, int weeks);

    const StopSnapshot &snapshot() const { return m_shown; }

Q_SIGNALS:
    void changed(const baton::StopSnapshot &snapshot);
    /// Once each, over all runs: a segment's intents were taken from the bot, or given back.
    void told(const baton::StopEvent &event, const QString &title);
    void failed(const baton::Error &error);

private:
    using Scene = std::shared_ptr<const StopScene>;
    void read();
    void take(const Scene &scene);
    void keep(QList<StopEvent> events, const QList<int> &weeks);
    void act(const std::function<std::optional<StopEvent>(const StopScene &)> &fn);
    void publish();
    void follow();
    const StopEvent *next(StopStep &step) const;
    std::optional<StopEvent> releasedByPolicy() const;
    void changePolicy();
    void writePack(const StopEvent &event);
    void done(const StopEvent &event, StopStep step, const QString &detail);
    void reread();
    void goOn(const Result<StopRecord> &record);
    void end(const Error &error);

    store::Store &m_store;
    const Clock &m_clock;
    const Agent &m_agent;
    PolicyBoard &m_policies;
    std::shared_ptr<const ConversationJudge> m_judge;
    StopWords m_words;
    Scene m_scene; ///< null until the first was read
    StopSnapshot m_shown;
    QSet<qint64> m_skipped; ///< events whose evidence could not be written in this look
    bool m_busy = false;    ///< something is under way; what is asked meanwhile comes after it
    bool m_again = false;
    bool m_waits = false; ///< for the policy's versions
    int m_policySeen = 0; ///< the version that was looked at for what a person gave back
    QTimer m_soon;
    QTimer m_hourly;
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton
