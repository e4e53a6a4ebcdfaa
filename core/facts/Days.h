#pragma once

#include "core/domain/Conversation.h"
#include "core/facts/Figures.h"

namespace baton::facts {

/// Where and when a text was written: the day in the zone (IANA; UTC where it is none), and by the
/// locale whether the month goes first.
Written writtenAt(Instant at, const QByteArray &zone, const QString &locale);
/// The customer's zone, else UTC.
QByteArray zoneOf(const Conversation &conversation);

/// The day that a date or a span in plain text means; none where it means no day. "Next", "this"
/// and "coming Friday" are the first Friday after the day of writing, "last Friday" the last before
/// it, "Friday next week" that of the week after; "Friday" alone is to come, unless its sentence
/// tells what has happened. "Two weeks ago" is a day, "in two weeks" is none. Neither are "Black
/// Friday" and the ends of "Monday to Friday", nor "1/2" and "10.3.1".
QDate dayMeant(const Figure &figure, const QByteArray &plain, const Written &written);

} // namespace baton::facts
