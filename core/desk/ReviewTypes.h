#pragma once

#include "core/base/Result.h"
#include "core/domain/Draft.h"
#include "core/domain/Queue.h"
#include "core/domain/Review.h"
#include "core/domain/TextDiff.h"

#include <memory>
#include <vector>

/// The immutable snapshots that ReviewBoard publishes. Values; thread-free.
namespace baton {

/// Stands for a person's name in a copy that is read blind.
inline constexpr QChar maskedName{0xFFFC};

enum class ReviewScope { Week, All };

/// The list of what is to be reviewed: row numbers in order, those still to do first, each newest
/// first. generation grows with each list.
struct ReviewList
{
    quint64 generation = 0;
    ReviewScope scope = ReviewScope::Week;
    std::shared_ptr<const std::vector<qint64>> rows;
    qsizetype todo = 0; ///< the first so many of the rows
    int week = 0;       ///< of the year, ISO 8601
    int weekTodo = 0;
    int weekDone = 0;
    ReviewFigures figures;
};

/// A conversation as its reviewer sees it. The texts are a copy: names of the agent are masked
/// until the verdict, and a wrong figure may have been planted. It must never be offered for
/// sending or copying.
struct ReviewSnapshot
{
    ReviewRow row;
    Scorecard card;
    QString intentTitle;              ///< empty: none of these
    Origin origin = Origin::Upstream; ///< of the archive: nobody takes a note on it
    Conversation conversation;
    int policyVersion = 0;
    QString asked;       ///< by the customer, last before the reply
    QString draft;       ///< empty: none was shown
    QString sent;        ///< empty: nobody answered
    QList<DiffRow> rows; ///< of draft and sent
    std::optional<Instant> draftAt;
    std::optional<Instant> sentAt;
    bool sentByBot = false;
    std::optional<DraftUse> use;        ///< without its texts
    Draft checked;                      ///< the draft's, or else the reply's sentences and sources
    int fieldsGiven = 0;                ///< of the handoff card, said or inferred
    std::optional<bool> cardComplete;   ///< as the agent said
    std::optional<qint64> firstReplyMs; ///< from the hand-off
    std::optional<qint64> promisedWaitMs;
    std::optional<Instant> cameBack;
    Instant windowEnds; ///< until when they count as back

    bool revealed = false;        ///< what follows is there
    std::optional<Review> review; ///< this desk's own, else the newest
    QList<Review> others;         ///< of other people
    std::optional<PlantedError> planted;
    QList<Score> ruleScores;
    QList<int> contradicted; ///< sentences of checked that a source contradicts
    bool askedAgain = false;
    Person agent; ///< whose reply it is; empty: the bot's
};

/// What a reviewer answers.
struct ReviewAnswer
{
    Verdict verdict = Verdict::Pass;
    QList<Score> scores; ///< of the person
    QList<int> wrong;    ///< sentences of the reply, from 0
    QString comment;
};

} // namespace baton
