#pragma once

#include <QtCore/QStringList>

namespace baton {

/// A word that no dictionary knows. Offsets are UTF-16 units of the text.
struct Misspelling
{
    int begin = 0;
    int end = 0;
    QStringList instead; ///< what may have been meant, likeliest first; may be empty
    bool operator==(const Misspelling &) const = default;
};

} // namespace baton
