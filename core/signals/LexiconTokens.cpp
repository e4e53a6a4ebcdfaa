#include "core/signals/Lexicon.h"

#include "core/signals/Plain.h"

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

/// Letters that stand three times or more, as often as times; empty where none do.
std::string shortened(std::string_view word, size_t times)
{
    std::string out;
    for (size_t at = 0; at < word.size();) {
        size_t end = at;
        while (end < word.size() && word[end] == word[at])
            ++end;
        const size_t run = end - at;
        out.append(run >= 3 ? times : run, word[at]);
        at = end;
    }
    return out.size() < word.size() ? out : std::string();
}

bool isStop(char c)
{
    return c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == '\n';
}

/// Whether a sign that was found stands by itself, and is not a part of a word or an address.
bool isBounded(QStringView text, qsizetype at, const QString &sign)
{
    const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
    const qsizetype end = at + sign.size();
    const QChar after = end < text.size() ? text[end] : QChar(u' ');
    const QChar first = sign.front();
    const QChar last = sign.back();
    if (first.isLetterOrNumber() && before.isLetterOrNumber())
        return false;
    if (!first.isLetterOrNumber() && isAscii(first) && first != u':' && first != u';'
        && first != u'=' && !before.isSpace())
        return false;
    if (last.isLetterOrNumber() && after.isLetterOrNumber())
        return false;
    return !isAscii(last) || last.isLetterOrNumber()
        || (!after.isLetterOrNumber() && after != u'/');
}

} // namespace

const Lexicon::Sign *Lexicon::signAt(QStringView text, qsizetype at) const
{
    if (!m_beginsSign[text[at].unicode()])
        return nullptr;
    const auto candidates = m_signs.constFind(text[at].unicode());
    for (const Sign &sign : *candidates) {
        if (text.mid(at).startsWith(sign.text) && isBounded(text, at, sign.text))
            return &sign;
    }
    return nullptr;
}

std::vector<Lexicon::Token> Lexicon::tokensOf(QStringView text, const QByteArray &bytes,
                                              const Language &language) const
{
    std::vector<Token> tokens;
    const int size = int(bytes.size());
    constexpr int bytesAToken = 4;
    tokens.reserve(size_t(size / bytesAToken) + 1);
    for (int at = 0; at < size;) {
        if (bytes[at] == ' ' && text[at] == u' ') {
            ++at;
            continue;
        }
        if (const Sign *sign = signAt(text, at)) {
            const int end = at + int(sign->text.size());
            tokens.push_back({Token::Kind::Sign, at, end, {}, nullptr, sign->valence});
            at = end;
            continue;
        }
        const int end = wordEnd(bytes, at);
        if (end > at) {
            std::string_view word(bytes.constData() + at, size_t(end - at));
            const Entry *entry = language.words.find(word);
            for (size_t times = 2; !entry && times >= 1; --times) {
                const std::string fewer = shortened(word, times);
                if (fewer.empty())
                    break;
                entry = language.words.find(fewer);
            }
            tokens.push_back({Token::Kind::Word, at, end, entry ? entry->word : word, entry, 0});
            at = end;
            continue;
        }
        if (isStop(bytes[at]))
            tokens.push_back({Token::Kind::Stop, at, at + 1, {}, nullptr, 0});
        ++at;
    }
    return tokens;
}

} // namespace baton::signs
