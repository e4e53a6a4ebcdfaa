#pragma once

#include "core/domain/Teaching.h"
#include "core/signals/TaughtExamples.h"

namespace baton::signs {

/// A model that learnt other examples beside the catalogue's than the one in use, and what that
/// brought: each text that it learnt, read by models that have not seen it.
struct IntentLesson
{
    IntentModel model;
    QList<TaughtIntent> intents; ///< in the catalogue's order; none of these comes last
    TaughtIntent taught;         ///< of the texts beside the catalogue's, together
};

/// knew: what was taught to the model in use; learns: what is taught now, instead. The same again
/// is not learnt anew. Seconds; goOn and errors as IntentModel::train().
Result<IntentLesson> teachIntents(const Catalogue &catalogue, const IntentModel &inUse,
                                  const QList<LabelledText> &knew,
                                  const QList<LabelledText> &learns,
                                  const std::function<bool(double)> &goOn = {});

/// Puts what was learnt in use for whoever reads the folder of models next, with the examples that
/// are kept of it. Blocking. Errors: Io; then it is read as before.
Result<void> keepLesson(const QString &models, TaughtBy by, const QList<LabelledText> &examples,
                        const IntentModel &model);

/// All intents together.
TaughtIntent sumOf(const QList<TaughtIntent> &intents);
/// Share of all examples of a model that are read rightly by models that have not seen them.
double heldOutRight(const IntentModel &model);

} // namespace baton::signs
