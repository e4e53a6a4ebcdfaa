#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

#include <vector>

namespace re2 {
class RE2;
}

/// What the readers of this folder share: patterns on plain text (signals/Plain.h), and the words
/// around a place.
namespace baton::facts {

struct Hit
{
    int begin = 0; ///< of the pattern's first group, of the whole where it has none
    int end = 0;
    int from = 0; ///< of the whole
    int to = 0;
};

/// By place, not overlapping.
std::vector<Hit> hitsOf(const re2::RE2 &pattern, const QByteArray &plain);
bool matchesIn(const re2::RE2 &pattern, const QByteArray &plain);

/// The sentence that holds a place; a full stop between digits or letters ends none.
Hit sentenceAt(const QByteArray &plain, int place);
/// Up to so many words of that sentence before a place, or behind it, with a blank before, between
/// and after them; what is no letter or digit parts words and is left out.
QByteArray wordsBefore(const QByteArray &plain, int place, int most);
QByteArray wordsBehind(const QByteArray &plain, int place, int most);

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Of words that a blank stands before and after, or only before: what words begin with.
template <class Table>
bool holds(const QByteArray &words, const Table &table)
{
    for (const char *one : table) {
        if (words.contains(one))
            return true;
    }
    return false;
}
template <class Table>
bool beginsWith(const QByteArray &words, const Table &table)
{
    for (const char *one : table) {
        if (words.startsWith(one))
            return true;
    }
    return false;
}

} // namespace baton::facts
