#pragma once

#include "core/base/Async.h"
#include "core/desk/ScorecardTypes.h"
#include "core/domain/Catalogue.h"
#include "core/domain/Queue.h"
#include "core/policy/Policy.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace baton::store {
class Store;
struct ReadingLine;
struct SpreadLine;
struct Tallies;
} // namespace baton::store

namespace baton {

/// The figures of DESIGN §7 over some weeks, and the conversations behind them. Reads sums only.
/// Lives on the GUI thread and never waits; the newest answer counts.
class ScorecardBoard : public QObject
{
    Q_OBJECT

public:
    ScorecardBoard(store::Store &store, const Clock &clock);
    ~ScorecardBoard() override;

    /// Titles and tiers of intents.
    void setCatalogue(const Catalogue &catalogue);
    /// W of the policy: which days have matured.
    void setWindow(qint64 windowMs);
    void setLimits(const policy::StopLossLimits &limits); ///< of the policy in force
    void setCosts(const Costs &costs);                    ///< likewise
    /// Reads the sums anew; answered by changed(), or failed().
    void refresh();
    /// Something was stored: refreshes after a while, once for many, where somebody looks.
    void refreshLater();
    void watch(bool watched) { m_watched = watched; }
    /// Without one the newest week that is over, or the newest there is.
    void showPeriod(const ScorePeriod &period);
    void showArms(quality::Arms arms);

    /// Answered by drilled().
    void drill(const ScoreDrill &drill);
    /// Positions that are about to be painted; answered by rowsReady().
    void needRows(quint64 generation, qsizetype first, qsizetype last);

    /// Into a file of the agent's choice; failed() where that does not do.
    void save(const QString &file, const QByteArray &bytes);

    const ScorecardSnapshot &snapshot() const { return m_snapshot; }

Q_SIGNALS:
    void changed(const baton::ScorecardSnapshot &snapshot);
    void drilled(const baton::ScoreContacts &contacts);
    void rowsReady(quint64 generation, qsizetype first, const QList<baton::QueueRow> &rows);
    void failed(const baton::Error &error);

private:
    void make();
    void read(int lastWeek);
    void readIntents();
    void drillIntents(const ScoreDrill &drill);
    ScorePeriod periodFor(const store::Tallies &tallies) const;

    store::Store &m_store;
    const Clock &m_clock;
    std::shared_ptr<const Catalogue> m_catalogue;
    policy::StopLossLimits m_limits;
    Costs m_costs;
    std::shared_ptr<const store::Tallies> m_tallies;
    std::shared_ptr<const std::vector<store::SpreadLine>> m_spreads;
    std::shared_ptr<const std::vector<store::ReadingLine>> m_readings; ///< null: not read yet
    std::optional<ScorePeriod> m_period;
    quality::Arms m_arms = quality::Arms::All;
    qint64 m_windowMs = quality::recontactWindowMs;
    ScorePeriod m_sumsPeriod; ///< m_tallies and m_spreads are of it
    int m_sumsMaturedDay = 0;
    ScorecardSnapshot m_snapshot;
    ScoreContacts m_contacts;
    quint64 m_asked = 0;
    quint64 m_made = 0;
    quint64 m_drilling = 0;
    bool m_watched = false;
    QTimer m_soon;
    SerialExecutor m_files; ///< another disk may be slow
    SerialExecutor m_work;  ///< last: ends before the rest
};

} // namespace baton
