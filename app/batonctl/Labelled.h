#pragma once

#include "core/base/Result.h"
#include "core/signals/IntentTrial.h"

namespace baton::ctl {

/// A file of {"text", "intent"} a line, .gz too; other keys are left alone. InvalidInput names the
/// line.
Result<QList<signs::LabelledText>> readLabelled(const QString &file);

} // namespace baton::ctl
