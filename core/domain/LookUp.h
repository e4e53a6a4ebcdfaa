#pragma once

#include "core/base/Clock.h"

#include <QtCore/QString>

namespace baton {

/// What a live system answered about a conversation. A draft may rest on it.
struct LookUp
{
    QString name;   ///< as declared, "order_status"
    QString result; ///< compact JSON, or the text where it was a string
    Instant at;     ///< when it was answered
    bool operator==(const LookUp &) const = default;
};

} // namespace baton
