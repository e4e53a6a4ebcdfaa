#include "StoreFixture.h"

#include "core/store/Migrator.h"
#include "tests/support/TestProgram.h"

#include <SQLiteCpp/Database.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void numbersHaveNoGaps()
    {
        for (const QList<Migration> &migrations : {deskMigrations(), cacheMigrations()}) {
            QVERIFY(!migrations.isEmpty());
            for (qsizetype i = 0; i < migrations.size(); ++i)
                QCOMPARE(migrations.at(i).version, i + 1);
        }
    }

    void everyTableIsStrict()
    {
        for (const QList<Migration> &migrations : {deskMigrations(), cacheMigrations()}) {
            SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
            QVERIFY(migrate(database, u"memory"_s, migrations));
            SQLite::Statement loose(
                database,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                "AND NOT strict AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'");
            while (loose.executeStep())
                QFAIL(loose.getColumn(0).getText());
        }
    }

    /// BATON_UPDATE_GOLDEN=1 writes the files anew.
    void theSchemaIsTheGoldenOne_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("desk") << u"desk"_s;
        QTest::newRow("cache") << u"cache"_s;
    }
    void theSchemaIsTheGoldenOne()
    {
        QFETCH(QString, folder);
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
        QVERIFY(migrate(database, u"memory"_s,
                        folder == u"desk"_s ? deskMigrations() : cacheMigrations()));
        const Result<QByteArray> schema = schemaText(database);
        QVERIFY(schema);
        QFile golden(QStringLiteral(BATON_SOURCE_DIR) + u"/resources/sql/"_s + folder
                     + u"/schema.golden"_s);
        if (qEnvironmentVariableIsSet("BATON_UPDATE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(*schema);
            return;
        }
        QVERIFY(golden.open(QIODevice::ReadOnly));
        QCOMPARE(*schema, golden.readAll());
    }

    void aStepThatFailsLeavesTheFileAsItWas()
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
        const QList<Migration> good{{1, "CREATE TABLE a (x INTEGER) STRICT;"}};
        QVERIFY(migrate(database, u"memory"_s, good));
        QList<Migration> bad = good;
        bad.append({2, "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"});
        QVERIFY(!migrate(database, u"memory"_s, bad));
        QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), 1);
        QVERIFY(!database.tableExists("b"));
        bad.last().sql = "CREATE TABLE b (x INTEGER) STRICT;";
        QVERIFY(migrate(database, u"memory"_s, bad));
        QVERIFY(database.tableExists("b"));
        QCOMPARE(migrate(database, u"memory"_s, good).error().code, ErrorCode::NewerVersion);
    }

    void signalsOfBeforeTheLotsStillRead()
    {
        Profile desk;
        desk.takes({{}});
        desk.close();
        QList<Migration> before = cacheMigrations();
        before.resize(11);
        const QString file = desk.paths().cacheFile();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(file + suffix);
        {
            SQLite::Database database(file.toStdString(),
                                      SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(migrate(database, file, before));
            database.exec("INSERT INTO signal VALUES (1, 5000, 7, zeroblob(34))");
        }
        desk.open();
        const auto columns = value(desk->signalColumns({0}, {10'000}));
        QCOMPARE(columns.size(), 1U);
        QCOMPARE(columns.startedMs.front(), qint64(5000));
        QCOMPARE(columns.lot.front(), quint16(0));
    }

    /// One fixture per released version: what it holds must be there after migrating to the newest.
    void aDeskOfVersionOneKeepsEveryRow()
    {
        Profile desk;
        desk.close();
        const QString file = desk.paths().deskFile();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(file + suffix);
        {
            SQLite::Database database(file.toStdString(),
                                      SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(migrate(database, file, {deskMigrations().first()}));
            QFile rows(QStringLiteral(BATON_SOURCE_DIR) + u"/tests/store/fixtures/desk-v1.sql"_s);
            QVERIFY(rows.open(QIODevice::ReadOnly));
            database.exec(rows.readAll().toStdString());
        }
        desk.open();
        desk.takes({{}});
        QCOMPARE(desk.drafts(), QStringList({u"Dear Mara,"_s, u"calls back at five"_s}));
        const QList<OutboxEntry> acts = value(desk->outbox());
        QCOMPARE(acts.size(), 1);
        QCOMPARE(acts.first().act.kind, ActKind::Reply);
        QCOMPARE(acts.first().act.text, u"It left today."_s);
        QCOMPARE(acts.first().act.base.lastPublic.text(), u"m1"_s);
        QCOMPARE(acts.first().status, ActStatus::Held);
        QVERIFY(acts.first().act.attachments.isEmpty());
        QCOMPARE(desk.record().seen.text(), u"m1"_s);
        QCOMPARE(desk.record().acts.size(), 2);
        QCOMPARE(desk.shown(QueueView::Mine), QStringList({u"c1"_s}));
    }
};

BATON_TEST(MigrationTest)
#include "MigrationTest.moc"
