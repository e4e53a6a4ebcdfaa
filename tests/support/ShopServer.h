#pragma once

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>
#include <optional>

namespace baton::tests {

/// A shop on this computer: GET /customers/ID, GET /orders/ID, POST /orders/ID/refunds. It does
/// what a key asks for once. A test may make it slow, silent, or have it lie. Lives on the thread
/// of whoever asks it, and answers in their event loop.
class ShopServer
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QByteArray head;
        QByteArray body;
        QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n')) {
                if (line.toLower().startsWith(name.toLower() + ':'))
                    return line.mid(name.size() + 1).trimmed();
            }
            return {};
        }
    };

    QHash<QString, QJsonObject> customers;
    QHash<QString, QJsonObject> orders; ///< by id, with or without #
    int delayMs = 0;
    bool silent = false; ///< takes requests, never answers
    /// The bytes to send instead, whole; empty: hang up.
    std::function<std::optional<QByteArray>(const Request &)> lie;
    QList<Request> requests;
    QHash<QByteArray, QJsonObject> refunds; ///< done, by key

    ShopServer()
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
    quint16 port() const { return m_server.serverPort(); }

    static QByteArray reply(const QByteArray &body, const QByteArray &status = "200 OK",
                            const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "Connection: close\r\n\r\n"
            + body;
    }
    static QByteArray reply(const QJsonObject &object, const QByteArray &status = "200 OK")
    {
        return reply(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
    }

    /// What would be said to it without a lie.
    QByteArray truth(const Request &request)
    {
        const QList<QByteArray> path = request.target.split('?').first().split('/');
        const auto part = [&path](qsizetype i) {
            return QUrl::fromPercentEncoding(i < path.size() ? path[i] : QByteArray());
        };
        const QJsonObject order = orders.value(part(2).remove(u'#'));
        if (part(1) == QStringLiteral("customers") && customers.contains(part(2)))
            return reply(customers.value(part(2)));
        if (part(1) != QStringLiteral("orders") || order.isEmpty())
            return reply(QByteArray("{\"error\": \"not found\"}"), "404 Not Found");
        if (request.method == "GET")
            return reply(order);
        const QByteArray key = request.header("Idempotency-Key");
        if (!refunds.contains(key)) {
            QJsonObject refund = QJsonDocument::fromJson(request.body).object();
            refund[QStringLiteral("refund")] = QStringLiteral("R-%1").arg(refunds.size() + 1);
            refund[QStringLiteral("order")] = order[QStringLiteral("id")];
            refunds.insert(key, refund);
        }
        return reply(refunds.value(key), "201 Created");
    }

private:
    void take(QTcpSocket *socket)
    {
        const QByteArray all = socket->property("read").toByteArray() + socket->readAll();
        socket->setProperty("read", all);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        request.head = all.left(end);
        const QList<QByteArray> first = request.head.split('\r').first().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        const qsizetype length = request.header("Content-Length").toInt();
        if (all.size() < end + 4 + length)
            return;
        request.body = all.mid(end + 4, length);
        socket->setProperty("read", QByteArray());
        requests.append(request);
        if (silent)
            return;
        const auto lied = lie ? lie(request) : std::nullopt;
        const QByteArray answer = lied ? *lied : truth(request);
        QTimer::singleShot(delayMs, socket, [socket, answer] {
            socket->write(answer);
            socket->disconnectFromHost();
        });
    }

    QTcpServer m_server;
};

} // namespace baton::tests
