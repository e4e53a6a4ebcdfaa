#pragma once

#include "core/base/JsonNode.h"

#include <QtCore/QHash>

namespace baton::drafting {

/// A text in each of several languages (two letters each). Slots have to be ones that exist, and
/// the same in all of them.
QHash<QString, QString> readTexts(const JsonNode &node, std::size_t longest);

} // namespace baton::drafting
