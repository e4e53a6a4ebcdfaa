#include "core/drafting/Statements.h"

#include "core/base/Text.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr double weakness = 0.2;      // of a word that any figure may stand with
constexpr double contextShare = 0.12; // of a heading's word beside one of the sentence
constexpr double borrowed = 0.5;      // of a word that one says and the other's heading has

/// English words without -ing, -ed and -e, so that "moving" and "moved" are one.
QString stemmed(QString text)
{
    static const QRegularExpression ending(u"\\b(\\p{L}{3,}?)(ing|ed|e)\\b"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(ending, u"\\1"_s);
}

/// What is said of any figure, in English, German and Spanish.
const QSet<uint> &weakWords()
{
    static const QSet<uint> words = [] {
        const ContentWords all = contentWords(stemmed(
            u"take takes taking last lasts need needs require requires cost costs price arrive "
            "arrives come comes go goes get gets have has give given make makes made must always "
            "usually only about up at least most maximum minimum more less than over under from "
            "use used work works try start starts begin begins end ends itself valid stay stays "
            "check checks date open "
            "amount amounts total per each currently then new please larger say time long short "
            "dauert dauern kostet kosten betragt betragen braucht brauchen kommt kommen geht gehen "
            "gilt gelten liegt erhalt erhalten bekommt bekommen nur etwa rund immer mindestens "
            "hochstens maximal pro jede jeder jeweils innerhalb binnen spatestens lang "
            "tarda tardan dura duran cuesta cuestan llega llegan vale valen tiene tienen recibe "
            "reciben solo unos maximo minimo dentro plazo cada siempre"_s));
        return QSet<uint>(all.begin(), all.end());
    }();
    return words;
}

Bound boundOf(const QByteArray &words)
{
    constexpr std::array most{" within ",    " up to ",    " at most ",   " until ",
                              " under ",     " below ",    " less than ", " no later ",
                              " innerhalb ", " binnen ",   " bis ",       " hochstens ",
                              " maximal ",   " unter ",    " hasta ",     " como maximo ",
                              " dentro de ", " menos de ", " before ",    " by "};
    constexpr std::array least{
        " from ",        " at least ", " over ",        " more than ",  " above ", " after ",
        " ab ",          " uber ",     " mehr als ",    " mindestens ", " nach ",  " mas de ",
        " a partir de ", " al menos ", " como minimo ", " desde ",      " tras "};
    const auto last = [&](const auto &phrases) {
        qsizetype at = -1;
        for (const char *phrase : phrases)
            at = std::max(at, words.lastIndexOf(phrase));
        return at;
    };
    const qsizetype atMost = last(most);
    const qsizetype atLeast = last(least);
    if (atMost < 0 && atLeast < 0)
        return Bound::Unsaid;
    return atMost > atLeast ? Bound::AtMost : Bound::AtLeast;
}

/// What the few words before the figure say.
Bound boundBefore(const QString &sentence, const Figure &figure)
{
    constexpr qsizetype near = 16; // UTF-16 units
    const qsizetype begin = std::max(qsizetype(0), figure.begin - near);
    return boundOf(spaced(QStringView(sentence).sliced(begin, figure.begin - begin)));
}

/// "The return period is" hangs on the period.
uint anchorBefore(const QString &sentence, const Figure &figure)
{
    constexpr qsizetype near = 40; // UTF-16 units
    constexpr int furthest = 2;    // words
    const qsizetype begin = std::max(qsizetype(0), figure.begin - near);
    const QList<QByteArray> words
        = spaced(QStringView(sentence).sliced(begin, figure.begin - begin)).trimmed().split(' ');
    for (qsizetype i = words.size() - 1; i >= 0 && i >= words.size() - furthest; --i) {
        const ContentWords word = contentWords(stemmed(QString::fromLatin1(words[i])));
        if (!word.empty() && !weakWords().contains(word.front()))
            return word.front();
    }
    return 0;
}

bool has(const ContentWords &words, uint word)
{
    return std::binary_search(words.begin(), words.end(), word);
}

} // namespace

Statements::Statements(const QList<Document> &documents, const Written &written)
{
    for (int i = 0; i < documents.size(); ++i) {
        for (const Passage &passage : documents[i].passages)
            read(i, passage, written);
    }
}

void Statements::read(int document, const Passage &passage, const Written &written)
{
    const ContentWords above = contentWords(stemmed(passage.title + u' ' + passage.heading));
    for (const uint word : above)
        ++m_sentencesWith[word];
    for (const text::Stretch &stretch : text::sentenceStretches(passage.text)) {
        const QString sentence = passage.text.sliced(stretch.begin, stretch.end - stretch.begin);
        std::vector<Figure> figures = figuresIn(sentence, written);
        QString masked = sentence;
        for (const Figure &figure : figures)
            masked.replace(figure.begin, figure.end - figure.begin,
                           QString(figure.end - figure.begin, u' '));
        ContentWords words = contentWords(stemmed(masked));
        ++m_sentences;
        for (const uint word : words)
            ++m_sentencesWith[word];
        if (figures.empty() || words.empty())
            continue;
        noteLong(masked);
        std::vector<Bound> bounds;
        std::vector<uint> anchors;
        for (const Figure &figure : figures) {
            bounds.push_back(boundBefore(sentence, figure));
            anchors.push_back(anchorBefore(sentence, figure));
        }
        ContentWords context;
        std::set_difference(above.begin(), above.end(), words.begin(), words.end(),
                            std::back_inserter(context));
        m_all.push_back({document, &passage, sentence, std::move(words), std::move(context),
                         std::move(figures), std::move(bounds), std::move(anchors)});
    }
}

void Statements::noteLong(const QString &text)
{
    constexpr qsizetype twoNames = 10; // letters
    for (const QByteArray &word : spaced(text).split(' ')) {
        if (word.size() < twoNames)
            continue;
        for (const uint hash : contentWords(stemmed(QString::fromLatin1(word))))
            m_long.insert(hash);
    }
}

double Statements::weightOf(uint word) const
{
    const double rare = std::log((m_sentences + 1.0) / (m_sentencesWith.value(word) + 0.5));
    return std::max(rare, 0.1) * (weakWords().contains(word) ? weakness : 1);
}

int Statements::namesIn(uint word) const
{
    return weakWords().contains(word) ? 0 : m_long.contains(word) ? 2 : 1;
}

double Statements::likeness(const Statement &a, const Statement &b) const
{
    double shared = 0;
    double all = 0;
    const auto say = [&](const Statement &one, const Statement &other) {
        for (const uint word : one.words) {
            const double weight = weightOf(word);
            if (has(other.words, word)) {
                shared += weight / 2; // and once more from the other side
                all += weight / 2;
            } else {
                all += weight;
                shared += has(other.context, word) ? borrowed * weight : 0;
            }
        }
        for (const uint word : one.context) {
            if (has(other.words, word))
                continue;
            const double weight = contextShare * weightOf(word);
            const bool both = has(other.context, word);
            shared += both ? weight / 2 : 0;
            all += both ? weight / 2 : weight;
        }
    };
    say(a, b);
    say(b, a);
    return all > 0 ? shared / all : 0;
}

} // namespace baton::drafting
