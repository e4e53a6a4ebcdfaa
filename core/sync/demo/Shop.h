#pragma once

#include "core/sync/demo/Ledger.h"

#include <QtCore/QByteArray>

namespace baton::sync::demo {

/// What the invented company's shop answers: the same to the same requests in the same order. What
/// is done there stays for as long as it lives, and once a key. One thread.
class Shop
{
public:
    explicit Shop(const Ledger &ledger)
        : m_ledger(ledger)
    { }

    struct Request
    {
        QByteArray method;
        QByteArray path; ///< percent-encoded
        QByteArray key;  ///< idempotency
        QByteArray body;
    };
    struct Response
    {
        int status = 200;
        QByteArray body; ///< JSON
    };
    Response answer(const Request &request);

private:
    Response order(const Ledger::Sale &sale) const;
    Response account(const Customer &customer) const;
    Response act(const Ledger::Sale &sale, const QString &what, const QByteArray &body);
    Response refund(const Ledger::Sale &sale, const QByteArray &body);

    const Ledger &m_ledger;
    QHash<QString, qint64> m_refunded;  ///< cents, by order
    QHash<QString, QString> m_states;   ///< by order, where it was changed here
    QHash<QByteArray, Response> m_done; ///< by key
    int m_numbers = 0;
};

} // namespace baton::sync::demo
