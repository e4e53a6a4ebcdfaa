#include "core/store/CorrectionTable.h"
#include "core/store/StorePrivate.h"

namespace baton::store {

QFuture<Result<void>> Store::correctIntent(IntentCorrection correction)
{
    return d->write([this, correction = std::move(correction)]() -> Result<void> {
        d->letDurableWritesThrough();
        Result<void> corrected = d->desk->correctIntent(correction);
        if (corrected)
            d->publish({{correction.conversation}, false, false, false});
        return corrected;
    });
}

QFuture<Result<void>> Store::keepCorrection(IntentCorrection correction)
{
    return d->write([this, correction = std::move(correction)] {
        d->letDurableWritesThrough();
        return d->desk->keepCorrection(correction);
    });
}

QFuture<Result<void>> Store::removeCorrection(ConversationId id)
{
    return d->write([this, id = std::move(id)] {
        d->letDurableWritesThrough();
        return d->desk->removeCorrection(id);
    });
}

QFuture<Result<QList<IntentCorrection>>> Store::corrections()
{
    return d->askKnowledge([this]() -> Result<QList<IntentCorrection>> {
        return CorrectionTable(*d->searchConnection).all();
    });
}

QFuture<Result<std::vector<LookedLine>>> Store::looked()
{
    return d->askKnowledge([this]() -> Result<std::vector<LookedLine>> {
        return CorrectionTable(*d->searchConnection).looked();
    });
}

} // namespace baton::store
