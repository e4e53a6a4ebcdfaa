#pragma once

#include "core/base/Result.h"
#include "core/signals/IntentTrial.h"
#include "core/signals/SentimentTrial.h"

namespace baton::ctl {

/// A file of {"text", "intent"} a line, .gz too; other keys are left alone. InvalidInput names the
/// line.
Result<QList<signs::LabelledText>> readLabelled(const QString &file);
/// Likewise of {"text", "label"} and perhaps "locale"; a label is negative, neutral or positive.
Result<QList<signs::FeltText>> readFelt(const QString &file);

} // namespace baton::ctl
