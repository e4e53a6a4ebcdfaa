#pragma once

#include "core/domain/Conversation.h"

#include <array>
#include <string_view>

/// The words of baton-handoff/1 and the enums they stand for; read and written from the same
/// tables.
namespace baton::packet {

template <class Enum>
struct Word
{
    std::string_view text;
    Enum value;
};

inline constexpr std::array<Word<Channel>, 6> channelWords = {{
    {"chat", Channel::Chat},
    {"email", Channel::Email},
    {"voice", Channel::Voice},
    {"social", Channel::Social},
    {"web", Channel::Web},
    {"form", Channel::Form},
}};
inline constexpr std::array<Word<State>, 5> stateWords = {{
    {"bot", State::Bot},
    {"waiting", State::Waiting},
    {"claimed", State::Claimed},
    {"snoozed", State::Snoozed},
    {"closed", State::Closed},
}};
inline constexpr std::array<Word<Sender>, 4> senderWords = {{
    {"customer", Sender::Customer},
    {"bot", Sender::Bot},
    {"agent", Sender::Agent},
    {"system", Sender::System},
}};
inline constexpr std::array<Word<Visibility>, 2> visibilityWords = {{
    {"public", Visibility::Public},
    {"internal", Visibility::Internal},
}};
inline constexpr std::array<Word<Route>, 3> routeWords = {{
    {"contain", Route::Contain},
    {"assist", Route::Assist},
    {"escalate", Route::Escalate},
}};
inline constexpr std::array<Word<ValueTier>, 3> valueWords = {{
    {"standard", ValueTier::Standard},
    {"plus", ValueTier::Plus},
    {"vip", ValueTier::Vip},
}};
inline constexpr std::array<Word<OutcomeKind>, 5> outcomeWords = {{
    {"confirmed_resolution", OutcomeKind::ConfirmedResolution},
    {"assumed_resolution", OutcomeKind::AssumedResolution},
    {"escalated", OutcomeKind::Escalated},
    {"negative_feedback", OutcomeKind::NegativeFeedback},
    {"abandoned", OutcomeKind::Abandoned},
}};
inline constexpr std::array<Word<ToolStatus>, 3> toolStatusWords = {{
    {"ok", ToolStatus::Ok},
    {"failed", ToolStatus::Failed},
    {"timeout", ToolStatus::Timeout},
}};
inline constexpr std::array<Word<StepOutcome>, 3> stepOutcomeWords = {{
    {"worked", StepOutcome::Worked},
    {"failed", StepOutcome::Failed},
    {"unknown", StepOutcome::Unknown},
}};

template <class Enum, size_t n>
constexpr std::optional<Enum> valueOf(const std::array<Word<Enum>, n> &words, std::string_view text)
{
    for (const Word<Enum> &word : words) {
        if (word.text == text)
            return word.value;
    }
    return {};
}

/// Empty for a value that the packet has no word for.
template <class Enum, size_t n>
constexpr std::string_view wordOf(const std::array<Word<Enum>, n> &words, Enum value)
{
    for (const Word<Enum> &word : words) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

} // namespace baton::packet
