#pragma once

#include "core/base/Result.h"

#include <QtCore/QStringList>

#include <nlohmann/json_fwd.hpp>

#include <functional>

/// What a tokenizer.json does to a text before it looks for pieces. The steps are those of the
/// models that static embeddings are distilled from; any other is refused by name. Errors:
/// InvalidInput, whose detail is the member and what is wrong.
namespace baton::knowledge {

using Rewrite = std::function<QString(const QString &text)>;
/// The member "normalizer".
Result<Rewrite> rewriteOf(const nlohmann::json &normaliser, const QString &pointer);

using Cut = std::function<QStringList(const QStringList &parts)>;
/// The member "pre_tokenizer".
Result<Cut> cutOf(const nlohmann::json &cutter, const QString &pointer);

} // namespace baton::knowledge
