#pragma once

#include "app/batonctl/Command.h"

#include <nlohmann/json.hpp>

/// What the evaluations print.
namespace baton::ctl {

double percent(double share); ///< to two digits
/// One object with --json, else a line a figure.
void writeScores(Session &session, const nlohmann::ordered_json &scores);

} // namespace baton::ctl
