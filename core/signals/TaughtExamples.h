#pragma once

#include "core/domain/Teaching.h"
#include "core/signals/IntentTrial.h"

/// What a team taught beside the catalogue: texts and what they are about, in the folder of models
/// as {"text", "intent"} a line. Blocking.
namespace baton::signs {

/// Each in a file of its own, so that one can be taught anew without the other.
enum class TaughtBy { File, Corrections };

/// None where nothing was taught. Errors: Io; InvalidInput with the line in the detail.
Result<QList<LabelledText>> taughtExamples(const QString &models, TaughtBy by);
/// All of them, those of a file first. Likewise.
Result<QList<LabelledText>> taughtExamples(const QString &models);
/// Replaces what was taught; an empty list takes the file away. Errors: Io.
Result<void> keepTaught(const QString &models, TaughtBy by, const QList<LabelledText> &examples);
/// Such a file anywhere; it appears whole or not at all. Errors: Io.
Result<void> writeExamples(const QString &path, const QList<LabelledText> &examples);

/// Those that are used, the oldest first: a new one then leaves the place of the others.
QList<LabelledText> examplesOf(const QList<IntentCorrection> &newestFirst);

/// The catalogue with these as examples more, and another fingerprint; those of intents that it
/// does not know are left out. An empty intent: none of these.
Catalogue taught(Catalogue catalogue, const QList<LabelledText> &examples);

} // namespace baton::signs
