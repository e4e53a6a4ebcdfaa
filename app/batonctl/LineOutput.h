#pragma once

#include "app/batonctl/Command.h"
#include "core/base/Result.h"

#include <functional>

namespace baton::ctl {

/// What is said of writing lines.
struct LineWords
{
    QString doing;   ///< after "could not": "export everything"
    QString doingTo; ///< likewise, with a file for %1: "export to %1"
    QString told;    ///< with the number for %L1: "%L1 exported"
    const char *key; ///< of the number, in JSON
};

using WriteLine = std::function<Result<void>(const QByteArray &)>;
/// Calls write with each line and its end, and gives how many there were.
using LinesOf = std::function<Result<qint64>(const WriteLine &write)>;

/// Puts lines where --output says: to standard output and nothing else there, or into a file that
/// appears whole or not at all, and tells how many.
Exit putLines(Session &session, const LineWords &said, const LinesOf &lines);

} // namespace baton::ctl
