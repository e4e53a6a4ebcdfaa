#pragma once

#include "app/console/Options.h"
#include "core/desk/Settings.h"
#include "ui/theme/Look.h"

#include <optional>

namespace baton {

/// What a person chose where nothing had been set up.
struct WelcomeChoice
{
    Services::Options services;
    ThemeChoice theme = ThemeChoice::System;
};

/// Whether nothing was set up in the profile and the command line names nothing to work on.
bool isFirstStart(const ConsoleOptions &options);
/// Shows the doors in and waits for a choice; nothing: the person left. GUI thread, before the
/// services are there.
/// look is that of the application; the theme that is tried stays in it.
std::optional<WelcomeChoice> welcome(const ConsoleOptions &options, ui::Look &look);

} // namespace baton
