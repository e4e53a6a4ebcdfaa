#include "core/signals/PatternSet.h"

#include "core/base/Text.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace baton::signs {

namespace {

constexpr std::int64_t mostMemory = 64LL << 20; // bytes that one automaton may grow to

RE2::Options plainOptions()
{
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(mostMemory);
    return options;
}

/// Whether a pattern can match where these of its own pieces are there, and no others.
bool canMatch(const re2::FilteredRE2 &pattern, std::vector<int> places)
{
    std::sort(places.begin(), places.end());
    std::vector<int> matching;
    pattern.AllPotentials(places, &matching);
    return !matching.empty();
}

/// Places among a pattern's pieces of which one has to be there. Walking in the order given, a
/// piece is granted as long as a match stays impossible; what is not granted is the guard.
std::vector<int> guardOf(const re2::FilteredRE2 &pattern, const std::vector<int> &order)
{
    std::vector<int> guard;
    std::vector<int> granted;
    for (const int place : order) {
        granted.push_back(place);
        if (!canMatch(pattern, granted))
            continue;
        granted.pop_back();
        guard.push_back(place);
    }
    return guard;
}

} // namespace

PatternSet::PatternSet() = default;
PatternSet::PatternSet(PatternSet &&) noexcept = default;
PatternSet &PatternSet::operator=(PatternSet &&) noexcept = default;
PatternSet::~PatternSet() = default;

int PatternSet::add(const std::string &pattern)
{
    auto one = std::make_unique<re2::FilteredRE2>(int(Pieces::shortest));
    int number = 0;
    const RE2::ErrorCode code = one->Add(pattern, plainOptions(), &number);
    if (code == RE2::NoError)
        m_patterns.push_back(std::move(one));
    return int(code);
}

const re2::RE2 &PatternSet::pattern(int number) const
{
    return m_patterns[size_t(number)]->GetRE2(0);
}

/// By pattern, the numbers of its pieces in its own order.
std::vector<std::vector<int>> PatternSet::numberPieces()
{
    std::unordered_map<std::string, int> numbers;
    std::vector<std::string> pieces;
    std::vector<std::vector<int>> needs(m_patterns.size());
    for (size_t i = 0; i < m_patterns.size(); ++i) {
        std::vector<std::string> own;
        m_patterns[i]->Compile(&own);
        for (std::string &piece : own) {
            const auto [known, fresh] = numbers.try_emplace(piece, int(pieces.size()));
            if (fresh)
                pieces.push_back(std::move(piece));
            needs[i].push_back(known->second);
        }
    }
    m_opened.resize(pieces.size());
    m_pieces = Pieces(std::move(pieces));
    return needs;
}

std::vector<int> PatternSet::countPieces(const std::vector<QByteArray> &texts) const
{
    std::vector<int> counts(m_opened.size());
    for (const QByteArray &text : texts) {
        for (const int piece : m_pieces.in(text::viewOf(text)))
            ++counts[size_t(piece)];
    }
    return counts;
}

void PatternSet::compile(const std::vector<QByteArray> &usual)
{
    const std::vector<std::vector<int>> needs = numberPieces();
    const std::vector<int> often = countPieces(usual);
    m_further.resize(m_patterns.size());
    for (size_t i = 0; i < m_patterns.size(); ++i) {
        const re2::FilteredRE2 &pattern = *m_patterns[i];
        if (canMatch(pattern, {})) {
            m_unguarded.push_back(int(i));
            continue;
        }
        std::vector<int> order(needs[i].size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return often[size_t(needs[i][size_t(a)])] > often[size_t(needs[i][size_t(b)])];
        });
        const std::vector<int> first = guardOf(pattern, order);
        for (const int place : first)
            m_opened[size_t(needs[i][size_t(place)])].push_back(int(i));

        // Each further one does without the pieces of those before it.
        std::vector<int> used = first;
        const auto isUsed = [&used](int place) {
            return std::find(used.begin(), used.end(), place) != used.end();
        };
        for (;;) {
            std::stable_partition(order.begin(), order.end(), isUsed);
            const std::vector<int> further = guardOf(pattern, order);
            if (std::any_of(further.begin(), further.end(), isUsed))
                break;
            Guard &guard = m_further[i].emplace_back();
            for (const int place : further)
                guard.push_back(needs[i][size_t(place)]);
            used.insert(used.end(), further.begin(), further.end());
        }
    }
}

std::vector<int> PatternSet::candidates(const QByteArray &text) const
{
    const std::vector<int> pieces = m_pieces.in(text::viewOf(text));
    std::vector<bool> isThere(m_opened.size());
    for (const int piece : pieces)
        isThere[size_t(piece)] = true;
    const auto isOpen = [&isThere](const Guard &guard) {
        return std::any_of(guard.begin(), guard.end(),
                           [&isThere](int piece) { return isThere[size_t(piece)]; });
    };
    std::vector<bool> isMet(m_patterns.size());
    std::vector<int> numbers = m_unguarded;
    for (const int piece : pieces) {
        for (const int number : m_opened[size_t(piece)]) {
            if (isMet[size_t(number)])
                continue;
            isMet[size_t(number)] = true;
            const std::vector<Guard> &further = m_further[size_t(number)];
            if (std::all_of(further.begin(), further.end(), isOpen))
                numbers.push_back(number);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace baton::signs
