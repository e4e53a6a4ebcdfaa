#pragma once

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace baton::tests {

/// A chat server that answers each request piece by piece, byte for byte as a test says, in the
/// event loop of whoever asks it.
class ScriptedChat
{
public:
    struct Request
    {
        QByteArray head;
        QByteArray body;
    };
    /// How an answer ends once its pieces are written.
    enum class End {
        Close, ///< FIN, as a server that is done, or killed between two chunks
        Reset, ///< RST
        Hold   ///< nothing more comes
    };
    struct Answer
    {
        QList<QByteArray> pieces; ///< each in a packet of its own
        End end = End::Close;
        int pauseMs = 0; ///< before each piece
    };
    using Script = std::function<Answer(const Request &)>;

    explicit ScriptedChat(Script script)
        : m_script(std::move(script))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                                 [this, socket] { take(socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, &m_server,
                                 [this] { ++m_hungUp; });
            }
        });
    }

    QString address() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
    }
    const QList<Request> &requests() const { return m_requests; }
    int hungUp() const { return m_hungUp; } ///< connections that came to their end

    static QByteArray head(const QByteArray &status = "200 OK",
                           const QByteArray &type = "text/event-stream",
                           const QByteArray &more = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more
            + "Connection: close\r\n\r\n";
    }
    /// A chunk with this text, as a server streams it.
    static QByteArray chunk(const QByteArray &text)
    {
        QByteArray escaped = text;
        escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + escaped
            + "\"},\"finish_reason\":null}]}\n\n";
    }
    static QByteArray finish(const QByteArray &reason = "stop")
    {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason
            + "\"}]}\n\ndata: [DONE]\n\n";
    }
    /// The whole of a stream with this text.
    static Answer says(const QByteArray &text) { return {{head() + chunk(text) + finish()}}; }
    static Answer refuses(const QByteArray &status, const QByteArray &body = "{}",
                          const QByteArray &more = {})
    {
        return {{head(status, "application/json", more) + body}};
    }

private:
    void take(QTcpSocket *socket)
    {
        const QByteArray all = socket->property("read").toByteArray() + socket->readAll();
        socket->setProperty("read", all);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = all.left(end);
        const qsizetype length = head.toLower().indexOf("content-length: ");
        const qsizetype body = length < 0 ? 0 : head.mid(length + 16).split('\r').first().toInt();
        if (all.size() < end + 4 + body)
            return;
        m_requests.append({head, all.mid(end + 4, body)});
        write(socket, m_script(m_requests.last()));
    }

    void write(const QPointer<QTcpSocket> &socket, Answer answer)
    {
        if (!socket)
            return;
        if (answer.pieces.isEmpty()) {
            if (answer.end == End::Close)
                socket->disconnectFromHost();
            else if (answer.end == End::Reset)
                socket->abort();
            return;
        }
        QTimer::singleShot(answer.pauseMs, &m_server, [this, socket, answer]() mutable {
            if (!socket)
                return;
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            socket->write(answer.pieces.takeFirst());
            socket->flush();
            write(socket, std::move(answer));
        });
    }

    Script m_script;
    QTcpServer m_server;
    QList<Request> m_requests;
    int m_hungUp = 0;
};

} // namespace baton::tests
