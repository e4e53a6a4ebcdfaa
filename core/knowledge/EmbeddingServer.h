#pragma once

#include "core/knowledge/Embedding.h"

#include <QtCore/QUrl>

#include <chrono>

class QNetworkReply;

namespace baton::knowledge {

/// An OpenAI-compatible server as a maker of directions: POST /v1/embeddings. Blocking, with an
/// event loop of its own, on any thread but the GUI's; one thread at a time. Never sends an empty
/// text (older servers die of it), follows no redirect, and believes no answer whose numbers,
/// places or length do not fit. The key goes into the header alone, never into an error or a log.
class EmbeddingServer
{
public:
    struct Parts
    {
        QString address; ///< http://localhost:8080, with /v1 or without
        QString model;   ///< what the server calls it; empty: whatever it has
        QByteArray key;  ///< empty: none
        std::function<bool()> goOn;
        std::chrono::milliseconds searchWait{3000};  ///< of a search, for the whole answer
        std::chrono::milliseconds fillWait{120'000}; ///< of a filling, for each sign of life
        std::chrono::milliseconds firstPause{1000};  ///< before the first repetition; doubles
    };

    /// Errors: InvalidArgument, whose detail says what is wrong with the address.
    static Result<EmbeddingServer> at(Parts parts);

    /// Asks for a first direction, which tells the dimension and the model. Errors: as embed().
    Result<void> meet();
    const QString &name() const { return m_name; } ///< once met: address, model, dimension
    int dimension() const { return m_dimension; }

    /// In the order of the texts. A text that is too long is shortened until it is taken. Errors:
    /// Cancelled; Offline: nobody answers, or not in time; Refused: 401, 404, a redirect, no quota
    /// left; InvalidInput: the answer is no answer, or of another dimension than before.
    Result<std::vector<Embedding>> embed(const QStringList &texts, Embedder::Patience patience);

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;
        std::chrono::milliseconds retryAfter{0};
    };

    explicit EmbeddingServer(Parts parts, QUrl url)
        : m_parts(std::move(parts))
        , m_url(std::move(url))
    { }
    Result<Answer> post(const QByteArray &body, Embedder::Patience patience) const;
    Result<Answer> ask(const QStringList &texts, Embedder::Patience patience) const;
    Result<std::vector<Embedding>> some(const QStringList &texts, Embedder::Patience patience);
    Result<std::vector<Embedding>> read(const QByteArray &body, qsizetype count);
    Result<void> pause(std::chrono::milliseconds time) const;
    Error error(ErrorCode code, const QString &what) const;

    Parts m_parts;
    QUrl m_url;
    QString m_name;
    QString m_served; ///< the model, as the server names it
    int m_dimension = 0;
};

} // namespace baton::knowledge
