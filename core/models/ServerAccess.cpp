#include "core/models/ServerAccess.h"

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkRequest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::models {

namespace {

using Json = nlohmann::json;

constexpr qsizetype longestCode = 60;

QString wrongWith(const QUrl &url)
{
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return u"expected http://HOST or https://HOST"_s;
    if (url.host().isEmpty())
        return u"names no host"_s;
    if (!url.userInfo().isEmpty())
        return u"holds a name or a password: give a key by an environment variable instead"_s;
    if (url.hasQuery() || url.hasFragment())
        return u"ends in a query; name the server alone"_s;
    return {};
}

/// The error of a body: an object with code, type and message, or a text.
Json errorIn(const QByteArray &body)
{
    Json json = Json::parse(body.begin(), body.end(), nullptr, false);
    if (!json.is_object())
        return {};
    if (const auto error = json.find("error"); error != json.end() && error->is_object())
        return *error;
    return json;
}

bool saysTooLong(const QString &code, const QByteArray &body)
{
    if (code == "exceed_context_size_error"_L1 || code == "context_length_exceeded"_L1)
        return true;
    const QByteArray low = body.left(4096).toLower();
    return low.contains("context") && (low.contains("exceed") || low.contains("maximum"));
}

} // namespace

Result<QUrl> endpoint(const QString &address, const QString &path)
{
    QUrl url(address, QUrl::StrictMode);
    if (const QString wrong = wrongWith(url); !wrong.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toDisplayString(),
                     wrong};
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    for (const QLatin1StringView known : {"/chat/completions"_L1, "/embeddings"_L1, "/models"_L1}) {
        if (base.endsWith(known))
            base.chop(known.size());
    }
    url.setPath(base + (base.endsWith("/v1"_L1) ? u"/"_s : u"/v1/"_s) + path);
    return url;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

bool sendsInTheClear(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.scheme() == "http"_L1 && !isLoopback(url);
}

QNetworkRequest requestTo(const QUrl &url, const QByteArray &key)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Baton/" BATON_VERSION);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    if (!key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + key);
    return request;
}

void prepare(QNetworkAccessManager &network, const QUrl &url)
{
    if (isLoopback(url))
        network.setProxy(QNetworkProxy::NoProxy);
}

QString errorCodeIn(const QByteArray &body)
{
    const Json error = errorIn(body);
    for (const char *name : {"code", "type"}) {
        if (!error.is_object() || !error.contains(name) || !error.at(name).is_string())
            continue;
        const QString code = QString::fromStdString(error.at(name).get<std::string>());
        const bool plain = std::all_of(code.begin(), code.end(), [](QChar c) {
            return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
        });
        if (plain && !code.isEmpty() && code.size() <= longestCode)
            return code;
    }
    return {};
}

Answered refusalOf(int status, const QByteArray &body)
{
    const QString code = errorCodeIn(body);
    const QString what
        = code.isEmpty() ? u"HTTP %1"_s.arg(status) : u"HTTP %1, %2"_s.arg(status).arg(code);
    const auto kind = [&] {
        if (status == 429)
            return code == "insufficient_quota"_L1 ? Refusal::NoQuota : Refusal::Busy;
        if (status == 502 || status == 503 || status == 504)
            return Refusal::Busy;
        if (status == 401 || status == 403)
            return Refusal::Key;
        if (status == 404)
            return Refusal::NotThere;
        if (status >= 300 && status < 400)
            return Refusal::Redirect;
        if (status == 413 || ((status == 400 || status == 500) && saysTooLong(code, body)))
            return Refusal::TooLong;
        return Refusal::Other;
    };
    return {kind(), what};
}

std::chrono::milliseconds retryAfter(const QByteArray &header)
{
    return std::chrono::seconds(std::clamp(header.toInt(), 0, int(longestPause.count())));
}

} // namespace baton::models
