#pragma once

#include "core/facts/Patterns.h"

#include <QtCore/QStringView>

namespace baton::facts {

/// Postal addresses and postcodes, by place: a street with its number (and what of flat, postcode
/// and town follows it), a postcode in its country's form. Conservative: "10 minutes on the way" is
/// none. Plain is the text's (signals/Plain.h); bare: a postcode was asked for, and digits alone
/// are one.
std::vector<Hit> placesIn(QStringView text, const QByteArray &plain, bool bare);

} // namespace baton::facts
