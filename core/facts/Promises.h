#pragma once

#include "core/domain/Fact.h"

namespace baton::facts {

/// Sentences of a bot's or an agent's message that say what will be done, and by when.
QList<Fact> promisesIn(const Message &message, const QByteArray &plain, const QByteArray &zone,
                       const QString &locale);

/// When a sentence such as "within 3–5 working days", "innerhalb von 24 Stunden" or "by Friday at 6
/// pm" falls due, said at that time: the longer end of a span; working days skip Saturday and
/// Sunday; a day without a time is over at its last minute in the zone. Empty where it names none,
/// or one that has passed.
std::optional<Instant> dueOf(QStringView sentence, Instant said, const QByteArray &zone = "UTC",
                             const QString &locale = {});

} // namespace baton::facts
