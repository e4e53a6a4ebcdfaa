#pragma once

#include "core/domain/Draft.h"

#include <QtCore/QStringList>

#include <nlohmann/json.hpp>

namespace baton::ctl {

/// A draft as batonctl prints it: one JSON object, or lines for people.
nlohmann::ordered_json toJson(const ConversationId &conversation, const Draft &draft);
QStringList toLines(const ConversationId &conversation, const Draft &draft);

} // namespace baton::ctl
