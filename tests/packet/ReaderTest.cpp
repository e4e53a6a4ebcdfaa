#include "SmallestPacket.h"
#include "core/packet/Packet.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace baton;
using namespace Qt::StringLiterals;

class ReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void theSmallestPacketIsRead();
    void tolerated_data();
    void tolerated();
    void theLineIsKeptAsItCame();
    void theHashIsOfTheContentNotOfTheSpelling();
    void messagesStandByTimeAndTiesInPacketOrder();
    void attributesStandInThePacketsOrder();
    void ordersOfManyProducers_data();
    void ordersOfManyProducers();
    void trustedLinesThatNeverPassedAreErrors();

private:
    packet::Reader m_reader;
};

void ReaderTest::theSmallestPacketIsRead()
{
    packet::Reading reading = m_reader.read(smallest());
    QVERIFY2(reading, qPrintable(reading.rejection().toString()));
    const Conversation &c = reading.packet().conversation;
    QCOMPARE(c.id.text(), u"c1"_s);
    QCOMPARE(c.version, 1);
    QCOMPARE(c.createdAt, Instant{1767600000000});
    QCOMPARE(c.messages.size(), 1);
    QVERIFY(!c.handoff && !c.outcome && !c.owner && !c.routeTaken);
    QCOMPARE(reading.packet().hash.size(), 32);
}

void ReaderTest::tolerated_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("blanks around it") << "  " + smallest() + " \t";
    QTest::newRow("no messages") << with("/messages", "[]");
    QTest::newRow("64 levels") << replaced("\"k1\"", "\"k1\",\"x\":" + nested(62));
    QTest::newRow("exactly 8 MiB")
        << smallest() + QByteArray(packet::maxLine - smallest().size(), ' ');
    QTest::newRow("exactly 1 MiB of text")
        << with("/messages/0/text", '"' + QByteArray(packet::maxText, 'x') + '"');
    QTest::newRow("escaped control characters in a text")
        << with("/messages/0/text", "\"\\u0000\\u001b[31m\"");
    QTest::newRow("an id of 512 code points")
        << with("/id", '"' + QByteArray("\xF0\x9F\x98\x80").repeated(512) + '"');
    QTest::newRow("an offset and a fraction")
        << with("/created_at", "\"2026-01-05t09:00:00.123456+01:00\"");
    QTest::newRow("a very long fraction")
        << with("/created_at", "\"2026-01-05T09:00:00." + QByteArray(200, '1') + "Z\"");
    QTest::newRow("unknown members") << with("/source", "{\"anything\":[1,2.5,null]}");
    QTest::newRow("a tool that answers with a list")
        << with("/steps_tried", "[{\"tool\":{\"result\":[1]}}]");
    QTest::newRow("a policy version as a number")
        << with("/bot", "{\"policy_version\":7,\"prompt_version\":\"a\"}");
    QTest::newRow("the largest version") << with("/version", "2147483647");
    QTest::newRow("an outcome without a kind") << with("/outcome", "{\"csat\":null}");
    for (const char *place : {"/locale",
                              "/subject",
                              "/queue",
                              "/handed_off_at",
                              "/owner",
                              "/route_taken",
                              "/bot",
                              "/handoff",
                              "/outcome",
                              "/steps_tried",
                              "/promises",
                              "/customer/name",
                              "/customer/verified",
                              "/customer/value_tier",
                              "/customer/lifetime_value",
                              "/customer/attributes",
                              "/customer/orders",
                              "/customer/contacts_90d",
                              "/messages/0/author",
                              "/messages/0/visibility",
                              "/messages/0/attachments"})
        QTest::newRow(place) << with(place, "null");
}

void ReaderTest::tolerated()
{
    QFETCH(QByteArray, line);
    packet::Reading reading = m_reader.read(line);
    QVERIFY2(reading, qPrintable(reading.rejection().toString()));
    QCOMPARE(reading.packet().line, line);
}

void ReaderTest::theLineIsKeptAsItCame()
{
    const QByteArray line
        = replaced("\"k1\"", "\"\\u006b1\", \"x\" : [1.0, 1e2, 12345678901234567890123, \"\\/\"]");
    packet::Reading reading = m_reader.read(line);
    QVERIFY(reading);
    QCOMPARE(reading.packet().line, line);
}

void ReaderTest::theHashIsOfTheContentNotOfTheSpelling()
{
    const QByteArray hash = m_reader.read(smallest()).packet().hash;
    QCOMPARE(hash.toHex(),
             QByteArray("68342d8bea552ab7f500e9451465b4dd55f508aab9473e548da49e17558b1221"));
    const QByteArray spaced
        = QByteArray::fromStdString(nlohmann::json::parse(smallest().toStdString()).dump(2))
              .replace('\n', ' ');
    QCOMPARE(m_reader.read(spaced).packet().hash, hash);
    QVERIFY(m_reader.read(with("/customer/x", "null")).packet().hash != hash);
}

void ReaderTest::messagesStandByTimeAndTiesInPacketOrder()
{
    const auto message = [](const char *id, const char *at) {
        return QByteArray("{\"from\":\"bot\",\"text\":\"\",\"id\":\"") + id
            + "\",\"at\":\"2026-01-05T" + at + "\"}";
    };
    packet::Reading reading = m_reader.read(
        with("/messages",
             '[' + message("late", "09:00:00Z") + ',' + message("b", "08:00:00Z") + ','
                 + message("a", "09:00:00+01:00") + ',' + message("early", "07:59:59.999Z") + ']'));
    QVERIFY(reading);
    QStringList ids;
    for (const Message &m : reading.packet().conversation.messages)
        ids += m.id.text();
    QCOMPARE(ids, QStringList({u"early"_s, u"b"_s, u"a"_s, u"late"_s}));
}

void ReaderTest::attributesStandInThePacketsOrder()
{
    packet::Reading reading = m_reader.read(replaced(
        "\"k1\"",
        R"("k1","attributes":{"z":"1","a":{"y":2,"b":[true]},"none":null,"m\u0000":3,"m":4})"));
    QVERIFY(reading);
    const QList<Attribute> expected = {{u"z"_s, u"1"_s},
                                       {u"a"_s, u"{\"b\":[true],\"y\":2}"_s},
                                       {u"m\0"_s, u"3"_s},
                                       {u"m"_s, u"4"_s}};
    QCOMPARE(reading.packet().conversation.customer.attributes, expected);
}

void ReaderTest::ordersOfManyProducers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Order>("order");
    const Money price{12.5, u"EUR"_s};
    QTest::newRow("nothing known") << QByteArray(R"({"colour":"red"})") << Order{};
    QTest::newRow("plain") << QByteArray(
        R"({"id":"#1","status":"pending","total":12.5,"currency":"EUR"})")
                           << Order{u"#1"_s, u"pending"_s, price, {}, {}};
    QTest::newRow("other names") << QByteArray(
        R"({"order_id":17,"order_status":"sent","amount":"12.50","currency":"EUR",)"
        R"("created_at":"1970-01-01T00:00:01Z"})")
                                 << Order{u"17"_s, u"sent"_s, price, Instant{1000}, {}};
    QTest::newRow("items") << QByteArray(
        R"({"currency":"EUR","items":[{"name":"Lamp","price":12.5},"Bulb",)"
        R"({"title":"Cable","qty":3,"unit_price":{"amount":12.5,"currency":"USD"}},null]})")
                           << Order{{},
                                    {},
                                    {},
                                    {},
                                    {{u"Lamp"_s, 1, price},
                                     {u"Bulb"_s, 1, {}},
                                     {u"Cable"_s, 3, Money{12.5, u"USD"_s}},
                                     {}}};
    Order paid;
    paid.payments = {{u"P-1"_s, u"captured"_s, price, Instant{1000}, {}},
                     {{}, {}, Money{3, u"USD"_s}, {}, Instant{2000}},
                     {}};
    QTest::newRow("payments") << QByteArray(
        R"({"currency":"EUR","captures":[{"payment_id":"P-1","state":"captured","amount":12.5,)"
        R"("captured_at":"1970-01-01T00:00:01Z"},{"total":{"amount":3,"currency":"USD"},)"
        R"("due_date":"1970-01-01T00:00:02Z"},7]})")
                              << paid;
    QTest::newRow("two columns")
        << QByteArray(R"({"products":{"names":["boots","hat"],"amounts":[94]}})")
        << Order{{}, {}, {}, {}, {{u"boots"_s, 1, Money{94, {}}}, {u"hat"_s, 1, {}}}};
    QTest::newRow("amounts that are none")
        << QByteArray(R"({"total":"a lot","items":[{"name":"x","quantity":-1,"price":"inf"}]})")
        << Order{{}, {}, {}, {}, {{u"x"_s, 1, {}}}};
    QTest::newRow("a date without a time")
        << QByteArray(R"({"purchase_date":"2020-02-29"})") << Order{};
}

void ReaderTest::ordersOfManyProducers()
{
    QFETCH(QByteArray, json);
    packet::Reading reading = m_reader.read(with("/customer/orders", '[' + json + ']'));
    QVERIFY(reading);
    QFETCH(Order, order);
    QCOMPARE(reading.packet().conversation.customer.orders, QList<Order>{order});
}

void ReaderTest::trustedLinesThatNeverPassedAreErrors()
{
    for (const QByteArray &line :
         {QByteArray(), QByteArray("{}"), QByteArray("[1]"), QByteArray("7"), smallest().chopped(1),
          with("/created_at", "\"x\""),
          QByteArray("{\"version\":\"x\",\"messages\":{},\"customer\":[]}")}) {
        const auto parsed = packet::parseTrusted(line);
        QVERIFY2(!parsed, line.constData());
        QCOMPARE(parsed.error().code, ErrorCode::Corrupt);
    }
    QVERIFY(packet::parseTrusted(smallest()));
}

BATON_TEST(ReaderTest)
#include "ReaderTest.moc"
