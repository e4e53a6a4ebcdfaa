#include "LiveFixture.h"

#include "core/live/Actions.h"
#include "core/live/JsonLines.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::live;
using namespace baton::tests;

class DeclarationsTest : public QObject
{
    Q_OBJECT

    const QByteArray good = shopDeclaration(u"https://shop.example/api"_s);

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsWrongIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *from, const char *to,
                            const char *detail) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(detail);
        };
        row("syntax", "\"systems\":", "\"systems\"", "line 2: not JSON");
        row("version", "baton-live/1", "baton-live/9", "/live: expected baton-live/1");
        row("unknown key", "\"system\": \"shop\", \"method\"", "\"sytem\": 1, \"method\"",
            "/actions/0/system: missing");
        row("http", "https://shop.example/api", "http://shop.example",
            "/systems/shop/url: http is not encrypted; use https, or say \"allow_http\": true");
        row("another scheme", "https://shop.example/api", "file:///etc/passwd",
            "/systems/shop/url: expected an address such as https://shop.example/api");
        row("a password", "https://shop", "https://me:secret@shop",
            "/systems/shop/url: a secret has no place in an address; name it under auth");
        row("a host from a fact", "https://shop.example/api", "https://{customer}.example",
            "/systems/shop/url: expected an address such as https://shop.example/api");
        row("an argument that there is not", "/orders/{order}\"", "/orders/{ordre}\"",
            "/look_ups/0/path: no argument {ordre}; there are order, customer, email, phone, card, "
            "conversation, amount, currency");
        row("half a brace", "/orders/{order}\"", "/orders/{order\"",
            "/look_ups/0/path: a brace without its other half");
        row("out of the path", "/customers/{customer}", "/../{customer}",
            "/look_ups/1/path: expected a path such as /orders/{order}; a query stands apart");
        row("of nobody", "\"about\": {\"/id\": \"customer\"}", "\"about\": {}",
            "/look_ups/1/about: expected an object such as {\"/id\": \"order\"}: what the answer "
            "must be of");
        row("no pointer", "\"at\": \"/email\"", "\"at\": \"email\"",
            "/look_ups/1/show/0/at: expected a JSON pointer such as /order/status");
        row("a currency of nothing", "\"is\": \"money\", ", "",
            "/look_ups/0/show/1: a currency, or where it stands, goes with \"is\": \"money\", and "
            "only there");
        row("an action without a key", "\"idempotency_header\": \"Idempotency-Key\",", "",
            "/actions/0/idempotency_header: missing");
        row("an action that only reads", "\"method\": \"POST\"", "\"method\": \"GET\"",
            "/actions/0/method: expected one of POST, PUT, PATCH, DELETE");
        row("a look-up of money", "\"path\": \"/customers/{customer}\"",
            "\"path\": \"/customers/{customer}/{amount}\"",
            "/look_ups/1: {amount} is for actions only");
        row("twice", "\"name\": \"customer\"", "\"name\": \"order0\"",
            "/look_ups/1/name: is there twice");
        row("a body that names nothing", "by {customer}", "by {nobody}",
            "/actions/0/body: no argument {nobody}; there are order, customer, email, phone, card, "
            "conversation, amount, currency");
        row("no system", "\"system\": \"shop\", \"method\"", "\"system\": \"till\", \"method\"",
            "/actions/0/system: names none of the systems");
    }
    void whatIsWrongIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, detail);
        QVERIFY(readDeclarations(good));
        const qsizetype at = good.indexOf(from);
        QVERIFY(at >= 0);
        const auto read = readDeclarations(good.left(at) + to + good.mid(at + from.size()));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        static const QRegularExpression line(u"\\Aline [1-9][0-9]*: "_s);
        QVERIFY(line.match(read.error().detail).hasMatch());
        QCOMPARE(QString(read.error().detail).remove(line), QString(detail).remove(line));
    }

    void theLineIsThatOfThePlace()
    {
        const QByteArray json = "{\n \"a\": [1,\n  {\"b\": \"x, {\\\"b\\\": [\",\n   "
                                "\"c/d\": 2},\n 3], \"e\":\n {}\n}";
        QCOMPARE(lineOf(json, u"/a"_s), 2);
        QCOMPARE(lineOf(json, u"/a/0"_s), 2);
        QCOMPARE(lineOf(json, u"/a/1/b"_s), 3);
        QCOMPARE(lineOf(json, u"/a/1/c~1d"_s), 4);
        QCOMPARE(lineOf(json, u"/a/2"_s), 5);
        QCOMPARE(lineOf(json, u"/e"_s), 5);
        QCOMPARE(lineOf(json, u"/e/missing"_s), 5);
        QCOMPARE(lineOf(json, u"/nowhere"_s), 1);
        QCOMPARE(lineOf(json, {}), 1);
    }

    void httpToThisComputerIsFine()
    {
        for (const char *address :
             {"http://127.0.0.1:8080", "http://localhost/x", "http://[::1]:1"})
            QVERIFY2(readDeclarations(shopDeclaration(QString::fromLatin1(address))), address);
        QVERIFY(!readDeclarations(shopDeclaration(u"http://127.0.0.1.evil.example"_s)));
    }

    void aMissingFileDeclaresNothing()
    {
        const auto none = loadDeclarations(u"/nowhere/live-systems.json"_s);
        QVERIFY(none);
        QVERIFY(none->systems.isEmpty());
    }

    void anArgumentStaysInItsPlace_data()
    {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("url");
        const QString base = u"https://shop.example/api/orders/"_s;
        QTest::newRow("plain") << u"W1"_s << base + u"W1"_s;
        QTest::newRow("hash") << u"#W1"_s << base + u"%23W1"_s;
        QTest::newRow("up") << u"../customers/bo"_s << base + u"..%2Fcustomers%2Fbo"_s;
        QTest::newRow("query") << u"W1?all=1&x"_s << base + u"W1%3Fall%3D1%26x"_s;
        QTest::newRow("host") << u"@evil.example/"_s << base + u"%40evil.example%2F"_s;
        QTest::newRow("encoded already") << u"%2e%2e%2f"_s << base + u"%252e%252e%252f"_s;
        QTest::newRow("umlaut") << u"Ä 1"_s << base + u"%C3%84%201"_s;
        QTest::newRow("only dots") << u".."_s << QString();
        QTest::newRow("a line") << u"W1\r\nHost: x"_s << QString();
        QTest::newRow("long") << QString(5000, u'1') << QString();
    }
    void anArgumentStaysInItsPlace()
    {
        QFETCH(QString, order);
        QFETCH(QString, url);
        const Declarations declarations = declared(good);
        const Endpoint &endpoint = declarations.lookUps[0].endpoint;
        const auto call = callFor(endpoint, declarations.systemOf(endpoint),
                                  {{Argument::Order, order}, {Argument::Customer, u"ada"_s}});
        if (url.isEmpty()) {
            QVERIFY(!call);
            QCOMPARE(call.error().code, ErrorCode::InvalidArgument);
            return;
        }
        QVERIFY(call);
        QCOMPARE(call->url.toString(QUrl::FullyEncoded), url);
        QCOMPARE(call->url.host(), u"shop.example"_s);
    }

    void aBodyHoldsWhatWasToldAsText()
    {
        const Declarations declarations = declared(good);
        const Known known{{Argument::Order, u"W1"_s},
                          {Argument::Customer, u"\"}, {\"x\": \"{order}"_s}};
        const auto request = requestFor(declarations, u"refund"_s, known, Money{20, u"EUR"_s});
        QVERIFY(request);
        const QString body = u"{\"amount\":\"20.00\",\"currency\":\"EUR\",\"reason\":\"by "
                             "\\\"}, {\\\"x\\\": \\\"{order}\"}"_s;
        QCOMPARE(request->body, body);
        QCOMPARE(request->url, u"https://shop.example/api/orders/W1/refunds"_s);
        QCOMPARE(request->method, u"POST"_s);
        QVERIFY(!request->key.isEmpty());
        const auto again = requestFor(declarations, u"refund"_s, known, Money{20, u"EUR"_s});
        QVERIFY(again->key != request->key);
        const auto call = callOf(*request, declarations);
        QVERIFY(call);
        QCOMPARE(call->key, request->key.text().toLatin1());
    }

    void anAmountIsNeededAboveNothing()
    {
        const Declarations declarations = declared(good);
        const Known known{{Argument::Order, u"W1"_s}, {Argument::Customer, u"ada"_s}};
        for (const std::optional<Money> &amount :
             QList<std::optional<Money>>{{},
                                         Money{0, u"EUR"_s},
                                         Money{-5, u"EUR"_s},
                                         Money{5, {}},
                                         Money{qQNaN(), u"EUR"_s},
                                         Money{qInf(), u"EUR"_s}})
            QCOMPARE(requestFor(declarations, u"refund"_s, known, amount).error().code,
                     ErrorCode::InvalidArgument);
    }

    void aKeptRequestGoesNowhereElse()
    {
        const Known known{{Argument::Order, u"W1"_s}, {Argument::Customer, u"ada"_s}};
        const auto request = requestFor(declared(good), u"refund"_s, known, Money{20, u"EUR"_s});
        QVERIFY(request);
        const auto moved
            = callOf(*request, declared(shopDeclaration(u"https://other.example/api"_s)));
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, ErrorCode::Refused);
        QVERIFY(!callOf(*request, Declarations{}));
    }

    void offersAreThoseWhoseFactsAreKnown()
    {
        const Declarations declarations = declared(good);
        const Conversation with = conversationOf(u"ada"_s, u"#W1"_s);
        const QList<ActionOffer> offers = offersFor(declarations, knownOf(with), with);
        QCOMPARE(offers.size(), 1);
        QVERIFY(offers[0].asksAmount);
        QCOMPARE(offers[0].amount, std::optional(Money{106, u"USD"_s}));
        const Conversation without = conversationOf(u"ada"_s, {});
        QVERIFY(offersFor(declarations, knownOf(without), without).isEmpty());
    }

    /// The secret goes into its header and nowhere else.
    void aSecretIsANameInTheFile()
    {
        ShopServer shop;
        fillShop(shop);
        QByteArray json = shopDeclaration(shop.address());
        json.replace("}},", R"(, "auth": {"header": "Authorization", "prefix": "Bearer ",
                                          "environment": "SHOP_TOKEN"}}},)");
        const Declarations declarations = declared(json);
        const Endpoint &endpoint = declarations.lookUps[0].endpoint;
        const auto call
            = callFor(endpoint, declarations.systemOf(endpoint),
                      {{Argument::Order, u"W1000001"_s}, {Argument::Customer, u"ada"_s}});
        QVERIFY(call);
        HttpLiveSystem without([](const System &) { return QByteArray(); });
        const auto refused = without.ask(*call).result();
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QCOMPARE(refused.error().subject, u"SHOP_TOKEN"_s);
        QVERIFY(shop.requests.isEmpty());
        HttpLiveSystem with([](const System &) { return QByteArray("s3cret"); });
        const auto asked = with.ask(*call);
        QVERIFY(QTest::qWaitFor([&asked] { return asked.isFinished(); }));
        QCOMPARE(asked.result()->status, 200);
        QCOMPARE(shop.requests[0].header("Authorization"), QByteArray("Bearer s3cret"));
        QVERIFY(!shop.requests[0].target.contains("s3cret"));
    }
};

BATON_TEST(DeclarationsTest)
#include "DeclarationsTest.moc"
