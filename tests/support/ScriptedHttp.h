#pragma once

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace baton::tests {

/// A server on this computer that answers each request as a test says, byte for byte. Lives on the
/// thread of whoever asks it, and answers in their event loop.
class ScriptedHttp
{
public:
    struct Request
    {
        QByteArray head; ///< the first line and the headers
        QByteArray body;
    };
    /// What to send, whole; empty: hang up at once; null (QByteArray()): never answer.
    using Answer = std::function<QByteArray(const Request &)>;

    explicit ScriptedHttp(Answer answer)
        : m_answer(std::move(answer))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                                 [this, socket] { take(socket); });
        });
    }

    QString address() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
    }
    const QList<Request> &requests() const { return m_requests; }

    static QByteArray reply(const QByteArray &body, const QByteArray &status = "200 OK",
                            const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "Connection: close\r\n\r\n"
            + body;
    }

private:
    void take(QTcpSocket *socket)
    {
        QByteArray all = socket->property("read").toByteArray() + socket->readAll();
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
        const QByteArray answer = m_answer(m_requests.last());
        if (answer.isNull())
            return;
        socket->write(answer);
        socket->disconnectFromHost();
    }

    Answer m_answer;
    QTcpServer m_server;
    QList<Request> m_requests;
};

} // namespace baton::tests
