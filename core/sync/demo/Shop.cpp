#include "core/sync/demo/Shop.h"

#include "core/sync/demo/Json.h"

#include <QtCore/QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

Shop::Response said(const Json &json, int status = 200)
{
    return {status, QByteArray::fromStdString(json.dump())};
}

Shop::Response refused(int status, const char *why)
{
    return said({{"error", why}}, status);
}

qint64 centsOf(const Order &order)
{
    return order.total ? std::llround(order.total->amount * 100) : 0;
}

std::string amountText(qint64 cents)
{
    return QString::number(double(cents) / 100, 'f', 2).toStdString();
}

} // namespace

Shop::Response Shop::answer(const Request &request)
{
    QStringList path;
    for (const QByteArray &part : request.path.split('/'))
        path += QUrl::fromPercentEncoding(part);
    const QString id = path.value(2);
    const bool reads = request.method == "GET";
    if (path.value(1) == "customers"_L1 && path.size() == 3 && reads) {
        const auto customer = m_ledger.customer(id);
        return customer ? account(*customer) : refused(404, "no such customer");
    }
    const auto sale = m_ledger.sale(id);
    if (path.value(1) != "orders"_L1 || !sale)
        return refused(404, "no such order");
    if (path.size() == 3 && reads)
        return order(*sale);
    if (request.method != "POST" || path.size() != 4)
        return refused(405, "no such thing to do");
    if (request.key.isEmpty())
        return refused(400, "needs a key");
    const auto before = m_done.constFind(request.key);
    if (before != m_done.cend())
        return *before;
    const Response done = act(*sale, path[3], request.body);
    m_done.insert(request.key, done);
    return done;
}

Shop::Response Shop::order(const Ledger::Sale &sale) const
{
    const Order &order = sale.order;
    const qint64 refunded = m_refunded.value(order.id);
    Json json{{"id", order.id.toStdString()},
              {"customer", sale.customer.toStdString()},
              {"status",
               m_states.value(order.id, QString(order.status).replace(u'_', u' ')).toStdString()},
              {"items", order.items.size()}};
    if (order.total) {
        json["total"] = amountText(centsOf(order));
        json["currency"] = order.total->currency.toStdString();
        if (refunded > 0)
            json["refunded"] = amountText(refunded);
    }
    if (order.at)
        json["placed_at"] = toRfc3339(*order.at).toStdString();
    return said(json);
}

Shop::Response Shop::account(const Customer &customer) const
{
    return said({{"id", customer.id.text().toStdString()},
                 {"state", "active"},
                 {"orders", customer.orders.size()},
                 {"verified", customer.verified.has_value()}});
}

Shop::Response Shop::act(const Ledger::Sale &sale, const QString &what, const QByteArray &body)
{
    const QString &id = sale.order.id;
    if (what == "refunds"_L1)
        return refund(sale, body);
    if (what == "cancellation"_L1) {
        if (m_states.value(id, sale.order.status) != "confirmed"_L1)
            return refused(409, "has left already");
        m_states.insert(id, u"cancelled"_s);
        return said({{"order", id.toStdString()}, {"status", "cancelled"}});
    }
    if (what == "replacement"_L1) {
        ++m_numbers;
        return said({{"order", id.toStdString()},
                     {"replacement", u"%1-R%2"_s.arg(id).arg(m_numbers).toStdString()}},
                    201);
    }
    return refused(404, "no such thing to do");
}

Shop::Response Shop::refund(const Ledger::Sale &sale, const QByteArray &body)
{
    const Json json = Json::parse(body.begin(), body.end(), nullptr, false);
    bool ok = false;
    const qint64 cents
        = json.is_object() ? std::llround(text(json, "amount").toDouble(&ok) * 100) : 0;
    const Order &order = sale.order;
    if (!ok || cents <= 0 || !order.total || text(json, "currency") != order.total->currency)
        return refused(422, "needs an amount in the order's currency");
    qint64 &refunded = m_refunded[order.id];
    if (refunded + cents > centsOf(order))
        return refused(422, "is more than was paid");
    refunded += cents;
    ++m_numbers;
    return said({{"order", order.id.toStdString()},
                 {"refund", u"RF-%1"_s.arg(4100 + m_numbers).toStdString()},
                 {"amount", amountText(cents)},
                 {"currency", order.total->currency.toStdString()}},
                201);
}

} // namespace baton::sync::demo
