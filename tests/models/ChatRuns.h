#pragma once

#include "core/models/ChatStream.h"
#include "tests/support/ScriptedChat.h"

#include <QtTest/QtTest>

Q_DECLARE_METATYPE(baton::ModelState)
Q_DECLARE_METATYPE(baton::ModelTrouble)

/// Streams from scripted servers, run to their end.
namespace baton::models::runs {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ScriptedChat;
using End = ScriptedChat::End;

inline ChatPatience quick()
{
    return {2000ms, 1000ms, 100ms, 1ms};
}

inline ChatRequest asking(const QByteArray &schema = {})
{
    ChatRequest request;
    request.system = u"Be brief."_s;
    request.user = u"Where is it?"_s;
    request.schema = schema;
    return request;
}

/// A stream to its end, with the states on its way.
struct Ran
{
    std::unique_ptr<ChatStream> stream;
    QList<ModelState> states;

    ModelState state() const { return stream->state(); }
    ModelTrouble trouble() const { return stream->trouble(); }
    QString text() const { return stream->text(); }
};

inline Ran run(const ScriptedChat &server, const ChatRequest &request = asking(),
               const ChatPatience &patience = quick(), const QByteArray &key = {})
{
    Ran ran;
    ran.stream = std::make_unique<ChatStream>(ChatServer{server.address(), u"small"_s, key},
                                              request, patience);
    QObject::connect(ran.stream.get(), &ChatStream::changed, ran.stream.get(),
                     [&ran] { ran.states += ran.stream->state(); });
    ran.stream->start();
    if (!QTest::qWaitFor([&ran] { return !ran.states.isEmpty() && isOver(ran.states.last()); },
                         10000))
        qWarning("it did not end");
    ran.stream->disconnect();
    return ran;
}

inline Ran answered(const QByteArray &bytes, End end = End::Close)
{
    const ScriptedChat server([&](const auto &) {
        return ScriptedChat::Answer{{ScriptedChat::head() + bytes}, end, 0};
    });
    return run(server);
}

inline QByteArray data(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

} // namespace baton::models::runs
