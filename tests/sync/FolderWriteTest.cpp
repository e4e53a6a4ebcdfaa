#include "core/sync/folder/ActFile.h"
#include "core/sync/folder/ActLine.h"
#include "core/sync/folder/FolderFiles.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Inbox.h"

#include <QtTest/QtTest>
#include <nlohmann/json.hpp>

#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using sync::PushOutcome;

class FolderWriteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void anActIsOneLineBesideItsFile();
    void everyKindOfActHasItsBody();
    void everyLineFitsTheSchema();
    void aKeyIsTakenOnce();
    void keysFoundAtStartCountAsAcknowledged();
    void aTornLastLineIsCutOff();
    void anActAfterARestartGoesBesideItsFile();
    void anUnknownConversationGoesToBaton();
    void agentIdsMakeSafeFileNames();
    void aFullDiskLeavesNoHalfLine();
    void anOutputThatIsALinkIsRefused();
};

void FolderWriteTest::anActIsOneLineBesideItsFile()
{
    Inbox inbox;
    inbox.put(u"shop.jsonl"_s, packets(u"a"_s, 1));
    inbox.writeGz(u"bank.jsonl.gz"_s, packets(u"b"_s, 1));
    QCOMPARE(inbox.pullAll().size(), 2);
    QCOMPARE(inbox.upstream->push(replyTo(u"a0"_s, u"Grüße,\n“Ana” \u2028"_s, u"k1"_s))->outcome,
             PushOutcome::Taken);
    QVERIFY(inbox.upstream->push(replyTo(u"b0"_s, u"Two"_s, u"k2"_s)));
    QVERIFY(inbox.upstream->push(replyTo(u"a0"_s, u"Three"_s, u"k3"_s)));
    QCOMPARE(inbox.bytes(u"shop.ana.out.jsonl"_s).count('\n'), 2);
    const QJsonObject act = inbox.acts(u"shop.ana.out.jsonl"_s)[0];
    QCOMPARE(act.keys(),
             QStringList({u"act"_s, u"agent"_s, u"at"_s, u"base_message"_s, u"body"_s,
                          u"conversation"_s, u"key"_s, u"packet"_s}));
    QCOMPARE(act[u"packet"_s], u"baton-act/1"_s);
    QCOMPARE(act[u"key"_s], u"k1"_s);
    QCOMPARE(act[u"conversation"_s], u"a0"_s);
    QCOMPARE(act[u"base_message"_s], u"a0-m1"_s);
    QCOMPARE(act[u"agent"_s], QJsonObject({{u"id"_s, u"ana"_s}, {u"name"_s, u"Ana Lopez"_s}}));
    QCOMPARE(act[u"at"_s], u"2025-11-18T14:16:01Z"_s);
    QCOMPARE(act[u"act"_s], u"reply"_s);
    QCOMPARE(act[u"body"_s], QJsonObject({{u"text"_s, u"Grüße,\n“Ana” \u2028"_s}}));
    QCOMPARE(inbox.acts(u"shop.ana.out.jsonl"_s)[1][u"key"_s], u"k3"_s);
    QCOMPARE(inbox.acts(u"bank.ana.out.jsonl"_s).size(), 1);
    QCOMPARE(inbox.pullAll(), QStringList()); // what we write is not read back
}

void FolderWriteTest::everyKindOfActHasItsBody()
{
    Inbox inbox;
    inbox.put(u"shop.jsonl"_s, packets(u"a"_s, 1));
    QCOMPARE(inbox.pullAll().size(), 1);
    Acts acts;
    const Conversation shown = waiting(u"a0"_s);
    acts.add(ActKind::Claim, shown);
    acts.add(ActKind::Release, shown);
    acts.add(ActKind::Note, shown, u"For us"_s);
    acts.add(ActKind::Snooze, shown);
    acts.add(ActKind::Transfer, shown).act.toQueue = QueueId(u"billing"_s);
    acts.add(ActKind::Transfer, shown).act.toAgent = bob;
    acts.add(ActKind::Close, Conversation(shown)).act.base.lastPublic = MessageId();
    for (const OutboxEntry &entry : acts.all())
        QVERIFY(inbox.upstream->push(entry));
    const QList<QJsonObject> lines = inbox.acts(u"shop.ana.out.jsonl"_s);
    QStringList words;
    QList<QJsonObject> bodies;
    for (const QJsonObject &line : lines) {
        words += line[u"act"_s].toString();
        bodies += line[u"body"_s].toObject();
    }
    QCOMPARE(words,
             QStringList({u"claim"_s, u"release"_s, u"note"_s, u"snooze"_s, u"transfer"_s,
                          u"transfer"_s, u"close"_s}));
    QCOMPARE(bodies[0], QJsonObject());
    QCOMPARE(bodies[1], QJsonObject());
    QCOMPARE(bodies[2], QJsonObject({{u"text"_s, u"For us"_s}}));
    QCOMPARE(bodies[3], QJsonObject({{u"until"_s, u"2025-11-18T15:16:04Z"_s}}));
    QCOMPARE(bodies[4], QJsonObject({{u"queue"_s, u"billing"_s}}));
    QCOMPARE(bodies[5][u"agent"_s].toObject()[u"id"_s], u"bob"_s);
    QCOMPARE(bodies[6], QJsonObject({{u"outcome"_s, u"assumed_resolution"_s}}));
    QVERIFY(lines[6][u"base_message"_s].isNull());
}

void FolderWriteTest::everyLineFitsTheSchema()
{
    using valijson::adapters::NlohmannJsonAdapter;
    const auto parsed
        = [](const QByteArray &bytes) { return nlohmann::json::parse(bytes.begin(), bytes.end()); };
    QFile file(QStringLiteral(BATON_SOURCE_DIR "/resources/schema/act-1.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const nlohmann::json source = parsed(file.readAll());
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(NlohmannJsonAdapter(source), schema);
    const auto fits = [&](const nlohmann::json &line) {
        return valijson::Validator().validate(schema, NlohmannJsonAdapter(line), nullptr);
    };
    Acts acts;
    const Conversation shown = waiting(u"a0"_s);
    for (const ActKind kind : {ActKind::Claim, ActKind::Release, ActKind::Reply, ActKind::Note,
                               ActKind::Snooze, ActKind::Transfer, ActKind::Close, ActKind::Tag}) {
        OutboxEntry &entry = acts.add(kind, shown, u"text"_s);
        if (kind == ActKind::Transfer)
            entry.act.toAgent = bob;
        if (kind == ActKind::Tag)
            entry.act.tagsAdded = {u"vat"_s};
        if (kind == ActKind::Reply)
            entry.act.attachments = {{u"a.pdf"_s, QString(64, u'a'), 5, u"application/pdf"_s}};
        nlohmann::json line = parsed(sync::folder::actLine(entry.act));
        QVERIFY2(fits(line), line.dump().c_str());
        line["body"]["more"] = 1;
        QVERIFY2(!fits(line), line.dump().c_str());
    }
}

void FolderWriteTest::aKeyIsTakenOnce()
{
    Inbox inbox;
    inbox.open();
    const OutboxEntry reply = replyTo(u"a0"_s, u"Hello."_s, u"k1"_s);
    QVERIFY(!*inbox.upstream->hasTaken(reply.act.key));
    QCOMPARE(inbox.upstream->push(reply)->outcome, PushOutcome::Taken);
    QCOMPARE(inbox.upstream->push(reply)->outcome, PushOutcome::TakenBefore);
    QVERIFY(*inbox.upstream->hasTaken(reply.act.key));
    QCOMPARE(inbox.acts(u"baton.ana.out.jsonl"_s).size(), 1);
}

void FolderWriteTest::keysFoundAtStartCountAsAcknowledged()
{
    Inbox inbox;
    inbox.open();
    QVERIFY(inbox.upstream->push(replyTo(u"a0"_s, u"Hello."_s, u"k1"_s)));
    inbox.write(u"old.bob.out.jsonl"_s,
                "{\"packet\":\"baton-act/1\",\"key\":\"k2\"}\nbroken\n"
                "{\"body\":{\"key\":\"k4\"},\"key\":\"k3\"}\n");
    inbox.writeGz(u"older.bob.out.jsonl.gz"_s, "{\"key\":\"k5\"}");
    inbox.open();
    for (const QString &key : {u"k1"_s, u"k2"_s, u"k3"_s, u"k5"_s})
        QCOMPARE(inbox.upstream->push(replyTo(u"a0"_s, u"Hello."_s, key))->outcome,
                 PushOutcome::TakenBefore);
    QCOMPARE(inbox.upstream->push(replyTo(u"a0"_s, u"Hello."_s, u"k4"_s))->outcome,
             PushOutcome::Taken);
}

void FolderWriteTest::aTornLastLineIsCutOff()
{
    Inbox inbox;
    inbox.open();
    const OutboxEntry first = replyTo(u"a0"_s, u"One"_s, u"k1"_s);
    const OutboxEntry second = replyTo(u"a0"_s, QString(100'000, u'x'), u"k2"_s);
    QVERIFY(inbox.upstream->push(first));
    QVERIFY(inbox.upstream->push(second));
    const QByteArray whole = inbox.bytes(u"baton.ana.out.jsonl"_s);
    const qsizetype one = whole.indexOf('\n') + 1;
    // Killed after any number of bytes of the second line, also just before its end.
    for (const qsizetype length : {one + 1, one + 300, one + 70'000, whole.size() - 1}) {
        inbox.upstream.reset();
        inbox.write(u"baton.ana.out.jsonl"_s, whole.first(length));
        inbox.open();
        QVERIFY(*inbox.upstream->hasTaken(first.act.key));
        QVERIFY(!*inbox.upstream->hasTaken(second.act.key));
        QCOMPARE(inbox.upstream->push(second)->outcome, PushOutcome::Taken);
        QCOMPARE(inbox.bytes(u"baton.ana.out.jsonl"_s), whole);
    }
    inbox.upstream.reset();
    inbox.write(u"baton.ana.out.jsonl"_s, whole.first(one - 1)); // nothing whole at all
    inbox.open();
    QVERIFY(inbox.upstream->push(first));
    QCOMPARE(inbox.bytes(u"baton.ana.out.jsonl"_s), whole.first(one));
}

void FolderWriteTest::anActAfterARestartGoesBesideItsFile()
{
    Inbox inbox;
    inbox.writeGz(u"bank.jsonl.gz"_s, packets(u"b"_s, 50));
    inbox.put(u"shop.jsonl"_s, "{broken\n" + packets(u"a"_s, 50));
    QCOMPARE(inbox.pullAll().size(), 100);
    inbox.open();
    QCOMPARE(inbox.pullAll(), QStringList());
    QVERIFY(inbox.upstream->push(replyTo(u"b49"_s, u"Hello."_s, u"k1"_s)));
    QVERIFY(inbox.upstream->push(replyTo(u"a7"_s, u"Hello."_s, u"k2"_s)));
    QCOMPARE(inbox.acts(u"bank.ana.out.jsonl"_s).size(), 1);
    QCOMPARE(inbox.acts(u"shop.ana.out.jsonl"_s).size(), 1);
}

void FolderWriteTest::anUnknownConversationGoesToBaton()
{
    Inbox inbox;
    inbox.put(u"shop.jsonl"_s, packets(u"a"_s, 1));
    QCOMPARE(inbox.pullAll().size(), 1);
    QVERIFY(inbox.upstream->push(replyTo(u"elsewhere"_s, u"Hello."_s, u"k1"_s)));
    QCOMPARE(inbox.acts(u"baton.ana.out.jsonl"_s).size(), 1);
}

void FolderWriteTest::agentIdsMakeSafeFileNames()
{
    using sync::folder::outputName;
    QCOMPARE(outputName(u"shop"_s, u"ana"_s), u"shop.ana.out.jsonl"_s);
    QCOMPARE(outputName(u"shop"_s, u"../../etc/x"_s),
             u"shop.%2e%2e%2f%2e%2e%2fetc%2fx.out.jsonl"_s);
    QCOMPARE(outputName(u"shop"_s, u"ana@example.com"_s), u"shop.ana%40example%2ecom.out.jsonl"_s);
    QCOMPARE(outputName(u"shop"_s, u"Zoë"_s), u"shop.Zo%c3%ab.out.jsonl"_s);
    QCOMPARE(outputName(u"shop"_s, QString()), u"shop.agent.out.jsonl"_s);
    QVERIFY(outputName(QString(240, u'x'), QString(500, u'/')).size() < 250);
    QVERIFY(outputName(u"a"_s, u"a.b"_s) != outputName(u"a"_s, u"a_b"_s));
    QVERIFY(sync::folder::isOutput(outputName(u"shop"_s, u"x"_s)));
}

void FolderWriteTest::aFullDiskLeavesNoHalfLine()
{
    const QByteArray line(1000, 'x');
    Inbox inbox;
    const QString path = inbox.path(u"full.ana.out.jsonl"_s);
    inbox.write(u"full.ana.out.jsonl"_s, "{}\n");
    // A limit on the size of files stands for a disk with 300 bytes left.
    const pid_t child = fork();
    if (child == 0) {
        const rlimit limit{300, 300};
        setrlimit(RLIMIT_FSIZE, &limit);
        signal(SIGXFSZ, SIG_IGN);
        const auto done = sync::folder::appendLine(path, line + '\n');
        _exit(!done && done.error().code == ErrorCode::Io ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QCOMPARE(inbox.bytes(u"full.ana.out.jsonl"_s), "{}\n");
    QVERIFY(sync::folder::appendLine(path, line + '\n'));
    QCOMPARE(inbox.bytes(u"full.ana.out.jsonl"_s), "{}\n" + line + '\n');
}

void FolderWriteTest::anOutputThatIsALinkIsRefused()
{
    Inbox inbox;
    inbox.write(u"victim"_s, "untouched");
    QVERIFY(QFile::link(inbox.path(u"victim"_s), inbox.path(u"baton.ana.out.jsonl"_s)));
    inbox.open();
    QCOMPARE(inbox.upstream->push(replyTo(u"a0"_s, u"Hello."_s, u"k1"_s)).error().code,
             ErrorCode::Io);
    QCOMPARE(inbox.bytes(u"victim"_s), "untouched");
}

BATON_TEST(FolderWriteTest)
#include "FolderWriteTest.moc"
