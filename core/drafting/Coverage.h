#pragma once

#include "core/drafting/Wording.h"

namespace baton::drafting {

/// Which of the terms of one text another one has, as a share of their weight, 0 … 1. A context is
/// what the other text stands under: its headings, without saying anything by itself.
class Coverage
{
public:
    explicit Coverage(const Wording &said);

    /// Adds what evidence has; context may be null.
    void add(const Wording &evidence, const Wording *context);
    double share() const;
    double shareWith(const Wording &evidence, const Wording *context) const;
    /// One of the two denies what the other says.
    bool conflicts() const;
    bool goesAsFar() const { return (m_said->strengths & ~m_strengths) == 0; }
    bool hasNames() const;
    /// All that something is said to be.
    bool hasStates() const;
    /// Nearly the same sentence of something else: a word with a capital stands in the place of
    /// another.
    bool swaps(const Wording &evidence) const;

private:
    bool covers(const Term &term, const Wording &evidence, const Wording *context) const;

    const Wording *m_said;
    std::vector<bool> m_covered;
    double m_weight = 0;
    unsigned m_strengths = 0;
    int m_deniesSame = 0; ///< terms said that the evidence denies
    int m_saidDenied = 0; ///< denied terms that the evidence speaks of
    int m_bothDenied = 0;
    bool m_opposite = false;
};

} // namespace baton::drafting
