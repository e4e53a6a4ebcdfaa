#pragma once

#include "core/base/Text.h"

#include <QtCore/QList>

namespace baton {

/// Sentences of two texts that belong together; one side is empty where the other has nothing for
/// it. Stretches are of the text that they name.
struct DiffRow
{
    int draft = -1; ///< index among the draft's sentences (text::sentenceStretches); −1: none
    int sent = -1;  ///< likewise of what was sent
    text::Stretch draftAt;
    text::Stretch sentAt;
    QList<text::Stretch> removed; ///< words of the draft that went
    QList<text::Stretch> added;   ///< words that came
    int change = 0;               ///< rows that differ, counted from 1; 0: the same words
    bool operator==(const DiffRow &) const = default;
};

} // namespace baton
