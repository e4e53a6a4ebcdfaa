#pragma once

#include "core/desk/ReviewTypes.h"
#include "core/domain/HandoffCard.h"

/// The plain words for what is reviewed and how (TOKENS §9), and the icons that go with them.
namespace baton::ui::words {

QString of(Verdict verdict);
QString of(DraftFate fate);                ///< "Draft edited"
QString of(const Monitor &why);            ///< "Legal wording", "Random 5 %"
QString reason(const ReviewRow &row);      ///< the same, and whether that monitor is still there
QString sampled(const ReviewRow &row);     ///< "Sampled: legal wording"; likewise
QString outcomeLine(const ReviewRow &row); ///< what was done, in a line
/// What the customer did after, and until when it is watched.
QString after(const ReviewSnapshot &snapshot, Instant now);
QString handoffLine(const ReviewSnapshot &snapshot);
/// "Week 47: 17 of 48 reviewed", and how long the rest may take; empty where unknown.
QString progress(const ReviewList &list);
QString timeLeft(const ReviewList &list);
QString agreement(const Agreement &agreement); ///< empty without double reviews

QString iconOf(const Monitor &why);
QString iconOf(Verdict verdict);

} // namespace baton::ui::words
