#include "core/signals/Repeats.h"

#include "core/signals/Plain.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace baton::signs {

namespace {

// Measured on the USS dialogues: at 0.7 a message is twice as often from somebody dissatisfied.
constexpr double alike = 0.7;          // share of the words of both that they have in common
constexpr int shortestCounted = 3;     // letters of a word
constexpr size_t leastCounted = 3;     // words of a message that can be a repetition
constexpr size_t mostKept = 50;        // messages looked back at
constexpr qsizetype longestAsk = 1000; // UTF-16 units of a message that are looked at

double likeness(const std::vector<size_t> &a, const std::vector<size_t> &b)
{
    size_t both = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++both;
            ++i;
            ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return double(both) / double(a.size() + b.size() - both);
}

} // namespace

Repeats::Words Repeats::wordsIn(QStringView text)
{
    const QByteArray bytes = plain(text.left(longestAsk));
    Words words;
    for (int at = 0; at < int(bytes.size());) {
        const int end = wordEnd(bytes, at);
        if (end - at >= shortestCounted)
            words.push_back(
                std::hash<std::string_view>()({bytes.constData() + at, size_t(end - at)}));
        at = std::max(end, at + 1);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

bool Repeats::isAgain(QStringView text)
{
    if (m_first.isNull()) {
        m_first = text;
        return false;
    }
    if (m_asked.empty())
        m_asked.push_back(wordsIn(m_first));
    Words words = wordsIn(text);
    const bool again = words.size() >= leastCounted
        && std::any_of(m_asked.begin(), m_asked.end(),
                       [&words](const Words &one) { return likeness(one, words) >= alike; });
    if (m_asked.size() < mostKept)
        m_asked.push_back(std::move(words));
    return again;
}

} // namespace baton::signs
