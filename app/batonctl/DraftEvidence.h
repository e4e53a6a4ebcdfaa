#pragma once

#include "core/base/Result.h"
#include "core/drafting/Sources.h"

#include <nlohmann/json.hpp>

namespace baton::ctl {

/// Sentences that somebody wrote, and all that they may rest on.
struct GivenDraft
{
    QString id;
    drafting::Grounds grounds;
    QStringList sentences;
};

/// {"id", "evidence": {"passages": [{"id", "text"}], "lookups": [{"name", "json"}], "conversation":
/// [{"from", "text"}]}, "sentences": [{"text"}]}; "title" and "heading" of a passage, "at" of a
/// look-up or a message and "now" beside "evidence" are read where they are. What is missing is
/// nothing, other members are left alone. A message is the customer's unless it says bot or agent.
/// InvalidInput: the detail says what is wrong where.
Result<GivenDraft> readGivenDraft(const nlohmann::ordered_json &line, Instant now);

} // namespace baton::ctl
