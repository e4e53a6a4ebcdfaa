#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QByteArray>

/// The versions of a policy and what lies between two of them (DESIGN §5). Plain values.
namespace baton {

struct PolicyVersion
{
    int version = 0;
    Person author; ///< "stop-loss" where no person made it
    Instant at;
    QString note;
    QByteArray sha256; ///< of the file; hex
    QByteArray file;   ///< baton-policy/1
    bool operator==(const PolicyVersion &) const = default;
};

/// A setting that is another one. Of a list, what went (only before) or came (only after).
struct PolicyChange
{
    QString place;  ///< JSON pointer
    QString before; ///< a text as it is, anything else as compact JSON; empty: absent
    QString after;  ///< likewise
    bool operator==(const PolicyChange &) const = default;
};

enum class PolicyConflict {
    UnknownIntent, ///< the catalogue has no such intent
    OpensTierC,    ///< opened to the bot, but people only: opening it does nothing
    OpensTierA,    ///< open anyhow
    OpenAndBack,   ///< opened, and rolled back: the roll-back wins
    CanaryAndBack, ///< let go for a share, and rolled back: likewise
    SameTarget,    ///< two deadlines for the same conversations: the first counts
    NothingLeft    ///< every intent is kept from the bot
};
struct PolicyProblem
{
    PolicyConflict kind = PolicyConflict::UnknownIntent;
    QString place;   ///< JSON pointer
    QString subject; ///< an intent's name, or empty
    bool operator==(const PolicyProblem &) const = default;
};

} // namespace baton
