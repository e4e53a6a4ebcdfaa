#include "core/signals/IntentModel.h"

#include <algorithm>
#include <cmath>

namespace baton::signs {

namespace {

double onGrid(double probability)
{
    return std::round(probability * 10'000) / 10'000;
}

/// sums += value × row, four at a time: a count that the compiler knows is one it vectorizes. The
/// order of the additions to one sum is the same everywhere, so the sums are.
void addScaled(float *__restrict sums, const float *__restrict row, size_t count, float value)
{
    constexpr size_t lanes = 4;
    size_t c = 0;
    for (; c + lanes <= count; c += lanes) {
        for (size_t lane = 0; lane < lanes; ++lane)
            sums[c + lane] += value * row[c + lane];
    }
    for (; c < count; ++c)
        sums[c] += value * row[c];
}

} // namespace

std::vector<float> IntentModel::margins(const std::vector<Part> &parts) const
{
    const size_t classes = size_t(m_classes.size());
    std::vector<float> sums(classes, 0);
    float weights = 0;
    for (const Part &part : parts) {
        weights += part.weight;
        const auto add = [&](size_t column, float value) {
            addScaled(sums.data(), m_weights.data() + column * classes, classes, value);
        };
        for (const Vocabulary::Weighted &feature : m_vocabulary.weigh(hashesOf(part.text)))
            add(size_t(feature.column), feature.value * part.weight);
        add(size_t(m_vocabulary.size()), part.weight);
    }
    if (weights > 0) {
        for (float &sum : sums)
            sum /= weights;
    }
    return sums;
}

IntentModel::Prediction IntentModel::predict(const std::vector<Part> &parts) const
{
    if (parts.empty() || m_classes.size() < 2)
        return {};
    const std::vector<float> found = margins(parts);
    size_t best = 0;
    for (size_t c = 1; c < found.size(); ++c) {
        if (found[c] > found[best])
            best = c;
    }
    size_t second = best == 0 ? 1 : 0;
    for (size_t c = 0; c < found.size(); ++c) {
        if (c != best && found[c] > found[second])
            second = c;
    }
    double total = 0;
    for (const float margin : found)
        total += std::exp(double(m_sharpness) * (double(margin) - double(found[best])));
    const auto guess = [&](size_t c) {
        const double share
            = std::exp(double(m_sharpness) * (double(found[c]) - double(found[best])));
        return IntentGuess{m_classes[qsizetype(c)], onGrid(share / total)};
    };
    return {guess(best), guess(second)};
}

} // namespace baton::signs
