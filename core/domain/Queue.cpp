#include "core/domain/Queue.h"

#include <tuple>

namespace baton {

std::strong_ordering PlaceKey::operator<=>(const PlaceKey &other) const
{
    const auto numbers = [](const PlaceKey &k) {
        return std::tie(k.safety, k.dueFloor, k.tier, k.value, k.waitingSince);
    };
    if (const auto order = numbers(*this) <=> numbers(other); order != 0)
        return order;
    return QString::compare(id, other.id) <=> 0;
}

} // namespace baton
