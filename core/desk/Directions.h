#pragma once

#include "core/knowledge/Embedding.h"

#include <functional>

namespace baton {

namespace store {
class Store;
}

/// What a model makes of a list of texts.
struct Directions
{
    int dimension = 0;
    std::vector<float> values; ///< a row a text; all zero: it says nothing to the model

    /// Of each text's direction with this one: its cosine.
    std::vector<float> closenessTo(const knowledge::Embedding &other) const;
};

/// Of these texts, each with its place: what the store knows of the model is taken from there, the
/// rest is asked for and stored, a batch at a time. What is stored of other models and other texts
/// is forgotten. Blocking. Errors: the model's, the store's; Cancelled where goOn says no; what was
/// made until then is stored.
Result<Directions> directionsOf(const QStringList &texts, const knowledge::Embedder &embedder,
                                store::Store &store, const std::function<bool()> &goOn);

} // namespace baton
