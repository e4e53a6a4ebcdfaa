#pragma once

#include "core/quality/AutomationArc.h"

namespace baton {

/// What is shown of a year of automation, with and without a stop-loss; see AutomationArc. A few
/// hundredths of a second; pure; any thread.
inline quality::AutomationArc arcStory(quint64 seed)
{
    return quality::automationArc(seed);
}

} // namespace baton
