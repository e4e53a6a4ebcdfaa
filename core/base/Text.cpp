#include "core/base/Text.h"

#include <array>

namespace baton::text {

namespace {

bool blank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control;
}

/// Whether what follows the number before position goes on with its sentence.
bool goesOn(QStringView text, qsizetype position)
{
    static constexpr std::array<QStringView, 20> months{
        u"jan", u"feb", u"mär", u"mar", u"apr", u"mai", u"jun", u"jul", u"aug", u"sep",
        u"okt", u"oct", u"nov", u"dez", u"dec", u"ene", u"abr", u"ago", u"dic", u"jän"};
    qsizetype next = position + 1;
    while (next < text.size() && text[next] != u'\n' && blank(text[next]))
        ++next;
    if (next == text.size() || text[next] == u'\n')
        return false;
    if (text[next].isLower())
        return true;
    const QString start = text.sliced(next, qMin<qsizetype>(3, text.size() - next)).toString();
    return std::any_of(months.begin(), months.end(),
                       [&](QStringView month) { return month == start.toLower(); });
}

/// True where the full stop at position belongs to a number, an initial or an abbreviation.
bool stopIsInside(QStringView text, qsizetype position)
{
    static constexpr std::array<QStringView, 16> abbreviations{
        u"mr",  u"mrs", u"ms",  u"dr", u"st", u"no", u"nr",  u"e.g",
        u"i.e", u"z.b", u"bzw", u"ca", u"vs", u"sr", u"sra", u"inc"};
    if (position > 0 && text[position - 1].isDigit() && goesOn(text, position))
        return true;
    qsizetype begin = position;
    while (begin > 0 && !blank(text[begin - 1]))
        --begin;
    const QStringView word = text.sliced(begin, position - begin);
    if (word.size() == 1 && word[0].isLetter() && word[0].isUpper())
        return true;
    const QString lower = word.toString().toLower();
    return std::any_of(abbreviations.begin(), abbreviations.end(),
                       [&](QStringView a) { return a == lower; });
}

} // namespace

QString folded(QStringView text)
{
    QString out;
    out.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        if (blank(c)) {
            gap = !out.isEmpty();
            continue;
        }
        if (gap)
            out += u' ';
        gap = false;
        out += c;
    }
    return out;
}

QString firstName(QStringView name)
{
    return folded(name).section(u' ', 0, 0);
}

QString firstWords(QStringView text, int length)
{
    // Folding only shrinks, so a bounded prefix is enough even for a message of a megabyte.
    const QString line = folded(text.first(qMin<qsizetype>(text.size(), length * 4 + 16)));
    if (line.size() <= length)
        return line;
    qsizetype cut = qMax(0, length - 1);
    const qsizetype space = line.lastIndexOf(u' ', cut);
    if (space > length / 2)
        cut = space;
    if (cut > 0 && line[cut - 1].isHighSurrogate())
        --cut;
    return line.first(cut) + u'…';
}

std::vector<Stretch> sentenceStretches(QStringView text)
{
    std::vector<Stretch> out;
    qsizetype begin = 0;
    const auto take = [&](qsizetype end) {
        qsizetype last = end;
        while (begin < last && blank(text[begin]))
            ++begin;
        while (last > begin && blank(text[last - 1]))
            --last;
        if (last > begin)
            out.push_back({begin, last});
        begin = end;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            take(i + 1);
            continue;
        }
        // Asked first: a word is looked at once only, however many stops it has.
        const bool closes = i + 1 == text.size() || blank(text[i + 1]);
        const bool ends = closes
            && (c == u'!' || c == u'?' || c == u'…' || (c == u'.' && !stopIsInside(text, i)));
        if (ends)
            take(i + 1);
    }
    take(text.size());
    return out;
}

QStringList sentences(QStringView text)
{
    QStringList out;
    for (const Stretch &stretch : sentenceStretches(text))
        out += folded(text.sliced(stretch.begin, stretch.end - stretch.begin));
    return out;
}

QString comparable(QStringView sentence)
{
    QString line = folded(sentence).toLower();
    while (!line.isEmpty() && line.back().isPunct())
        line.chop(1);
    while (!line.isEmpty() && line.front().isPunct())
        line.remove(0, 1);
    return line;
}

double changedShare(QStringView from, QStringView to)
{
    constexpr qsizetype mostWords = 2000;
    const auto wordsOf = [&](QStringView text) {
        QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
        words.resize(std::min(words.size(), mostWords));
        return words;
    };
    const QStringList a = wordsOf(from);
    const QStringList b = wordsOf(to);
    if (a.isEmpty() && b.isEmpty())
        return 0;
    // One row of the table of longest common subsequences at a time.
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1, 0);
    for (const QString &word : a) {
        qsizetype diagonal = 0;
        for (qsizetype j = 0; j < b.size(); ++j) {
            qsizetype &here = row[static_cast<size_t>(j) + 1];
            const qsizetype above = here;
            here = word == b[j] ? diagonal + 1 : std::max(above, row[static_cast<size_t>(j)]);
            diagonal = above;
        }
    }
    return 1 - 2 * double(row.back()) / double(a.size() + b.size());
}

QString primaryLanguage(const QString &tag)
{
    return tag.section(u'-', 0, 0).toLower();
}

bool sameLanguage(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() || primaryLanguage(a) == primaryLanguage(b);
}

} // namespace baton::text
