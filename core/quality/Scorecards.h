#pragma once

#include "core/base/Result.h"
#include "core/domain/Draft.h"
#include "core/domain/Scorecard.h"

/// How a conversation is scored. Pure; any thread.
namespace baton::quality {

/// What rules can see of a conversation that was closed.
struct Observed
{
    Draft reply;           ///< what was sent, as it was checked: sentences and lints
    bool promised = false; ///< something had been promised before
    int overrides = 0;
    std::optional<int> csat;
    bool cameBack = false;
};

/// The answers of rules, in the order of the card; a rule that sees nothing to judge gives none.
QList<Score> ruleScores(const Scorecard &card, const Observed &observed);

constexpr int criticalFrom = 2; ///< points of a critical criterion that fail the whole, and fewer

/// Of one side's answers only.
ScoreTotal total(const Scorecard &card, const QList<Score> &scores, ScoredBy by);

/// Whether a verdict agrees with the answers: what failed a critical criterion cannot pass.
bool permits(const ScoreTotal &total, Verdict verdict);

/// Errors: InvalidInput, with the JSON pointer and what is wrong there.
Result<Scorecard> readScorecard(const QByteArray &json);
Scorecard bundledScorecard();
/// A criterion a line; readScorecard() gives the same back.
QByteArray writeScorecard(const Scorecard &card);
/// What keeps it from being saved, in the order of its criteria.
QList<CardFlaw> flawsOf(const Scorecard &card);

} // namespace baton::quality
