#pragma once

#include <QtCore/QString>

namespace baton {

/// Words that agents use again and again, ready for one conversation: what is known of it is filled
/// in, a "{slot}" that nothing gives stands as it is and is caught by the check (Draft.h,
/// MaskLeft).
struct Snippet
{
    QString title;
    QString text;
    bool operator==(const Snippet &) const = default;
};

} // namespace baton
