#include "core/domain/Tags.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

QString tagName(const QString &typed)
{
    QString name;
    for (const QChar c : typed) {
        if (c.category() == QChar::Other_Control || c.isSpace() || c == u',')
            name += u' ';
        else
            name += c;
    }
    name = name.simplified().left(longestTag);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name.trimmed();
}

QStringList tagList(const QString &typed)
{
    QString lines = typed;
    lines.replace(u',', u'\n');
    QStringList tags;
    for (const QString &part : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (const QString name = tagName(part); !name.isEmpty() && !hasTag(tags, name))
            tags += name;
    }
    return tags;
}

bool sameTag(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

bool hasTag(const QStringList &tags, const QString &tag)
{
    return tags.contains(tag, Qt::CaseInsensitive);
}

QStringList withTags(const QStringList &tags, const QStringList &added, const QStringList &removed)
{
    QStringList now;
    const auto add = [&now](const QString &tag) {
        const QString name = tagName(tag);
        if (!name.isEmpty() && !hasTag(now, name) && now.size() < mostTags)
            now += name;
    };
    for (const QString &tag : tags) {
        if (!hasTag(removed, tag))
            add(tag);
    }
    for (const QString &tag : added)
        add(tag);
    return now;
}

TagSearch tagSearch(const QString &typed)
{
    const QString mark = u"tag:"_s;
    qsizetype at = -1;
    while ((at = typed.indexOf(mark, at + 1, Qt::CaseInsensitive)) >= 0) {
        if (at > 0 && !typed[at - 1].isSpace())
            continue;
        const qsizetype begin = at + mark.size();
        const bool quoted = begin < typed.size() && typed[begin] == u'"';
        qsizetype end = quoted ? typed.indexOf(u'"', begin + 1) : begin;
        if (quoted && end < 0)
            end = typed.size();
        while (!quoted && end < typed.size() && !typed[end].isSpace())
            ++end;
        const QString tag = tagName(typed.sliced(begin, end - begin).remove(u'"'));
        if (tag.isEmpty())
            continue;
        return {tag, (typed.left(at) + u' ' + typed.mid(quoted ? end + 1 : end)).simplified()};
    }
    return {{}, typed};
}

QString lineOf(const QStringList &tags)
{
    return tags.join(u'\n');
}

QStringList tagsOf(const QString &line)
{
    return line.split(u'\n', Qt::SkipEmptyParts);
}

QString tagKeys(const QStringList &tags)
{
    return tags.isEmpty() ? QString() : u'\n' + tags.join(u'\n').toCaseFolded() + u'\n';
}

} // namespace baton
