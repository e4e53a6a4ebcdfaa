#pragma once

#include "core/desk/PlaybookBoard.h"
#include "core/drafting/Playbook.h"

/// What the board reads. Pure; any thread.
namespace baton {

/// The playbook of that intent, or what is wrong with the text.
std::optional<PlaybookFault> readPlaybookText(const QByteArray &json, const QString &intent,
                                              drafting::Playbook &book);
/// A conversation as it was before a person answered.
Conversation unanswered(Conversation conversation);

} // namespace baton
