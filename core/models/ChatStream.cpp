#include "core/models/ChatStream.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::models {

namespace {

using Json = nlohmann::json;

constexpr qint64 largestAnswer = 16 << 20; // bytes, with all that is around the text
constexpr qsizetype longestText = 64 << 10;
constexpr qsizetype largestRefusal = 64 << 10;
constexpr qsizetype charactersOfAToken = 8; // more than any tokeniser takes together on average

} // namespace

ModelTrouble troubleOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::Busy:
        return ModelTrouble::Busy;
    case Refusal::NoQuota:
        return ModelTrouble::NoQuota;
    case Refusal::Key:
        return ModelTrouble::Key;
    case Refusal::NotThere:
        return ModelTrouble::NotThere;
    case Refusal::TooLong:
        return ModelTrouble::TooLong;
    case Refusal::Redirect:
        return ModelTrouble::Redirect;
    case Refusal::Other:
        return ModelTrouble::Server;
    }
    return ModelTrouble::Server;
}

ChatStream::ChatStream(ChatServer server, ChatRequest request, ChatPatience patience)
    : m_server(std::move(server))
    , m_request(std::move(request))
    , m_patience(patience)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    if (m_request.schema.isEmpty())
        m_request.form = AnswerForm::Free;
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &ChatStream::late);
}

ChatStream::~ChatStream()
{
    closeReply();
}

void ChatStream::start()
{
    ask();
}

void ChatStream::stop()
{
    if (!isOver(m_state))
        end(ModelState::Cancelled);
}

QByteArray ChatStream::body() const
{
    Json request{{"stream", true},
                 {"max_tokens", m_request.mostTokens},
                 {"temperature", m_request.temperature}};
    request["messages"] = Json::array();
    if (!m_request.system.isEmpty())
        request["messages"].push_back(
            {{"role", "system"}, {"content", m_request.system.toStdString()}});
    request["messages"].push_back({{"role", "user"}, {"content", m_request.user.toStdString()}});
    if (!m_server.model.isEmpty())
        request["model"] = m_server.model.toStdString();
    if (m_request.form != AnswerForm::Free) {
        const Json schema = Json::parse(m_request.schema.begin(), m_request.schema.end());
        if (m_request.form == AnswerForm::Schema)
            request["response_format"] = {{"type", "json_schema"},
                                          {"json_schema",
                                           {{"name", m_request.schemaName.toStdString()},
                                            {"strict", true},
                                            {"schema", schema}}}};
        else
            request["response_format"] = {{"type", "json_object"}, {"schema", schema}};
    }
    return QByteArray::fromStdString(request.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void ChatStream::ask()
{
    const Result<QUrl> url = endpoint(m_server.address, u"chat/completions"_s);
    if (!url)
        return end(ModelState::Failed, ModelTrouble::Address, url.error().detail);
    prepare(*m_network, *url);
    m_events = {};
    m_whole.clear();
    m_received = 0;
    m_sent = body();
    Q_EMIT sending();
    QNetworkRequest request = requestTo(*url, m_server.key);
    request.setRawHeader("Accept", "text/event-stream, application/json");
    m_reply = m_network->post(request, m_sent);
    m_reply->setReadBufferSize(SseReader::longestLine); // a flood waits in the socket
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        if (m_state == ModelState::Connecting) {
            m_state = ModelState::Waiting;
            tell();
        }
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &ChatStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &ChatStream::finished);
    m_late.start(m_patience.first);
}

void ChatStream::read()
{
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    m_received += bytes.size();
    if (m_received > largestAnswer)
        return breakOff(ModelTrouble::TooLarge);
    m_late.start(m_finish ? m_patience.atEnd : m_patience.between);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray type = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    if (status != 200) {
        if (m_whole.size() < largestRefusal)
            m_whole += bytes;
        return;
    }
    if (type.startsWith("application/json")) {
        m_whole += bytes;
        return;
    }
    const auto events = m_events.take(bytes);
    if (!events)
        return breakOff(ModelTrouble::TooLarge, events.error().detail);
    takeEvents(*events);
}

void ChatStream::takeEvents(const QList<SseEvent> &events)
{
    const qsizetype before = m_text.size();
    for (const SseEvent &event : events) {
        if (isOver(m_state))
            return;
        if (!event.error.isEmpty()) {
            const QString code = errorCodeIn(event.error);
            return breakOff(ModelTrouble::Server, code);
        }
        if (event.data.trimmed() == "[DONE]") {
            m_done = true;
            return endOfStream();
        }
        takeChunk(chatChunk(event.data));
    }
    if (!isOver(m_state) && m_text.size() != before)
        tell();
}

/// A chunk that is no JSON was cut: its text is lost, and the end tells.
void ChatStream::takeChunk(const ChatChunk &chunk)
{
    m_thinks = (m_thinks || chunk.thinks) && m_text.isEmpty();
    m_refuses = m_refuses || chunk.refuses;
    if (chunk.promptTokens) {
        const qsizetype asked = m_request.system.size() + m_request.user.size();
        m_readInPart
            = *chunk.promptTokens > 0 && *chunk.promptTokens < int(asked / charactersOfAToken);
    }
    if (!chunk.error.isEmpty())
        return breakOff(ModelTrouble::Server, chunk.error);
    if (!chunk.text.isEmpty() && !isOver(m_state)) {
        m_state = ModelState::Streaming;
        m_thinks = false;
        m_text += chunk.text;
        if (m_text.size() > longestText) {
            m_text.truncate(longestText);
            return end(ModelState::Truncated, ModelTrouble::TooLarge);
        }
    }
    if (chunk.finish && !isOver(m_state)) {
        m_finish = chunk.finish;
        m_late.start(m_patience.atEnd);
    }
}

/// Qt says NoError of a stream that a killed server cut between two chunks.
void ChatStream::endOfStream()
{
    if (m_refuses || m_finish == Finish::Filter)
        return end(ModelState::Filtered, ModelTrouble::Declined);
    if (m_finish == Finish::Length)
        return end(ModelState::Truncated);
    const bool whole = m_finish ? m_finish == Finish::Stop : m_done;
    if (!whole)
        return breakOff(ModelTrouble::Connection);
    if (m_text.trimmed().isEmpty())
        return end(ModelState::Failed, ModelTrouble::NoAnswer);
    end(ModelState::Complete);
}

void ChatStream::finished()
{
    read();
    if (isOver(m_state))
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        const auto network = m_reply->error();
        const bool refusedAtOnce = network == QNetworkReply::ConnectionRefusedError;
        if (refusedAtOnce && again(m_patience.pause))
            return;
        return end(ModelState::Failed, ModelTrouble::Connection,
                   u"no connection (%1)"_s.arg(int(network)));
    }
    if (status != 200)
        return refused(status);
    if (m_whole.trimmed().startsWith("data:")) { // a stream under a wrong name
        if (const auto events = m_events.take(std::exchange(m_whole, {})))
            takeEvents(*events);
    }
    takeEvents(m_events.flush());
    if (isOver(m_state))
        return;
    if (!m_whole.isEmpty()) {
        const ChatChunk chunk = chatChunk(m_whole);
        takeChunk(chunk);
        if (!isOver(m_state) && !chunk.isJson)
            return end(ModelState::Failed, ModelTrouble::NoAnswer);
    } else if (m_text.isEmpty() && m_reply->error() == QNetworkReply::NoError && !m_finish
               && m_received > 0) {
        return end(ModelState::Failed, ModelTrouble::NoAnswer); // a page, say
    }
    if (!isOver(m_state))
        endOfStream();
}

void ChatStream::refused(int status)
{
    const Answered answer = refusalOf(status, m_whole);
    if (answer.refusal == Refusal::Busy) {
        const auto asked = retryAfter(m_reply->rawHeader("Retry-After"));
        if (again(std::max(asked, m_patience.pause)))
            return;
    }
    // Old llama.cpp says 500 to a form that it does not know, new ones and others 400 or 422.
    const bool mayBeForm
        = answer.refusal == Refusal::Other && (status == 400 || status == 422 || status == 500);
    if (mayBeForm && m_request.form != AnswerForm::Free) {
        m_request.form = m_request.form == AnswerForm::Schema ? AnswerForm::Json : AnswerForm::Free;
        closeReply();
        return ask();
    }
    end(ModelState::Failed, troubleOf(answer.refusal), answer.what);
}

bool ChatStream::again(std::chrono::milliseconds pause)
{
    if (std::exchange(m_repeated, true) || !m_text.isEmpty())
        return false;
    closeReply();
    m_late.stop();
    QTimer::singleShot(pause, this, [this] {
        if (!isOver(m_state))
            ask();
    });
    return true;
}

void ChatStream::late()
{
    if (m_finish)
        return endOfStream();
    breakOff(ModelTrouble::Silence);
}

void ChatStream::breakOff(ModelTrouble trouble, const QString &detail)
{
    end(m_text.isEmpty() ? ModelState::Failed : ModelState::Interrupted, trouble, detail);
}

void ChatStream::closeReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void ChatStream::end(ModelState state, ModelTrouble trouble, const QString &detail)
{
    m_state = state;
    m_trouble = trouble;
    m_detail = detail;
    m_late.stop();
    closeReply();
    tell();
}

void ChatStream::tell()
{
    if (std::exchange(m_telling, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_telling = false;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

} // namespace baton::models
