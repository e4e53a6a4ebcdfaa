#pragma once

#include "core/base/Async.h"
#include "core/desk/ReviewTypes.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace baton::store {
class Store;
struct FactsPage;
struct ReviewRecord;
} // namespace baton::store

namespace baton {

class ConversationJudge;
class ReplyDrafter;
struct ReviewMaterial;

/// What is reviewed: lets monitors pick from what was closed, lists it, shows one as a reviewer may
/// see it, and keeps what they say. Lives on the GUI thread and never waits; late answers are
/// dropped.
class ReviewBoard : public QObject
{
    Q_OBJECT

public:
    ReviewBoard(store::Store &store, const Clock &clock, const Agent &agent);
    ~ReviewBoard() override;

    void setJudge(std::shared_ptr<const ConversationJudge> judge);
    void setDrafter(std::shared_ptr<const ReplyDrafter> drafter);
    void setMonitors(const Monitors &monitors); ///< these pick from now on
    /// Reviewers answer the first from now on; a review that is open keeps its own. Never empty.
    void setScorecards(const QList<Scorecard> &cards);

    /// Lets the monitors look at what was closed in the last weeks, then lists anew; answered by
    /// listChanged().
    void refresh();
    void showScope(ReviewScope scope);
    /// Something was stored: refreshes after a while, once for many. Only a lead looks at it.
    void refreshLater();
    /// Positions that are about to be painted; answered by rowsReady().
    void needRows(quint64 generation, qsizetype first, qsizetype last);

    void open(const ConversationId &id); ///< answered by opened(), blind until it was reviewed
    void close();
    /// On disk first, then opened() again with what was hidden. What the answers do not permit is
    /// not saved (failed(): Refused, the criteria that failed).
    void save(const ReviewAnswer &answer);

    const Scorecard &scorecard() const { return m_cards.first(); }
    /// The weighted mean of what a person answered so far.
    static ScoreTotal total(const Scorecard &card, const QList<Score> &scores,
                            ScoredBy by = ScoredBy::Person);
    static bool permits(const Scorecard &card, const QList<Score> &scores, Verdict verdict);
    const ReviewList &list() const { return m_list; }
    const ConversationId &openId() const { return m_openId; }

Q_SIGNALS:
    void listChanged(const baton::ReviewList &list);
    void rowsReady(quint64 generation, qsizetype first, const QList<baton::ReviewRow> &rows);
    void opened(const baton::ReviewSnapshot &snapshot);
    void closed();
    void coached(); ///< a note to the agent is in the outbox
    void failed(const baton::Error &error);

private:
    void look(Instant since, const store::FactsPage &before);
    void listAnew();
    void seek(const ReviewMaterial &material, quint64 opening);
    void read(const ReviewMaterial &material, quint64 opening);
    void publishOpen();
    Scorecard cardFor(const store::ReviewRecord &record) const;
    void coach(const Act &note);

    store::Store &m_store;
    const Clock &m_clock;
    const Agent &m_agent;
    QList<Scorecard> m_cards; ///< every version, the newest first
    Monitors m_monitors;
    std::shared_ptr<const ConversationJudge> m_judge;
    std::shared_ptr<const ReplyDrafter> m_drafter;
    ReviewScope m_scope = ReviewScope::Week;
    ReviewList m_list;
    ConversationId m_openId;
    std::optional<ReviewSnapshot> m_open; ///< with what is hidden
    qint64 m_openedSteadyMs = 0;
    bool m_saving = false;
    quint64 m_opening = 0;
    quint64 m_listing = 0;
    bool m_looking = false;
    bool m_again = false;
    int m_picked = 0;        ///< by the look under way
    bool m_caughtUp = false; ///< an earlier look found nothing new among the older ones
    bool m_renewed = false;  ///< judge or monitors came since the look under way began
    QTimer m_soon;
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton
