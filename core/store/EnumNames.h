#pragma once

#include "core/domain/Act.h"
#include "core/domain/Feedback.h"
#include "core/domain/Passage.h"
#include "core/domain/Review.h"

#include <algorithm>
#include <array>
#include <utility>

/// The names under which desk.sqlite keeps enums: they stay readable and outlive a change of the
/// numbers. A name that no enumerator has reads as the first one; the schema's CHECKs keep such
/// names out.
namespace baton::store {

template <class Enum, size_t count>
using Names = std::array<std::pair<Enum, QLatin1StringView>, count>;

inline constexpr Names<ActKind, 8> actKindNames{{
    {ActKind::Claim, QLatin1StringView("claim")},
    {ActKind::Release, QLatin1StringView("release")},
    {ActKind::Reply, QLatin1StringView("reply")},
    {ActKind::Note, QLatin1StringView("note")},
    {ActKind::Snooze, QLatin1StringView("snooze")},
    {ActKind::Transfer, QLatin1StringView("transfer")},
    {ActKind::Close, QLatin1StringView("close")},
    {ActKind::Tag, QLatin1StringView("tag")},
}};

inline constexpr Names<ActStatus, 6> actStatusNames{{
    {ActStatus::Waiting, QLatin1StringView("waiting")},
    {ActStatus::Held, QLatin1StringView("held")},
    {ActStatus::Acknowledged, QLatin1StringView("acknowledged")},
    {ActStatus::Undone, QLatin1StringView("undone")},
    {ActStatus::Discarded, QLatin1StringView("discarded")},
    {ActStatus::Refused, QLatin1StringView("refused")},
}};

inline constexpr Names<HoldReason, 4> holdReasonNames{{
    {HoldReason::None, QLatin1StringView("none")},
    {HoldReason::NewPublicMessage, QLatin1StringView("new-public-message")},
    {HoldReason::OwnerChanged, QLatin1StringView("owner-changed")},
    {HoldReason::Closed, QLatin1StringView("closed")},
}};

inline constexpr Names<State, 5> stateNames{{
    {State::Bot, QLatin1StringView("bot")},
    {State::Waiting, QLatin1StringView("waiting")},
    {State::Claimed, QLatin1StringView("claimed")},
    {State::Snoozed, QLatin1StringView("snoozed")},
    {State::Closed, QLatin1StringView("closed")},
}};

inline constexpr Names<DraftKind, 2> draftKindNames{{
    {DraftKind::Reply, QLatin1StringView("reply")},
    {DraftKind::Note, QLatin1StringView("note")},
}};

inline constexpr Names<CitationKind, 2> citationKindNames{{
    {CitationKind::Cited, QLatin1StringView("cited")},
    {CitationKind::Disputed, QLatin1StringView("disputed")},
}};

inline constexpr Names<FeedbackKind, 5> feedbackKindNames{{
    {FeedbackKind::Card, QLatin1StringView("card")},
    {FeedbackKind::Intent, QLatin1StringView("intent")},
    {FeedbackKind::Tier, QLatin1StringView("tier")},
    {FeedbackKind::Draft, QLatin1StringView("draft")},
    {FeedbackKind::Sentence, QLatin1StringView("sentence")},
}};

inline constexpr Names<DraftFate, 5> draftFateNames{{
    {DraftFate::AsIs, QLatin1StringView("as_is")},
    {DraftFate::Light, QLatin1StringView("light")},
    {DraftFate::Rewritten, QLatin1StringView("rewritten")},
    {DraftFate::Discarded, draftDiscarded},
    {DraftFate::Unused, QLatin1StringView("unused")},
}};

inline constexpr Names<MonitorKind, 12> monitorNames{{
    {MonitorKind::Random, QLatin1StringView("random")},
    {MonitorKind::Rule, QLatin1StringView("rule")},
    {MonitorKind::Override, QLatin1StringView("override")},
    {MonitorKind::LowCsat, QLatin1StringView("low_csat")},
    {MonitorKind::CameBack, QLatin1StringView("came_back")},
    {MonitorKind::Discarded, QLatin1StringView("discarded")},
    {MonitorKind::Rewritten, QLatin1StringView("rewritten")},
    {MonitorKind::Hasty, QLatin1StringView("hasty")},
    {MonitorKind::NewAgent, QLatin1StringView("new_agent")},
    {MonitorKind::LowConfidence, QLatin1StringView("low_confidence")},
    {MonitorKind::Intent, QLatin1StringView("intent")},
    {MonitorKind::Tier, QLatin1StringView("tier")},
}};

inline constexpr Names<Verdict, 3> verdictNames{{
    {Verdict::Pass, QLatin1StringView("pass")},
    {Verdict::Coach, QLatin1StringView("coach")},
    {Verdict::Fail, QLatin1StringView("fail")},
}};

inline constexpr Names<ScoredBy, 2> scoredByNames{{
    {ScoredBy::Person, QLatin1StringView("person")},
    {ScoredBy::Rule, QLatin1StringView("rule")},
}};

inline constexpr Names<OutcomeKind, 5> outcomeNames{{
    {OutcomeKind::ConfirmedResolution, QLatin1StringView("confirmed_resolution")},
    {OutcomeKind::AssumedResolution, QLatin1StringView("assumed_resolution")},
    {OutcomeKind::Escalated, QLatin1StringView("escalated")},
    {OutcomeKind::NegativeFeedback, QLatin1StringView("negative_feedback")},
    {OutcomeKind::Abandoned, QLatin1StringView("abandoned")},
}};

inline constexpr Names<Audience, 2> audienceNames{{
    {Audience::Internal, QLatin1StringView("internal")},
    {Audience::Customer, QLatin1StringView("customer")},
}};

template <class Enum, size_t count>
QString nameOf(const Names<Enum, count> &names, Enum value)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const auto &n) { return n.first == value; });
    return found == names.end() ? QString() : QString(found->second);
}

template <class Enum, size_t count>
Enum fromName(const Names<Enum, count> &names, const QString &name)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const auto &n) { return n.second == name; });
    return found == names.end() ? names.front().first : found->first;
}

} // namespace baton::store
