#include "core/quality/Scorecards.h"

#include <algorithm>
#include <cmath>

namespace baton::quality {

namespace {

constexpr int most = 5;
constexpr int least = 1;
constexpr int afterOverride = 3;
constexpr int afterReturn = 2;

bool hasLint(const Draft &draft, LintKind kind)
{
    return std::any_of(draft.lints.begin(), draft.lints.end(),
                       [kind](const Lint &lint) { return lint.kind == kind; });
}

bool contradicts(const Draft &draft)
{
    return std::any_of(
        draft.sentences.begin(), draft.sentences.end(),
        [](const DraftSentence &sentence) { return sentence.lack == Lack::Contradicts; });
}

std::optional<int> answer(ScoreRule rule, const Observed &observed)
{
    const Draft &reply = observed.reply;
    switch (rule) {
    case ScoreRule::None:
        return {};
    case ScoreRule::Grounded:
        if (reply.claims() == 0)
            return {};
        return least
            + int(std::floor((most - least) * double(reply.grounded()) / double(reply.claims())));
    case ScoreRule::PolicyKept:
        if (reply.sentences.isEmpty())
            return {};
        return contradicts(reply) ? least : observed.overrides > 0 ? afterOverride : most;
    case ScoreRule::NeedMet:
        if (observed.csat)
            return observed.csat;
        return observed.cameBack ? std::optional(afterReturn) : std::nullopt;
    case ScoreRule::NotAskedAgain:
        if (reply.sentences.isEmpty())
            return {};
        return hasLint(reply, LintKind::AsksForGiven) ? least : most;
    case ScoreRule::PromisesKept:
        if (!observed.promised || reply.sentences.isEmpty())
            return {};
        return hasLint(reply, LintKind::ContradictsPromise) ? least : most;
    }
    return {};
}

} // namespace

QList<Score> ruleScores(const Scorecard &card, const Observed &observed)
{
    QList<Score> scores;
    for (const Criterion &criterion : card.criteria) {
        if (const std::optional<int> points = answer(criterion.rule, observed))
            scores.append({criterion.name, ScoredBy::Rule, *points});
    }
    return scores;
}

ScoreTotal total(const Scorecard &card, const QList<Score> &scores, ScoredBy by)
{
    ScoreTotal total;
    double sum = 0;
    double weights = 0;
    for (const Criterion &criterion : card.criteria) {
        const auto score = std::find_if(scores.begin(), scores.end(), [&](const Score &one) {
            return one.by == by && one.criterion == criterion.name;
        });
        if (score == scores.end())
            continue;
        ++total.answered;
        sum += criterion.weight * score->points;
        weights += criterion.weight;
        if (criterion.critical && score->points <= criticalFrom)
            total.failed.append(criterion.name);
    }
    if (weights > 0)
        total.points = sum / weights;
    return total;
}

bool permits(const ScoreTotal &total, Verdict verdict)
{
    return verdict != Verdict::Pass || total.failed.isEmpty();
}

QList<CardFlaw> flawsOf(const Scorecard &card)
{
    QList<CardFlaw> flaws;
    if (card.criteria.isEmpty())
        flaws.append({CardFault::NoCriteria});
    if (card.criteria.size() > mostCriteria)
        flaws.append({CardFault::TooMany});
    for (int i = 0; i < int(card.criteria.size()); ++i) {
        const Criterion &criterion = card.criteria[i];
        const QString title = criterion.title.trimmed();
        const auto before = card.criteria.begin() + i;
        if (title.isEmpty())
            flaws.append({CardFault::NoTitle, i});
        else if (std::any_of(card.criteria.begin(), before, [&title](const Criterion &one) {
                     return one.title.trimmed().compare(title, Qt::CaseInsensitive) == 0;
                 }))
            flaws.append({CardFault::SameTitle, i});
        if (std::max(title.size(), criterion.hint.size()) > longestTitle)
            flaws.append({CardFault::LongTitle, i});
        if (!(criterion.weight > 0 && criterion.weight <= heaviestCriterion))
            flaws.append({CardFault::Weight, i});
    }
    return flaws;
}

} // namespace baton::quality
