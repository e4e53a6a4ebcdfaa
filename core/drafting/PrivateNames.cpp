#include "core/drafting/NameWords.h"
#include "core/drafting/Phrasing.h"
#include "core/drafting/PrivateParts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// Names of people: by what stands before or behind them, and by capitals that no ordinary word
/// has.
namespace baton::drafting {

namespace {

constexpr size_t longestName = 5; // words

struct NameWord
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString low;
    bool capital = false; ///< "Maren", "J."
    bool shouted = false; ///< "MAREN"
    bool opens = false;   ///< a sentence or a line
    bool apart = false;   ///< something but one blank stands before it
};

bool inName(QChar c)
{
    return c.isLetter() || c.isMark();
}

std::vector<NameWord> nameWords(const QString &text)
{
    std::vector<NameWord> words;
    bool opens = true;
    for (qsizetype i = 0; i < text.size();) {
        if (!inName(text[i])) {
            if (QStringView(u".!?\n:;•*\"“„(").contains(text[i]))
                opens = true;
            ++i;
            continue;
        }
        const qsizetype begin = i;
        const auto joins = [&](qsizetype at) {
            return QStringView(u"'’-").contains(text[at]) && at + 1 < text.size()
                && inName(text[at + 1]);
        };
        while (i < text.size() && (inName(text[i]) || joins(i)))
            ++i;
        NameWord word{begin, i, text.mid(begin, i - begin).toLower(), false, false, opens, true};
        word.capital = text[begin].isUpper();
        word.shouted = i - begin > 1
            && std::none_of(text.begin() + begin, text.begin() + i,
                            [](QChar c) { return c.isLower(); });
        word.apart = words.empty() || begin != words.back().end + 1 || text[begin - 1] != u' ';
        // An initial's stop ends no sentence.
        const bool initial = i - begin == 1 && word.capital && i < text.size() && text[i] == u'.';
        if (initial)
            word.end = ++i;
        opens = false;
        words.push_back(word);
    }
    return words;
}

/// "Sesselbezug": German makes words of words.
bool isGermanCompound(const QString &word)
{
    static const QStringList endings{
        u"ung"_s,    u"ungen"_s,   u"heit"_s,      u"keit"_s,  u"schaft"_s, u"tion"_s, u"ität"_s,
        u"nummer"_s, u"karte"_s,   u"konto"_s,     u"preis"_s, u"tag"_s,    u"zeit"_s, u"stelle"_s,
        u"bezug"_s,  u"adresse"_s, u"lieferung"_s, u"paket"_s, u"schein"_s, u"chen"_s, u"ment"_s};
    constexpr qsizetype leastPart = 4;
    if (std::any_of(endings.begin(), endings.end(),
                    [&](const QString &ending) { return word.endsWith(ending); }))
        return true;
    for (qsizetype cut = leastPart; cut + leastPart <= word.size(); ++cut) {
        if (isOrdinaryWord(word.left(cut)) && isOrdinaryWord(word.mid(cut)))
            return true;
    }
    return false;
}

class NameFinder
{
public:
    NameFinder(Taken &taken, const KnownPrivate &known)
        : m_taken(taken)
        , m_known(known)
        , m_words(nameWords(taken.text))
        , m_german(languageOf(taken.text) == "de"_L1
                   || (languageOf(taken.text).isEmpty() && known.language() == "de"_L1))
    {
        size_t shouted = 0;
        for (const NameWord &word : m_words)
            shouted += word.shouted ? 1 : 0;
        m_allShouted = shouted * 2 > m_words.size();
    }

    void run()
    {
        afterCues();
        signatures();
        for (size_t i = 0; i < m_words.size();)
            i = run(i);
        otherScripts();
    }

private:
    bool isFree(const NameWord &word) const { return m_taken.isFree(word.begin, word.end); }
    bool isUnknown(const NameWord &word) const
    {
        return !isOrdinaryWord(word.low) && !m_known.isOfProduct(word.low)
            && !(m_german && isGermanCompound(word.low));
    }
    bool isCapital(const NameWord &word) const
    {
        return word.capital && (!word.shouted || m_allShouted);
    }
    bool isInitial(const NameWord &word) const
    {
        return word.capital && word.end - word.begin == 2 && word.low.size() == 1;
    }

    /// "der Sessel", "mein neuer Sessel": names stand without.
    bool hasDeterminer(size_t i) const
    {
        if (i == 0 || m_words[i].apart)
            return false;
        const QString &before = m_words[i - 1].low;
        static const QStringList endings{u"e"_s, u"en"_s, u"er"_s, u"es"_s, u"em"_s};
        static const QStringList words{u"der"_s, u"die"_s, u"das"_s,  u"den"_s,  u"dem"_s,
                                       u"ein"_s, u"im"_s,  u"am"_s,   u"zum"_s,  u"zur"_s,
                                       u"vom"_s, u"ins"_s, u"beim"_s, u"kein"_s, u"mein"_s,
                                       u"ihr"_s, u"pro"_s, u"viel"_s};
        return !m_words[i - 1].capital
            && (words.contains(before)
                || std::any_of(endings.begin(), endings.end(),
                               [&](const QString &end) { return before.endsWith(end); }));
    }

    /// Whether a word alone says that a name stands here.
    bool marksName(size_t i) const
    {
        const NameWord &word = m_words[i];
        if (!isFree(word))
            return false;
        if (isFirstName(word.low))
            return !(m_german && !word.capital);
        if (mayBeFirstName(word.low) && isCapital(word)) {
            const bool surname = i + 1 < m_words.size() && !m_words[i + 1].apart
                && isCapital(m_words[i + 1]) && !m_words[i + 1].shouted;
            return surname || !word.opens;
        }
        if (!isCapital(word) || word.low.size() < 2 || !isUnknown(word))
            return false;
        return !m_german || !hasDeterminer(i);
    }

    bool mayExtend(size_t i) const
    {
        const NameWord &word = m_words[i];
        if (word.apart || !isFree(word))
            return false;
        if (isInitial(word))
            return true;
        return (isCapital(word) && !namesNobody(word.low) && (isUnknown(word) || !m_german))
            || (!isOrdinaryWord(word.low) && !m_german);
    }

    size_t run(size_t i)
    {
        if (!marksName(i))
            return i + 1;
        size_t first = i;
        // "Rose Okonkwo", "J. Okonkwo": what stands before it is part of it.
        while (first > 0 && !m_words[first].apart && isFree(m_words[first - 1])
               && (isInitial(m_words[first - 1])
                   || (mayBeFirstName(m_words[first - 1].low) && isCapital(m_words[first - 1]))))
            --first;
        size_t last = i;
        while (last + 1 < m_words.size() && last - first + 1 < longestName) {
            size_t next = last + 1;
            while (next + 1 < m_words.size() && !m_words[next].apart
                   && isParticle(m_words[next].low) && next - last < 3)
                ++next;
            if (!mayExtend(next) || (next > last + 1 && !isCapital(m_words[next])))
                break;
            last = next;
        }
        takeWords(first, last);
        return last + 1;
    }

    void takeWords(size_t first, size_t last)
    {
        qsizetype begin = m_words[first].begin;
        qsizetype end = m_words[last].end;
        for (const QString &own : {u"'s"_s, u"’s"_s, u"'S"_s}) {
            if (QStringView(m_taken.text).sliced(begin, end - begin).endsWith(own))
                end -= own.size();
        }
        if (m_taken.isFree(begin, end)) {
            m_taken.take(Private::Name, begin, end);
            return;
        }
        for (size_t i = first; i <= last; ++i) {
            if (isFree(m_words[i]))
                m_taken.take(Private::Name, m_words[i].begin, m_words[i].end);
        }
    }

    size_t wordFrom(qsizetype place) const
    {
        size_t i = 0;
        while (i < m_words.size() && m_words[i].begin < place)
            ++i;
        return i;
    }

    /// As many words from one on as may be a name, at whatever size it is written.
    void takeSaid(size_t i, bool strong)
    {
        size_t last = i;
        size_t count = 0;
        for (size_t at = i; at < m_words.size() && count < 4; ++at, ++count) {
            const NameWord &word = m_words[at];
            if (at > i && word.apart)
                break;
            const bool joins = at > i && isParticle(word.low);
            const bool name = isInitial(word) || isFirstName(word.low)
                || (isCapital(word) && !namesNobody(word.low)
                    && (mayBeFirstName(word.low) || isUnknown(word)
                        || (strong && count > 0 && !word.shouted)))
                || ((strong || (count > 0 && !m_german)) && !isOrdinaryWord(word.low));
            // "My name is Will": nothing but a name can follow.
            const bool follows = strong && count == 0 && !namesNobody(word.low)
                && (word.capital || !isOrdinaryWord(word.low) || mayBeFirstName(word.low));
            if (!joins && !name && !follows)
                break;
            if (!joins)
                last = at + 1;
        }
        if (last > i)
            takeWords(i, last - 1);
    }

    void afterCues()
    {
        static const QRegularExpression strong(
            u"(?i)(?:\\bname(?:'s|’s|\\sis|\\swas|:|\\sist|\\slautet)|\\bnamed|\\bme\\sllamo|\\bmi\\snombre\\ses|\\bich\\shei(?:ß|ss)e|\\bname\\son\\s(?:it|the\\s\\w+)\\sis|\\b(?:mrs?|ms|miss|dr|prof|herrn?|frau|señora?|sra?|don|doña)\\b\\.?|\\b(?:card|account)\\s?holder(?:\\sis|:)?|\\bon\\sbehalf\\sof|\\bin\\sthe\\sname\\sof|\\bim\\snamen\\svon|\\ba\\snombre\\sde|\\bsigned(?:\\sfor)?\\sby|\\bcc:?|\\bc/o|\\battn:?)[ \\t]{1,2}"_s);
        static const QRegularExpression weak(
            u"(?i)(?:\\bi\\sam|\\bi['’]?m|\\bthis\\sis|\\bit['’]?s|\\bcalled|\\bich\\sbin|\\bhier\\s(?:ist|spricht)|\\bsoy|\\bhabla|\\b(?:hi|hello|dear|hey|hallo|liebe[rs]?|geehrte[rs]?|hola|estimad[oa]|querid[oa]|guten\\s\\w+)|\\b(?:wife|husband|son|daughter|mother|father|mum|mom|dad|brother|sister|partner|neighbou?r|friend|colleague|boss|manager|assistant|mann|sohn|tochter|mutter|vater|bruder|schwester|nachbar(?:in)?|freund(?:in)?|kolleg(?:e|in)|marido|mujer|esposa|hijo|hija|madre|padre|hermano|hermana|vecin[oa]|amig[oa]),?|\\bspoke\\s(?:to|with)|\\bask\\sfor|\\bfor|\\bfür|\\bpara|\\bwith|\\bby|\\bagent)[ \\t]{1,2}"_s);
        for (auto all = strong.globalMatch(m_taken.text); all.hasNext();)
            takeSaid(wordFrom(all.next().capturedEnd()), true);
        for (auto all = weak.globalMatch(m_taken.text); all.hasNext();)
            takeSaid(wordFrom(all.next().capturedEnd()), false);
    }

    /// "Regards, maria", "Thanks\nRose", and a last line of a name alone.
    void signatures()
    {
        static const QRegularExpression closing(
            u"(?i)\\b(?:regards|thanks(?:\\sagain)?|thank\\syou|cheers|best(?:\\swishes)?|sincerely|faithfully|yours|love|grü(?:ß|ss)en?|gruss|dank|lg|mfg|saludos|atentamente|gracias)[ \\t]*[,.!-]{0,2}\\s{0,4}\\n?\\s{0,2}[-–—]?\\s?(?=[\\p{L}])"_s);
        const auto endsSoon = [this](size_t first) {
            size_t last = first;
            while (last + 1 < m_words.size() && !m_words[last + 1].apart)
                ++last;
            const qsizetype line = m_taken.text.indexOf(u'\n', m_words[first].begin);
            const bool alone
                = last + 1 == m_words.size() || (line >= 0 && m_words[last + 1].begin > line);
            return alone && last - first < 3;
        };
        for (auto all = closing.globalMatch(m_taken.text); all.hasNext();) {
            const size_t i = wordFrom(all.next().capturedEnd());
            if (i < m_words.size() && endsSoon(i))
                takeSaid(i, !isOrdinaryWord(m_words[i].low) || mayBeFirstName(m_words[i].low));
        }
        qsizetype end = m_taken.text.size();
        while (end > 0 && m_taken.text[end - 1].isSpace())
            --end;
        const qsizetype lastLine = QStringView(m_taken.text).first(end).lastIndexOf(u'\n');
        const size_t i = lastLine < 0 ? m_words.size() : wordFrom(lastLine);
        if (i < m_words.size() && m_words.size() - i <= 3 && !isOrdinaryWord(m_words[i].low))
            takeSaid(i, true);
    }

    /// In Latin writing, what has no capitals: 李伟, محمد.
    void otherScripts()
    {
        constexpr qsizetype longest = 24;
        const QString &text = m_taken.text;
        const auto foreign = [](QChar c) {
            return c.isLetter() && !c.isLower() && !c.isUpper() && c.script() != QChar::Script_Latin
                && c.script() != QChar::Script_Common;
        };
        const auto count = std::count_if(text.begin(), text.end(), foreign);
        const auto letters
            = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        if (count == 0 || count * 2 > letters)
            return;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (!foreign(text[i]) || !m_taken.isFree(i))
                continue;
            qsizetype end = i;
            while (end < text.size() && end - i < longest && m_taken.isFree(end)
                   && (foreign(text[end]) || text[end].isMark() || text[end] == u'·'
                       || (text[end] == u' ' && end + 1 < text.size() && foreign(text[end + 1]))))
                ++end;
            m_taken.take(Private::Name, i, end);
            i = end;
        }
    }

    Taken &m_taken;
    const KnownPrivate &m_known;
    std::vector<NameWord> m_words;
    bool m_german;
    bool m_allShouted = false;
};

} // namespace

void takeNames(Taken &taken, const KnownPrivate &known)
{
    NameFinder(taken, known).run();
}

} // namespace baton::drafting
