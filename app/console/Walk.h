#pragma once

#include <QtCore/QString>

namespace baton {

/// Works one bundled conversation from the queue to sent in a profile of its own, leaves a
/// screenshot of each step in folder, and prints what happened. 0: it was sent; 1: a step did not
/// come about in time (said which); 3: it could not start.
int runWalk(const QString &folder);

} // namespace baton
