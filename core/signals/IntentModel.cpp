#include "core/signals/IntentModel.h"

#include <algorithm>
#include <cmath>

namespace baton::signs {

namespace {

double onGrid(double probability)
{
    return std::round(probability * 10'000) / 10'000;
}

} // namespace

Row IntentModel::rowOf(const std::vector<Part> &parts, std::string_view leftOut) const
{
    if (parts.size() == 1)
        return m_vocabulary.weigh(hashesOf(parts.front().text, leftOut));
    thread_local ColumnSums sums;
    sums.begin(m_vocabulary.size());
    for (const Part &part : parts) {
        for (const Vocabulary::Weighted &feature : m_vocabulary.weigh(hashesOf(part.text, leftOut)))
            sums.add(feature.column, feature.value * part.weight);
    }
    Row row = sums.take();
    float squares = 0;
    for (const Vocabulary::Weighted &feature : row)
        squares += feature.value * feature.value;
    const float length = std::sqrt(squares);
    for (Vocabulary::Weighted &feature : row)
        feature.value /= length;
    return row;
}

std::vector<Row> IntentModel::wordRowsOf(const std::vector<Part> &parts,
                                         std::string_view leftOut) const
{
    float greatest = 0;
    for (const Part &part : parts)
        greatest = std::max(greatest, part.weight);
    std::vector<Row> rows;
    for (const Part &part : parts) {
        for (Row &row : m_vocabulary.weighWords(hashesByWord(part.text, leftOut))) {
            for (Vocabulary::Weighted &feature : row)
                feature.value *= part.weight / greatest;
            rows.push_back(std::move(row));
        }
    }
    if (rows.empty())
        rows.emplace_back();
    return rows;
}

std::vector<float> IntentModel::marginsOf(const std::vector<Part> &parts,
                                          std::string_view leftOut) const
{
    const Row row = rowOf(parts, leftOut);
    return m_blend.readsWords() ? m_blend.margins(row, wordRowsOf(parts, leftOut))
                                : m_blend.margins(row);
}

IntentModel::Reading IntentModel::read(const std::vector<Part> &parts) const
{
    return readingOf(marginsOf(parts));
}

std::vector<float> IntentModel::linearMargins(const std::vector<Part> &parts) const
{
    return m_blend.linearMargins(rowOf(parts));
}

IntentModel::Reading IntentModel::readingOf(std::vector<float> margins) const
{
    Reading reading;
    const int none = noneClass();
    if (none >= 0)
        reading.outside = margins[size_t(none)] - margins[size_t(bestOf(margins, none))];
    softmax(margins);
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
