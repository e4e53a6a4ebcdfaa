#pragma once

#include "core/domain/ModelText.h"
#include "core/models/ChatChunk.h"
#include "core/models/ServerAccess.h"
#include "core/models/SseReader.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace baton::models {

struct ChatServer
{
    QString address;
    QString model;  ///< what the server calls it; empty: whatever it has
    QByteArray key; ///< empty: none
    bool operator==(const ChatServer &) const = default;
};

/// In which form an answer is asked for; what a server refuses is asked for in the next.
enum class AnswerForm {
    Schema, ///< response_format json_schema
    Json,   ///< json_object with the schema beside it, as older llama.cpp takes it
    Free    ///< by words in the prompt alone
};

struct ChatRequest
{
    QString system;
    QString user;
    QByteArray schema; ///< JSON Schema of the answer; empty: text
    QByteArray schemaName = QByteArrayLiteral("reply");
    int mostTokens = 1024;
    double temperature = 0.2;
    AnswerForm form = AnswerForm::Schema; ///< to begin with
};

/// No limit on the whole: a large model on a small machine takes its time.
struct ChatPatience
{
    std::chrono::milliseconds first{120'000};  ///< to the first byte, waiting in a queue included
    std::chrono::milliseconds between{60'000}; ///< between two; a comment counts as life
    std::chrono::milliseconds atEnd{2'000};    ///< for what follows the finish
    std::chrono::milliseconds pause{1'000};    ///< before the one repetition, where none is asked
};

ModelTrouble troubleOf(Refusal refusal);

/// One answer of a chat server, as it is written. Asks in the event loop of its thread and waits
/// for nothing. What came is kept in every state; only Complete is known to be whole. Repeats once,
/// and only what may pass (refused connection, 502, 503, 504, 429 without quota trouble) before the
/// first text. Dropping it closes the connection, which stops the server.
class ChatStream : public QObject
{
    Q_OBJECT

public:
    ChatStream(ChatServer server, ChatRequest request, ChatPatience patience = {});
    ~ChatStream() override;

    void start(); ///< once
    void stop();  ///< what came stays

    ModelState state() const { return m_state; }
    const QString &text() const { return m_text; }
    ModelTrouble trouble() const { return m_trouble; }
    const QString &detail() const { return m_detail; } ///< for logs: "HTTP 503"
    AnswerForm form() const { return m_request.form; } ///< that was taken
    bool thinks() const { return m_thinks; }           ///< reasons, and has written nothing yet
    /// It counted far fewer tokens than the request can have: it read a part of it only.
    bool readInPart() const { return m_readInPart; }
    /// Exactly what was sent last.
    const QByteArray &sent() const { return m_sent; }

Q_SIGNALS:
    /// State or text, a turn of the event loop later; the stream may be dropped at once.
    void changed();
    void sending(); ///< sent() is about to leave; again for each repetition

private:
    void ask();
    QByteArray body() const;
    void read();
    void takeChunk(const ChatChunk &chunk);
    void takeEvents(const QList<SseEvent> &events);
    void finished();
    void refused(int status);
    bool again(std::chrono::milliseconds pause);
    void late();
    void end(ModelState state, ModelTrouble trouble = ModelTrouble::None,
             const QString &detail = {});
    void endOfStream();
    void breakOff(ModelTrouble trouble, const QString &detail = {});
    void closeReply();
    void tell();

    ChatServer m_server;
    ChatRequest m_request;
    ChatPatience m_patience;
    ModelState m_state = ModelState::Connecting;
    ModelTrouble m_trouble = ModelTrouble::None;
    QString m_detail;
    QString m_text;
    QByteArray m_sent;
    QByteArray m_whole; ///< an answer that is no stream
    SseReader m_events;
    std::optional<Finish> m_finish;
    bool m_done = false; ///< "[DONE]" came
    bool m_refuses = false;
    bool m_thinks = false;
    bool m_readInPart = false;
    bool m_repeated = false;
    bool m_telling = false;
    qint64 m_received = 0;
    QTimer m_late;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_reply = nullptr;
};

} // namespace baton::models
