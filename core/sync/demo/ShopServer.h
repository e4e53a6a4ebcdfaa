#pragma once

#include "core/base/Result.h"
#include "core/sync/demo/Shop.h"

#include <memory>

class QTcpServer;
class QTcpSocket;

namespace baton::sync::demo {

/// Serves the shop by HTTP on 127.0.0.1, at a port that the system chooses. Answers after a moment,
/// as a server elsewhere would, on the thread that made it; hangs up while the ledger is not open.
/// Takes one request a connection, of 64 KiB at most.
class ShopServer
{
public:
    /// ledger outlives it. Errors: Io.
    static Result<std::unique_ptr<ShopServer>> start(const Ledger &ledger);
    ~ShopServer();

    QString address() const; ///< "http://127.0.0.1:40123"
    /// resources/demo/live-systems.json, with this address in it.
    QByteArray declarations() const;

private:
    explicit ShopServer(const Ledger &ledger);
    void take(QTcpSocket &socket);
    void serve(QTcpSocket &socket, const QByteArray &head, const QByteArray &body);

    const Ledger &m_ledger;
    Shop m_shop;
    std::unique_ptr<QTcpServer> m_server;
};

} // namespace baton::sync::demo
