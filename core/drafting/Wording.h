#pragma once

#include <QtCore/QStringView>

#include <vector>

/// What a text says, made ready to be held against another: its telling words, what they deny, how
/// they feel and how far they go. English, German, Spanish. Pure; any thread.
namespace baton::drafting {

/// A word of which the other text has to have one like it.
struct Term
{
    unsigned key = 0;      ///< of the word without its endings; a figure has none
    float weight = 1;      ///< next to nothing for what any reply says ("offer", "reviewers")
    signed char feels = 0; ///< −1 bad, 1 good: another word as good may stand for it
    bool denied = false;   ///< a "not" belongs to it
    bool name = false;     ///< of one thing or person, as its capital says
    bool capital = false;
    bool state = false; ///< what something is said to be: "is packed"
};

/// How far a text goes; what it rests on has to go as far.
enum Strength : unsigned {
    Always = 1,
    Never = 2,
    Only = 4,
    Guaranteed = 8,
    AtOnce = 16,
    Free = 32,
    ByItself = 64
};

struct Wording
{
    std::vector<Term> terms; ///< by key, each once
    unsigned strengths = 0;  ///< bits of Strength
    bool good = false;       ///< some word is
    bool bad = false;
    bool denies = false; ///< something in it is denied

    double weight() const;
    /// Whether it speaks of what costs us something: money back, a gift, a guarantee.
    bool grants() const;
    /// No other word stands for one that feels like it.
    void takeLiterally();
    const Term *find(unsigned key) const;
};

/// A word without case, accents and endings, as a hash; 0 for one that only holds a sentence
/// together, for a number, a month, a weekday or a currency.
unsigned keyOf(const QByteArray &plainWord);
/// What undertakings are about is not the effort: "I check", "we get back to you" promise nothing
/// that has to be on file.
enum class Effort { Counts, LeftOut };
Wording wordingOf(QStringView text, Effort effort = Effort::Counts);

} // namespace baton::drafting
