#pragma once

#include "core/domain/Act.h"

#include <QtCore/QByteArray>

namespace baton::sync::folder {

/// One baton-act/1 line (resources/schema/act-1.schema.json) with its line end.
QByteArray actLine(const Act &act);

} // namespace baton::sync::folder
