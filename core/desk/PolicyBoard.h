#pragma once

#include "core/base/Async.h"
#include "core/desk/PolicyTypes.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>

namespace baton::store {
class Store;
}

namespace baton {

class ConversationJudge;
class PolicyHistory;
namespace policy {
struct Policy;
}

/// The policy: what holds, a draft, what the draft would have done with the last thirty days, and
/// the versions. Lives on the GUI thread and never waits; while a draft is being changed the newest
/// one wins.
class PolicyBoard : public QObject
{
    Q_OBJECT

public:
    PolicyBoard(store::Store &store, const Clock &clock, const Agent &agent);
    ~PolicyBoard() override;

    /// Its policy is the one that holds.
    void setJudge(std::shared_ptr<const ConversationJudge> judge);
    std::shared_ptr<const ConversationJudge> judge() const;

    /// Reads the versions and the history anew; answered by stateChanged() and whatIfChanged().
    void refresh();
    void refreshRole(); ///< the agent may be another one now

    // Changes of the draft; nothing without a lead.
    void moveIntent(const QString &name, Level risk, Level complexity);
    void setLimits(const PolicyLimits &limits); ///< put in order where they contradict
    void endChange();                           ///< of a drag: what comes next is undone by itself
    void switchRule(Rule rule, bool on);
    void openIntent(const QString &name, bool open);
    void release(const QString &name); ///< of a roll-back: as a canary first, then whole
    /// Deadlines and open hours, as one change. failed() (InvalidInput) where a file with them does
    /// not read: the draft stays as it is.
    /// queues: whose hours they have, nothing else of them.
    void setHours(const QList<policy::Target> &targets, const QList<policy::Calendar> &calendars,
                  const QList<policy::Queue> &queues);
    void undo();
    void redo();
    void discard();
    /// The settings of an old version become the draft; publishing it is the roll-back.
    void draftFrom(int version);

    /// On disk first, then published(). Errors (failed()): Refused without a note or a lead.
    void publish(const QString &note);
    /// By the stop-loss: these intents go from contain to assist, at once, as a version of its own,
    /// or back for a share of their contacts (1: all). event: what it follows from, once
    /// (StopEvent::seq); 0: none. who: empty: nobody.
    /// Nothing while another version is being published; readVersions() comes first.
    void rollBack(const QStringList &intents, const QString &note, qint64 event = 0,
                  const Person &who = {});
    void letGo(const QStringList &intents, double share, const QString &note, qint64 event,
               const Person &who);
    void readVersions(); ///< without the history; answered by stateChanged()

    QList<PolicyChange> differences(int from, int to) const; ///< between versions
    /// Positions in changedAt of that generation; answered by movesReady().
    void needMoves(quint64 generation, qsizetype first, qsizetype last);

    const PolicyState &state() const;
    const policy::Policy &live() const; ///< state().live as it reads, once its version is > 0
    const PolicyWhatIf &whatIf() const;
    std::shared_ptr<const PolicyHistory> history() const; ///< null: not read yet
    /// Somebody looked at a reading: the figures of the window say so; answered by whatIfChanged().
    void refreshLooked();

Q_SIGNALS:
    void stateChanged(const baton::PolicyState &state);
    void whatIfChanged(const baton::PolicyWhatIf &whatIf);
    void movesReady(quint64 generation, qsizetype first, const QList<baton::PolicyMove> &moves);
    /// It is on disk; who hands out policies does so now.
    void published(const baton::PolicyVersion &version);
    void failed(const baton::Error &error);

private:
    struct Private;
    void readHistory();
    void tellUnread(const Error &error);
    void takeVersions(const QList<PolicyVersion> &versions);
    void changed();
    /// moved: the intent that it moves. goesOn: a later one of the kind belongs to it.
    void change(const QString &moved, bool goesOn, const std::function<void(policy::Policy &)> &fn);
    void tryOut();
    void simulate();
    void add(const PolicyVersion &version, qint64 event = 0);
    void addFor(policy::Policy next, const QString &note, qint64 event, const Person &who);

    std::unique_ptr<Private> d;
};

} // namespace baton
