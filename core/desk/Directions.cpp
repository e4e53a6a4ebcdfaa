#include "core/desk/Directions.h"

#include "core/store/Store.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <cstring>

namespace baton {

namespace {

constexpr qsizetype madeAtOnce = 64;
constexpr qsizetype forgottenAtOnce = 500;

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "floats are kept as they lie in memory");

QByteArray hashOfText(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

QByteArray bytesOf(const knowledge::Embedding &made, int dimension)
{
    const qsizetype size = qsizetype(dimension) * qsizetype(sizeof(float));
    return made.empty() ? QByteArray(size, '\0')
                        : QByteArray(reinterpret_cast<const char *>(made.data()), size);
}

Result<void> make(const QList<QByteArray> &hashes, const QStringList &texts,
                  const knowledge::Embedder &embedder, store::Store &store,
                  store::TextVectors &known)
{
    const auto made = embedder.embed(texts, knowledge::Embedder::Patience::Filling);
    if (!made)
        return made.error();
    store::TextVectors fresh;
    for (qsizetype i = 0; i < hashes.size(); ++i)
        fresh.insert(hashes[i], bytesOf((*made)[size_t(i)], embedder.dimension));
    known.insert(fresh);
    return awaited(store.saveVectors(embedder.model, embedder.dimension, fresh));
}

Result<void> forget(const store::TextVectors &known, const QList<QByteArray> &wanted,
                    const QString &model, store::Store &store)
{
    const QSet<QByteArray> kept(wanted.begin(), wanted.end());
    QList<QByteArray> stale;
    for (auto it = known.cbegin(); it != known.cend(); ++it)
        if (!kept.contains(it.key()))
            stale.append(it.key());
    for (qsizetype from = 0;; from += forgottenAtOnce) {
        const auto gone = awaited(store.forgetVectors(model, stale.mid(from, forgottenAtOnce)));
        if (!gone)
            return gone.error();
        if (*gone == 0 && from + forgottenAtOnce >= stale.size())
            return {};
    }
}

} // namespace

std::vector<float> Directions::closenessTo(const knowledge::Embedding &other) const
{
    if (int(other.size()) != dimension)
        return {};
    const auto width = size_t(dimension);
    std::vector<float> all(values.size() / width);
    for (size_t row = 0; row < all.size(); ++row) {
        const float *own = values.data() + row * width;
        // Four sums, which a processor adds side by side.
        float sums[4] = {0, 0, 0, 0};
        size_t i = 0;
        for (; i + 4 <= width; i += 4)
            for (size_t lane = 0; lane < 4; ++lane)
                sums[lane] += own[i + lane] * other[i + lane];
        for (; i < width; ++i)
            sums[0] += own[i] * other[i];
        all[row] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }
    return all;
}

Result<Directions> directionsOf(const QStringList &texts, const knowledge::Embedder &embedder,
                                store::Store &store, const std::function<bool()> &goOn)
{
    auto known = awaited(store.vectors(embedder.model, embedder.dimension));
    if (!known)
        return known.error();
    QList<QByteArray> hashes;
    QList<QByteArray> missing;
    QStringList asked;
    const auto flush = [&]() -> Result<void> {
        if (!goOn())
            return Error{ErrorCode::Cancelled, {}, {}};
        return missing.isEmpty()
            ? Result<void>()
            : make(std::exchange(missing, {}), std::exchange(asked, {}), embedder, store, *known);
    };
    QSet<QByteArray> met;
    for (const QString &text : texts) {
        hashes.append(hashOfText(text));
        if (known->contains(hashes.last()) || met.contains(hashes.last()))
            continue;
        met.insert(hashes.last());
        missing.append(hashes.last());
        asked.append(text);
        if (missing.size() < madeAtOnce)
            continue;
        if (const Result<void> made = flush(); !made)
            return made.error();
    }
    if (const Result<void> made = flush(); !made)
        return made.error();
    if (const Result<void> gone = forget(*known, hashes, embedder.model, store); !gone)
        return gone.error();
    Directions directions;
    directions.dimension = embedder.dimension;
    directions.values.resize(size_t(texts.size()) * size_t(embedder.dimension));
    const size_t bytes = size_t(embedder.dimension) * sizeof(float);
    for (qsizetype i = 0; i < hashes.size(); ++i)
        std::memcpy(reinterpret_cast<char *>(directions.values.data()) + size_t(i) * bytes,
                    known->value(hashes[i]).constData(), bytes);
    return directions;
}

} // namespace baton
