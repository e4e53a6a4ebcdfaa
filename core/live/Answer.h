#pragma once

#include "core/domain/Live.h"
#include "core/live/Call.h"

namespace baton::live {

constexpr qsizetype largestAnswer = qsizetype(256) * 1024; ///< bytes

/// What came back, unread.
struct Reply
{
    int status = 0; ///< of HTTP
    QByteArray body;
    std::chrono::milliseconds retryAfter{0}; ///< what the server asked for; 0: nothing
    bool operator==(const Reply &) const = default;
};

struct Answer
{
    QList<LiveLine> lines; ///< those declared that are there, in their order
    QString evidence;      ///< compact JSON, label → value: what a draft may rest on
    bool operator==(const Answer &) const = default;
};

/// Believes nothing: the body is UTF-8 JSON of a bounded size and depth, every value has the
/// declared shape, and what the answer is about is what was asked for. Pure; any thread. Errors,
/// the detail in English for logs, never with a value of the answer in it:
/// - Refused: 401, 403, a redirect, another 4xx
/// - NotFound: 404, 410
/// - Offline: 408, 425, 429, 5xx; worth another try
/// - TooLarge: more than largestAnswer
/// - InvalidInput: no JSON, too deep, another shape than declared; a status that there is not
/// - Conflict: about another customer, order …
Result<Answer> answerOf(const Endpoint &endpoint, const Known &asked, const Reply &reply);

} // namespace baton::live
