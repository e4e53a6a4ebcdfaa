#include "core/signals/IntentModel.h"

#include "core/signals/Network.h"

#include <algorithm>
#include <cmath>

namespace baton::signs {

namespace {

double onGrid(double probability)
{
    return std::round(probability * 10'000) / 10'000;
}

/// The place of the best, of all but the one left out (−1: of all).
int bestOf(const std::vector<float> &values, int leftOut)
{
    int best = -1;
    for (int c = 0; c < int(values.size()); ++c) {
        if (c != leftOut && (best < 0 || values[size_t(c)] > values[size_t(best)]))
            best = c;
    }
    return best;
}

} // namespace

std::vector<Vocabulary::Weighted> IntentModel::rowOf(const std::vector<Part> &parts) const
{
    if (parts.size() == 1)
        return m_vocabulary.weigh(hashesOf(parts.front().text));
    thread_local ColumnSums sums;
    sums.begin(m_vocabulary.size());
    for (const Part &part : parts) {
        for (const Vocabulary::Weighted &feature : m_vocabulary.weigh(hashesOf(part.text)))
            sums.add(feature.column, feature.value * part.weight);
    }
    std::vector<Vocabulary::Weighted> row = sums.take();
    float squares = 0;
    for (const Vocabulary::Weighted &feature : row)
        squares += feature.value * feature.value;
    const float length = std::sqrt(squares);
    for (Vocabulary::Weighted &feature : row)
        feature.value /= length;
    return row;
}

void IntentModel::addLinear(const std::vector<Vocabulary::Weighted> &row,
                            std::vector<float> &sums) const
{
    m_linear.add(row, sums.data());
    m_linear.add({{m_linear.rows() - 1, 1}}, sums.data());
}

void IntentModel::addNetworks(const std::vector<Vocabulary::Weighted> &row,
                              std::vector<float> &sums) const
{
    std::vector<float> units = m_unitBias;
    m_first.add(row, units.data());
    for (size_t c = 0; c < sums.size(); ++c)
        sums[c] += m_secondBias[c];
    addUnits(units, m_second, sums);
}

IntentModel::Reading IntentModel::read(const std::vector<Part> &parts) const
{
    const std::vector<Vocabulary::Weighted> row = rowOf(parts);
    const size_t classes = size_t(m_classes.size());
    std::vector<float> linear(classes, 0);
    std::vector<float> networks(classes, 0);
    addLinear(row, linear);
    addNetworks(row, networks);
    for (size_t c = 0; c < classes; ++c)
        linear[c] = m_linearWeight * linear[c] + m_networkWeight * networks[c];
    return readingOf(std::move(linear));
}

std::vector<float> IntentModel::linearMargins(const std::vector<Part> &parts) const
{
    std::vector<float> sums(size_t(m_classes.size()), 0);
    addLinear(rowOf(parts), sums);
    return sums;
}

IntentModel::Reading IntentModel::readingOf(std::vector<float> margins) const
{
    Reading reading;
    const int none = noneClass();
    const float top = *std::max_element(margins.begin(), margins.end());
    if (none >= 0)
        reading.outside = margins[size_t(none)] - margins[size_t(bestOf(margins, none))];
    float total = 0;
    for (float &margin : margins) {
        margin = std::exp(margin - top);
        total += margin;
    }
    for (float &chance : margins)
        chance /= total;
    if (none < 0) {
        for (const float chance : margins) {
            if (chance > 0)
                reading.outside -= chance * std::log(chance);
        }
    }
    reading.chances = std::move(margins);
    return reading;
}

IntentModel::Prediction IntentModel::predict(const std::vector<Part> &parts) const
{
    if (parts.empty() || m_classes.size() < 2)
        return {};
    const std::vector<float> chances = read(parts).chances;
    const int best = bestOf(chances, -1);
    const auto guess = [&](int c) {
        return IntentGuess{m_classes[c], onGrid(double(chances[size_t(c)]))};
    };
    return {guess(best), guess(bestOf(chances, best))};
}

double IntentModel::heldOutAccuracy() const
{
    qsizetype all = 0;
    qsizetype right = 0;
    for (const HeldOut &one : m_heldOut) {
        all += one.isOutside ? 0 : 1;
        right += !one.isOutside && one.right ? 1 : 0;
    }
    return all == 0 ? 0 : double(right) / double(all);
}

double IntentModel::confidenceFor(double wrong) const
{
    std::vector<const HeldOut *> sorted;
    sorted.reserve(m_heldOut.size());
    for (const HeldOut &one : m_heldOut)
        sorted.push_back(&one);
    std::stable_sort(sorted.begin(), sorted.end(), [](const HeldOut *a, const HeldOut *b) {
        return a->confidence > b->confidence;
    });
    double least = 1;
    qsizetype mistakes = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        mistakes += sorted[i]->right ? 0 : 1;
        if (double(mistakes) <= wrong * double(i + 1))
            least = double(sorted[i]->confidence);
    }
    return least;
}

} // namespace baton::signs
