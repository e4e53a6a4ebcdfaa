#pragma once

#include "core/base/Result.h"
#include "core/domain/Passage.h"

#include <QtCore/QByteArrayView>

namespace baton::knowledge {

/// What a document says of itself before its text. What it does not say has a default.
struct FrontMatter
{
    DocumentId id; ///< empty where it does not say
    int version = 1;
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

/// "name: value" lines between two lines "---", the first of which is the first of all. Values may
/// stand in quotes, lists in brackets or one item a line after "- ". Names that are not ours are
/// passed over, as other systems keep theirs there too. utf8 is valid. Errors: InvalidInput, with
/// FILE:LINE as subject.
Result<FrontMatter> readFrontMatter(const QString &file, QByteArrayView utf8);

} // namespace baton::knowledge
