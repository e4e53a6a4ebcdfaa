#include "tests/models/ChatRuns.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFloat16> // QCOMPARE of a json value asks whether it converts

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::models;
using namespace baton::models::runs;
using namespace std::chrono_literals;

/// The numbers are those of the list that this client was made by: what servers do.
class ChatStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // 1: states
    void aStreamGoesFromWaitingToComplete()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{{ScriptedChat::head(), ScriptedChat::chunk("On "),
                                         ScriptedChat::chunk("Monday."), ScriptedChat::finish()},
                                        End::Close,
                                        5};
        });
        const Ran ran = run(server);
        QCOMPARE(ran.state(), ModelState::Complete);
        QCOMPARE(ran.text(), u"On Monday."_s);
        QVERIFY(ran.states.contains(ModelState::Waiting));
        QVERIFY(ran.states.contains(ModelState::Streaming));
        const auto sent = nlohmann::json::parse(server.requests().first().body.toStdString());
        QCOMPARE(sent.at("model"), "small");
        QCOMPARE(sent.at("stream"), true);
        QCOMPARE(sent.at("messages").size(), 2U);
        QCOMPARE(ran.stream->sent(), server.requests().first().body);
    }

    void howAStreamEnds_data()
    {
        using S = ModelState;
        using T = ModelTrouble;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<S>("state");
        QTest::addColumn<T>("trouble");
        QTest::addColumn<QString>("text");
        const QByteArray some = ScriptedChat::chunk("some");
        const QByteArray stop = data(R"({"choices":[{"delta":{},"finish_reason":"stop"}]})");
        // 1
        QTest::newRow("stop") << some + stop << S::Complete << T::None << u"some"_s;
        QTest::newRow("DONE alone") << some + "data: [DONE]\n\n"
                                    << S::Complete << T::None << u"some"_s;
        QTest::newRow("length") << some + ScriptedChat::finish("length") << S::Truncated << T::None
                                << u"some"_s;
        QTest::newRow("filter") << some + ScriptedChat::finish("content_filter") << S::Filtered
                                << T::Declined << u"some"_s;
        QTest::newRow("the end without a finish")
            << some << S::Interrupted << T::Connection << u"some"_s;
        QTest::newRow("an unknown finish") << some + ScriptedChat::finish("tool_calls")
                                           << S::Interrupted << T::Connection << u"some"_s;
        QTest::newRow("nothing at all") << QByteArray() << S::Failed << T::Connection << QString();
        QTest::newRow("DONE before any text")
            << "data: [DONE]\n\n"_ba << S::Failed << T::NoAnswer << QString();
        QTest::newRow("stop before any text") << stop << S::Failed << T::NoAnswer << QString();
        // 4
        QTest::newRow("an error object under 200")
            << data(R"({"error":{"code":500,"message":"x"}})") << S::Failed << T::Server
            << QString();
        QTest::newRow("an error text under 200")
            << data(R"({"error":"x"})") << S::Failed << T::Server << QString();
        QTest::newRow("an error in two fields") << data(R"({"error_type":"x","error_message":"y"})")
                                                << S::Failed << T::Server << QString();
        QTest::newRow("an error after text") << some + data(R"({"error":{"code":null}})")
                                             << S::Interrupted << T::Server << u"some"_s;
        QTest::newRow("a field error")
            << "error: {\"code\":500}\n\n"_ba << S::Failed << T::Server << QString();
        QTest::newRow("no error: null")
            << data(R"({"error":null,"choices":[{"delta":{"content":"some"}}]})") + stop
            << S::Complete << T::None << u"some"_s;
        QTest::newRow("no choices, null, empty") << data("{}") + data(R"({"choices":null})")
                + data(R"({"choices":[],"usage":{"prompt_tokens":9}})") + some
                + stop << S::Complete << T::None << u"some"_s;
        QTest::newRow("content null or absent, role alone")
            << data(R"({"choices":[{"delta":{"role":"assistant","content":null}}]})")
                + data(R"({"choices":[{"delta":{}}]})") + data(R"({"choices":[{}]})") + some + stop
            << S::Complete << T::None << u"some"_s;
        QTest::newRow("usage after the finish") << some + stop
                + data(R"({"choices":[],"usage":{"prompt_tokens":9}})") + "data: [DONE]\n\n"
                                                << S::Complete << T::None << u"some"_s;
        QTest::newRow("reasoning is no text")
            << data(R"({"choices":[{"delta":{"reasoning_content":"hm"}}]})")
                + data(R"({"choices":[{"delta":{"reasoning":"hm"}}]})") + some + stop
            << S::Complete << T::None << u"some"_s;
        QTest::newRow("reasoning alone")
            << data(R"({"choices":[{"delta":{"reasoning":"hm"}}]})") + stop << S::Failed
            << T::NoAnswer << QString();
        QTest::newRow("a refusal")
            << data(R"({"choices":[{"delta":{"refusal":"I cannot"}}]})") + stop << S::Filtered
            << T::Declined << QString();
        QTest::newRow("JSON that is cut") << some + "data: {\"choices\":[{\"del\n\n" + stop
                                          << S::Complete << T::None << u"some"_s;
        QTest::newRow("a page") << "<html><body>Sign in</body></html>"_ba << S::Failed
                                << T::NoAnswer << QString();
    }
    void howAStreamEnds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ModelState, state);
        QFETCH(ModelTrouble, trouble);
        QFETCH(QString, text);
        const Ran ran = answered(bytes);
        QCOMPARE(ran.state(), state);
        QCOMPARE(ran.trouble(), trouble);
        QCOMPARE(ran.text(), text);
    }

    void aConnectionThatIsResetIsInterrupted()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{
                {ScriptedChat::head() + ScriptedChat::chunk("some"), ": x\n"}, End::Reset, 20};
        });
        const Ran ran = run(server);
        QCOMPARE(ran.state(), ModelState::Interrupted);
        QCOMPARE(ran.text(), u"some"_s);
    }

    void aChunkedStreamThatIsCutIsInterrupted()
    {
        const QByteArray chunk = ScriptedChat::chunk("some");
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                                "Transfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
        for (const QByteArray &rest : {""_ba, "40\r\ndata: {"_ba}) {
            const ScriptedChat server([&](const auto &) {
                return ScriptedChat::Answer{{head + rest}, End::Close, 0};
            });
            const Ran ran = run(server);
            QCOMPARE(ran.state(), ModelState::Interrupted);
            QCOMPARE(ran.text(), u"some"_s);
        }
    }

    // 2: time
    void silenceBeforeTheFirstByteFails()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{{}, End::Hold, 0};
        });
        ChatPatience patience = quick();
        patience.first = 50ms;
        const Ran ran = run(server, asking(), patience);
        QCOMPARE(ran.state(), ModelState::Failed);
        QCOMPARE(ran.trouble(), ModelTrouble::Silence);
        QCOMPARE(server.requests().size(), 1);
    }
    void silenceInTheMiddleInterrupts()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{
                {ScriptedChat::head() + ScriptedChat::chunk("some")}, End::Hold, 0};
        });
        ChatPatience patience = quick();
        patience.between = 50ms;
        const Ran ran = run(server, asking(), patience);
        QCOMPARE(ran.state(), ModelState::Interrupted);
        QCOMPARE(ran.trouble(), ModelTrouble::Silence);
        QCOMPARE(ran.text(), u"some"_s);
    }
    void commentsAreLife()
    {
        ScriptedChat::Answer slow{{ScriptedChat::head()}, End::Close, 60};
        for (int i = 0; i < 8; ++i)
            slow.pieces += ": alive\n\n";
        slow.pieces += ScriptedChat::chunk("some") + ScriptedChat::finish();
        const ScriptedChat server([&](const auto &) { return slow; });
        ChatPatience patience = quick();
        patience.between = 300ms;
        QCOMPARE(run(server, asking(), patience).state(), ModelState::Complete);
    }
    void aServerThatKeepsTheLineAfterItsFinishIsDone()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{
                {ScriptedChat::head() + ScriptedChat::chunk("some")
                 + data(R"({"choices":[{"delta":{},"finish_reason":"stop"}]})")},
                End::Hold,
                0};
        });
        QCOMPARE(run(server).state(), ModelState::Complete);
    }

    // 3: bytes
    void bytesMaySplitAnywhere()
    {
        const QByteArray whole = ScriptedChat::chunk("Grüße, 你好 👋") + ScriptedChat::finish();
        ScriptedChat::Answer answer{{ScriptedChat::head()}, End::Close, 0};
        for (const char c : whole)
            answer.pieces += QByteArray(1, c);
        const ScriptedChat server([&](const auto &) { return answer; });
        const Ran ran = run(server);
        QCOMPARE(ran.state(), ModelState::Complete);
        QCOMPARE(ran.text(), u"Grüße, 你好 👋"_s);
    }
    void aFloodIsCutOff()
    {
        const ScriptedChat server([](const auto &) {
            return ScriptedChat::Answer{
                {ScriptedChat::head(), "data: " + QByteArray(3 << 20, 'x')}, End::Hold, 0};
        });
        const Ran ran = run(server);
        QCOMPARE(ran.state(), ModelState::Failed);
        QCOMPARE(ran.trouble(), ModelTrouble::TooLarge);
        const Ran longText = answered(ScriptedChat::chunk(QByteArray(80'000, 'a')), End::Hold);
        QCOMPARE(longText.state(), ModelState::Truncated);
        QCOMPARE(longText.text().size(), 64 << 10);
    }
    void anAnswerThatIsNoStreamIsRead()
    {
        const QByteArray body
            = R"({"choices":[{"message":{"role":"assistant","content":"On Monday."},"finish_reason":"stop"}]})";
        const ScriptedChat server([&](const auto &) {
            return ScriptedChat::Answer{
                {ScriptedChat::head("200 OK", "application/json; charset=utf-8") + body}};
        });
        const Ran ran = run(server);
        QCOMPARE(ran.state(), ModelState::Complete);
        QCOMPARE(ran.text(), u"On Monday."_s);
        const ScriptedChat mislabelled([&](const auto &) {
            return ScriptedChat::Answer{{ScriptedChat::head("200 OK", "application/json")
                                         + ScriptedChat::chunk("some") + ScriptedChat::finish()}};
        });
        QCOMPARE(run(mislabelled).text(), u"some"_s);
    }
};

BATON_TEST(ChatStreamTest)
#include "ChatStreamTest.moc"
