#pragma once

namespace baton {

struct ConsoleOptions;

/// Builds services and window, runs the event loop, and returns the exit code: 0 done, 3 could not
/// start (said in a dialog, or on standard error where there is no display).
int runConsole(const ConsoleOptions &options);

} // namespace baton
