#include "core/knowledge/EmbeddingServer.h"

#include "core/models/ServerAccess.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace baton::knowledge {

namespace {

using Json = nlohmann::json;

constexpr qsizetype textsAtOnce = 32;
constexpr qsizetype unitsSent = 8000; // UTF-16 units of a text that are sent
constexpr qsizetype leastUnits = 100; // below, the length is not what is wrong
constexpr qsizetype largestAnswer = 64 << 20;
constexpr int mostDimensions = 16384;
constexpr int attempts = 4;
constexpr auto lookForCancel = 50ms;

bool mayBeTooLong(int status)
{
    return status == 400 || status == 413 || status == 422 || status == 500;
}

} // namespace

Result<EmbeddingServer> EmbeddingServer::at(Parts parts)
{
    auto url = models::endpoint(parts.address, u"embeddings"_s);
    if (!url)
        return url.error();
    return EmbeddingServer(std::move(parts), *std::move(url));
}

Error EmbeddingServer::error(ErrorCode code, const QString &what) const
{
    return {code, m_url.toDisplayString(), what};
}

Result<void> EmbeddingServer::meet()
{
    const auto met = some({u"baton"_s}, Embedder::Patience::Search);
    if (!met)
        return met.error();
    m_name = u"%1 %2 %3"_s
                 .arg(m_url.toDisplayString(), m_parts.model.isEmpty() ? m_served : m_parts.model)
                 .arg(m_dimension);
    return {};
}

Result<std::vector<Embedding>> EmbeddingServer::embed(const QStringList &texts,
                                                      Embedder::Patience patience)
{
    std::vector<Embedding> all(size_t(texts.size()));
    QStringList sent;
    std::vector<size_t> places;
    const auto flush = [&]() -> Result<void> {
        auto made = some(sent, patience);
        if (!made)
            return made.error();
        for (size_t i = 0; i < places.size(); ++i)
            all[places[i]] = std::move((*made)[i]);
        sent.clear();
        places.clear();
        return {};
    };
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString text = texts[i].left(unitsSent).trimmed();
        if (!text.isEmpty()) {
            sent.append(text);
            places.push_back(size_t(i));
        }
        if (sent.isEmpty() || (sent.size() < textsAtOnce && i + 1 < texts.size()))
            continue;
        if (const Result<void> done = flush(); !done)
            return done.error();
    }
    return all;
}

/// None of the texts is empty. What is refused as a whole is asked for one by one, and what is
/// refused then by its first half.
Result<std::vector<Embedding>> EmbeddingServer::some(const QStringList &texts,
                                                     Embedder::Patience patience)
{
    const auto answer = ask(texts, patience);
    if (!answer)
        return answer.error();
    if (answer->status == 200)
        return read(answer->body, texts.size());
    const auto [refusal, what] = models::refusalOf(answer->status, answer->body);
    if (mayBeTooLong(answer->status) && m_dimension > 0) {
        if (texts.size() == 1 && texts.first().size() > leastUnits)
            return some({texts.first().left(texts.first().size() / 2).trimmed()}, patience);
        std::vector<Embedding> all;
        for (qsizetype i = 0; texts.size() > 1 && i < texts.size(); ++i) {
            auto one = some({texts[i]}, patience);
            if (!one)
                return one.error();
            all.push_back(std::move(one->front()));
        }
        if (!all.empty())
            return all;
    }
    if (refusal == models::Refusal::Redirect)
        return error(ErrorCode::Refused,
                     what + u": it sends on to another address; name that one"_s);
    if (refusal == models::Refusal::Key)
        return error(ErrorCode::Refused, what + u": give a key by BATON_EMBEDDINGS_KEY"_s);
    if (refusal == models::Refusal::NotThere)
        return error(ErrorCode::Refused,
                     what + u": it makes no embeddings, or not with this model"_s);
    return error(refusal == models::Refusal::Busy ? ErrorCode::Offline : ErrorCode::Refused, what);
}

Result<EmbeddingServer::Answer> EmbeddingServer::ask(const QStringList &texts,
                                                     Embedder::Patience patience) const
{
    Json request{{"input", Json::array()}};
    for (const QString &text : texts)
        request["input"].push_back(text.toStdString());
    if (!m_parts.model.isEmpty())
        request["model"] = m_parts.model.toStdString();
    const auto body
        = QByteArray::fromStdString(request.dump(-1, ' ', false, Json::error_handler_t::replace));
    auto wait = m_parts.firstPause;
    for (int attempt = 1;; ++attempt) {
        auto answer = post(body, patience);
        const bool last = patience == Embedder::Patience::Search || attempt == attempts;
        const bool again = answer
            ? models::refusalOf(answer->status, answer->body).refusal == models::Refusal::Busy
            : answer.error().code == ErrorCode::Offline;
        if (last || !again)
            return answer;
        if (const Result<void> paused = pause(answer ? std::max(wait, answer->retryAfter) : wait);
            !paused)
            return paused.error();
        wait *= 2;
    }
}

Result<void> EmbeddingServer::pause(std::chrono::milliseconds time) const
{
    QEventLoop loop;
    QTimer cancel;
    QObject::connect(&cancel, &QTimer::timeout, &loop, [&] {
        if (!m_parts.goOn())
            loop.exit(1);
    });
    cancel.start(lookForCancel);
    QTimer::singleShot(std::min<std::chrono::milliseconds>(time, models::longestPause), &loop,
                       [&loop] { loop.quit(); });
    if (loop.exec() != 0)
        return Error{ErrorCode::Cancelled, {}, {}};
    return {};
}

Result<EmbeddingServer::Answer> EmbeddingServer::post(const QByteArray &body,
                                                      Embedder::Patience patience) const
{
    QNetworkAccessManager manager;
    models::prepare(manager, m_url);
    const QNetworkRequest request = models::requestTo(m_url, m_parts.key);

    enum class End { Finished, Late, Cancelled, TooLarge };
    QEventLoop loop;
    Answer answer;
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, body));
    const auto end = [&loop](End why) { loop.exit(int(why)); };
    QTimer late;
    late.setSingleShot(true);
    late.setInterval(patience == Embedder::Patience::Search ? m_parts.searchWait
                                                            : m_parts.fillWait);
    QObject::connect(&late, &QTimer::timeout, &loop, [&] { end(End::Late); });
    QTimer cancel;
    QObject::connect(&cancel, &QTimer::timeout, &loop, [&] {
        if (!m_parts.goOn())
            end(End::Cancelled);
    });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        answer.body += reply->readAll();
        if (answer.body.size() > largestAnswer)
            end(End::TooLarge);
        else if (patience == Embedder::Patience::Filling)
            late.start();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, [&] { end(End::Finished); });
    late.start();
    cancel.start(lookForCancel);
    const End why = reply->isFinished() ? End::Finished : End(loop.exec());
    if (why != End::Finished) {
        reply->disconnect(&loop);
        reply->abort();
    }
    if (why == End::Cancelled)
        return Error{ErrorCode::Cancelled, {}, {}};
    if (why == End::Late)
        return error(ErrorCode::Offline, u"no answer in time"_s);
    if (why == End::TooLarge)
        return error(ErrorCode::InvalidInput,
                     u"answers with more than %1 bytes"_s.arg(largestAnswer));
    answer.body += reply->readAll();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfter = models::retryAfter(reply->rawHeader("Retry-After"));
    const auto network = reply->error();
    if (answer.status == 0 || (answer.status == 200 && network != QNetworkReply::NoError))
        return error(ErrorCode::Offline, u"no connection (%1)"_s.arg(int(network)));
    return answer;
}

Result<std::vector<Embedding>> EmbeddingServer::read(const QByteArray &body, qsizetype count)
{
    const auto bad = [this](const QString &what) { return error(ErrorCode::InvalidInput, what); };
    const Json json = Json::parse(body.begin(), body.end(), nullptr, false);
    const auto data = json.is_object() ? json.find("data") : json.end();
    if (!json.is_object() || data == json.end() || !data->is_array())
        return bad(u"answers with no list \"data\"; is this an OpenAI-compatible server?"_s);
    if (qsizetype(data->size()) != count)
        return bad(u"answers with %1 embeddings for %2 texts"_s.arg(data->size()).arg(count));
    if (const auto model = json.find("model"); model != json.end() && model->is_string())
        m_served = QString::fromStdString(model->get<std::string>()).left(200);
    std::vector<Embedding> all{size_t(count)};
    std::vector<bool> taken(size_t(count), false);
    for (std::size_t i = 0; i < data->size(); ++i) {
        const Json &one = (*data)[i];
        const auto numbers = one.is_object() ? one.find("embedding") : one.end();
        if (!one.is_object() || numbers == one.end() || !numbers->is_array() || numbers->empty()
            || numbers->size() > std::size_t(mostDimensions))
            return bad(
                u"/data/%1/embedding: expected 1 to %2 numbers"_s.arg(i).arg(mostDimensions));
        const auto index = one.find("index");
        if (index != one.end() && !index->is_number_unsigned())
            return bad(u"/data/%1/index: expected a number"_s.arg(i));
        const std::size_t place = index == one.end() ? i : index->get<std::size_t>();
        if (place >= taken.size() || taken[place])
            return bad(u"/data/%1/index: %2 is out of range, or there twice"_s.arg(i).arg(place));
        taken[place] = true;
        if (m_dimension == 0)
            m_dimension = int(numbers->size());
        if (int(numbers->size()) != m_dimension)
            return bad(u"/data/%1/embedding: %2 numbers instead of %3; does it serve another model "
                       "now?"_s.arg(i)
                           .arg(numbers->size())
                           .arg(m_dimension));
        Embedding &into = all[place];
        for (const Json &number : *numbers) {
            if (!number.is_number())
                return bad(u"/data/%1/embedding: expected numbers"_s.arg(i));
            into.push_back(number.get<float>());
        }
        if (!normalise(into))
            return bad(u"/data/%1/embedding: holds something that is not a number"_s.arg(i));
    }
    return all;
}

} // namespace baton::knowledge
