#pragma once

#include "app/batonctl/Command.h"
#include "core/domain/Conversation.h"

#include <functional>

namespace baton::ctl {

/// Gives each conversation that the operands name: ids of the profile's store first, as this desk
/// shows them, then files and standard input (-). What is neither, or rejected, is told. doing says
/// what was cancelled: "The check".
Exit eachConversation(Session &session, const QString &doing,
                      const std::function<void(const Conversation &)> &each);

} // namespace baton::ctl
