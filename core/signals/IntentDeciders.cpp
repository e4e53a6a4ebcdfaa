#include "core/signals/IntentModel.h"
#include "core/signals/Plain.h"

#include <algorithm>
#include <set>
#include <string>

namespace baton::signs {

namespace {

constexpr size_t mostDeciders = 3;
constexpr float leastShare = 0.25F; // of the weightiest

/// By place; what one character parts becomes one, whose weights add up.
std::vector<IntentModel::Decider> joined(std::vector<IntentModel::Decider> words)
{
    std::sort(words.begin(), words.end(), [](const auto &a, const auto &b) {
        return std::pair(a.part, a.begin) < std::pair(b.part, b.begin);
    });
    std::vector<IntentModel::Decider> all;
    for (const IntentModel::Decider &word : words) {
        if (all.empty() || all.back().part != word.part || all.back().end + 1 != word.begin) {
            all.push_back(word);
            continue;
        }
        all.back().end = word.end;
        all.back().weight += word.weight;
    }
    return all;
}

void weightiestFirst(std::vector<IntentModel::Decider> &words)
{
    std::stable_sort(words.begin(), words.end(),
                     [](const auto &a, const auto &b) { return a.weight > b.weight; });
}

} // namespace

std::vector<IntentModel::Decider> IntentModel::deciders(const std::vector<Part> &parts) const
{
    if (parts.empty() || m_classes.size() < 2)
        return {};
    const std::vector<float> whole = marginsOf(parts);
    const int first = bestOf(whole, -1);
    const auto best = size_t(first);
    const auto next = size_t(bestOf(whole, first));
    std::vector<Decider> found;
    std::set<std::string> seen;
    for (size_t part = 0; part < parts.size(); ++part) {
        const QByteArray bytes = readBytes(parts[part].text);
        for (const Word &word : wordsOf(bytes)) {
            const std::string letters(bytes.constData() + word.begin,
                                      size_t(word.end - word.begin));
            if (!seen.insert(letters).second)
                continue;
            const std::vector<float> without = marginsOf(parts, letters);
            const float falls = whole[best] - whole[next] - (without[best] - without[next]);
            if (falls > 0)
                found.push_back({part, word.begin, word.end, falls});
        }
    }
    weightiestFirst(found);
    std::erase_if(
        found, [least = found.empty() ? 0 : found.front().weight * leastShare](const Decider &one) {
            return one.weight < least;
        });
    if (found.size() > mostDeciders)
        found.resize(mostDeciders);
    found = joined(std::move(found));
    weightiestFirst(found);
    return found;
}

} // namespace baton::signs
