#pragma once

#include "core/signals/IntentTrial.h"

/// What a team taught beside the catalogue: texts and what they are about, in the folder of models
/// as {"text", "intent"} a line. Blocking.
namespace baton::signs {

/// None where nothing was taught. Errors: Io; InvalidInput with the line in the detail.
Result<QList<LabelledText>> taughtExamples(const QString &models);
/// Replaces what was taught; an empty list takes the file away. Errors: Io.
Result<void> keepTaught(const QString &models, const QList<LabelledText> &examples);

/// The catalogue with these as examples more, and another fingerprint; those of intents that it
/// does not know are left out. An empty intent: none of these.
Catalogue taught(Catalogue catalogue, const QList<LabelledText> &examples);

} // namespace baton::signs
