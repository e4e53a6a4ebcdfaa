#pragma once

#include "core/base/Async.h"
#include "core/domain/Queue.h"
#include "core/quality/Monitors.h"

#include <QtCore/QObject>

#include <memory>

namespace baton::store {
class Store;
struct FactsPage;
} // namespace baton::store

namespace baton {

struct MonitorsSnapshot
{
    Monitors kept;        ///< what picks now
    Monitors edited;      ///< what would pick, once it is kept
    bool own = false;     ///< a file of the team's, not what came with Baton
    bool mayEdit = false; ///< a lead's work
    bool saving = false;
    /// Of edited, over what was closed in the last 7 days; absent until that is counted.
    std::optional<quality::Picks> picks;
    std::optional<Error> problem; ///< the team's file is not used, or was not written

    bool isChanged() const { return edited != kept; }
    bool operator==(const MonitorsSnapshot &) const = default;
};

/// What is reviewed, as a team decides it: its file, what it would pick, and keeping it. Lives on
/// the GUI thread and never waits; of what is counted the newest wins.
class MonitorBoard : public QObject
{
    Q_OBJECT

public:
    MonitorBoard(store::Store &store, const Clock &clock, const Agent &agent);
    ~MonitorBoard() override;

    static QString fileIn(const QString &dataFolder);

    /// Reads the team's file, where there is one. A wrong one is named, by its line: failed().
    void start();
    void refreshRole();                  ///< it may be another
    void refresh();                      ///< looks at the last 7 days anew; answered by changed()
    void edit(const Monitors &monitors); ///< likewise; nothing is kept
    /// Edits likewise; at: a place in the list, its end by default. Errors: Conflict: there is one
    /// about the same already; TooLarge; Refused: a lead's work; InvalidInput: what it asks for
    /// cannot be.
    Result<void> add(const Monitor &monitor, std::optional<qsizetype> at = {});
    void remove(qsizetype at); ///< what it picked stays
    void discard();            ///< what was edited
    /// As a new version, that draws the same lots: what was picked stays so as far as it can. On
    /// disk first.
    void save();
    void giveUpOwn(); ///< back to the bundled ones; the file goes aside

    const MonitorsSnapshot &snapshot() const { return m_shown; }

Q_SIGNALS:
    void changed(const baton::MonitorsSnapshot &snapshot);
    void monitorsChanged(const baton::Monitors &monitors); ///< these pick from now on
    void failed(const baton::Error &error);

private:
    using Facts = QList<ReviewFacts>;
    void collect(const store::FactsPage &before, std::shared_ptr<Facts> facts, quint64 asked);
    void count();
    void use(const Monitors &monitors);
    void record(const QByteArray &sha256);
    void publish();

    store::Store &m_store;
    const Clock &m_clock;
    const Agent &m_agent;
    MonitorsSnapshot m_shown;
    std::shared_ptr<const Facts> m_facts; ///< of the last 7 days; null until they were read
    Instant m_since;
    quint64 m_asked = 0;
    bool m_counting = false;
    bool m_stale = false;  ///< and what is counted is not the newest
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton
