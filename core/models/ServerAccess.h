#pragma once

#include "core/base/Result.h"

#include <QtCore/QUrl>

#include <chrono>

class QNetworkAccessManager;
class QNetworkRequest;

/// Servers that speak as OpenAI's does: llama.cpp, Ollama, vLLM, LM Studio, hosted ones. Nothing
/// that they answer is trusted.
namespace baton::models {

/// The URL of a path below /v1, from an address with /v1, with a path of its own below that, or
/// with neither. path is "embeddings", "models" or "chat/completions". Errors: InvalidArgument,
/// whose detail says what is wrong with the address, and whose subject shows neither a password nor
/// a query.
Result<QUrl> endpoint(const QString &address, const QString &path);

bool isLoopback(const QUrl &url);
/// Whether what is sent there can be read on the way: http to a host that is not this computer.
bool sendsInTheClear(const QString &address);

/// For JSON, without a redirect, which would take the key along; the key, where there is one, into
/// the header alone.
QNetworkRequest requestTo(const QUrl &url, const QByteArray &key);
/// No proxy for this computer.
void prepare(QNetworkAccessManager &network, const QUrl &url);

/// What is wrong, by an answer that is no 200.
enum class Refusal {
    Busy,     ///< 503, 502, 504, 429: later it may answer
    NoQuota,  ///< 429 that will not pass
    Key,      ///< 401, 403
    NotThere, ///< 404: the path or the model
    TooLong,  ///< more text than it takes
    Redirect,
    Other
};
struct Answered
{
    Refusal refusal = Refusal::Other;
    /// "HTTP 429, insufficient_quota": never a sentence of the server's, which may hold what was
    /// sent.
    QString what;
};
/// The body may have an error as object or text, "detail" instead, or be HTML.
Answered refusalOf(int status, const QByteArray &body);
/// A code as servers give it, where it is one; else empty.
QString errorCodeIn(const QByteArray &body);

constexpr std::chrono::seconds longestPause{30}; ///< that a server may ask for
/// What Retry-After asks for, in seconds, cut to longestPause.
std::chrono::milliseconds retryAfter(const QByteArray &header);

} // namespace baton::models
