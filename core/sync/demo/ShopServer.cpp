#include "core/sync/demo/ShopServer.h"

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr qsizetype mostRequest = qsizetype(64) * 1024; // bytes
constexpr int leastDelayMs = 120;
constexpr int delaySpreadMs = 260;

QByteArray headerIn(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

/// The same for the same path, whenever it is asked.
int delayFor(const QByteArray &path)
{
    uint sum = 17;
    for (const char c : path)
        sum = sum * 31 + uchar(c);
    return leastDelayMs + int(sum % delaySpreadMs);
}

} // namespace

ShopServer::ShopServer(const Ledger &ledger)
    : m_ledger(ledger)
    , m_shop(ledger)
    , m_server(std::make_unique<QTcpServer>())
{
    QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(),
                             [this, socket] { take(*socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

ShopServer::~ShopServer() = default;

Result<std::unique_ptr<ShopServer>> ShopServer::start(const Ledger &ledger)
{
    std::unique_ptr<ShopServer> server(new ShopServer(ledger));
    if (!server->m_server->listen(QHostAddress::LocalHost))
        return Error{ErrorCode::Io, u"demo"_s, server->m_server->errorString()};
    return server;
}

QString ShopServer::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_server->serverPort());
}

QByteArray ShopServer::declarations() const
{
    QFile file(u":/demo/live-systems.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("http://127.0.0.1:0", address().toLatin1());
}

void ShopServer::take(QTcpSocket &socket)
{
    const QByteArray all = socket.property("read").toByteArray() + socket.readAll();
    if (all.size() > mostRequest) {
        socket.abort();
        return;
    }
    socket.setProperty("read", all);
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = all.left(end);
    const qsizetype length = headerIn(head, "content-length").toInt();
    if (length < 0 || all.size() < end + 4 + length)
        return;
    socket.setProperty("read", QByteArray());
    serve(socket, head, all.mid(end + 4, length));
}

void ShopServer::serve(QTcpSocket &socket, const QByteArray &head, const QByteArray &body)
{
    if (!m_ledger.isOpen()) {
        socket.abort();
        return;
    }
    const QList<QByteArray> first = head.split('\r').first().split(' ');
    const QByteArray path = first.value(1).split('?').first();
    const Shop::Response response
        = m_shop.answer({first.value(0), path, headerIn(head, "idempotency-key"), body});
    const QByteArray answer = "HTTP/1.1 " + QByteArray::number(response.status)
        + " \r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body;
    QTimer::singleShot(delayFor(path), &socket, [&socket, answer] {
        socket.write(answer);
        socket.disconnectFromHost();
    });
}

} // namespace baton::sync::demo
