#pragma once

#include "core/domain/Conversation.h"
#include "core/live/Declarations.h"

namespace baton::live {

/// What is known for the placeholders.
using Known = QMap<Argument, QString>;

/// What the conversation says: the order that the customer named last, else the only one or the
/// newest of the packet; the packet's customer; the address, number and card that they gave.
/// Pure; a few milliseconds where the conversation is long.
Known knownOf(const Conversation &conversation);

/// One request, exactly as it is sent, but for the secret and what HTTP adds.
struct Call
{
    System system;
    QByteArray method;
    QUrl url;
    QByteArray body; ///< JSON; empty: none
    QByteArray keyHeader;
    QByteArray key; ///< of an action
    std::chrono::milliseconds wait{5000};
    bool operator==(const Call &) const = default;
};

/// The path with every argument percent-encoded, below the system's address. Errors: NotFound where
/// an argument is not known; InvalidArgument where one cannot be a part of an address ("..").
/// The subject is the argument.
Result<Call> callFor(const Endpoint &endpoint, const System &system, const Known &known);

/// The order, address … that such a call is about, for people; empty where it is about none.
QString aboutOf(const Endpoint &endpoint, const Known &known);

} // namespace baton::live
