#include "core/drafting/LockedFigures.h"

#include <algorithm>

namespace baton::drafting {

QStringList lockedFigures(const QString &text, const facts::Written &written)
{
    QStringList locked;
    for (const facts::Figure &figure : facts::figuresIn(text, written))
        locked += text.mid(figure.begin, figure.end - figure.begin);
    locked.removeDuplicates();
    return locked;
}

QStringList missingFigures(const QString &of, const QString &in, const facts::Written &written)
{
    const std::vector<facts::Figure> there = facts::figuresIn(in, written);
    QStringList missing;
    for (const facts::Figure &figure : facts::figuresIn(of, written)) {
        const bool kept
            = std::any_of(there.begin(), there.end(), [&figure](const facts::Figure &one) {
                  return one.kind == figure.kind && facts::matches(figure, one);
              });
        if (!kept)
            missing += of.mid(figure.begin, figure.end - figure.begin);
    }
    missing.removeDuplicates();
    return missing;
}

} // namespace baton::drafting
