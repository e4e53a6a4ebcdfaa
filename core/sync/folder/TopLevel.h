#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace baton::sync::folder {

/// The string that a JSON object's member of this name holds; reads no further than to there, so a
/// long line costs little. Absent where the line is no object, is broken before it, or has no such
/// string.
std::optional<QString> topLevelString(const QByteArray &line, const char *name);

} // namespace baton::sync::folder
