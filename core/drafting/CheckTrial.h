#pragma once

#include "core/drafting/Falsehoods.h"

#include <array>

/// How many untrue sentences the check catches, and how many true ones it takes for untrue.
namespace baton::drafting {

struct CheckTrial
{
    QList<TrueSentences> drafts; ///< untouched, as the playbooks wrote them
    QList<TrueSentences> others; ///< of documents and conversations
    Swaps swaps;
};

struct CheckScores
{
    struct Kind
    {
        int made = 0; ///< fewer than the quota where no sentence gives one
        int caught = 0;
    };
    struct Miss
    {
        Falsehood falsehood;
        QList<Support> supports; ///< what it was taken to rest on
    };
    std::array<Kind, falseKinds> kinds; ///< by FalseKind
    QList<Miss> missed;
    int untouched = 0;  ///< sentences of drafts
    QStringList alarms; ///< those of them that were taken for untrue

    int made() const;
    int caught() const;
};

/// The same for the same seed. A falsehood is made only of a sentence that the check supports as
/// long as it is true, each kind as often as the others. A second of one core for 500.
CheckScores tryCheck(const CheckTrial &trial, quint32 seed, int falsehoods);

} // namespace baton::drafting
