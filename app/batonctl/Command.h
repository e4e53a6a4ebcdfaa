#pragma once

#include "app/batonctl/Options.h"
#include "app/batonctl/Output.h"
#include "core/desk/Profile.h"

#include <span>

namespace baton::ctl {

/// The contract with scripts; in the man page.
enum class Exit { Done = 0, DoneWithRejects = 1, Usage = 2, CouldNot = 3 };

/// What a command works with. The clock and the streams outlive it.
struct Session
{
    const Options &options;
    const Profile &profile;
    const Clock &clock;
    Output &output;
};

struct Command
{
    const char *name;
    const char *operands; ///< as the usage line shows them
    const char *summary;
    const char *details; ///< the rest of its help: options, one a line
    QStringList options; ///< names it takes beyond the common ones
    int least = 0;       ///< operands
    int most = 0;
    Exit (*run)(Session &) = nullptr;
};

std::span<const Command> commands();
const Command *findCommand(const QString &name);
QString helpFor(const Command &command);
QString helpForAll();

Exit validate(Session &session);
Exit importPackets(Session &session);
Exit exportPackets(Session &session);
Exit queue(Session &session);
Exit incidents(Session &session);
Exit secret(Session &session);
Exit stopLoss(Session &session);
Exit review(Session &session);
Exit scorecard(Session &session);
Exit search(Session &session);
Exit syncOnce(Session &session);
Exit audit(Session &session);
Exit doctor(Session &session);
Exit route(Session &session);
Exit policyCommand(Session &session);
Exit intents(Session &session);
Exit sentiment(Session &session);
Exit draft(Session &session);
Exit facts(Session &session);
Exit liveCommand(Session &session);
Exit knowledge(Session &session);
Exit evaluateKnowledge(Session &session);
Exit demo(Session &session);

} // namespace baton::ctl
