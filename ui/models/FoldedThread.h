#pragma once

#include "ui/models/TranscriptTurns.h"

namespace baton::ui {

/// What a thread shows above a comparison: the last message that the held reply answers and what
/// stands behind it. Later messages are among what is compared.
struct FoldedThread
{
    QList<Turn> turns;
    int earlier = 0; ///< messages, notes and steps that are not shown
};

/// writtenFrom: when the newest message came that the writer had seen. Pure.
FoldedThread foldedThread(const QList<Turn> &turns, Instant writtenFrom);

} // namespace baton::ui
