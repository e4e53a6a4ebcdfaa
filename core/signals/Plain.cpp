#include "core/signals/Plain.h"

#include <QtCore/QString>

#include <array>
#include <memory>

namespace baton::signs {

namespace {

char letterOf(char16_t unit)
{
    switch (unit) {
    case u'ß':
        return 's';
    case u'æ':
    case u'Æ':
        return 'a';
    case u'ø':
    case u'Ø':
    case u'œ':
    case u'Œ':
        return 'o';
    case u'ł':
    case u'Ł':
        return 'l';
    case u'đ':
    case u'Đ':
        return 'd';
    default:
        break;
    }
    const QString parts = QChar(unit).decomposition();
    const char16_t base = parts.isEmpty() ? unit : parts.front().unicode();
    const bool upper = base >= u'A' && base <= u'Z';
    if (upper || (base >= u'a' && base <= u'z'))
        return char(upper ? base + 32 : base);
    return '_';
}

char byteOf(char16_t unit)
{
    if (unit < 0x80) {
        if (unit >= u'A' && unit <= u'Z')
            return char(unit + 32);
        return unit < 0x20 && unit != u'\n' ? ' ' : char(unit);
    }
    switch (unit) {
    case u'\u2018':
    case u'\u2019':
    case u'\u02BC':
    case u'\u00B4':
        return '\'';
    case u'\u201C':
    case u'\u201D':
    case u'\u201E':
        return '"';
    case u'\u2010':
    case u'\u2011':
    case u'\u2012':
    case u'\u2013':
    case u'\u2014':
    case u'\u2212':
        return '-';
    case u'\u2026':
        return '.';
    case u'\u2028':
    case u'\u2029':
        return '\n';
    default:
        break;
    }
    // Signs that a pattern may name must not become blanks, or it would match without them.
    if (unit == u'\u00A7')
        return '\x15';
    const QChar c(unit);
    if (c.category() == QChar::Symbol_Currency)
        return '\x1F';
    const bool latin = unit < 0x250 || (unit >= 0x1E00 && unit < 0x1F00);
    if (!latin)
        return c.isLetterOrNumber() ? '_' : ' ';
    if (c.isLetter() && c != u'\u00AA' && c != u'\u00BA')
        return letterOf(unit);
    return c.isDigit() ? '_' : ' ';
}

const std::array<char, 0x10000> &table()
{
    static const auto bytes = [] {
        auto made = std::make_unique<std::array<char, 0x10000>>();
        for (int unit = 0; unit < 0x10000; ++unit)
            (*made)[size_t(unit)] = byteOf(char16_t(unit));
        return made;
    }();
    return *bytes;
}

bool inWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace

QByteArray plain(QStringView text)
{
    const auto &bytes = table();
    QByteArray out(text.size(), Qt::Uninitialized);
    char *to = out.data();
    for (const QChar c : text)
        *to++ = bytes[c.unicode()];
    return out;
}

int wordEnd(const QByteArray &plain, int begin)
{
    const char *bytes = plain.constData();
    const int size = int(plain.size());
    int at = begin;
    while (at < size
           && (inWord(bytes[at])
               || (bytes[at] == '\'' && at > begin && at + 1 < size && inWord(bytes[at + 1]))))
        ++at;
    return at;
}

std::vector<Word> wordsOf(const QByteArray &plain)
{
    std::vector<Word> words;
    const int size = int(plain.size());
    for (int at = 0; at < size;) {
        const int end = wordEnd(plain, at);
        if (end > at)
            words.push_back({at, end});
        at = end > at ? end : at + 1;
    }
    return words;
}

std::vector<Word> sentencesOf(const QByteArray &plain)
{
    std::vector<Word> sentences;
    const int size = int(plain.size());
    int begin = 0;
    const auto close = [&](int end) {
        int from = begin;
        while (from < end && plain[from] <= ' ')
            ++from;
        while (end > from && plain[end - 1] <= ' ')
            --end;
        if (end > from)
            sentences.push_back({from, end});
    };
    for (int at = 0; at < size; ++at) {
        const char c = plain[at];
        const bool stop = c == '!' || c == '?' || c == '\n'
            || (c == '.' && (at + 1 == size || plain[at + 1] <= ' ' || plain[at + 1] == '.'));
        if (!stop)
            continue;
        close(at + (c == '\n' ? 0 : 1));
        begin = at + 1;
    }
    close(size);
    return sentences;
}

} // namespace baton::signs
