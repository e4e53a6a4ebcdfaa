#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <string_view>
#include <vector>

namespace baton::text {

/// Runs of white space and control characters become one space; none at the ends.
QString folded(QStringView text);
/// At most length UTF-16 units of folded text, cut at a space where one is near, with "…" where
/// cut; never half a surrogate pair.
QString firstWords(QStringView text, int length);
/// The first word of a person's name, as people who work together say it; empty without a name.
QString firstName(QStringView name);
/// Where something stands in a text, in UTF-16 units.
struct Stretch
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool operator==(const Stretch &) const = default;
};
/// Sentences in order, without white space at their ends, none empty. A line break ends one; a full
/// stop ends one only before white space, and not after an initial or a common abbreviation, nor
/// after a number where the sentence goes on with a small letter or a month ("am 15. November").
std::vector<Stretch> sentenceStretches(QStringView text);
/// The same, each folded.
QStringList sentences(QStringView text);
/// What languages are compared by: the first subtag of a BCP 47 tag, lower case.
QString primaryLanguage(const QString &tag);
/// Whether two tags name one language, or one of them names none.
bool sameLanguage(const QString &a, const QString &b);
/// For comparing what two people wrote: folded, lower case, without punctuation at the ends.
QString comparable(QStringView sentence);
/// How much of a text was rewritten, 0 to 1: one less the share of words that both have in the same
/// order (2 x longest common subsequence / all words). Looks at the first 2,000 words of each.
double changedShare(QStringView from, QStringView to);

/// Valid as long as the bytes are.
inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

} // namespace baton::text
