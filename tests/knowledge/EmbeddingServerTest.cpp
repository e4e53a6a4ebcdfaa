#include "core/knowledge/EmbeddingServer.h"

#include "tests/support/ScriptedHttp.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFloat16> // QCOMPARE of a json value asks whether it converts

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::knowledge;
using namespace baton::tests;
using namespace std::chrono_literals;

namespace {

using Json = nlohmann::json;

/// The texts that were sent.
std::vector<std::string> inputs(const ScriptedHttp::Request &request)
{
    return Json::parse(request.body.toStdString()).at("input").get<std::vector<std::string>>();
}

/// A direction for each text: (its length, 1), the last one first.
Json vectors(const ScriptedHttp::Request &request)
{
    Json data = Json::array();
    const std::vector<std::string> texts = inputs(request);
    for (size_t i = texts.size(); i-- > 0;)
        data.push_back({{"index", i}, {"embedding", {texts[i].size(), 1}}});
    return {{"model", "small"}, {"data", data}};
}

QByteArray ok(const Json &json)
{
    return ScriptedHttp::reply(QByteArray::fromStdString(json.dump()));
}

QByteArray error(const QByteArray &status, const QByteArray &body = "{}",
                 const QByteArray &headers = {})
{
    return ScriptedHttp::reply(body, status, headers);
}

EmbeddingServer::Parts parts(const ScriptedHttp &server)
{
    EmbeddingServer::Parts parts{server.address(), u"small"_s, {}, [] { return true; }};
    parts.firstPause = 1ms;
    return parts;
}

EmbeddingServer client(const EmbeddingServer::Parts &parts)
{
    auto made = EmbeddingServer::at(parts);
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    return *std::move(made);
}

double slope(const Embedding &made)
{
    return made.empty() ? 0 : std::round(double(made[0]) / double(made[1]));
}

} // namespace

class EmbeddingServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void answersStandInTheOrderOfTheTexts()
    {
        const ScriptedHttp server([](const auto &request) { return ok(vectors(request)); });
        EmbeddingServer asked = client(parts(server));
        QVERIFY(asked.meet());
        QCOMPARE(asked.dimension(), 2);
        QCOMPARE(asked.name(), server.address() + u"/v1/embeddings small 2"_s);
        const auto made = asked.embed({u"a"_s, u"bbb"_s, u"cc"_s}, Embedder::Patience::Search);
        QVERIFY(made);
        QCOMPARE(made->size(), 3);
        QCOMPARE(slope((*made)[0]), 1);
        QCOMPARE(slope((*made)[1]), 3);
        QCOMPARE(slope((*made)[2]), 2);
        QCOMPARE(std::hypot((*made)[1][0], (*made)[1][1]), 1);
        const QByteArray head = server.requests().first().head;
        QVERIFY2(head.startsWith("POST /v1/embeddings HTTP/1.1"), head);
        QVERIFY(!head.contains("Authorization"));
        QVERIFY(head.contains("User-Agent: Baton/"));
        QCOMPARE(Json::parse(server.requests().first().body.toStdString()).at("model"), "small");
    }

    void nothingEmptyIsSentAndBatchesStaySmall()
    {
        const ScriptedHttp server([](const auto &request) { return ok(vectors(request)); });
        QStringList texts{u" "_s, {}};
        for (int i = 1; i <= 70; ++i)
            texts << QString(i, u'x') << u"\n"_s;
        EmbeddingServer asked = client(parts(server));
        const auto made = asked.embed(texts, Embedder::Patience::Filling);
        QVERIFY(made);
        QCOMPARE(made->size(), size_t(texts.size()));
        size_t sent = 0;
        for (const auto &request : server.requests()) {
            const auto some = inputs(request);
            sent += some.size();
            QVERIFY(some.size() <= 32);
            QVERIFY(std::find(some.begin(), some.end(), "") == some.end());
        }
        QCOMPARE(sent, 70);
        for (qsizetype i = 0; i < texts.size(); ++i)
            QCOMPARE(slope((*made)[size_t(i)]), double(texts[i].trimmed().size()));
        QVERIFY(asked.embed({}, Embedder::Patience::Filling)->empty());
    }

    void anAddressMayNameThePath()
    {
        const ScriptedHttp server([](const auto &request) { return ok(vectors(request)); });
        for (const QString &path : {u"/"_s, u"/v1"_s, u"/v1/"_s, u"/v1/embeddings"_s}) {
            EmbeddingServer::Parts own = parts(server);
            own.address += path;
            QVERIFY(client(own).meet());
            QVERIFY(server.requests().last().head.startsWith("POST /v1/embeddings "));
        }
    }

    void aKeyGoesIntoTheHeaderAlone()
    {
        const ScriptedHttp server([](const auto &) {
            return error("401 Unauthorized", R"({"error": {"code": "invalid_api_key",
                "message": "wrong key sekret"}})");
        });
        EmbeddingServer::Parts own = parts(server);
        own.key = "sekret";
        const Error refused = client(own).meet().error();
        QCOMPARE(refused.code, ErrorCode::Refused);
        QVERIFY(refused.detail.contains(u"invalid_api_key"_s));
        QVERIFY(!(refused.subject + refused.detail).contains(u"sekret"_s));
        QVERIFY(server.requests().first().head.contains("Authorization: Bearer sekret"));
        QVERIFY(!server.requests().first().body.contains("sekret"));
        QCOMPARE(server.requests().size(), 1);
    }

    void addressesThatNothingIsSentTo_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("no host") << u"http://"_s;
        QTest::newRow("a password") << u"http://me:secret@localhost:1"_s;
        QTest::newRow("a query") << u"http://localhost:1/?key=secret"_s;
        QTest::newRow("no address") << u"ht tp://x"_s;
    }
    void addressesThatNothingIsSentTo()
    {
        QFETCH(QString, address);
        const auto made = EmbeddingServer::at({address, {}, {}, [] { return true; }});
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!made.error().subject.contains(u"secret"_s));
    }

    void aServerIsToldFromAFolder()
    {
        QVERIFY(isServer(u"http://x"_s));
        QVERIFY(!isServer(u"/models/m2v"_s));
    }

    void aRedirectIsNotFollowed()
    {
        const ScriptedHttp other([](const auto &request) { return ok(vectors(request)); });
        const ScriptedHttp server([&](const auto &) {
            return error("307 Temporary Redirect", "",
                         "Location: " + other.address().toUtf8() + "/v1/embeddings\r\n");
        });
        EmbeddingServer::Parts own = parts(server);
        own.key = "sekret";
        QCOMPARE(client(own).meet().error().code, ErrorCode::Refused);
        QVERIFY(other.requests().isEmpty());
    }

    void answersThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTML") << "<html>sign in</html>"_ba;
        QTest::newRow("no list") << "{}"_ba;
        QTest::newRow("too few") << R"({"data": []})"_ba;
        QTest::newRow("too many")
            << R"({"data": [{"embedding": [1]}, {"index": 1, "embedding": [1]}]})"_ba;
        QTest::newRow("out of range") << R"({"data": [{"index": 1, "embedding": [1]}]})"_ba;
        QTest::newRow("negative") << R"({"data": [{"index": -1, "embedding": [1]}]})"_ba;
        QTest::newRow("words") << R"({"data": [{"index": 0, "embedding": ["1"]}]})"_ba;
        QTest::newRow("nothing") << R"({"data": [{"index": 0, "embedding": []}]})"_ba;
        QTest::newRow("no number") << R"({"data": [{"index": 0, "embedding": [null]}]})"_ba;
        QTest::newRow("beyond all numbers")
            << R"({"data": [{"index": 0, "embedding": [1e300]}]})"_ba;
        QTest::newRow("an error under 200") << R"({"error": {"message": "no"}})"_ba;
        QTest::newRow("cut short") << "{\"data\": [{\"index\": 0, \"emb"_ba;
    }
    void answersThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, body);
        const ScriptedHttp server([&](const auto &) { return ScriptedHttp::reply(body); });
        QCOMPARE(client(parts(server)).meet().error().code, ErrorCode::InvalidInput);
    }

    void anotherDimensionIsRefused()
    {
        int numbers = 2;
        const ScriptedHttp server([&](const auto &) {
            return ok(
                {{"data",
                  {{{"index", 0}, {"embedding", Json(std::vector<int>(size_t(numbers), 1))}}}}});
        });
        EmbeddingServer asked = client(parts(server));
        QVERIFY(asked.meet());
        numbers = 3;
        const auto made = asked.embed({u"a"_s}, Embedder::Patience::Search);
        QVERIFY(!made);
        QVERIFY(made.error().detail.contains(u"3 numbers instead of 2"_s));
    }

    void aTextThatIsTooLongIsShortened()
    {
        const ScriptedHttp server([](const auto &request) {
            for (const std::string &text : inputs(request))
                if (text.size() > 500)
                    return error("500 Internal Server Error",
                                 R"({"error": {"message": "input is too large"}})");
            return ok(vectors(request));
        });
        EmbeddingServer asked = client(parts(server));
        QVERIFY(asked.meet());
        const auto made
            = asked.embed({u"ab"_s, QString(1600, u'x'), u"abc"_s}, Embedder::Patience::Filling);
        QVERIFY(made);
        QCOMPARE(slope((*made)[0]), 2);
        QCOMPARE(slope((*made)[1]), 400);
        QCOMPARE(slope((*made)[2]), 3);
    }

    void aServerThatAlwaysFailsIsNotAskedForEver()
    {
        bool well = true;
        const ScriptedHttp server([&](const auto &request) {
            return well ? ok(vectors(request)) : error("500 Internal Server Error");
        });
        EmbeddingServer asked = client(parts(server));
        QVERIFY(asked.meet());
        well = false;
        QCOMPARE(asked.embed({QString(8000, u'x')}, Embedder::Patience::Filling).error().code,
                 ErrorCode::Refused);
        QVERIFY(server.requests().size() < 12);
    }

    void aFillingWaitsForAServerThatLoads()
    {
        int left = 2;
        const ScriptedHttp server([&](const auto &request) {
            return left-- > 0
                ? error("503 Service Unavailable", R"({"error": {"message": "Loading model"}})")
                : ok(vectors(request));
        });
        EmbeddingServer asked = client(parts(server));
        QCOMPARE(asked.embed({u"a"_s}, Embedder::Patience::Search).error().code,
                 ErrorCode::Offline);
        QVERIFY(asked.embed({u"a"_s}, Embedder::Patience::Filling));
        QCOMPARE(server.requests().size(), 3);
    }

    void noQuotaIsNotAskedAgain()
    {
        const ScriptedHttp server([](const auto &) {
            return error("429 Too Many Requests", R"({"error": {"code": "insufficient_quota"}})");
        });
        EmbeddingServer asked = client(parts(server));
        QCOMPARE(asked.embed({u"a"_s}, Embedder::Patience::Filling).error().code,
                 ErrorCode::Refused);
        QCOMPARE(server.requests().size(), 1);
    }

    void silenceAndHangingUpAreOffline()
    {
        const ScriptedHttp silent([](const auto &) { return QByteArray(); });
        EmbeddingServer::Parts own = parts(silent);
        own.searchWait = 30ms;
        const Error late = client(own).meet().error();
        QCOMPARE(late.code, ErrorCode::Offline);
        QVERIFY(late.detail.contains(u"in time"_s));
        const ScriptedHttp rude([](const auto &) { return QByteArray(""); });
        QCOMPARE(client(parts(rude)).meet().error().code, ErrorCode::Offline);
        const ScriptedHttp half([](const auto &) {
            return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"data\": [");
        });
        QVERIFY(!client(parts(half)).meet());
        own.address = u"http://127.0.0.1:1"_s;
        QCOMPARE(client(own).meet().error().code, ErrorCode::Offline);
    }

    void whoEndsIsNotKeptWaiting()
    {
        const ScriptedHttp silent([](const auto &) { return QByteArray(); });
        EmbeddingServer::Parts own = parts(silent);
        own.goOn = [&silent] { return silent.requests().isEmpty(); };
        EmbeddingServer asked = client(own);
        QCOMPARE(asked.embed({u"a"_s}, Embedder::Patience::Filling).error().code,
                 ErrorCode::Cancelled);
    }
};

BATON_TEST(EmbeddingServerTest)
#include "EmbeddingServerTest.moc"
