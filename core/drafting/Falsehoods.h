#pragma once

#include "core/drafting/Sources.h"

#include <QtCore/QRandomGenerator>

#include <optional>

/// True sentences made untrue, for measuring the check. Shares no words or rules with it. Pure but
/// for the dice; the same dice give the same falsehoods.
namespace baton::drafting {

enum class FalseKind {
    Amount,
    Currency,
    Date,
    Deadline,
    Name,
    Id,
    Negation,
    SwappedEntity,
    StaleValue,     ///< was true, says a source that a newer one replaces
    InventedPolicy, ///< a rule that nobody made
    OverPromise     ///< more than anything on file lets one promise
};
constexpr int falseKinds = 11;

struct Falsehood
{
    FalseKind kind = FalseKind::Amount;
    QString sentence;
    QString was;                    ///< the true one; empty where it was made up
    std::optional<Grounds> grounds; ///< where it takes others than those of the true sentence
};

/// What sentences rest on, and things of the same sort to be put in each other's place.
struct TrueSentences
{
    Grounds grounds;
    QStringList sentences;
};
struct Swaps
{
    QStringList names; ///< of things and brands, as sentences write them
    QStringList codes;
};

/// Nothing where the kind does not fit the sentence.
std::optional<Falsehood> falsified(FalseKind kind, const TrueSentences &about,
                                   const QString &sentence, const Swaps &swaps,
                                   QRandomGenerator &dice);

} // namespace baton::drafting
