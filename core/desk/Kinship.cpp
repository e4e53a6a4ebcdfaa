#include "core/desk/Kinship.h"

#include "core/signals/NearDuplicates.h"

namespace baton {

store::Kinship kinshipBy(const policy::Policy &policy)
{
    return {[](const Conversation &conversation) { return signs::sketchOf(conversation); },
            [](const QByteArray &a, const QByteArray &b, bool sameIntent) {
                const double likeness = signs::likeness(a, b);
                const double enough
                    = sameIntent ? signs::nearlyTheSameOfIntent : signs::nearlyTheSame;
                return likeness >= enough ? likeness : 0;
            },
            policy.arrivals};
}

} // namespace baton
