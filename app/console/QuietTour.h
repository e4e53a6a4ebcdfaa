#pragma once

#include "app/console/KnowledgeTour.h"
#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QtCore/QString>

namespace baton {

/// Writes packets of invented customers into a folder: some are with the bot, a few wait for an
/// answer at that time.
Result<void> fillQuietFolder(const QString &folder, Instant now);

/// Answers and closes everybody who waits there.
bool answerTheQuiet(Desk &desk, const WaitUntil &until);

} // namespace baton
