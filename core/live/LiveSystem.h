#pragma once

#include "core/live/Answer.h"

#include <QtCore/QFuture>

namespace baton::live {

/// The servers of a team. ask() returns at once and is called on one thread, which has an event
/// loop; the future becomes ready there, within the call's time. Cancelling the future gives the
/// request up; what was sent may have arrived. A call with a key may be repeated and must then take
/// effect once. Nothing is believed of an answer but its size: answerOf() reads it.
/// Errors: Offline: nobody answers, or not in time, or the line was cut; Refused: it sends on to
/// another address, or its certificate is none; TooLarge; NotFound: the secret is not there.
class LiveSystem
{
public:
    virtual ~LiveSystem() = default;
    virtual QFuture<Result<Reply>> ask(const Call &call) = 0;
};

} // namespace baton::live
