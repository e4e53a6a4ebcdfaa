#include "core/sync/demo/ShopServer.h"

#include "tests/support/TestProgram.h"
#include "tests/sync/demo/World.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::sync::demo;

class ShopTest : public QObject
{
    Q_OBJECT

    static QJsonObject object(const Shop::Response &response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }
    static Customer mara()
    {
        Customer customer;
        customer.id = CustomerId(u"u 1"_s);
        customer.orders = {{u"LF-1"_s, u"confirmed"_s, Money{50, u"EUR"_s}, {}, {}}};
        return customer;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theShopKnowsTheOrdersOfTheDemo()
    {
        Ledger ledger;
        SystemClock system;
        sync::DemoClock clock(sync::DemoUpstream::startsAt(), system);
        sync::DemoControl control(clock, sync::DemoUpstream::scenes());
        sync::DemoUpstream upstream({1, test::ines, sync::Past::None, &ledger}, clock, control);
        const auto delta = upstream.pull({}, 512);
        QVERIFY(delta);
        Shop shop(ledger);
        int orders = 0;
        for (const store::Incoming &incoming : delta->packets) {
            const Customer &customer = incoming.packet.conversation.customer;
            for (const Order &order : customer.orders) {
                const auto answer = shop.answer({"GET", "/orders/" + order.id.toUtf8(), {}, {}});
                QCOMPARE(answer.status, 200);
                QCOMPARE(object(answer)[u"id"_s].toString(), order.id);
                QCOMPARE(object(answer)[u"customer"_s].toString(), customer.id.text());
                ++orders;
            }
        }
        QVERIFY(orders > 10);
        QCOMPARE(shop.answer({"GET", "/orders/LF-00000", {}, {}}).status, 404);
    }

    void aRefundIsMadeOnceAKeyAndNeverAboveWhatWasPaid()
    {
        Ledger ledger;
        ledger.note(mara());
        Shop shop(ledger);
        const QByteArray body = R"({"amount": "30.00", "currency": "EUR"})";
        const Shop::Request refund{"POST", "/orders/LF-1/refunds", "k1", body};
        const auto first = shop.answer(refund);
        QCOMPARE(first.status, 201);
        QCOMPARE(shop.answer(refund).body, first.body);
        QCOMPARE(shop.answer({"POST", "/orders/LF-1/refunds", "k2", body}).status, 422);
        QCOMPARE(shop.answer({"POST", "/orders/LF-1/refunds", {}, body}).status, 400);
        QCOMPARE(shop.answer({"POST", "/orders/LF-1/refunds", "k3", "{\"amount\""}).status, 422);
        QCOMPARE(object(shop.answer({"GET", "/orders/LF-1", {}, {}}))[u"refunded"_s].toString(),
                 u"30.00"_s);
    }

    void whatIsCancelledStaysSo()
    {
        Ledger ledger;
        ledger.note(mara());
        Shop shop(ledger);
        QCOMPARE(shop.answer({"POST", "/orders/LF-1/cancellation", "k1", {}}).status, 200);
        QCOMPARE(shop.answer({"POST", "/orders/LF-1/cancellation", "k2", {}}).status, 409);
        QCOMPARE(object(shop.answer({"GET", "/orders/LF-1", {}, {}}))[u"status"_s].toString(),
                 u"cancelled"_s);
        QCOMPARE(shop.answer({"GET", "/customers/u%201", {}, {}}).status, 200);
    }

    void theServerDeclaresItsOwnAddress()
    {
        Ledger ledger;
        const auto server = ShopServer::start(ledger);
        QVERIFY(server);
        QVERIFY((*server)->address().startsWith(u"http://127.0.0.1:"_s));
        QVERIFY((*server)->declarations().contains((*server)->address().toLatin1()));
    }
};

BATON_TEST(ShopTest)
#include "ShopTest.moc"
