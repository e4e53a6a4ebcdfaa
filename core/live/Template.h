#pragma once

#include "core/live/Declarations.h"

#include <functional>

namespace baton::live {

/// "…{order}…" with every placeholder replaced by what fill makes of it.
QString filled(const QString &form, const std::function<QString(Argument)> &fill);
/// What is wrong with a form, empty where nothing is: a placeholder that there is not, a stray
/// brace.
QString wrongWith(const QString &form);
/// Of all texts of a JSON value, at any depth.
void eachText(const QByteArray &json, const std::function<void(const QString &)> &see);

} // namespace baton::live
