#include "core/drafting/Wording.h"

#include "core/drafting/Phrasing.h"
#include "core/drafting/WordingTables.h"
#include "core/facts/FigureWords.h"
#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"
#include "core/signals/SignalReader.h"
#include "core/signals/TextTable.h"

#include <QtCore/QHash>

#include <algorithm>

namespace baton::drafting {

namespace {

constexpr float lightWeight = 0.15F;
constexpr qsizetype longestStem = 6;
constexpr qsizetype shortestStem = 4;

/// Endings of three languages, the longer first: what is left has to be a word still.
QByteArray stemOf(const QByteArray &word)
{
    static constexpr std::array endings{
        "ingly", "ungen", "iones", "ing", "ung", "ion", "ies", "ied", "ed", "es", "en",
        "er",    "em",    "ly",    "os",  "as",  "s",   "e",   "y",   "o",  "a",  "n"};
    for (const char *ending : endings) {
        const auto length = qsizetype(qstrlen(ending));
        if (word.size() - length >= shortestStem && word.endsWith(ending))
            return word.left(std::min(word.size() - length, longestStem));
    }
    return word.left(longestStem);
}

unsigned hashOf(const QByteArray &stem)
{
    const auto hash = unsigned(qHash(stem));
    return hash == 0 ? 1 : hash;
}

/// Lines of whole words and of beginnings of words; one look for all lines.
class WordLines
{
public:
    /// "word", or "begin~"; lines come in order.
    void add(const QByteArray &entry, int line)
    {
        const bool begins = entry.endsWith('~');
        const QByteArray word = begins ? entry.chopped(1) : entry;
        int &known = (begins ? m_beginnings : m_words).at(text::viewOf(word));
        if (known == 0) // else an earlier line has it
            known = line + 1;
        if (begins)
            m_longest = std::max(m_longest, size_t(word.size()));
    }
    /// The first line that has the word; −1 for none.
    int lineOf(const QByteArray &word) const
    {
        const std::string_view whole = text::viewOf(word);
        int first = 0;
        const auto take = [&first](const int *found) {
            if (found && (first == 0 || *found < first))
                first = *found;
        };
        take(m_words.find(whole));
        for (size_t size = 1; size <= std::min(m_longest, whole.size()); ++size)
            take(m_beginnings.find(whole.substr(0, size)));
        return first - 1;
    }

private:
    signs::TextTable<int> m_words; ///< to their line, counted from 1
    signs::TextTable<int> m_beginnings;
    size_t m_longest = 0; ///< of the beginnings
};

/// Whole words, and beginnings of words.
class WordList
{
public:
    template <class Table>
    explicit WordList(const Table &table)
    {
        for (const auto &entry : table)
            m_words.add(QByteArray(entry), 0);
    }
    bool has(const QByteArray &word) const { return m_words.lineOf(word) == 0; }

private:
    WordLines m_words;
};

/// The line of the glossary that has the word; −1 for none.
int meaningOf(const QByteArray &word)
{
    static const WordLines lines = [] {
        WordLines all;
        int number = 0;
        for (const char *line : glossary) {
            for (const QByteArray &entry : QByteArray(line).split(' '))
                all.add(entry, number);
            ++number;
        }
        return all;
    }();
    return lines.lineOf(word);
}

bool isLight(const QByteArray &word)
{
    static const WordList list(lightWords);
    return list.has(word);
}
bool isEffort(const QByteArray &word)
{
    static const WordList list(effortWords);
    return list.has(word);
}
bool isDenier(const QByteArray &word)
{
    static const WordList list(deniers);
    return list.has(word) || word.endsWith("n't");
}
bool isTurn(const QByteArray &word)
{
    static const WordList list(turns);
    return list.has(word);
}

bool isRelation(const QByteArray &word)
{
    static const WordList list(relations);
    return list.has(word);
}

unsigned strengthsOf(QByteArray words)
{
    for (const char *phrase : noStrengths)
        words.replace(phrase, " ");
    unsigned all = 0;
    for (const StrengthWord &one : strengthWords)
        all |= words.contains(one.word) ? one.strength : 0;
    return all;
}

/// "unavailable": the word denies itself.
QByteArray withoutDenial(const QByteArray &word)
{
    constexpr qsizetype fewest = 5;
    for (const char *prefix : {"non", "un"}) {
        const auto length = qsizetype(qstrlen(prefix));
        if (word.startsWith(prefix) && word.size() - length >= fewest && !word.startsWith("under")
            && !word.startsWith("uni") && !word.startsWith("unse") && !word.startsWith("unte"))
            return word.sliced(length);
    }
    for (const char *prefix : {"in", "im", "ir"}) {
        if (word.startsWith(prefix)
            && (word.endsWith("able") || word.endsWith("ible") || word.endsWith("correct")))
            return word.sliced(2);
    }
    return {};
}

/// One text on its way to its terms.
class WordingReader
{
public:
    WordingReader(QStringView text, Effort effort)
        : m_text(text)
        , m_effort(effort)
        , m_plain(signs::plain(text))
        , m_language(languageOf(text))
    { }

    Wording run()
    {
        readWords();
        nameFirst();
        readFeelings();
        deny();
        readStates();
        m_out.strengths = strengthsOf(m_spaced);
        gather();
        return std::move(m_out);
    }

private:
    struct Place
    {
        int begin = 0;
        int end = 0;
        QByteArray word;
        unsigned key = 0;
        int clause = 0;
        bool denier = false;
        Term term;
    };

    void readWords()
    {
        int last = 0;
        int clause = 0;
        for (const signs::Word &word : signs::wordsOf(m_plain)) {
            Place place;
            place.begin = word.begin;
            place.end = word.end;
            place.word = m_plain.mid(word.begin, word.end - word.begin);
            const QByteArray between = m_plain.mid(last, word.begin - last);
            const bool stop = std::any_of(between.begin(), between.end(), [](char c) {
                return c == ',' || c == ';' || c == ':' || c == '.' || c == '(' || c == ')'
                    || c == '!' || c == '?' || c == '|' || c == '\n';
            });
            place.denier = isDenier(place.word);
            const bool answers = place.denier && between.trimmed() == ":"; // "refundable: no"
            if ((stop && !answers) || isTurn(place.word))
                ++clause;
            place.clause = clause;
            const bool starts = m_places.empty() || between.contains('.') || between.contains(':')
                || between.contains('"') || between.contains('\n') || between.contains('(')
                || between.contains('!') || between.contains('?');
            const QByteArray denied = withoutDenial(place.word);
            place.key = isPartOfCode(word) ? 0 : keyOf(denied.isEmpty() ? place.word : denied);
            place.term.key = place.key;
            place.term.denied = !denied.isEmpty();
            place.term.weight = isLight(place.word) || isRelation(place.word) ? lightWeight : 1;
            place.term.capital = isCapital(word);
            place.term.name
                = place.term.capital && !starts && m_language != QLatin1StringView("de");
            if (m_effort == Effort::LeftOut && isEffort(place.word))
                place.key = place.term.key = 0;
            m_spaced += ' ' + place.word;
            last = word.end;
            m_places.push_back(std::move(place));
        }
        m_spaced += ' ';
    }

    /// "LF-70413": a figure, which is compared as one.
    bool isPartOfCode(const signs::Word &word) const
    {
        const auto at = [this](int i) { return i >= 0 && i < m_plain.size() ? m_plain[i] : ' '; };
        const auto joins = [](char c) { return c == '-' || c == '/' || c == '#' || c == '_'; };
        const QStringView letters = m_text.sliced(word.begin, word.end - word.begin);
        return std::all_of(letters.begin(), letters.end(), [](QChar c) { return c.isUpper(); })
            && ((joins(at(word.end)) && facts::isDigit(at(word.end + 1)))
                || (joins(at(word.begin - 1)) && facts::isDigit(at(word.begin - 2))));
    }

    /// German gives one to every noun, and says nothing by it.
    bool isCapital(const signs::Word &word) const
    {
        constexpr int fewest = 3;
        return word.end - word.begin >= fewest && m_text[word.begin].isUpper();
    }

    /// "Nordpost answers …": what begins a sentence without an article, and is one, is a name.
    void nameFirst()
    {
        static const WordList verbs(std::array{"is", "was", "has", "will", "can", "does", "may",
                                               "must", "cannot", "never", "also"});
        if (m_places.size() < 2 || m_language != QLatin1StringView("en"))
            return;
        Place &first = m_places[0];
        const QByteArray &next = m_places[1].word;
        const bool verb = verbs.has(next) || (next.endsWith('s') && !next.endsWith("ss"));
        if (first.key != 0 && first.term.weight == 1 && verb && !first.word.endsWith('s')
            && !first.word.endsWith("ing"))
            first.term.name = first.term.capital;
    }

    void readFeelings()
    {
        static const signs::Lexicon lexicon = signs::bundledLexicon();
        constexpr float least = 0.5F;
        for (const auto &carrier : lexicon.reading(m_text, m_language).carriers) {
            if (carrier.thanks || std::abs(carrier.valence) < least)
                continue;
            for (Place &place : m_places) {
                if (place.begin >= carrier.begin && place.end <= carrier.end)
                    place.term.feels = carrier.valence > 0 ? 1 : -1;
            }
            (carrier.valence > 0 ? m_out.good : m_out.bad) = true;
        }
    }

    /// A "not" belongs to the telling words behind it in its clause; where there are none, to those
    /// before it.
    void deny()
    {
        constexpr int reach = 4;
        QByteArray words = m_spaced;
        const bool idle = facts::holds(words, noDenials);
        for (size_t i = 0; i < m_places.size(); ++i) {
            if (!m_places[i].denier || (idle && isIdle(i)))
                continue;
            int reached = 0;
            for (size_t j = i + 1;
                 j < m_places.size() && reached < reach && m_places[j].clause == m_places[i].clause;
                 ++j)
                reached += mark(m_places[j]);
            for (size_t j = i; reached == 0 && j-- > 0 && m_places[j].clause == m_places[i].clause;)
                mark(m_places[j]);
        }
    }

    /// "is packed", "ist heute verpackt": the first telling word behind.
    void readStates()
    {
        static const WordList copulas(std::array{"is", "are", "was", "were", "been", "ist", "sind",
                                                 "wurde", "wurden", "war", "waren", "esta", "estan",
                                                 "es", "son", "fue", "fueron", "sido"});
        for (size_t i = 0; i < m_places.size(); ++i) {
            if (!copulas.has(m_places[i].word))
                continue;
            for (size_t j = i + 1; j < m_places.size() && m_places[j].clause == m_places[i].clause;
                 ++j) {
                Place &place = m_places[j];
                place.term.state = place.key != 0 && place.term.weight == 1;
                if (place.term.state)
                    break;
            }
        }
    }

    bool isIdle(size_t i) const
    {
        const QByteArray before = i > 0 ? m_places[i - 1].word : QByteArray();
        QByteArray around = ' ' + before + ' ' + m_places[i].word + ' ';
        for (size_t j = i + 1; j < std::min(i + 3, m_places.size()); ++j)
            around += m_places[j].word + ' ';
        return facts::holds(around, noDenials);
    }

    /// How many telling words that was.
    static int mark(Place &place)
    {
        if (place.key == 0)
            return 0;
        place.term.denied = true;
        return place.term.weight < 1 ? 0 : 1;
    }

    void gather()
    {
        for (const Place &place : m_places) {
            if (place.key != 0)
                m_out.terms.push_back(place.term);
        }
        std::vector<Term> &terms = m_out.terms;
        std::stable_sort(terms.begin(), terms.end(),
                         [](const Term &a, const Term &b) { return a.key < b.key; });
        size_t kept = 0;
        for (size_t i = 0; i < terms.size(); ++i) {
            if (kept > 0 && terms[kept - 1].key == terms[i].key) {
                // Said and denied is neither.
                terms[kept - 1].denied = terms[kept - 1].denied && terms[i].denied;
                terms[kept - 1].name = terms[kept - 1].name || terms[i].name;
                terms[kept - 1].capital = terms[kept - 1].capital || terms[i].capital;
                terms[kept - 1].state = terms[kept - 1].state || terms[i].state;
                continue;
            }
            terms[kept++] = terms[i];
        }
        terms.resize(kept);
        m_out.denies
            = std::any_of(terms.begin(), terms.end(), [](const Term &term) { return term.denied; });
    }

    QStringView m_text;
    Effort m_effort;
    QByteArray m_plain;
    QString m_language;
    QByteArray m_spaced;
    std::vector<Place> m_places;
    Wording m_out;
};

} // namespace

double Wording::weight() const
{
    double sum = 0;
    for (const Term &term : terms)
        sum += double(term.weight);
    return sum;
}

bool Wording::grants() const
{
    static const auto gifts = [] {
        std::vector<unsigned> keys;
        for (const char *word :
             {"refund", "replacement", "voucher", "credit", "discount", "compensation", "guarantee",
              "gift", "geschenk", "regalo", "bonus"})
            keys.push_back(keyOf(word));
        return keys;
    }();
    return (strengths & (Free | Guaranteed)) != 0
        || std::any_of(gifts.begin(), gifts.end(), [this](unsigned key) { return find(key); });
}

void Wording::takeLiterally()
{
    for (Term &term : terms)
        term.feels = 0;
}

const Term *Wording::find(unsigned key) const
{
    const auto found = std::lower_bound(terms.begin(), terms.end(), key,
                                        [](const Term &term, unsigned k) { return term.key < k; });
    return found != terms.end() && found->key == key ? &*found : nullptr;
}

unsigned keyOf(const QByteArray &plainWord)
{
    const bool digits = std::any_of(plainWord.begin(), plainWord.end(), facts::isDigit);
    if (digits || plainWord.size() < 2 || facts::monthNamed(plainWord)
        || facts::weekdayNamed(plainWord) || !facts::currencyNamed(plainWord).isEmpty()
        || (isStopWord(plainWord) && !isRelation(plainWord)))
        return 0;
    QByteArray word = plainWord;
    if (word.endsWith("'s"))
        word.chop(2);
    const int meaning = meaningOf(word);
    return hashOf(meaning < 0 ? stemOf(word) : '#' + QByteArray::number(meaning));
}

Wording wordingOf(QStringView text, Effort effort)
{
    return WordingReader(text, effort).run();
}

} // namespace baton::drafting
