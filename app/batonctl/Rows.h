#pragma once

#include "core/domain/Queue.h"

#include <nlohmann/json.hpp>

namespace baton::ctl {

/// One conversation of a list as a JSON object; times as RFC 3339, what is absent null.
nlohmann::ordered_json toJson(const QueueRow &row);

/// "due in 12 min", "3 min late", "paused" …, in at most 13 characters.
QString deadline(const Sla &sla, Instant now);

/// Ids are never cut: they are what the next command is given. The width that holds them all, 64 at
/// most.
int idWidth(const QList<QString> &ids);
QString idColumn(const ConversationId &id, int width);

/// Cut or padded to a width in characters, without control characters.
QString column(const QString &text, int width);

} // namespace baton::ctl
