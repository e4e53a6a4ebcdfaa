#include "core/knowledge/Mentions.h"

#include "core/signals/Plain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr double leastCovered = 0.5;
constexpr double leastWeight = 0.4;
constexpr double wholeName = 0.95; // where one name stands whole, those that stand in part are
constexpr double partOfName = 0.7; // heard only from here on
constexpr double pluralLikeness = 0.9;
constexpr double misspeltLikeness = 0.85;
constexpr size_t shortestPlural = 4;
constexpr size_t shortestMisspelt = 5;
constexpr size_t longMisspelt = 8; // may have two wrong letters
constexpr int mostTextsOfMisspelt = 2;
constexpr qsizetype longestHeard = 4000; // UTF-16 units

/// "The" and "and" come and go in what people call things.
std::vector<std::string> nameWords(QStringView text)
{
    QString spelt = text.left(longestHeard).toString();
    spelt.replace(u'&', u" and "_s);
    const QByteArray bytes = signs::plain(spelt);
    std::vector<std::string> words;
    for (const signs::Word &one : signs::wordsOf(bytes)) {
        std::string word(bytes.constData() + one.begin, size_t(one.end - one.begin));
        word.erase(std::remove(word.begin(), word.end(), '\''), word.end());
        if (word != "the" && word != "and")
            words.push_back(std::move(word));
    }
    return words;
}

/// Levenshtein's distance, by rows.
int distance(const std::string &a, const std::string &b)
{
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (size_t j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j]
                = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string_view withoutPlural(std::string_view word)
{
    while (!word.empty() && word.back() == 's')
        word.remove_suffix(1);
    return word;
}

} // namespace

Mentions::Mentions(const QStringList &nameOfDocument, const QStringList &texts)
{
    std::map<QString, int> order;
    for (const QString &name : nameOfDocument)
        order.emplace(name, 0);
    for (auto &[name, number] : order) {
        number = int(m_names.size());
        m_names.append(name);
        m_words.push_back(nameWords(name));
    }
    std::unordered_map<std::string, int> inNames;
    for (const Words &name : m_words) {
        for (const std::string &word : std::unordered_set<std::string>(name.begin(), name.end()))
            ++inNames[word];
    }
    // In how many texts about something else a word stands.
    std::unordered_map<std::string, int> elsewhere;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const Words said = nameWords(texts[i]);
        const Words &own = m_words[size_t(order.at(nameOfDocument[i]))];
        for (const std::string &word : std::unordered_set<std::string>(said.begin(), said.end())) {
            ++m_inTexts[word];
            if (std::find(own.begin(), own.end(), word) == own.end())
                ++elsewhere[word];
        }
    }
    const double all = double(m_names.size()) + 1;
    const double documents = double(texts.size()) + 1;
    for (const auto &[word, names] : inNames) {
        const auto other = elsewhere.find(word);
        const double others = other == elsewhere.end() ? 0 : other->second;
        m_weights[word] = std::log(all / names) / std::log(all) * std::log(documents / (others + 1))
            / std::log(documents);
    }
    for (size_t name = 0; name < m_words.size(); ++name) {
        const Words &words = m_words[name];
        double whole = 0;
        double heaviest = 0;
        for (size_t word = 0; word < words.size(); ++word) {
            m_places[words[word]].push_back({int(name), int(word)});
            whole += weightOf(words[word]);
            heaviest = std::max(heaviest, weightOf(words[word]));
        }
        m_whole.push_back(whole);
        const auto telling = std::find_if(words.begin(), words.end(), [&](const std::string &word) {
            return weightOf(word) >= heaviest / 2;
        });
        m_telling.push_back(telling == words.end() ? 0 : int(telling - words.begin()));
    }
}

double Mentions::weightOf(const std::string &word) const
{
    const auto found = m_weights.find(word);
    return found == m_weights.end() ? 0 : found->second;
}

double Mentions::likeness(const std::string &said, const std::string &named) const
{
    if (said == named)
        return 1;
    const size_t shorter = std::min(said.size(), named.size());
    const size_t longer = std::max(said.size(), named.size());
    if (shorter >= shortestPlural && withoutPlural(said) == withoutPlural(named))
        return pluralLikeness;
    if (shorter < shortestMisspelt || said.front() != named.front() || longer - shorter > 2)
        return 0;
    const auto known = m_inTexts.find(said);
    if (known != m_inTexts.end() && known->second > mostTextsOfMisspelt)
        return 0;
    return distance(said, named) <= (longer < longMisspelt ? 1 : 2) ? misspeltLikeness : 0;
}

std::vector<Mentions::Match> Mentions::matchesOf(const std::string &said) const
{
    std::vector<Match> matches;
    for (const auto &[named, places] : m_places) {
        if (const double how = likeness(said, named); how > 0)
            matches.push_back({&places, how});
    }
    return matches;
}

/// Words that stand as far from each other as in a name lie on one diagonal of text and name.
std::vector<Mentions::Mention> Mentions::candidates(const Words &words) const
{
    std::map<std::pair<int, int>, std::map<int, double>> diagonals;
    for (size_t at = 0; at < words.size(); ++at) {
        for (const Match &match : matchesOf(words[at])) {
            for (const Place &place : *match.places) {
                double &like = diagonals[{place.name, int(at) - place.word}][place.word];
                like = std::max(like, match.likeness);
            }
        }
    }
    std::vector<Mention> found;
    for (const auto &[diagonal, said] : diagonals) {
        const auto &[name, shift] = diagonal;
        const double whole = m_whole[size_t(name)];
        if (!said.contains(m_telling[size_t(name)]) || whole <= 0)
            continue;
        double weight = 0;
        for (const auto &[word, how] : said)
            weight += how * weightOf(m_words[size_t(name)][size_t(word)]);
        if (weight >= leastWeight && weight / whole >= leastCovered)
            found.push_back({name, shift + said.begin()->first, shift + said.rbegin()->first,
                             weight / whole, weight});
    }
    return found;
}

Mentions::Found Mentions::in(QStringView text) const
{
    const Words words = nameWords(text);
    std::vector<Mention> all = candidates(words);
    std::sort(all.begin(), all.end(), [](const Mention &a, const Mention &b) {
        return a.weight != b.weight  ? a.weight > b.weight
            : a.covered != b.covered ? a.covered > b.covered
                                     : a.name < b.name;
    });
    Found found;
    for (const Mention &one : all) {
        if (std::none_of(found.mentions.begin(), found.mentions.end(), [&](const Mention &other) {
                return one.last >= other.first && one.first <= other.last;
            }))
            found.mentions.push_back(one);
    }
    if (std::any_of(found.mentions.begin(), found.mentions.end(),
                    [](const Mention &one) { return one.covered >= wholeName; }))
        std::erase_if(found.mentions, [](const Mention &one) { return one.covered < partOfName; });
    std::sort(found.mentions.begin(), found.mentions.end(),
              [](const Mention &a, const Mention &b) { return a.first < b.first; });
    if (found.mentions.empty()) {
        found.rest = text.toString();
        return found;
    }
    QStringList rest;
    for (size_t at = 0; at < words.size(); ++at) {
        if (std::none_of(found.mentions.begin(), found.mentions.end(), [&](const Mention &one) {
                return int(at) >= one.first && int(at) <= one.last;
            }))
            rest.append(QString::fromStdString(words[at]));
    }
    found.rest = rest.join(u' ');
    return found;
}

} // namespace baton::knowledge
