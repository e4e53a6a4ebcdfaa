#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace baton::text {

/// Runs of white space and control characters become one space; none at the ends.
QString folded(QStringView text);
/// At most length UTF-16 units of folded text, cut at a space where one is near, with "…" where
/// cut; never half a surrogate pair.
QString firstWords(QStringView text, int length);
/// Sentences in order, each folded and not empty. A line break ends one; a full stop ends one only
/// before white space, and not after a number, an initial or a common abbreviation.
QStringList sentences(QStringView text);
/// For comparing what two people wrote: folded, lower case, without punctuation at the ends.
QString comparable(QStringView sentence);

} // namespace baton::text
