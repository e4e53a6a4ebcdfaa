#pragma once

#include "core/desk/LoadBoard.h"

/// What the live load says, in words. Functions of the snapshot and the time.
namespace baton::ui::words {

QString dutyOf(const LoadPerson &person, Instant now); ///< "On since 13:02", "Away since 08:30"
QString waitsSince(const std::optional<Instant> &since, Instant now); ///< "12 m"; "—" for none
/// "2" or "1 to 4", as the weeks say.
QString lateIn(const policy::LateRange &range);
/// One sentence on the next hours; says so where too little is known.
QString nextHoursTitle(const LoadSnapshot &load);
/// With one and with two more people.
QString withMore(const LoadSnapshot &load);
QString pullIn(const LoadSnapshot &load); ///< who could come; empty where upstream does not tell
QString assumptions(const LoadSnapshot &load); ///< with every n

} // namespace baton::ui::words
