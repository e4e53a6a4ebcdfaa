#pragma once

#include "core/facts/Figures.h"

#include <QtCore/QStringList>

namespace baton::drafting {

/// What must not change when words are said another way: amounts, dates, times, numbers, codes and
/// addresses, as the text writes them, each once. Pure; any thread.
QStringList lockedFigures(const QString &text, const facts::Written &written);

/// Figures of the one that the other has in no notation, as they stand there.
QStringList missingFigures(const QString &of, const QString &in, const facts::Written &written);

} // namespace baton::drafting
