#pragma once

#include "core/live/HttpLiveSystem.h"
#include "core/live/LookUps.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ShopServer.h"

#include <QtTest/QtTest>

namespace baton::tests {

/// The order and the customer of a shop, as a team would declare them; more look-ups of the order
/// where a test wants to wait for several.
inline QByteArray shopDeclaration(const QString &address, int orderLookUps = 1,
                                  int timeoutMs = 2000)
{
    QString lookUps;
    for (int i = 0; i < orderLookUps; ++i)
        lookUps += QStringLiteral(R"({"name": "order%1", "title": "Order", "system": "shop",
            "path": "/orders/{order}", "about": {"/id": "order", "/user_id": "customer"},
            "timeout_ms": %2, "fresh_s": 60, "show": [
                {"label": "Status", "at": "/status"},
                {"label": "Paid", "at": "/payment_history/0/amount", "is": "money", "currency": "USD"},
                {"label": "First item", "at": "/items/0/name"}]},)")
                       .arg(i)
                       .arg(timeoutMs);
    return QStringLiteral(R"({"live": "baton-live/1",
        "systems": {"shop": {"url": "%1"}},
        "look_ups": [%2
            {"name": "customer", "title": "Customer", "system": "shop",
             "path": "/customers/{customer}", "about": {"/id": "customer"}, "timeout_ms": %3,
             "show": [{"label": "E-mail", "at": "/email"}, {"label": "City", "at": "/address/city"}]}],
        "actions": [
            {"name": "refund", "title": "Refund", "system": "shop", "method": "POST",
             "path": "/orders/{order}/refunds", "about": {"/order": "order"},
             "idempotency_header": "Idempotency-Key", "timeout_ms": %3,
             "body": {"amount": "{amount}", "currency": "{currency}", "reason": "by {customer}"},
             "show": [{"label": "Refund", "at": "/refund"}]}]})")
        .arg(address, lookUps)
        .arg(timeoutMs)
        .toUtf8();
}

inline live::Declarations declared(const QByteArray &json)
{
    auto read = live::readDeclarations(json);
    if (!read)
        qFatal("declarations: %s", qPrintable(read.error().detail));
    return std::move(read).value();
}

/// Ada, whose order W1 is on its way; Bo, who has W2.
inline void fillShop(ShopServer &shop)
{
    const auto json = [](const char *text) { return QJsonDocument::fromJson(text).object(); };
    shop.customers.insert(
        QStringLiteral("ada"),
        json(R"({"id": "ada", "email": "ada@post.example", "address": {"city": "Oslo"}})"));
    shop.orders.insert(QStringLiteral("W1000001"), json(R"({"id": "#W1000001", "user_id": "ada",
        "status": "shipped", "items": [{"name": "Lamp"}], "payment_history": [{"amount": 106.0}]})"));
    shop.orders.insert(QStringLiteral("W1000002"), json(R"({"id": "#W1000002", "user_id": "bo",
        "status": "pending", "items": [{"name": "Chair"}], "payment_history": [{"amount": 12.5}]})"));
}

inline Conversation conversationOf(const QString &customer, const QString &order,
                                   const QString &words = {})
{
    Conversation c;
    c.id = ConversationId(QStringLiteral("c-") + customer + order);
    c.version = 1;
    c.createdAt = {1763474000000};
    c.customer.id = CustomerId(customer);
    c.customer.name = customer;
    if (!order.isEmpty())
        c.customer.orders = {{order, {}, Money{106, QStringLiteral("USD")}, {}, {}}};
    Message m;
    m.id = MessageId(QStringLiteral("m1"));
    m.at = c.createdAt;
    m.text = words.isEmpty() ? QStringLiteral("Where is it?") : words;
    c.messages = {m};
    return c;
}

/// A shop, what is declared of it, and the look-ups of one desk.
struct LiveFixture
{
    ShopServer shop;
    test::FakeClock clock;
    live::Declarations declarations;
    live::HttpLiveSystem system;
    SerialExecutor compute;
    std::unique_ptr<live::LookUps> lookUps;

    explicit LiveFixture(int orderLookUps = 1, int timeoutMs = 2000)
        : declarations(declared(shopDeclaration(shop.address(), orderLookUps, timeoutMs)))
    {
        fillShop(shop);
        lookUps = std::make_unique<live::LookUps>(
            live::LookUps::Parts{declarations, system, clock, compute});
    }

    bool settled() const
    {
        const QList<LiveLookUp> all = lookUps->shown();
        return !all.isEmpty() && std::none_of(all.begin(), all.end(), [](const LiveLookUp &one) {
            return one.asking;
        });
    }
    /// Waits for signals: a thousand look-ups in a few seconds.
    bool settles()
    {
        QSignalSpy changed(lookUps.get(), &live::LookUps::changed);
        while (!settled()) {
            if (!changed.wait(20'000))
                return false;
        }
        return true;
    }
    LiveLookUp order() const { return lookUps->shown().value(0); }
};

} // namespace baton::tests
