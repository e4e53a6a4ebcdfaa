#include "core/knowledge/Embedding.h"

#include "core/knowledge/EmbeddingServer.h"
#include "core/knowledge/StaticEmbeddings.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

Result<Embedder> openFolder(const QString &folder, std::function<bool()> goOn)
{
    auto opened = StaticEmbeddings::open(folder);
    if (!opened)
        return opened.error();
    const auto model = *opened;
    return Embedder{model->name(), model->dimension(),
                    [model, goOn = std::move(goOn)](const QStringList &texts, Embedder::Patience)
                        -> Result<std::vector<Embedding>> {
                        std::vector<Embedding> all;
                        for (const QString &text : texts) {
                            if (!goOn())
                                return Error{ErrorCode::Cancelled, {}, {}};
                            auto one = model->of(text);
                            if (!one)
                                return one.error();
                            if (!normalise(*one))
                                one->clear();
                            all.push_back(*std::move(one));
                        }
                        return all;
                    }};
}

Result<Embedder> openServer(const QString &address, const QString &model, const QByteArray &key,
                            std::function<bool()> goOn)
{
    auto made = EmbeddingServer::at({address, model, key, std::move(goOn)});
    if (!made)
        return made.error();
    const auto server = std::make_shared<EmbeddingServer>(*std::move(made));
    if (const Result<void> met = server->meet(); !met)
        return met.error();
    return Embedder{server->name(), server->dimension(),
                    [server](const QStringList &texts, Embedder::Patience patience) {
                        return server->embed(texts, patience);
                    }};
}

} // namespace

bool isServer(const QString &place)
{
    return place.contains(u"://"_s);
}

Result<Embedder> openEmbedder(const QString &place, const QString &model, const QByteArray &key,
                              std::function<bool()> goOn)
{
    return isServer(place) ? openServer(place, model, key, std::move(goOn))
                           : openFolder(place, std::move(goOn));
}

bool normalise(Embedding &embedding)
{
    double squares = 0;
    for (const float one : embedding)
        squares += double(one) * double(one);
    if (!std::isfinite(squares))
        return false;
    if (squares == 0)
        embedding.clear();
    const double length = std::sqrt(squares);
    for (float &one : embedding)
        one = float(double(one) / length);
    return true;
}

} // namespace baton::knowledge
