#pragma once

#include "core/desk/DeskTypes.h"

namespace baton::ui {

/// Why a row stands where it stands: "Third in line: due in 6 m, plus customer". position counts
/// from 1; absent where the list is not in the order of the queue.
QString placeText(const PlaceExplanation &place, std::optional<int> position, Instant now);
/// The clock that gave the due time: "Promised wait", "First unanswered message", "Next promise".
QString slaSourceText(SlaSource source);

} // namespace baton::ui
