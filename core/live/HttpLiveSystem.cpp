#include "core/live/HttpLiveSystem.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

using namespace Qt::StringLiterals;

namespace baton::live {

namespace {

constexpr std::chrono::seconds longestPause{60};

Error httpError(const Call &call, ErrorCode code, const QString &what)
{
    return {code, call.url.host(), what};
}

QNetworkRequest requestOf(const Call &call, const QByteArray &secret)
{
    QNetworkRequest request(call.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    for (const auto reuse :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(reuse, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept", "application/json");
    // Said by us, Qt unpacks nothing: what is counted is what came.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Baton/" BATON_VERSION);
    if (!call.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArrayLiteral("application/json"));
    if (!call.key.isEmpty())
        request.setRawHeader(call.keyHeader, call.key);
    if (!secret.isEmpty())
        request.setRawHeader(call.system.secretHeader, call.system.secretPrefix + secret);
    return request;
}

/// One request on its way; deletes itself with its reply once it has told how it ended.
class Asking : public QObject
{
public:
    Asking(Call call, QNetworkReply *reply)
        : QObject(reply)
        , m_call(std::move(call))
        , m_reply(reply)
    {
        m_promise.start();
        connect(reply, &QNetworkReply::metaDataChanged, this, &Asking::measure);
        connect(reply, &QNetworkReply::readyRead, this, &Asking::read);
        connect(reply, &QNetworkReply::finished, this, &Asking::finish);
        connect(&m_given, &QFutureWatcherBase::canceled, this, [this] {
            end(Error{ErrorCode::Cancelled, {}, {}});
        });
        m_given.setFuture(m_promise.future());
        m_late.setSingleShot(true);
        connect(&m_late, &QTimer::timeout, this,
                [this] { end(httpError(m_call, ErrorCode::Offline, u"no answer in time"_s)); });
        m_late.start(m_call.wait);
    }
    ~Asking() override { tell(Error{ErrorCode::Cancelled, {}, {}}); }

    QFuture<Result<Reply>> future() { return m_promise.future(); }

private:
    void measure()
    {
        const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (length > largestAnswer)
            tooLarge();
    }
    void tooLarge()
    {
        end(httpError(m_call, ErrorCode::TooLarge,
                      u"answers with more than %1 bytes"_s.arg(largestAnswer)));
    }
    void read()
    {
        m_body += m_reply->read(largestAnswer + 1 - m_body.size());
        if (m_body.size() > largestAnswer)
            tooLarge();
    }
    void finish()
    {
        read();
        if (m_told)
            return;
        Reply reply;
        reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool fine = reply.status >= 200 && reply.status < 300;
        const auto network = m_reply->error();
        if (network == QNetworkReply::SslHandshakeFailedError)
            end(httpError(m_call, ErrorCode::Refused, u"its certificate is not trusted"_s));
        else if (reply.status == 0 || (fine && network != QNetworkReply::NoError))
            end(httpError(m_call, ErrorCode::Offline, u"no connection (%1)"_s.arg(int(network))));
        else if (reply.status >= 300 && reply.status < 400)
            end(httpError(m_call, ErrorCode::Refused,
                          u"HTTP %1: sends on to another address"_s.arg(reply.status)));
        if (m_told)
            return;
        reply.body = std::move(m_body);
        const int pause = m_reply->rawHeader("Retry-After").toInt();
        reply.retryAfter = std::chrono::seconds(std::clamp<qint64>(pause, 0, longestPause.count()));
        end(std::move(reply));
    }
    void end(Result<Reply> result)
    {
        if (m_told)
            return;
        m_late.stop();
        tell(std::move(result));
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    void tell(Result<Reply> result)
    {
        if (std::exchange(m_told, true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    const Call m_call;
    QNetworkReply *m_reply; ///< its parent
    QPromise<Result<Reply>> m_promise;
    QFutureWatcher<Result<Reply>> m_given;
    QTimer m_late;
    QByteArray m_body;
    bool m_told = false;
};

} // namespace

struct HttpLiveSystem::Private
{
    explicit Private(SecretOf given)
        : secretOf(std::move(given))
    {
        here.setProxy(QNetworkProxy::NoProxy);
    }
    SecretOf secretOf;
    QNetworkAccessManager here; ///< for this computer, by no proxy
    QNetworkAccessManager away;
};

QByteArray HttpLiveSystem::fromEnvironment(const System &system)
{
    if (system.inKeychain)
        return {};
    return qgetenv(system.secretName.toLatin1().constData()).trimmed();
}

HttpLiveSystem::HttpLiveSystem(SecretOf secretOf)
    : d(std::make_unique<Private>(std::move(secretOf)))
{ }

HttpLiveSystem::~HttpLiveSystem() = default;

QFuture<Result<Reply>> HttpLiveSystem::ask(const Call &call)
{
    QByteArray secret;
    if (!call.system.secretHeader.isEmpty()) {
        secret = d->secretOf(call.system);
        if (secret.isEmpty())
            return QtFuture::makeReadyFuture(Result<Reply>(
                Error{ErrorCode::NotFound, call.system.secretName, u"holds no secret"_s}));
    }
    QNetworkAccessManager &manager = isLoopback(call.url) ? d->here : d->away;
    const QNetworkRequest request = requestOf(call, secret);
    QNetworkReply *reply = call.method == "GET"
        ? manager.get(request)
        : manager.sendCustomRequest(request, call.method, call.body);
    return (new Asking(call, reply))->future();
}

} // namespace baton::live
