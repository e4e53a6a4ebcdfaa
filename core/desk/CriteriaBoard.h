#pragma once

#include "core/base/Result.h"
#include "core/domain/Queue.h"
#include "core/domain/Scorecard.h"

#include <QtCore/QObject>

namespace baton::store {
class Store;
}

namespace baton {

struct CriteriaSnapshot
{
    Scorecard kept;                   ///< what reviewers answer now
    Scorecard edited;                 ///< what they would, once it is saved; kept's number
    QList<CardFlaw> flaws;            ///< of edited: it is not saved as long as there are any
    QList<ScorecardVersion> versions; ///< the newest first, without their files
    bool bundled = true;              ///< kept asks what came with Baton
    bool mayEdit = false;             ///< a lead's work
    bool saving = false;
    std::optional<Error> problem; ///< it was not saved

    bool isChanged() const { return edited != kept; }
    bool operator==(const CriteriaSnapshot &) const = default;
};

/// What reviewers answer, as a team decides it: its criteria and their versions. A review keeps the
/// version that it was made with. Lives on the GUI thread and never waits.
class CriteriaBoard : public QObject
{
    Q_OBJECT

public:
    CriteriaBoard(store::Store &store, const Clock &clock, const Agent &agent);

    void start(); ///< reads the versions; answered by changed()
    void refreshRole();
    void edit(const Scorecard &card); ///< nothing is kept
    void addCriterion();              ///< one with no title yet, at the end
    void discard();                   ///< what was edited
    void editBundled();               ///< edits likewise: to what came with Baton
    /// As a new version; nothing where there are flaws. On disk first.
    void save();

    const CriteriaSnapshot &snapshot() const { return m_shown; }

Q_SIGNALS:
    void changed(const baton::CriteriaSnapshot &snapshot);
    void cardsChanged(const QList<baton::Scorecard> &cards); ///< every version, the newest first
    void failed(const baton::Error &error);

private:
    void take(const QList<ScorecardVersion> &versions);
    void publish();

    store::Store &m_store;
    const Clock &m_clock;
    const Agent &m_agent;
    CriteriaSnapshot m_shown;
    QList<Scorecard> m_cards;
};

} // namespace baton
