#include "core/desk/StopLimits.h"

namespace baton {

quality::GuardLimits guardLimitsOf(const policy::StopLossLimits &limits)
{
    quality::GuardLimits guard;
    quality::FallLimit &fall = guard.fall;
    fall.fall = limits.csatFall;
    fall.level = limits.csatLevel;
    fall.alpha = limits.alpha;
    fall.windows = limits.windows;
    fall.reference = limits.reference;
    fall.leastRatings = limits.leastN;
    fall.dwell = limits.dwell;
    fall.leastResponse = limits.leastResponse;
    guard.rise = fall;
    guard.rise.fall = limits.recontactRise;
    guard.rise.level.reset();
    if (limits.recontactLevel)
        guard.rise.level = 1 - *limits.recontactLevel; // of those that did not come back
    guard.rise.kind = quality::FallKind::Relative;
    guard.rise.leastResponse = 0; // whoever ended counts
    guard.hardEvents = limits.hardEvents;
    guard.coolDownWeeks = limits.coolDownWeeks;
    guard.levelWeeks = limits.levelWeeks;
    guard.leastAcceptance = limits.leastAcceptance;
    guard.leastCaught = limits.leastCaught;
    guard.canaryShare = limits.canaryShare;
    guard.canaryWeeks = limits.canaryWeeks;
    return guard;
}

quality::Levels levelsOf(const policy::StopLossLimits &limits)
{
    quality::Levels levels = quality::bundledLevels();
    for (int i = 0; i < quality::metrics; ++i) {
        const auto mark = limits.marks.constFind(quality::nameOf(static_cast<quality::Metric>(i)));
        if (mark != limits.marks.cend())
            levels[size_t(i)] = *mark;
    }
    return levels;
}

} // namespace baton
