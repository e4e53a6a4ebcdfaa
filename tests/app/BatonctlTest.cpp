#include "SameProfile.h"
#include "tests/support/TestProgram.h"

#include <sqlite3.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

constexpr const char *good
    = R"({"packet":"baton-handoff/1","id":"k1","version":1,"channel":"chat","created_at":"2025-11-18T13:00:00Z","state":"waiting","customer":{"id":"c1","name":"Ada Prior"},"messages":[{"id":"m1","at":"2025-11-18T13:00:00Z","from":"customer","text":"The marmalade jar is cracked"}]})";

void execute(const QString &database, const char *sql)
{
    sqlite3 *handle = nullptr;
    char *problem = nullptr;
    if (sqlite3_open(qPrintable(database), &handle) != SQLITE_OK
        || sqlite3_exec(handle, sql, nullptr, nullptr, &problem) != SQLITE_OK)
        qFatal("%s: %s", sql, problem);
    sqlite3_close(handle);
}

} // namespace

class BatonctlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("USER", "imke"); }

    void tellsAboutItself()
    {
        const Desk desk;
        const Ran help = desk.run({u"--help"_s});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.out.startsWith("Usage: batonctl COMMAND"));
        QVERIFY(help.err.isEmpty());
        QCOMPARE(desk.run({u"--version"_s}).out, "batonctl " BATON_VERSION "\n"_ba);
        QVERIFY(desk.run({u"import"_s, u"--help"_s}).out.startsWith("Usage: batonctl import"));
    }

    void wrongUsageEndsWith2AndTouchesNothing()
    {
        const Desk desk;
        for (const QStringList &arguments : QList<QStringList>{{},
                                                               {u"fly"_s},
                                                               {u"import"_s},
                                                               {u"queue"_s, u"--limit"_s},
                                                               {u"audit"_s, u"alter"_s},
                                                               {u"knowledge"_s},
                                                               {u"knowledge"_s, u"add"_s},
                                                               {u"knowledge"_s, u"forget"_s},
                                                               {u"knowledge"_s, u"list"_s, u"x"_s},
                                                               {u"sync"_s, u"--once"_s}}) {
            const Ran ran = desk.run(arguments);
            QCOMPARE(ran.exit, 2);
            QVERIFY(ran.out.isEmpty());
            QVERIFY2(ran.err.startsWith("batonctl: "), ran.err);
        }
        QVERIFY(!QFile::exists(desk.dataDir()));
    }

    void validatesAFileAndSaysWhereItIsWrong()
    {
        const Desk desk;
        const QString file = desk.write(
            u"p.jsonl"_s, good + "\n\n{\"packet\":\n"_ba + QByteArray(good).replace("chat", "fax"));
        const Ran ran = desk.run({u"validate"_s, file, u"--json"_s});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json(), QList<nlohmann::json>({{{"read", 3}, {"valid", 1}, {"rejected", 2}}}));
        const QList<QByteArray> complaints = ran.err.trimmed().split('\n');
        QCOMPARE(complaints.size(), 2);
        QVERIFY2(complaints[0].startsWith(file.toUtf8() + ":3: "), complaints[0]);
        QVERIFY2(complaints[1].startsWith(file.toUtf8() + ":4: /channel: "), complaints[1]);
        QVERIFY(!QFile::exists(desk.dataDir()));
    }

    void theBundledPacketsAreValid()
    {
        const Ran ran = Desk().run({u"validate"_s, demoFile(), u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        QVERIFY(ran.json().at(0).at("valid") >= 12);
    }

    void readsStandardInputAndGzipByItsBytes()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"validate"_s, u"-"_s}, good).exit, 0);
        const Ran bad = desk.run({u"validate"_s, u"-"_s}, "nonsense\n");
        QCOMPARE(bad.exit, 1);
        QVERIFY2(bad.err.startsWith("<stdin>:1: "), bad.err);
        const QString packed = desk.writeGzip(u"packed.jsonl"_s, good + "\n"_ba);
        QCOMPARE(desk.run({u"validate"_s, packed}).exit, 0);
        const QByteArray bytes = readAll(packed);
        const Ran cut = desk.run(
            {u"validate"_s, u"--json"_s, desk.write(u"cut.gz"_s, bytes.first(bytes.size() / 2))});
        QCOMPARE(cut.exit, 3);
        QVERIFY2(cut.err.contains("damaged"), cut.err);
        QCOMPARE(cut.json().size(), 1);
    }

    void anAbsentFileEndsWith3AndImportsNothingAtAll()
    {
        const Desk desk;
        const Ran ran = desk.run({u"import"_s, demoFile(), desk.path(u"absent.jsonl"_s)});
        QCOMPARE(ran.exit, 3);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("absent.jsonl is not there"), ran.err);
        QVERIFY(!QFile::exists(desk.dataDir()));
    }

    void importsOnceAndAddsNothingTheSecondTime()
    {
        const Desk desk;
        const int count = int(readAll(demoFile()).count('\n'));
        const Ran first = desk.run({u"import"_s, demoFile(), u"--json"_s});
        QVERIFY2(first.exit == 0, first.err);
        QVERIFY2(first.err.isEmpty(), first.err);
        QCOMPARE(first.json(), {totals(count, count, 0, 0, 0)});
        const Ran second = desk.run({u"import"_s, demoFile(), u"--json"_s});
        QCOMPARE(second.exit, 0);
        QCOMPARE(second.json(), {totals(count, 0, 0, count, 0)});
        const QStringList kept
            = QDir(desk.dataDir() + u"/default/imports"_s).entryList(QDir::Files);
        QCOMPARE(kept.size(), 1);
        QVERIFY2(kept.first().size() == 64 + 9 && kept.first().endsWith(u".jsonl.gz"_s),
                 qPrintable(kept.first()));
    }

    void aHigherVersionUpdatesAndAConflictIsRejected()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, u"-"_s}, good).exit, 0);
        const QByteArray newer = QByteArray(good).replace("\"version\":1", "\"version\":2");
        const QByteArray other = QByteArray(good).replace("cracked", "empty");
        const Ran ran
            = desk.run({u"import"_s, u"-"_s, u"--json"_s},
                       newer + '\n' + other + '\n' + QByteArray(newer).replace("jar", "pot"));
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json(), {totals(3, 0, 1, 1, 1)});
        QVERIFY2(ran.err.startsWith("<stdin>:3: "), ran.err);
    }

    void aBadLineCostsOnlyItself()
    {
        const Desk desk;
        const QString file = desk.write(u"mixed.jsonl"_s, "{}\n"_ba + good + "\n\xff\xfe\n");
        const Ran ran = desk.run({u"import"_s, file, u"--json"_s});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json(), {totals(3, 1, 0, 0, 2)});
        QCOMPARE(ran.err.trimmed().split('\n').size(), 2);
        QCOMPARE(desk.run({u"export"_s}).out, good + "\n"_ba);
    }

    void exportsWhatCameByteForByte()
    {
        const Desk desk;
        const QByteArray odd
            = R"({ "version" : 1.0e0, "packet":"baton-handoff/1","id":"k2", "unknown":{"b":1,"a":[1.50, 1e3]},)"
              R"("channel":"email","created_at":"2025-11-18T14:00:00+01:00","state":"closed","customer":{"id":"c2"},"messages":[ ]})"_ba;
        const QByteArray integer = QByteArray(odd).replace("1.0e0", "1");
        QVERIFY(desk.run({u"import"_s, u"-"_s}, good + "\n"_ba + integer + "\r\n").exit == 0);
        const Ran all = desk.run({u"export"_s, u"--json"_s});
        QCOMPARE(all.exit, 0);
        QCOMPARE(all.out, good + "\n"_ba + integer + "\n");

        const QString file = desk.path(u"all.jsonl"_s);
        const Ran toFile = desk.run({u"export"_s, u"--output"_s, file, u"--json"_s});
        QCOMPARE(toFile.exit, 0);
        QCOMPARE(toFile.json(), QList<nlohmann::json>({{{"exported", 2}}}));
        QCOMPARE(readAll(file), all.out);
        QCOMPARE(desk.run({u"export"_s, u"--output"_s, desk.path(u"no/such/folder/x"_s)}).exit, 3);
    }

    void standardOutputIsNothingButJson()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, demoFile()}).exit, 0);
        const QList<QStringList> all{{u"validate"_s, demoFile()},
                                     {u"import"_s, demoFile()},
                                     {u"export"_s},
                                     {u"queue"_s},
                                     {u"queue"_s, u"--view"_s, u"archive"_s},
                                     {u"search"_s, u"kettle"_s},
                                     {u"audit"_s, u"verify"_s},
                                     {u"doctor"_s}};
        for (const QStringList &arguments : all) {
            const Ran ran = desk.run(arguments + QStringList{u"--json"_s});
            QVERIFY2(ran.exit == 0, ran.err);
            for (const nlohmann::json &value : ran.json())
                QVERIFY2(value.is_object(), ran.out);
            QVERIFY2(ran.err.isEmpty(), ran.err);
        }
    }

    void importedHistoryLiesInTheArchiveOnly()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, demoFile()}).exit, 0);
        QVERIFY(desk.run({u"queue"_s, u"--json"_s}).out.isEmpty());
        QCOMPARE(desk.run({u"queue"_s}).out, "Nothing here.\n"_ba);
        const Ran archive
            = desk.run({u"queue"_s, u"--view"_s, u"archive"_s, u"--limit"_s, u"5"_s, u"--json"_s});
        QCOMPARE(archive.json().size(), 5);
        QCOMPARE(archive.json().first().at("archived"), true);
    }

    void findsByWords()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, demoFile(), u"-"_s}, good).exit, 0);
        const Ran found = desk.run({u"search"_s, u"marmalade"_s, u"--json"_s});
        QCOMPARE(found.json().size(), 1);
        QCOMPARE(found.json().first().at("id"), "k1");
        QVERIFY(desk.run({u"search"_s, u"marmalade"_s}).out.contains("Ada Prior"));
        const Ran nothing = desk.run({u"search"_s, u"zeppelin"_s});
        QCOMPARE(nothing.exit, 0);
        QCOMPARE(nothing.out, "Nothing found.\n"_ba);
    }

    void aSecondWriterIsRefusedInWordsAndReadersAreNot()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, demoFile()}).exit, 0);
        const auto console = openHere(desk);
        const Ran ran = desk.run({u"import"_s, demoFile()});
        QCOMPARE(ran.exit, 3);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("another Baton is using"), ran.err);
        for (const QStringList &reading : QList<QStringList>{{u"queue"_s},
                                                             {u"search"_s, u"kettle"_s},
                                                             {u"export"_s},
                                                             {u"audit"_s, u"verify"_s},
                                                             {u"doctor"_s}}) {
            const Ran reader = desk.run(reading);
            QVERIFY2(reader.exit == 0, reader.err);
        }
    }

    void nothingStoredYetIsSaidInWords()
    {
        const Desk desk;
        const Ran ran = desk.run({u"queue"_s});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.startsWith("batonctl: Nothing is stored in "), ran.err);
        QVERIFY(!QFile::exists(desk.dataDir()));
    }

    void aNewerDeskFileIsRefusedInWords()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, demoFile()}).exit, 0);
        execute(desk.dataDir() + u"/default/desk.sqlite"_s, "PRAGMA user_version = 99");
        const Ran ran = desk.run({u"import"_s, demoFile()});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.contains("was written by a newer Baton"), ran.err);
    }

    void aLostCacheComesBackFromTheKeptImports()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, demoFile()}).exit, 0);
        const QByteArray before = desk.run({u"export"_s}).out;
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(desk.dataDir() + u"/default/cache.sqlite"_s + QLatin1StringView(suffix));
        const Ran ran = desk.run({u"import"_s, u"-"_s, u"--json"_s}, good);
        QVERIFY2(ran.exit == 0, ran.err);
        QCOMPARE(ran.json(), {totals(1, 1, 0, 0, 0)});
        QCOMPARE(desk.run({u"export"_s}).out, before + good + '\n');
        QCOMPARE(desk.run({u"search"_s, u"kettle"_s, u"--json"_s}).json().size(), 1);
    }

    void anAlteredAuditLogIsFound()
    {
        const Desk desk;
        QCOMPARE(desk.run({u"import"_s, u"-"_s}, good).exit, 0);
        {
            const auto store = openHere(desk);
            for (const ActKind kind : {ActKind::Claim, ActKind::Release, ActKind::Claim}) {
                Act act;
                act.conversation = ConversationId(u"k1"_s);
                act.kind = kind;
                act.agent = {u"imke"_s, u"Imke"_s};
                act.at = SystemClock().now();
                QVERIFY(store->record({{act, act.at}}).result());
            }
        }
        const Ran intact = desk.run({u"audit"_s, u"verify"_s, u"--json"_s});
        QCOMPARE(intact.exit, 0);
        QCOMPARE(intact.json().first().at("intact"), true);
        QVERIFY(intact.json().first().at("entries") >= 3);
        execute(
            desk.dataDir() + u"/default/desk.sqlite"_s,
            "DROP TRIGGER audit_is_not_altered; UPDATE audit SET actor = 'nobody' WHERE seq = 2;");
        const Ran altered = desk.run({u"audit"_s, u"verify"_s, u"--json"_s});
        QCOMPARE(altered.exit, 1);
        QCOMPARE(altered.json().first().at("intact"), false);
        QCOMPARE(altered.json().first().at("first_bad"), 2);
        QVERIFY(desk.run({u"audit"_s, u"verify"_s}).out.contains("entry 2"));
        const auto claims
            = desk.run({u"audit"_s, u"list"_s, u"--kind"_s, u"claim"_s, u"--json"_s}).json();
        QVERIFY(!claims.isEmpty());
        for (const auto &entry : claims)
            QCOMPARE(entry.at("kind"), "claim");
        QVERIFY(desk.run({u"audit"_s, u"list"_s, u"--actor"_s, u"nobody"_s}).out.startsWith("2  "));
        QCOMPARE(desk.run({u"doctor"_s}).exit, 1);
    }

    void syncsAFolderOnce()
    {
        const Desk desk;
        const QString folder = desk.path(u"up"_s);
        QVERIFY(QDir().mkpath(folder));
        desk.write(u"up/bot.jsonl"_s, readAll(demoFile()) + "{\"packet\":1}\n");
        const Ran ran = desk.run({u"sync"_s, u"--once"_s, u"--folder"_s, folder, u"--json"_s});
        QCOMPARE(ran.exit, 1);
        const nlohmann::json report = ran.json().at(0);
        QCOMPARE(report.at("added"), readAll(demoFile()).count('\n'));
        QCOMPARE(report.at("rejected"), 1);
        QVERIFY2(ran.err.contains("bot.jsonl:18: "), ran.err);
        const Ran queue = desk.run({u"queue"_s, u"--json"_s});
        QVERIFY(queue.json().size() >= 8);
        QCOMPARE(queue.json().first().at("id"), "LF-C-8846"); // smoke comes first
        QCOMPARE(desk.run({u"sync"_s, u"--once"_s, u"--folder"_s, folder}).exit, 0);
        QCOMPARE(desk.run({u"sync"_s, u"--once"_s, u"--folder"_s, desk.path(u"absent"_s)}).exit, 3);
    }

    void whatWasDecidedGoesOutWithTheNextRound()
    {
        const Desk desk;
        const QString folder = desk.path(u"up"_s);
        QVERIFY(QDir().mkpath(folder));
        desk.write(u"up/bot.jsonl"_s, good + "\n"_ba);
        QCOMPARE(desk.run({u"sync"_s, u"--once"_s, u"--folder"_s, folder}).exit, 0);
        {
            const auto store = openHere(desk);
            const auto record = store->conversation(ConversationId(u"k1"_s)).result();
            QVERIFY(record);
            Act act;
            act.conversation = record->conversation.id;
            act.kind = ActKind::Reply;
            act.agent = {u"imke"_s, u"Imke"_s};
            act.at = SystemClock().now();
            act.base = baseOf(record->conversation);
            act.text = u"A new jar is on its way."_s;
            QVERIFY(store->record({{act, act.at}}).result());
        }
        const Ran ran = desk.run({u"sync"_s, u"--once"_s, u"--folder"_s, folder, u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        QCOMPARE(ran.json().at(0).at("pushed"), 1);
        QCOMPARE(readAll(folder + u"/bot.imke.out.jsonl"_s).count("A new jar is on its way."), 1);
        QCOMPARE(desk.run({u"sync"_s, u"--once"_s, u"--folder"_s, folder, u"--json"_s})
                     .json()
                     .at(0)
                     .at("pushed"),
                 0);
    }

    void controlCPausesBetweenTwoLinesAndKeepsWhatCame()
    {
        const Desk desk;
        QProcess process;
        desk.start(process, {u"import"_s, u"-"_s, u"--json"_s});
        process.write(good + "\n"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(desk.dataDir() + u"/default/lock"_s), 20'000);
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        process.write(QByteArray(good).replace("\"k1\"", "\"k2\"") + '\n');
        const Ran ran = Desk::finish(process);
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.contains("cancelled"), ran.err);
        QCOMPARE(ran.json().size(), 1);
        const Ran again = desk.run({u"import"_s, u"-"_s, u"--json"_s}, good);
        QCOMPARE(again.exit, 0);
    }
};

BATON_TEST(BatonctlTest)
#include "BatonctlTest.moc"
