#pragma once

#include "core/base/Result.h"

#include <QtCore/QStringList>

#include <functional>
#include <vector>

namespace baton::knowledge {

/// What a model makes of a text: a direction. Of length 1; empty where the text says nothing to it.
using Embedding = std::vector<float>;

/// A model that turns texts into directions, wherever it runs.
struct Embedder
{
    enum class Patience {
        Search, ///< somebody waits: seconds, once
        Filling ///< nobody does: minutes, and again where it is worth it
    };

    /// Names the model and where it came from. Directions of two models are never compared.
    QString model;
    int dimension = 0;
    /// One a text, in their order, each empty or of that dimension. Blocking; one thread at a time.
    /// Errors: Cancelled, Offline, Refused, InvalidInput.
    std::function<Result<std::vector<Embedding>>(const QStringList &texts, Patience patience)>
        embed;
};

/// place: a folder with a model2vec model, or the address of a server that speaks OpenAI's
/// /v1/embeddings; then model is the name it is asked for, which may be empty, and key is sent
/// along where there is one. goOn is asked while something is waited for. Blocking, some seconds.
/// Errors: NotFound, Io, InvalidInput of the folder; Offline, Refused of the server;
/// InvalidArgument: an address that nothing is sent to.
Result<Embedder> openEmbedder(const QString &place, const QString &model, const QByteArray &key,
                              std::function<bool()> goOn);

/// Whether this is an address, not a folder.
bool isServer(const QString &place);

/// Gives it a length of 1; empties what has none. False: it holds something that is not a number.
bool normalise(Embedding &embedding);

} // namespace baton::knowledge
