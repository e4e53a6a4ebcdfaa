#include "core/quality/DraftUses.h"

#include "core/quality/EditDistance.h"
#include "core/quality/WordDiff.h"

namespace baton::quality {

namespace {

constexpr double ownFrom = 0.75; // of the words changed: nobody who uses a draft leaves so little

QList<Survival> survivalOf(const QString &suggested, const QString &sent)
{
    QList<Survival> all;
    for (const DiffRow &row : diff(suggested, sent)) {
        if (row.draft >= 0)
            all.append(row.sent < 0         ? Survival::Removed
                           : row.change > 0 ? Survival::Edited
                                            : Survival::Kept);
    }
    return all;
}

} // namespace

DraftUse useOf(const QString &suggested, const QString &sent, Began began)
{
    DraftUse use;
    use.suggested = suggested;
    use.sent = sent;
    use.distance = editDistance(suggested, sent);
    use.survival = survivalOf(suggested, sent);
    const double changed = text::changedShare(suggested, sent);
    if (changed == 0)
        use.fate = DraftFate::AsIs;
    else if (changed < rewrittenFrom)
        use.fate = DraftFate::Light;
    else if (began == Began::Unknown && changed >= ownFrom)
        use.fate = DraftFate::Unused;
    else
        use.fate = DraftFate::Rewritten;
    return use;
}

DraftUse discarded(const QString &suggested, const QString &why)
{
    DraftUse use;
    use.suggested = suggested;
    use.fate = DraftFate::Discarded;
    use.distance = 1;
    use.survival = survivalOf(suggested, {});
    use.why = why;
    return use;
}

} // namespace baton::quality
