#include "core/facts/Codes.h"

#include "core/facts/FigureWords.h"
#include "core/signals/Plain.h"

#include <re2/re2.h>

#include <QtCore/QHash>

#include <algorithm>

namespace baton::facts {

namespace {

constexpr qsizetype fewestDigits = 4;
constexpr qsizetype longestCode = 24;

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Most texts hold none, and are done with.
bool hasCode(const QByteArray &plain)
{
    return std::count_if(plain.begin(), plain.end(), isDigit) >= fewestDigits;
}

QByteArray joined(const QByteArray &code)
{
    QByteArray out;
    for (const char c : code) {
        if (isDigit(c) || isLetter(c))
            out += c;
    }
    return out;
}

QByteArray digitsOf(const QByteArray &code)
{
    QByteArray out;
    std::copy_if(code.begin(), code.end(), std::back_inserter(out), isDigit);
    return out;
}

QByteArray shapeOf(QByteArray joined)
{
    std::replace_if(joined.begin(), joined.end(), isDigit, '9');
    return joined;
}

const RE2 &codes()
{
    static const RE2 pattern(R"([a-z0-9]+(?:-[a-z0-9]+)*)");
    return pattern;
}

/// "order number is #48213", "Bestellung Nr. 48213", "mi pedido n.º 48213".
const RE2 &calledOrder()
{
    static const RE2 pattern(
        R"(\b(?:orders?|ord|purchase|bestellung(?:en)?|bestell-?(?:nummer|nr)|auftrags?-?(?:nummer|nr)?|pedidos?|orden)\b(?:[ \n]*(?:[#:.,=(*'"-]|numbers?|num|no|nr|nummer|numero|ids?|ref|reference|confirmation|is|was|it's|lautet|ist|war|es|son|fue|with|mit|con|the|der|die|den|el|la|my|your|meine|mi|n\.)){0,6}[ \n]*#?([a-z0-9]+(?:-[a-z0-9]+)*))");
    return pattern;
}

const RE2 &hashed()
{
    static const RE2 pattern(R"(#([a-z]{1,3}-?\d{5,12})\b)");
    return pattern;
}

bool isYear(const QByteArray &code)
{
    return code.size() == 4 && (code.startsWith("19") || code.startsWith("20"));
}

/// Letters, digits or both, with digits enough; no year, and nothing is counted by it.
bool looksLikeCode(const QByteArray &plain, const Hit &hit)
{
    const QByteArray code = plain.mid(hit.begin, hit.end - hit.begin);
    const QByteArray digits = digitsOf(code);
    if (digits.size() < fewestDigits || code.size() > longestCode || isYear(code))
        return false;
    const char before = hit.begin > 0 ? plain[hit.begin - 1] : ' ';
    const char behind = hit.end < plain.size() ? plain[hit.end] : ' ';
    const char further = hit.end + 1 < plain.size() ? plain[hit.end + 1] : ' ';
    const bool part = isDigit(before) || isLetter(before) || before == '\x1f' || before == '$'
        || before == '@'
        || ((before == '.' || before == ',' || before == '/') && hit.begin > 1
            && isDigit(plain[hit.begin - 2]))
        || ((behind == '.' || behind == ',' || behind == '/' || behind == ':') && isDigit(further))
        || behind == '@' || behind == '%';
    const QByteArray next = wordsBehind(plain, hit.end, 1).trimmed();
    return !part && behind != '\x1f' && currencyNamed(next).isEmpty() && !timeUnitNamed(next);
}

/// "Lounge chair Ebba", not "Gift Card".
bool inSentenceCase(const QString &name)
{
    const QStringList words = name.split(u' ');
    return std::any_of(words.begin(), words.end(), [](const QString &word) {
        return word.size() > 2 && word.front().isLower();
    });
}

QString written(QStringView text, const Hit &hit)
{
    return text.sliced(hit.begin, hit.end - hit.begin).toString().toUpper();
}

} // namespace

OrderNumbers::OrderNumbers(const QList<Order> &orders)
{
    for (const Order &order : orders) {
        const QByteArray code = joined(signs::plain(order.id));
        const QByteArray digits = digitsOf(code);
        if (digits.size() < fewestDigits)
            continue;
        m_known.insert(code, order.id);
        m_digits.insert(digits, order.id);
        if (code.size() > digits.size())
            m_shapes.insert(shapeOf(code));
    }
}

std::vector<Named> OrderNumbers::in(QStringView text, const QByteArray &plain, bool bare) const
{
    constexpr qsizetype alone = 5;
    std::vector<Named> found;
    if (!hasCode(plain))
        return found;
    const auto add = [&](const Hit &hit, const QString &value) {
        if (std::none_of(found.begin(), found.end(),
                         [&](const Named &one) { return one.place.begin == hit.begin; }))
            found.push_back({hit, value});
    };
    for (const Hit &hit : hitsOf(codes(), plain)) {
        const QByteArray code = joined(plain.mid(hit.begin, hit.end - hit.begin));
        const QByteArray digits = digitsOf(code);
        if (digits.size() < fewestDigits)
            continue;
        if (m_known.contains(code))
            add(hit, m_known.value(code));
        else if (code == digits && digits.size() >= alone && m_digits.contains(digits))
            add(hit, m_digits.value(digits));
        else if (m_shapes.contains(shapeOf(code)))
            add(hit, written(text, hit));
        else if (bare && looksLikeCode(plain, hit))
            add(hit, written(text, hit));
    }
    for (Hit hit : hitsOf(calledOrder(), plain)) {
        // A word before the number may be its beginning: "order ID12345".
        while (hit.begin > 0 && (isLetter(plain[hit.begin - 1]) || isDigit(plain[hit.begin - 1])))
            --hit.begin;
        if (looksLikeCode(plain, hit) && wordsBefore(plain, hit.from, 1) != " in ")
            add(hit, written(text, hit));
    }
    for (const Hit &hit : hitsOf(hashed(), plain))
        add(hit, written(text, hit));
    std::sort(found.begin(), found.end(),
              [](const Named &a, const Named &b) { return a.place.begin < b.place.begin; });
    return found;
}

std::vector<Named> cardTailsIn(QStringView text, const QByteArray &plain, bool bare)
{
    static const RE2 ending(
        R"(\b(?:(?:ending|ends|ended|finishing)(?: (?:in|with|on))?|end(?:et|end|ziffern|ung)(?: (?:auf|mit|sind|lauten))?|(?:terminad[ao]|termina|acabad[ao]|acaba) en|last (?:four|4)(?: digits| numbers)?(?: (?:of|on) (?:my|the|your) \w+(?: \w+)?)?(?: (?:are|is))?|letzten? (?:vier|4) (?:ziffern|stellen|zahlen)(?: (?:sind|lauten|meiner|der|karte|ist))*|ultim[oa]s (?:cuatro|4) (?:digitos|cifras|numeros)(?: (?:son|de|mi|la|tarjeta))*)[ :*x"'.-]{1,8}(\d{4})\b)");
    static const RE2 starred(R"((?:[*x]{2,}[ -]?){1,4}(\d{4})\b)");
    static const RE2 card(
        R"(\b(?:cards?|visa|master ?card|amex|american express|maestro|debit|credit|\w*karte|kredit\w*|tarjetas?|payment method)\b)");
    static const RE2 four(R"(\b(\d{4})\b)");
    std::vector<Named> tails;
    if (!hasCode(plain))
        return tails;
    const auto add = [&](const Hit &hit) {
        const bool apart = std::none_of(tails.begin(), tails.end(), [&](const Named &one) {
            return one.place.begin == hit.begin;
        });
        if (apart)
            tails.push_back({hit, text.sliced(hit.begin, 4).toString()});
    };
    for (const Hit &hit : hitsOf(ending, plain)) {
        const Hit sentence = sentenceAt(plain, hit.begin);
        if (bare || matchesIn(card, plain.mid(sentence.begin, sentence.end - sentence.begin)))
            add(hit);
    }
    QByteArray stars = plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'•' || text[i] == u'·')
            stars[i] = '*';
    }
    for (const Hit &hit : hitsOf(starred, stars))
        add(hit);
    const bool short4 = bare && signs::wordsOf(plain).size() <= 8;
    if (short4 && tails.empty()) {
        for (const Hit &hit : hitsOf(four, plain))
            add(hit);
    }
    std::sort(tails.begin(), tails.end(),
              [](const Named &a, const Named &b) { return a.place.begin < b.place.begin; });
    return tails;
}

ProductNames::ProductNames(const QStringList &names)
{
    constexpr qsizetype shortest = 4;
    QSet<QByteArray> taken;
    for (const QString &name : names) {
        const QString head = name.section(u',', 0, 0).trimmed();
        const QByteArray plain = signs::plain(QString(head).replace(u'_', u' '));
        const std::vector<signs::Word> words = signs::wordsOf(plain);
        Name one{name, " ", {}};
        for (size_t i = 0; i < words.size(); ++i) {
            const QByteArray word = plain.mid(words[i].begin, words[i].end - words[i].begin);
            one.whole += word + ' ';
            // A first word begins with a capital whatever it is, and so does each of a title.
            const bool own = i > 0 && inSentenceCase(head) && head[words[i].begin].isUpper()
                && word.size() >= shortest && head[words[i].begin + 1].isLower();
            if (own && one.own.isEmpty() && !taken.contains(word)) {
                one.own = ' ' + word + ' ';
                taken.insert(word);
            }
        }
        if (one.whole.size() > shortest + 2)
            m_names.push_back(std::move(one));
    }
}

std::vector<Named> ProductNames::in(const QByteArray &plain) const
{
    std::vector<Named> found;
    if (m_names.empty())
        return found;
    // Words with one blank between them, and where each stands.
    QByteArray spaced(" ");
    std::vector<signs::Word> at;
    QHash<int, size_t> wordAt;
    for (const signs::Word &word : signs::wordsOf(plain)) {
        wordAt.insert(int(spaced.size()) - 1, at.size());
        at.push_back(word);
        spaced += plain.mid(word.begin, word.end - word.begin) + ' ';
    }
    for (const Name &name : m_names) {
        for (const QByteArray &phrase : {name.whole, name.own}) {
            const qsizetype place = phrase.isEmpty() ? -1 : spaced.indexOf(phrase);
            if (place < 0)
                continue;
            const size_t first = wordAt.value(int(place));
            const size_t last = first + size_t(phrase.count(' ')) - 2;
            found.push_back(
                {{at[first].begin, at[last].end, at[first].begin, at[last].end}, name.name});
            break;
        }
    }
    return found;
}

} // namespace baton::facts
