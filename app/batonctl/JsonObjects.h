#pragma once

#include "core/base/Result.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>

namespace baton::ctl {

/// Gives each object of a file of JSON Lines (.gz too, "-" is standard input) to a function, which
/// says what is wrong with it, or nothing. InvalidInput names the line.
Result<void> eachObject(const QString &file,
                        const std::function<QString(const nlohmann::ordered_json &)> &take);
/// Likewise, but what is wrong with a line is told, and the next is read while refuse says so.
Result<void> eachObject(const QString &file,
                        const std::function<QString(const nlohmann::ordered_json &)> &take,
                        const std::function<bool(qint64 line, const QString &what)> &refuse);

/// A member that is text; absent where there is none or it is something else.
std::optional<QString> textOf(const nlohmann::ordered_json &object, const char *name);

} // namespace baton::ctl
