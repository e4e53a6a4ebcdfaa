#pragma once

#include "core/base/Result.h"
#include "core/domain/Passage.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QStringList>

namespace baton::knowledge {

/// What a document says of itself before its text. What it does not say has a default.
struct FrontMatter
{
    DocumentId id;   ///< empty where it does not say
    int version = 0; ///< 0 where it does not say, else ≥ 1
    QString title;
    QString kind;
    Audience audience = Audience::Internal; ///< nobody said that customers may read it
    QString language;
    std::optional<Instant> changed;
    std::optional<Instant> review;
    QList<QString> intents;
    qsizetype body = 0; ///< where the text begins, in bytes
    bool operator==(const FrontMatter &) const = default;
};

/// One thing that a document says of itself.
struct HeadField
{
    QString name;
    QStringList values; ///< one, or a list's items
    int line = 0;       ///< where it stands in the file
};

/// Names that are not ours are passed over. assumed is what the document does not say. Errors:
/// InvalidInput, with FILE:LINE as subject.
Result<FrontMatter> readHead(const QString &file, const QList<HeadField> &fields,
                             const FrontMatter &assumed);

/// "name: value" lines between two lines "---", the first of which is the first of all. Values may
/// stand in quotes, lists in brackets or one item a line after "- ". Other systems keep names of
/// their own there too. utf8 is valid. Otherwise as readHead().
Result<FrontMatter> readFrontMatter(const QString &file, QByteArrayView utf8,
                                    const FrontMatter &assumed = {});

} // namespace baton::knowledge
