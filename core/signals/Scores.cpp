#include "core/signals/Scores.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace baton::signs {

double share(qsizetype some, qsizetype all)
{
    return all == 0 ? 0 : double(some) / double(all);
}

double accuracy(const std::vector<Guess> &guesses)
{
    const auto right = std::count_if(guesses.begin(), guesses.end(),
                                     [](const Guess &one) { return one.best == one.label; });
    return share(right, qsizetype(guesses.size()));
}

double macroF1(const std::vector<Guess> &guesses, size_t classes)
{
    std::vector<qsizetype> right(classes);
    std::vector<qsizetype> asked(classes);
    std::vector<qsizetype> said(classes);
    qsizetype unknown = 0;
    for (const Guess &guess : guesses) {
        ++said[size_t(guess.best)];
        if (guess.label < 0) {
            ++unknown;
            continue;
        }
        ++asked[size_t(guess.label)];
        right[size_t(guess.label)] += guess.best == guess.label ? 1 : 0;
    }
    double sum = 0;
    qsizetype counted = unknown > 0 ? 1 : 0;
    for (size_t c = 0; c < classes; ++c) {
        if (asked[c] == 0)
            continue;
        ++counted;
        sum += 2 * share(right[c], asked[c] + said[c]);
    }
    return counted == 0 ? 0 : sum / double(counted);
}

double calibrationError(const std::vector<Guess> &guesses)
{
    constexpr int bins = 15;
    std::array<double, bins> gap{};
    for (const Guess &guess : guesses) {
        const int bin = std::min(int(guess.confidence * bins), bins - 1);
        gap[size_t(bin)] += guess.confidence - (guess.best == guess.label ? 1 : 0);
    }
    double sum = 0;
    for (const double one : gap)
        sum += std::abs(one);
    return guesses.empty() ? 0 : sum / double(guesses.size());
}

} // namespace baton::signs
