#pragma once

#include "core/base/Result.h"

#include <spdlog/spdlog.h>

namespace baton::log {

/// Where lines go. Lines never hold message text or personal data: ids, counts and codes only.
struct Sinks
{
    QString file; ///< rotated at 5 MiB, three kept; empty for none
    bool standardError = false;
    spdlog::level::level_enum level = spdlog::level::info;
};

/// Sets the process-wide sinks; called once, from main, before the first line is written.
Result<void> start(const Sinks &sinks);

/// "store: what happened", thread-safe. Before start() lines are dropped.
void info(const char *area, const QString &what);
void warn(const char *area, const QString &what);
void error(const char *area, const Error &error);

} // namespace baton::log
