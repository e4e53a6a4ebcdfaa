#pragma once

#include "core/domain/ModelText.h"

namespace baton::ui {

/// Why a model wrote nothing, or broke off: what happened, and what to do where something can be.
/// Empty where there is no trouble.
QString modelTrouble(ModelTrouble trouble);
/// What goes on while it writes: "Waiting for the model, 12 s". Empty once it is over.
QString modelProgress(const ModelText &text, qint64 nowSteadyMs);
/// Of a text that is there and not complete: "The draft broke off here." Empty of a complete one.
QString modelIncomplete(ModelState state);

} // namespace baton::ui
