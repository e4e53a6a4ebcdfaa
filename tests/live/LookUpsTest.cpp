#include "LiveFixture.h"

#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

class LookUpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsDeclaredIsShownWithItsTime()
    {
        LiveFixture f;
        f.lookUps->follow(conversationOf(u"ada"_s, u"#W1000001"_s));
        QVERIFY(f.settles());
        const QList<LiveLookUp> all = f.lookUps->shown();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].title, u"Order"_s);
        QCOMPARE(all[0].about, u"#W1000001"_s);
        QCOMPARE(all[0].at, std::optional(f.clock.now()));
        QCOMPARE(all[0].lines,
                 QList<LiveLine>({{u"Status"_s, u"shipped"_s},
                                  {u"Paid"_s, Money{106, u"USD"_s}},
                                  {u"First item"_s, u"Lamp"_s}}));
        QCOMPARE(all[1].lines,
                 QList<LiveLine>({{u"E-mail"_s, u"ada@post.example"_s}, {u"City"_s, u"Oslo"_s}}));
        QCOMPARE(f.shop.requests[0].target, QByteArray("/orders/%23W1000001"));
        const QList<LookUp> evidence = f.lookUps->evidence();
        QCOMPARE(evidence.size(), 2);
        const QString result
            = QString::fromUtf8(R"({"Status":"shipped","Paid":"106.00 USD","First item":"Lamp"})");
        QCOMPARE(evidence[0].result, result);
        QVERIFY(!all[0].isStale(f.clock.now()));
        f.clock.advance(60'001);
        QVERIFY(all[0].isStale(f.clock.now()));
    }

    void whatIsNotKnownIsNotAsked()
    {
        LiveFixture f;
        f.lookUps->follow(conversationOf(u"ada"_s, {}));
        QVERIFY(f.settles());
        QCOMPARE(f.lookUps->shown().size(), 1);
        QCOMPARE(f.lookUps->shown()[0].name, u"customer"_s);
    }

    /// By ratio, so that a slow machine is slow in both.
    void fiveOfThemCostOneWait()
    {
        const auto waitFor = [](int lookUps) {
            LiveFixture f(lookUps);
            f.shop.delayMs = 300;
            QElapsedTimer timer;
            timer.start();
            f.lookUps->follow(conversationOf(u"ada"_s, u"#W1000001"_s));
            if (!f.settles())
                return qint64(0);
            for (const LiveLookUp &one : f.lookUps->shown())
                if (!one.at)
                    return qint64(0);
            return timer.elapsed();
        };
        const qint64 two = waitFor(1);
        const qint64 five = waitFor(4);
        QVERIFY(two >= 300);
        QVERIFY(five >= 300);
        qInfo("two look-ups of 300 ms: %lld ms, five: %lld ms", two, five);
        QVERIFY2(double(five) < 1.5 * double(two), "they went one after the other");
    }

    void anotherCustomersOrderIsRefusedAsALie()
    {
        LiveFixture f;
        f.lookUps->follow(
            conversationOf(u"ada"_s, u"#W1000001"_s, u"My order is #W1000002, where is it?"_s));
        QVERIFY(f.settles());
        QCOMPARE(f.order().problem->code, ErrorCode::Conflict);
        QVERIFY(f.order().lines.isEmpty());
        QVERIFY(!f.order().problem->detail.contains(u"bo"_s));
        QCOMPARE(f.lookUps->evidence().size(), 1);
    }

    void lies_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = R"("id": "W1000001", "user_id": "ada")";
        const auto json = [](const QByteArray &body) { return ShopServer::reply(body); };
        const auto status = [](const QByteArray &line, const QByteArray &headers = {}) {
            return ShopServer::reply("{}", line, headers);
        };
        QTest::newRow("another order")
            << json(R"({"id": "W1000009", "user_id": "ada"})") << ErrorCode::Conflict;
        QTest::newRow("of nobody") << json(R"({"status": "shipped"})") << ErrorCode::InvalidInput;
        QTest::newRow("of a list")
            << json(R"({"id": ["W1000001"], "user_id": "ada"})") << ErrorCode::InvalidInput;
        QTest::newRow("wrong type")
            << json("{" + good + R"(, "status": {"is": "shipped"}})") << ErrorCode::InvalidInput;
        QTest::newRow("amount that is none")
            << json("{" + good + R"(, "payment_history": [{"amount": "lots"}]})")
            << ErrorCode::InvalidInput;
        QTest::newRow("number beyond all")
            << json("{" + good + R"(, "n": 1e999})") << ErrorCode::InvalidInput;
        QTest::newRow("a list") << json("[1]") << ErrorCode::InvalidInput;
        QTest::newRow("nothing") << json("") << ErrorCode::InvalidInput;
        QTest::newRow("broken") << json("{" + good + R"(, "status": )") << ErrorCode::InvalidInput;
        QTest::newRow("html") << json("<html>login</html>") << ErrorCode::InvalidInput;
        QTest::newRow("bad utf-8")
            << json("{" + good + ", \"status\": \"\xff\xfe\"}") << ErrorCode::InvalidInput;
        QTest::newRow("twice") << json("{" + good + R"(, "id": "W1000001"})")
                               << ErrorCode::InvalidInput;
        QTest::newRow("nested 100,000 deep")
            << json(QByteArray(100'000, '[') + QByteArray(100'000, ']')) << ErrorCode::InvalidInput;
        QTest::newRow("nested deep within")
            << json("{" + good + R"(, "x": )" + QByteArray(1000, '[') + QByteArray(1000, ']') + "}")
            << ErrorCode::InvalidInput;
        QTest::newRow("5 MB") << json("{" + good + ", \"status\": \"" + QByteArray(5 << 20, 'x')
                                      + "\"}")
                              << ErrorCode::TooLarge;
        QTest::newRow("5 MB of no told length") << "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"
                + QByteArray(5 << 20, ' ') + "}" << ErrorCode::TooLarge;
        QTest::newRow("redirect to another host")
            << status("302 Found", "Location: http://192.0.2.1/orders\r\n") << ErrorCode::Refused;
        QTest::newRow("redirect that keeps the method")
            << status("307 Temporary Redirect", "Location: http://192.0.2.1/\r\n")
            << ErrorCode::Refused;
        QTest::newRow("401") << status("401 Unauthorized", "WWW-Authenticate: Basic\r\n")
                             << ErrorCode::Refused;
        QTest::newRow("404") << status("404 Not Found") << ErrorCode::NotFound;
        QTest::newRow("429") << status("429 Too Many Requests", "Retry-After: 3\r\n")
                             << ErrorCode::Offline;
        QTest::newRow("500") << status("500 Internal Server Error") << ErrorCode::Offline;
        QTest::newRow("hung up") << QByteArray("") << ErrorCode::Offline;
        QTest::newRow("cut within") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"id\"")
                                    << ErrorCode::Offline;
        QTest::newRow("no http") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ErrorCode::Offline;
    }
    void lies()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        LiveFixture f;
        f.shop.lie = [&answer](const ShopServer::Request &request) {
            return request.target.startsWith("/orders") ? std::optional(answer) : std::nullopt;
        };
        f.lookUps->follow(conversationOf(u"ada"_s, u"#W1000001"_s));
        QVERIFY(f.settles());
        QVERIFY(f.order().problem);
        QCOMPARE(f.order().problem->code, code);
        QVERIFY(f.order().lines.isEmpty());
        QCOMPARE(f.lookUps->evidence().size(), 1); // the customer's, who was not lied about
    }

    /// Where the line is cut between two chunks, HTTP may take it for an end.
    void aStreamThatIsCutIsNoAnswer()
    {
        LiveFixture f;
        f.shop.lie = [](const ShopServer::Request &) {
            return std::optional(QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                                            "Connection: close\r\n\r\n5\r\n{\"id\"\r\n"));
        };
        f.lookUps->follow(conversationOf(u"ada"_s, u"#W1000001"_s));
        QVERIFY(f.settles());
        QVERIFY(f.order().problem);
        QVERIFY(f.lookUps->evidence().isEmpty());
    }

    void aServerThatNeverAnswersIsGivenUpInTime()
    {
        LiveFixture f(1, 150);
        f.shop.silent = true;
        f.lookUps->follow(conversationOf(u"ada"_s, u"#W1000001"_s));
        QVERIFY(f.settles());
        QCOMPARE(f.order().problem->code, ErrorCode::Offline);
        QCOMPARE(f.order().problem->detail, u"no answer in time"_s);
    }

    void whatWasKnownStaysWithItsAge()
    {
        LiveFixture f;
        f.lookUps->follow(conversationOf(u"ada"_s, u"#W1000001"_s));
        QVERIFY(f.settles());
        const Instant before = f.clock.now();
        f.clock.advance(300'000);
        f.shop.lie = [](const ShopServer::Request &) {
            return std::optional(ShopServer::reply("{}", "503 Service Unavailable"));
        };
        f.lookUps->askAgain();
        QVERIFY(f.order().asking);
        QCOMPARE(f.order().lines.size(), 3);
        QVERIFY(f.settles());
        QCOMPARE(f.order().lines.size(), 3);
        QCOMPARE(f.order().at, std::optional(before));
        QVERIFY(f.order().problem);
        QVERIFY(f.order().isStale(f.clock.now()));
        f.shop.lie = {};
        f.lookUps->askAgain();
        QVERIFY(f.settles());
        QVERIFY(!f.order().problem);
        QCOMPARE(f.order().at, std::optional(f.clock.now()));
    }

    void aFreshAnswerIsNotAskedForAgain()
    {
        LiveFixture f;
        const Conversation ada = conversationOf(u"ada"_s, u"#W1000001"_s);
        f.lookUps->follow(ada);
        QVERIFY(f.settles());
        f.lookUps->leave();
        QVERIFY(f.lookUps->shown().isEmpty());
        f.lookUps->follow(ada);
        QVERIFY(f.settles());
        QCOMPARE(f.order().lines.size(), 3);
        QCOMPARE(f.shop.requests.size(), 2);
        f.lookUps->leave();
        f.clock.advance(61'000);
        f.lookUps->follow(ada);
        QVERIFY(QTest::qWaitFor([&f] { return f.shop.requests.size() == 4; }));
        QCOMPARE(f.order().lines.size(), 3); // the old ones, until the new ones are there
    }

    void aLateAnswerIsNotShownForAnother()
    {
        LiveFixture f;
        f.shop.silent = true;
        f.lookUps->follow(conversationOf(u"ada"_s, u"#W1000001"_s));
        QVERIFY(QTest::qWaitFor([&f] { return f.shop.requests.size() == 2; }));
        f.shop.silent = false;
        f.lookUps->follow(conversationOf(u"ada"_s, {}));
        QVERIFY(f.settles());
        QCOMPARE(f.lookUps->shown().size(), 1);
    }

    void aNumberThatComesLaterIsAskedFor()
    {
        LiveFixture f;
        Conversation ada = conversationOf(u"ada"_s, {});
        f.lookUps->follow(ada);
        QVERIFY(f.settles());
        Message more = ada.messages.first();
        more.id = MessageId(u"m2"_s);
        more.text = u"it is order #W1000001"_s;
        ada.messages.append(more);
        f.lookUps->follow(ada);
        QVERIFY(QTest::qWaitFor([&f] { return f.lookUps->shown().size() == 2 && f.settled(); }));
        QVERIFY(f.order().at);
        QCOMPARE(f.shop.requests.size(), 2); // the customer was known
    }

    void everyCustomerAndOrderOfARealShop()
    {
        const QString folder = QStringLiteral(BATON_SHARED_DATA "/context");
        QFile users(folder + u"/tau_retail_users.jsonl"_s);
        if (!users.open(QIODevice::ReadOnly))
            QSKIP("shared/data/context is not there: 500 customers were not looked up");
        QProcess gzip;
        gzip.start(u"gzip"_s, {u"-dc"_s, folder + u"/tau_retail_orders.jsonl.gz"_s});
        QVERIFY(gzip.waitForFinished());
        LiveFixture f;
        for (const QByteArray &line : gzip.readAllStandardOutput().split('\n')) {
            const QJsonObject order = QJsonDocument::fromJson(line).object();
            if (!order.isEmpty())
                f.shop.orders.insert(order[u"id"_s].toString().remove(u'#'), order);
        }
        QStringList customers;
        while (!users.atEnd()) {
            const QJsonObject user = QJsonDocument::fromJson(users.readLine()).object();
            customers += user[u"id"_s].toString();
            f.shop.customers.insert(customers.last(), user);
        }
        QVERIFY(customers.size() >= 500);
        QVERIFY(f.shop.orders.size() >= 1000);
        int orders = 0;
        for (const QString &customer : customers) {
            const QJsonObject user = f.shop.customers.value(customer);
            for (const QJsonValue &id : user[u"orders"_s].toArray()) {
                f.lookUps->leave();
                f.lookUps->follow(conversationOf(customer, id.toString()));
                QVERIFY(f.settles());
                const LiveLookUp shown = f.order();
                QVERIFY2(!shown.problem, qPrintable(id.toString()));
                const QJsonObject order = f.shop.orders.value(id.toString().remove(u'#'));
                QCOMPARE(shown.lines.first(),
                         (LiveLine{u"Status"_s, order[u"status"_s].toString()}));
                QCOMPARE(f.lookUps->shown()[1].lines.first(),
                         (LiveLine{u"E-mail"_s, user[u"email"_s].toString()}));
                ++orders;
            }
        }
        qInfo("%d orders of %lld customers", orders, qint64(customers.size()));
        QVERIFY(orders >= 900);
    }
};

BATON_TEST(LookUpsTest)
#include "LookUpsTest.moc"
