#pragma once

#include "core/desk/DeskTypes.h"

/// What can be done with a conversation now, and why not. Pure.
namespace baton::ui {

enum class Choice {
    Hidden,  ///< this upstream cannot take it, or it makes no sense here
    Refused, ///< shown, but not now: the words say why and what would change it
    Possible
};

struct ActChoice
{
    Choice choice = Choice::Hidden;
    QString why; ///< Refused only
    bool operator==(const ActChoice &) const = default;
    bool shown() const { return choice != Choice::Hidden; }
    bool possible() const { return choice == Choice::Possible; }
};

struct ConversationActs
{
    ActChoice claim;
    ActChoice release;
    ActChoice snooze;
    ActChoice transfer;
    ActChoice close;
    ActChoice reply;
    ActChoice note;
    ActChoice attach; ///< files to a reply
    bool operator==(const ConversationActs &) const = default;
};

ConversationActs conversationActs(const ConversationSnapshot &snapshot);

} // namespace baton::ui
