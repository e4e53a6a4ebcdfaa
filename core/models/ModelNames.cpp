#include "core/models/ModelNames.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::models {

namespace {

constexpr qsizetype largestList = 1 << 20;
constexpr qsizetype mostNames = 200;
constexpr qsizetype longestName = 200;

} // namespace

ModelNames::ModelNames(ChatServer server, std::chrono::milliseconds patience)
    : m_server(std::move(server))
    , m_patience(patience)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, [this] { end(ModelTrouble::Silence); });
}

ModelNames::~ModelNames()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void ModelNames::start()
{
    const Result<QUrl> url = endpoint(m_server.address, u"models"_s);
    if (!url)
        return end(ModelTrouble::Address, url.error().detail);
    prepare(*m_network, *url);
    m_reply = m_network->get(requestTo(*url, m_server.key));
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        m_body += m_reply->readAll();
        if (m_body.size() > largestList)
            end(ModelTrouble::TooLarge);
    });
    connect(m_reply, &QNetworkReply::finished, this, &ModelNames::finished);
    m_late.start(m_patience);
}

void ModelNames::finished()
{
    m_body += m_reply->readAll();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return end(ModelTrouble::Connection, u"no connection (%1)"_s.arg(int(m_reply->error())));
    if (status != 200) {
        const Answered answer = refusalOf(status, m_body);
        return end(troubleOf(answer.refusal), answer.what);
    }
    const auto json = nlohmann::json::parse(m_body.begin(), m_body.end(), nullptr, false);
    const auto data = json.is_object() ? json.find("data") : json.end();
    if (!json.is_object() || data == json.end() || !data->is_array())
        return end(ModelTrouble::NoAnswer);
    for (const auto &model : *data) {
        if (m_names.size() == mostNames || !model.is_object() || !model.contains("id")
            || !model.at("id").is_string())
            continue;
        m_names += QString::fromStdString(model.at("id").get<std::string>()).left(longestName);
    }
    end(ModelTrouble::None);
}

void ModelNames::end(ModelTrouble trouble, const QString &detail)
{
    if (std::exchange(m_over, true))
        return;
    m_trouble = trouble;
    m_detail = detail;
    m_late.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    QMetaObject::invokeMethod(this, &ModelNames::answered, Qt::QueuedConnection);
}

} // namespace baton::models
