#include "core/facts/Patterns.h"

#include <re2/re2.h>

namespace baton::facts {

namespace {

bool inWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '\'';
}

bool endsSentence(const QByteArray &plain, int i)
{
    const char c = plain[i];
    return c == '\n' || c == '!' || c == '?'
        || (c == '.' && (i + 1 == plain.size() || plain[i + 1] <= ' '));
}

} // namespace

std::vector<Hit> hitsOf(const re2::RE2 &pattern, const QByteArray &plain)
{
    std::vector<Hit> hits;
    const re2::StringPiece text(plain.constData(), size_t(plain.size()));
    re2::StringPiece found[2];
    const int groups = pattern.NumberOfCapturingGroups() > 0 ? 2 : 1;
    for (size_t at = 0; at <= text.size()
         && pattern.Match(text, at, text.size(), re2::RE2::UNANCHORED, found, groups);) {
        const re2::StringPiece &group = groups > 1 && found[1].data() ? found[1] : found[0];
        const int from = int(found[0].data() - text.data());
        const int begin = int(group.data() - text.data());
        hits.push_back({begin, begin + int(group.size()), from, from + int(found[0].size())});
        at = size_t(from) + std::max<size_t>(found[0].size(), 1);
    }
    return hits;
}

bool matchesIn(const re2::RE2 &pattern, const QByteArray &plain)
{
    return RE2::PartialMatch(re2::StringPiece(plain.constData(), size_t(plain.size())), pattern);
}

Hit sentenceAt(const QByteArray &plain, int place)
{
    Hit hit{place, place, place, place};
    while (hit.begin > 0 && !endsSentence(plain, hit.begin - 1))
        --hit.begin;
    while (hit.end < plain.size() && !endsSentence(plain, hit.end))
        ++hit.end;
    return hit;
}

QByteArray wordsBefore(const QByteArray &plain, int place, int most)
{
    QByteArray words(" ");
    int end = place;
    while (most > 0 && end > 0) {
        while (end > 0 && !inWord(plain[end - 1])) {
            if (endsSentence(plain, end - 1))
                return words;
            --end;
        }
        int begin = end;
        while (begin > 0 && inWord(plain[begin - 1]))
            --begin;
        if (begin == end)
            break;
        words.prepend(' ' + plain.mid(begin, end - begin));
        end = begin;
        --most;
    }
    return words;
}

QByteArray wordsBehind(const QByteArray &plain, int place, int most)
{
    QByteArray words(" ");
    int begin = place;
    while (most > 0 && begin < plain.size()) {
        while (begin < plain.size() && !inWord(plain[begin])) {
            if (endsSentence(plain, begin))
                return words;
            ++begin;
        }
        int end = begin;
        while (end < plain.size() && inWord(plain[end]))
            ++end;
        if (begin == end)
            break;
        words += plain.mid(begin, end - begin) + ' ';
        begin = end;
        --most;
    }
    return words;
}

} // namespace baton::facts
