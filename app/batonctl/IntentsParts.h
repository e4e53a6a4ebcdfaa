#pragma once

#include "app/batonctl/Command.h"
#include "core/domain/Conversation.h"

namespace baton::ctl {

Exit trainIntents(Session &session);
Exit listCorrections(Session &session);
Exit explainIntents(Session &session);

/// As JSON names an intent.
inline std::string intentName(const QString &name)
{
    return name.isEmpty() ? "none_of_these" : utf8(name);
}

/// As JSON names a route.
inline const char *routeName(Route route)
{
    switch (route) {
    case Route::Contain:
        return "contain";
    case Route::Assist:
        return "assist";
    case Route::Escalate:
        return "escalate";
    }
    return "";
}

} // namespace baton::ctl
