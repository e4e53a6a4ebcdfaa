#pragma once

#include <QtCore/QString>

#include <optional>

namespace baton {

/// Works one conversation from the queue to sent in a profile of its own, a bundled one or, with a
/// seed, one of the demo; leaves a
/// screenshot of each step in folder, and prints what happened. 0: it was sent; 1: a step did not
/// come about in time (said which); 3: it could not start.
int runWalk(const QString &folder, std::optional<quint64> demoSeed = {});

} // namespace baton
