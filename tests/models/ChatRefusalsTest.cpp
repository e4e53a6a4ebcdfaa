#include "core/models/ModelNames.h"
#include "tests/models/ChatRuns.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFloat16> // QCOMPARE of a json value asks whether it converts

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::models;
using namespace baton::models::runs;
using namespace std::chrono_literals;

namespace {

QByteArray formOf(const ScriptedChat::Request &request)
{
    const auto json = nlohmann::json::parse(request.body.toStdString());
    return json.contains("response_format")
        ? QByteArray::fromStdString(json.at("response_format").at("type").get<std::string>())
        : "none"_ba;
}

} // namespace

/// What is asked again, in which form, and what never; the numbers go on from ChatStreamTest.
class ChatRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // 5 and 6: errors, what is repeated and what never
    void whatIsAskedAgain_data()
    {
        using T = ModelTrouble;
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("again");
        QTest::addColumn<T>("trouble");
        QTest::newRow("loading") << "503 Service Unavailable"_ba
                                 << R"({"error":{"message":"Loading model","code":503}})"_ba << true
                                 << T::Busy;
        QTest::newRow("a gateway's page") << "502 Bad Gateway"_ba
                                          << "<html>no</html>"_ba << true << T::Busy;
        QTest::newRow("a gateway in time") << "504 Gateway Timeout"_ba
                                           << ""_ba << true << T::Busy;
        QTest::newRow("too many") << "429 Too Many Requests"_ba
                                  << R"({"error":{"code":"rate_limit_exceeded"}})"_ba << true
                                  << T::Busy;
        QTest::newRow("no quota") << "429 Too Many Requests"_ba
                                  << R"({"error":{"code":"insufficient_quota"}})"_ba << false
                                  << T::NoQuota;
        QTest::newRow("bad request") << "400 Bad Request"_ba
                                     << R"({"error":"no"})"_ba << false << T::Server;
        QTest::newRow("detail") << "422 Unprocessable"_ba
                                << R"({"detail":"no"})"_ba << false << T::Server;
        QTest::newRow("bad JSON, says llama.cpp")
            << "500 Internal Server Error"_ba
            << R"({"error":{"code":500,"type":"server_error"}})"_ba << false << T::Server;
        QTest::newRow("no key") << "401 Unauthorized"_ba
                                << R"({"error":{"code":"invalid_api_key"}})"_ba << false << T::Key;
        QTest::newRow("forbidden") << "403 Forbidden"_ba
                                   << ""_ba << false << T::Key;
        QTest::newRow("no model") << "404 Not Found"_ba
                                  << R"({"error":{"message":"model not found"}})"_ba << false
                                  << T::NotThere;
        QTest::newRow("too long, new llama.cpp")
            << "400 Bad Request"_ba
            << R"({"error":{"code":400,"type":"exceed_context_size_error","n_ctx":512}})"_ba
            << false << T::TooLong;
        QTest::newRow("too long, hosted")
            << "400 Bad Request"_ba
            << R"({"error":{"code":"context_length_exceeded"}})"_ba << false << T::TooLong;
        QTest::newRow("too long, vLLM")
            << "400 Bad Request"_ba
            << R"({"object":"error","message":"The maximum context length is 4096 tokens"})"_ba
            << false << T::TooLong;
    }
    void whatIsAskedAgain()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, again);
        QFETCH(ModelTrouble, trouble);
        const ScriptedChat always(
            [&](const auto &) { return ScriptedChat::refuses(status, body); });
        const Ran failed = run(always);
        QCOMPARE(failed.state(), ModelState::Failed);
        QCOMPARE(failed.trouble(), trouble);
        QCOMPARE(always.requests().size(), again ? 2 : 1);
        int left = 1;
        const ScriptedChat once([&](const auto &) {
            return left-- > 0 ? ScriptedChat::refuses(status, body) : ScriptedChat::says("some");
        });
        QCOMPARE(run(once).state(), again ? ModelState::Complete : ModelState::Failed);
    }
    void whoDoesNotListenIsAskedAgainOnce()
    {
        ChatStream stream({u"http://127.0.0.1:1"_s, {}, {}}, asking(), quick());
        int sent = 0;
        connect(&stream, &ChatStream::sending, this, [&sent] { ++sent; });
        stream.start();
        QTRY_COMPARE(stream.state(), ModelState::Failed);
        QCOMPARE(stream.trouble(), ModelTrouble::Connection);
        QCOMPARE(sent, 2);
    }
    void nothingIsRepeatedOnceTextCame()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{{ScriptedChat::head() + ScriptedChat::chunk("some")}};
        });
        QCOMPARE(run(server).state(), ModelState::Interrupted);
        QCOMPARE(server.requests().size(), 1);
    }
    void aServerMayAskForTime()
    {
        QCOMPARE(retryAfter("2"), 2000ms);
        QCOMPARE(retryAfter("86400"), longestPause);
        QCOMPARE(retryAfter("Fri, 31 Dec"), 0ms);
        QCOMPARE(retryAfter("-5"), 0ms);
    }
    void aPromptThatWasCutIsTold()
    {
        ChatRequest request = asking();
        request.user = QString(40'000, u'a');
        const auto answer = [](int tokens) {
            return ScriptedChat::Answer{
                {ScriptedChat::head() + ScriptedChat::chunk("some")
                 + data(
                     R"({"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":)"
                     + QByteArray::number(tokens) + "}}")}};
        };
        const ScriptedChat cut([&](const auto &) { return answer(4096); });
        QVERIFY(run(cut, request).stream->readInPart());
        const ScriptedChat whole([&](const auto &) { return answer(9000); });
        QVERIFY(!run(whole, request).stream->readInPart());
    }

    // 7: the form of the answer
    void aFormThatIsRefusedIsAskedForInTheNext_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QStringList>("takes");
        QTest::addColumn<QStringList>("asked");
        const QStringList all{u"json_schema"_s, u"json_object"_s, u"none"_s};
        QTest::newRow("takes schemas")
            << "400 Bad Request"_ba << QStringList{u"json_schema"_s} << all.first(1);
        QTest::newRow("old llama.cpp")
            << "500 Internal Server Error"_ba << QStringList{u"json_object"_s} << all.first(2);
        QTest::newRow("none") << "400 Bad Request"_ba << QStringList{u"none"_s} << all;
        QTest::newRow("nothing helps") << "422 Unprocessable"_ba << QStringList() << all;
    }
    void aFormThatIsRefusedIsAskedForInTheNext()
    {
        QFETCH(QByteArray, status);
        QFETCH(QStringList, takes);
        QFETCH(QStringList, asked);
        const ScriptedChat server([&](const ScriptedChat::Request &request) {
            return takes.contains(QString::fromLatin1(formOf(request)))
                ? ScriptedChat::says("{}x")
                : ScriptedChat::refuses(status, R"({"error":{"message":"response_format"}})");
        });
        const Ran ran = run(server, asking(R"({"type":"object"})"));
        QCOMPARE(ran.state(), takes.isEmpty() ? ModelState::Failed : ModelState::Complete);
        QStringList forms;
        for (const auto &request : server.requests())
            forms += QString::fromLatin1(formOf(request));
        QCOMPARE(forms, asked);
        if (!takes.isEmpty())
            QCOMPARE(ran.stream->form(), AnswerForm(asked.size() - 1));
    }
    void aTextThatIsTooLongIsNotAskedForInAnotherForm()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::refuses("400 Bad Request",
                                         R"({"error":{"type":"exceed_context_size_error"}})");
        });
        QCOMPARE(run(server, asking(R"({"type":"object"})")).trouble(), ModelTrouble::TooLong);
        QCOMPARE(server.requests().size(), 1);
    }

    // 9: cancel, keys, redirects
    void stoppingClosesTheConnectionAndKeepsWhatCame()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{
                {ScriptedChat::head() + ScriptedChat::chunk("some")}, End::Hold, 0};
        });
        ChatStream stream({server.address(), {}, {}}, asking(), quick());
        stream.start();
        QTRY_COMPARE(stream.text(), u"some"_s);
        QCOMPARE(server.hungUp(), 0);
        stream.stop();
        QCOMPARE(stream.state(), ModelState::Cancelled);
        QCOMPARE(stream.text(), u"some"_s);
        QTRY_COMPARE(server.hungUp(), 1);
    }
    void droppingClosesTheConnectionEvenInItsOwnSignal()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{
                {ScriptedChat::head() + ScriptedChat::chunk("some")}, End::Hold, 0};
        });
        auto stream
            = std::make_unique<ChatStream>(ChatServer{server.address(), {}, {}}, asking(), quick());
        connect(stream.get(), &ChatStream::changed, this, [&stream] {
            if (stream && stream->state() == ModelState::Streaming)
                stream.reset();
        });
        stream->start();
        QTRY_VERIFY(!stream);
        QTRY_COMPARE(server.hungUp(), 1);
    }
    void aKeyIsSentOnlyWhereThereIsOne()
    {
        const ScriptedChat server([](const auto &) { return ScriptedChat::says("some"); });
        const Ran with = run(server, asking(), quick(), "sekret");
        QVERIFY(server.requests().last().head.contains("Authorization: Bearer sekret"));
        QVERIFY(!with.stream->sent().contains("sekret"));
        const Ran without = run(server);
        QVERIFY(!server.requests().last().head.contains("Authorization"));
    }
    void aRedirectIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status :
             {"301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent"})
            QTest::newRow(status) << QByteArray(status);
    }
    void aRedirectIsNotFollowed()
    {
        QFETCH(QByteArray, status);
        const ScriptedChat other([](const auto &) { return ScriptedChat::says("stolen"); });
        const ScriptedChat server([&](const auto &) {
            return ScriptedChat::refuses(
                status, {}, "Location: " + other.address().toUtf8() + "/v1/chat/completions\r\n");
        });
        const Ran ran = run(server, asking(), quick(), "sekret");
        QCOMPARE(ran.trouble(), ModelTrouble::Redirect);
        QVERIFY(other.requests().isEmpty());
    }
    void anAddressThatIsNoneFailsAtOnce()
    {
        ChatStream stream({u"ftp://x"_s, {}, {}}, asking(), quick());
        stream.start();
        QCOMPARE(stream.state(), ModelState::Failed);
        QCOMPARE(stream.trouble(), ModelTrouble::Address);
    }
    void addressesAndTheirPaths()
    {
        const auto path = [](const QString &address) {
            return endpoint(u"http://h:1"_s + address, u"chat/completions"_s)->path();
        };
        for (const QString &address :
             {u""_s, u"/"_s, u"/v1"_s, u"/v1/"_s, u"/v1/chat/completions"_s, u"/v1/models"_s})
            QCOMPARE(path(address), u"/v1/chat/completions"_s);
        QCOMPARE(path(u"/openai/v1"_s), u"/openai/v1/chat/completions"_s);
        QVERIFY(sendsInTheClear(u"http://models.example:8080"_s));
        QVERIFY(!sendsInTheClear(u"https://models.example"_s));
        QVERIFY(!sendsInTheClear(u"http://localhost:8080"_s));
        QVERIFY(!sendsInTheClear(u"http://[::1]:8080"_s));
    }

    void modelsAreListed()
    {
        const ScriptedChat server([](const ScriptedChat::Request &request) {
            return request.head.startsWith("GET /v1/models ")
                ? ScriptedChat::refuses("200 OK", R"({"data":[{"id":"a"},{"id":5},{"id":"b"}]})")
                : ScriptedChat::refuses("404 Not Found");
        });
        ModelNames names({server.address(), {}, {}});
        QSignalSpy spy(&names, &ModelNames::answered);
        names.start();
        QVERIFY(spy.wait());
        QCOMPARE(names.names(), QStringList({u"a"_s, u"b"_s}));
        const ScriptedChat page(
            [](const auto &) { return ScriptedChat::refuses("200 OK", "<html>"); });
        ModelNames none({page.address(), {}, {}});
        QSignalSpy told(&none, &ModelNames::answered);
        none.start();
        QVERIFY(told.wait());
        QCOMPARE(none.trouble(), ModelTrouble::NoAnswer);
    }
};

BATON_TEST(ChatRefusalsTest)
#include "ChatRefusalsTest.moc"
