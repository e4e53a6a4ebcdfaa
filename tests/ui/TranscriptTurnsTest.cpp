#include "ui/models/TranscriptTurns.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

constexpr qint64 minute = 60'000;
const Instant noon = *instantFromRfc3339(u"2025-11-18T12:00:00Z");

Message message(const QString &id, int minutes, Sender from, const QString &text = u"words"_s)
{
    Message m;
    m.id = MessageId(id);
    m.at = noon + minutes * minute;
    m.from = from;
    m.text = text;
    return m;
}

Step toolStep(std::optional<int> minutes)
{
    Step step;
    if (minutes)
        step.at = noon + *minutes * minute;
    step.tool = ToolCall{u"refund.create"_s, u"{}"_s, ToolStatus::Failed, u"refused"_s};
    return step;
}

QString shape(const QList<Turn> &turns)
{
    QStringList out;
    for (const Turn &turn : turns) {
        static const QStringList names{u"day"_s,  u"message"_s, u"note"_s, u"tool"_s,
                                       u"step"_s, u"pass"_s,    u"new"_s};
        out += names[int(turn.kind)] + (turn.holder == Holder::Bot ? u"-"_s : u"="_s);
    }
    return out.join(u' ');
}

QList<Turn> turnsOf(const Conversation &conversation, const QString &seen = {},
                    const QString &mine = {})
{
    return transcriptTurns({conversation, MessageId(seen), mine, QTimeZone::utc()});
}

} // namespace

class TranscriptTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAToolCouldNotDoIsSaidFirst()
    {
        ToolCall call{u"refund.create"_s, u"{}"_s, ToolStatus::Failed,
                      uR"({"seconds":0.4,"error":"return still open"})"_s};
        QCOMPARE(toolResultText(call), u"return still open, 0.4 s"_s);
        call.result = uR"({"error":"return still open"})"_s;
        QCOMPARE(toolResultText(call), u"return still open"_s);
        call.status = ToolStatus::Ok; // then it is a member like others
        QCOMPARE(toolResultText(call), u"error: return still open"_s);
    }

    void anEmptyConversationHasNoTurns() { QVERIFY(turnsOf({}).isEmpty()); }

    void stepsStandBetweenMessagesByTime()
    {
        Conversation c;
        c.state = State::Waiting;
        c.bot.emplace().name = u"Robin"_s;
        c.messages = {message(u"1"_s, 0, Sender::Customer), message(u"2"_s, 1, Sender::Bot),
                      message(u"3"_s, 3, Sender::Customer)};
        c.stepsTried = {toolStep(1), toolStep(2)};
        c.handedOffAt = noon + 4 * minute;
        c.messages += message(u"4"_s, 5, Sender::Agent);
        QCOMPARE(shape(turnsOf(c)),
                 u"day- message- message- tool- tool- message- pass= message="_s);
    }

    void aStepWithoutATimeStandsBeforeThePass()
    {
        Conversation c;
        c.messages = {message(u"1"_s, 0, Sender::Customer), message(u"2"_s, 9, Sender::Agent)};
        c.stepsTried = {toolStep(std::nullopt)};
        c.handedOffAt = noon + 4 * minute;
        QCOMPARE(shape(turnsOf(c)), u"day- message- tool- pass= message="_s);
        c.handedOffAt.reset();
        QCOMPARE(turnsOf(c).last().kind, TurnKind::Tool);
    }

    void thePassSaysWhatTheCustomerWasTold()
    {
        Conversation c;
        c.messages = {message(u"1"_s, 0, Sender::Bot)};
        c.handedOffAt = noon + minute;
        c.handoff = Handoff{};
        c.handoff->toldCustomerWaitMs = 15 * minute;
        const Turn pass = turnsOf(c).last();
        QCOMPARE(pass.kind, TurnKind::Pass);
        QCOMPARE(*pass.toldWaitMs, 15 * minute);
        QCOMPARE(pass.botName, u"Bot"_s);
    }

    void withoutAPassTheBotHoldsUntilItSpokeLast()
    {
        Conversation c;
        c.messages = {message(u"1"_s, 0, Sender::Customer), message(u"2"_s, 1, Sender::Bot),
                      message(u"3"_s, 2, Sender::Customer), message(u"4"_s, 3, Sender::Agent)};
        QCOMPARE(shape(turnsOf(c)), u"day- message- message- message= message="_s);
        c.messages.removeAt(1);
        QCOMPARE(shape(turnsOf(c)), u"day= message= message= message="_s);
        c.state = State::Bot;
        c.messages.removeLast();
        QCOMPARE(shape(turnsOf(c)), u"day- message- message-"_s);
    }

    void dayIsThatOfTheZone()
    {
        Conversation c;
        c.messages = {message(u"1"_s, 11 * 60 + 30, Sender::Customer),
                      message(u"2"_s, 12 * 60 + 30, Sender::Customer)};
        QCOMPARE(turnsOf(c).size(), 4);
        const QTimeZone oslo("Europe/Oslo");
        if (!oslo.isValid())
            QSKIP("This system knows no time zones.");
        QCOMPARE(transcriptTurns({c, {}, {}, oslo}).size(), 3);
    }

    void newMarkCountsWhatOthersWrote()
    {
        Conversation c;
        c.messages = {message(u"1"_s, 0, Sender::Customer), message(u"2"_s, 1, Sender::Agent),
                      message(u"3"_s, 2, Sender::Customer), message(u"4"_s, 3, Sender::Customer)};
        c.messages[1].author = {u"ines"_s, u"Ines"_s};
        const QList<Turn> turns = turnsOf(c, u"1"_s, u"ines"_s);
        QCOMPARE(turns[3].kind, TurnKind::NewMark);
        QCOMPARE(turns[3].newCount, 2);
        QVERIFY(shape(turnsOf(c, u"4"_s)).indexOf(u"new"_s) < 0);
        QVERIFY(shape(turnsOf(c)).indexOf(u"new"_s) < 0);
        QVERIFY(shape(turnsOf(c, u"unknown"_s)).indexOf(u"new"_s) < 0);
    }

    void whatIWroteMyselfIsNeverNew()
    {
        Conversation c;
        c.messages = {message(u"1"_s, 0, Sender::Customer), message(u"2"_s, 1, Sender::Agent)};
        c.messages[1].delivery = Delivery::Waiting;
        QVERIFY(shape(turnsOf(c, u"1"_s)).indexOf(u"new"_s) < 0);
    }

    void keysAreUniqueAndOrderIsByTime()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 200; ++round) {
            Conversation c;
            int at = 0;
            const int count = random.bounded(40);
            for (int i = 0; i < count; ++i) {
                at += random.bounded(3) * 240;
                c.messages += message(QString::number(i), at, Sender(random.bounded(4)));
            }
            for (int i = 0; i < 10; ++i)
                c.stepsTried += toolStep(random.bounded(at + 1));
            if (random.bounded(2))
                c.handedOffAt = noon + random.bounded(at + 1) * minute;
            const QList<Turn> turns = turnsOf(c, QString::number(random.bounded(40)));
            QSet<QString> keys;
            qint64 last = 0;
            int content = 0;
            for (const Turn &turn : turns) {
                QVERIFY2(!keys.contains(turn.key), qPrintable(turn.key));
                keys += turn.key;
                QVERIFY(turn.at->ms >= last);
                last = turn.at->ms;
                content += turn.kind == TurnKind::Message || turn.kind == TurnKind::Tool;
            }
            QCOMPARE(content, count + 10);
            QVERIFY(turns.isEmpty() || !turns.last().joined);
        }
    }

    void toolCallReadsLikeACall()
    {
        ToolCall call{
            u"refund.create"_s, uR"({"amount":106.5,"order":"NW-48213"})"_s, ToolStatus::Ok, {}};
        QCOMPARE(toolCallText(call), u"refund.create(amount: 106.5, order: NW-48213)"_s);
        call.arguments = u"[1,2]"_s;
        QCOMPARE(toolCallText(call), u"refund.create([1,2])"_s);
        call.arguments = u"not json\n<b>"_s;
        QCOMPARE(toolCallText(call), u"refund.create(not json <b>)"_s);
        call.arguments = QString(100'000, u'x');
        QVERIFY(toolCallText(call).size() <= 240);
        call.result = u"line\nnext"_s;
        QCOMPARE(toolResultText(call), u"line next"_s);
        call.result = uR"({"error":"no_access","shelf":null,"tries":3})"_s;
        QCOMPARE(toolResultText(call), u"error: no_access, tries: 3"_s);
    }

    void linksAreHttpOnlyAndShowTheirHost_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");
        QTest::newRow("end of sentence") << u"See https://nw.example/a?b=1."_s
                                         << u"https://nw.example/a?b=1"_s << u"nw.example"_s;
        QTest::newRow("brackets kept") << u"(https://en.example/Baton_(relay))"_s
                                       << u"https://en.example/Baton_(relay)"_s << u"en.example"_s;
        QTest::newRow("look-alike letters")
            << u"https://аpple.example/x"_s << u"https://аpple.example/x"_s
            << u"xn--pple-43d.example"_s;
        QTest::newRow("no script") << u"javascript:alert(1) data:text/html,x file:///etc/passwd"_s
                                   << QString() << QString();
        QTest::newRow("no hidden user")
            << u"https://bank.example@evil.example/"_s << QString() << QString();
        QTest::newRow("markup is text")
            << u"<a href=\"https://x.example\">"_s << u"https://x.example"_s << u"x.example"_s;
        QTest::newRow("direction marks end it")
            << u"https://x.example/\u202egpj.exe"_s << u"https://x.example/"_s << u"x.example"_s;
    }

    void linksAreHttpOnlyAndShowTheirHost()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QFETCH(QString, host);
        const QList<Link> links = linksIn(text);
        QCOMPARE(links.size(), url.isEmpty() ? 0 : 1);
        if (url.isEmpty())
            return;
        QCOMPARE(links[0].url, url);
        QCOMPARE(links[0].host, host);
        QCOMPARE(text.mid(links[0].begin, links[0].length), url);
    }
};

BATON_TEST(TranscriptTurnsTest)
#include "TranscriptTurnsTest.moc"
