#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

/// Names that people sort conversations by. Pure functions.
namespace baton {

constexpr qsizetype longestTag = 40; ///< UTF-16 units
constexpr qsizetype mostTags = 20;   ///< of a conversation

/// As a tag is kept: one line, no spaces at its ends, no comma, no longer than longestTag; empty
/// where nothing is left of it.
QString tagName(const QString &typed);
/// Several, parted by commas or lines; each once, whatever its case.
QStringList tagList(const QString &typed);
bool sameTag(const QString &one, const QString &other); ///< case does not count
bool hasTag(const QStringList &tags, const QString &tag);
/// Removed first, then added at the end; what is there already keeps its place and its spelling.
/// No more than mostTags.
QStringList withTags(const QStringList &tags, const QStringList &added, const QStringList &removed);

/// What was asked for as "tag:name" or "tag:\"two words\"" in a search: the first, and what is
/// left.
struct TagSearch
{
    QString tag;
    QString words;
    bool operator==(const TagSearch &) const = default;
};
TagSearch tagSearch(const QString &typed);

// As they are stored: a line each.
QString lineOf(const QStringList &tags);
QStringList tagsOf(const QString &line);
/// By which they are found, each between line ends; empty for none.
QString tagKeys(const QStringList &tags);

} // namespace baton
