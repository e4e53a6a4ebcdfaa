#pragma once

#include "core/models/ChatStream.h"

namespace baton::models {

/// Asks a server once which models it has (GET /v1/models). In the event loop of its thread;
/// dropping it ends the asking.
class ModelNames : public QObject
{
    Q_OBJECT

public:
    explicit ModelNames(ChatServer server,
                        std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~ModelNames() override;

    void start();                                        ///< once
    const QStringList &names() const { return m_names; } ///< at most 200, in the server's order
    ModelTrouble trouble() const { return m_trouble; }
    const QString &detail() const { return m_detail; } ///< for logs

Q_SIGNALS:
    void answered(); ///< once, a turn of the event loop later

private:
    void finished();
    void end(ModelTrouble trouble, const QString &detail = {});

    ChatServer m_server;
    std::chrono::milliseconds m_patience;
    QStringList m_names;
    ModelTrouble m_trouble = ModelTrouble::None;
    QString m_detail;
    QByteArray m_body;
    bool m_over = false;
    QTimer m_late;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_reply = nullptr;
};

} // namespace baton::models
