#pragma once

#include "core/domain/Coaching.h"
#include "core/domain/Scorecard.h"

#include <QtCore/QHash>

#include <memory>
#include <vector>

namespace baton::store {

/// A page of conversations that were closed, for monitors to look at.
/// A page of what monitors look at.
struct FactsQuery
{
    Instant since;
    qint64 after = 0; ///< FactsPage::last of the page before, else 0
    int limit = 0;
    int firstOf = 0; ///< how many of a person's conversations are among their first
    enum class Picked { LeftOut, Included } picked = Picked::LeftOut;
    std::shared_ptr<const QHash<QString, Instant>> firsts; ///< of the page before; null: the first
};
struct FactsPage
{
    QList<ReviewFacts> facts;
    qint64 last = 0; ///< where the next page goes on
    bool end = true; ///< there is no next page
    /// By person, when the last of their first conversations ended; for the next page.
    std::shared_ptr<const QHash<QString, Instant>> firsts;
};

/// What a monitor picked.
struct PickedReview
{
    ReviewFacts facts;
    Monitor reason;
    int monitors = 0; ///< their version
    bool doubled = false;
    bool planted = false;
};

/// Row numbers of what is to be reviewed, those still to do first, each newest first.
struct ReviewIds
{
    std::shared_ptr<const std::vector<qint64>> rows; ///< never null
    qsizetype todo = 0;                              ///< the first so many of them
    /// Of those closed since a moment.
    int sinceTodo = 0;
    int sinceDone = 0;
};

/// What is known of reviewing as a whole, before it is judged.
struct ReviewSums
{
    Catches mine;
    Catches all;
    std::optional<qint64> medianMs; ///< of the newest reviews; absent with fewer than three
    QList<std::pair<Verdict, Verdict>> doubles;
};

/// What is on record of a conversation for a reviewer.
struct ReviewRecord
{
    std::optional<ReviewRow> row; ///< absent where no monitor picked it
    std::optional<DraftUse> use;  ///< the newest
    QList<Review> reviews;        ///< by time
    int overrides = 0;            ///< sentences that were sent without a source
    std::optional<Instant> cameBack;
};

} // namespace baton::store
