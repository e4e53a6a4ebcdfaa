#pragma once

#include "core/domain/Decision.h"

/// What Baton reads in a conversation and decides on it. Plain values: core/signals and core/policy
/// make them, core/store keeps the line, ui shows both.
namespace baton {

/// What the queue shows of a decision, and what its order needs.
struct JudgedLine
{
    Route route = Route::Assist; ///< what would be done; the badge
    quint32 rules = 0;           ///< that held: bit 1 << Rule
    int mood = 3;                ///< as in Mood
    Trend trend = Trend::Level;
    QString intent; ///< empty: none of these
    double confidence = 0;
    qint64 by = 0; ///< which reader and policy made it; never 0

    bool holds(Rule rule) const { return (rules >> static_cast<int>(rule) & 1U) != 0; }
    bool operator==(const JudgedLine &) const = default;
};

/// All of it, for the open conversation.
struct Judged
{
    Signals signs;
    Decision decision;
    std::optional<Flip> flip;
    bool operator==(const Judged &) const = default;
};

} // namespace baton
