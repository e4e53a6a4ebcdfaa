#include "StoreFixture.h"
#include "tests/support/TestProgram.h"

#include <SQLiteCpp/Database.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

void tamper(const QString &file, const char *sql)
{
    SQLite::Database database(file.toStdString(), SQLite::OPEN_READWRITE);
    database.exec("DROP TRIGGER audit_is_not_altered; DROP TRIGGER audit_is_not_cut");
    database.exec(sql);
}

} // namespace

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aSoundLogVerifies()
    {
        Profile desk;
        QCOMPARE(value(desk->verifyAudit()).entries, 0);
        fill(desk);
        desk.reopen();
        const AuditReport report = value(desk->verifyAudit());
        QCOMPARE(report.entries, 4);
        QVERIFY(!report.firstBad);
        QCOMPARE(report.problem, QString());
        QCOMPARE(report.head.size(), 32);
    }

    void theLogHoldsNoText()
    {
        Profile desk;
        fill(desk);
        desk.close();
        SQLite::Database database(desk.paths().deskFile().toStdString());
        SQLite::Statement all(database, "SELECT actor || kind || subject || detail FROM audit");
        while (all.executeStep())
            QVERIFY(!QByteArray(all.getColumn(0).getText()).contains("secret"));
    }

    void anAlterationIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<qint64>("firstBad");
        QTest::newRow("an entry altered")
            << QByteArray("UPDATE audit SET actor = 'bo' WHERE seq = 2") << qint64(2);
        QTest::newRow("a time altered")
            << QByteArray("UPDATE audit SET at = at + 1 WHERE seq = 3") << qint64(3);
        QTest::newRow("an entry removed")
            << QByteArray("DELETE FROM audit WHERE seq = 2") << qint64(2);
        QTest::newRow("the first removed")
            << QByteArray("DELETE FROM audit WHERE seq = 1") << qint64(1);
        QTest::newRow("the tail cut")
            << QByteArray("DELETE FROM audit WHERE seq >= 3") << qint64(3);
        QTest::newRow("all removed") << QByteArray("DELETE FROM audit") << qint64(1);
    }
    void anAlterationIsFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(qint64, firstBad);
        Profile desk;
        fill(desk);
        desk.close();
        tamper(desk.paths().deskFile(), sql.constData());
        {
            auto reader = desk.tryOpen(Access::ReadOnly);
            const AuditReport report = value((*reader)->verifyAudit());
            QCOMPARE(report.firstBad, std::optional(firstBad));
            QVERIFY(!report.problem.isEmpty());
        }
        // Working on does not hide it.
        desk.open();
        desk.does(ActKind::Claim);
        desk.reopen();
        QCOMPARE(value(desk->verifyAudit()).firstBad, std::optional(firstBad));
    }

    void theLogCannotBeAlteredByAccident()
    {
        Profile desk;
        fill(desk);
        desk.close();
        SQLite::Database database(desk.paths().deskFile().toStdString(), SQLite::OPEN_READWRITE);
        QCOMPARE(database.tryExec("UPDATE audit SET actor = ''"), 19); // SQLITE_CONSTRAINT
        QCOMPARE(database.tryExec("DELETE FROM audit"), 19);
    }

    void aHeadFileThatLagsAfterACrashIsNoProblem()
    {
        Profile desk;
        desk.does(ActKind::Claim);
        QFile head(desk.paths().auditHeadFile());
        QVERIFY(head.open(QIODevice::ReadOnly));
        const QByteArray old = head.readAll();
        head.close();
        desk.does(ActKind::Release);
        desk.close();
        QVERIFY(head.open(QIODevice::WriteOnly | QIODevice::Truncate));
        head.write(old);
        head.close();
        desk.open();
        const AuditReport report = value(desk->verifyAudit());
        QCOMPARE(report.entries, 2);
        QVERIFY(!report.firstBad);
    }

    void aMissingHeadFileIsToldAndPutOnRecord()
    {
        Profile desk;
        desk.does(ActKind::Claim);
        desk.close();
        QVERIFY(QFile::remove(desk.paths().auditHeadFile()));
        auto reader = desk.tryOpen(Access::ReadOnly);
        QVERIFY(!value((*reader)->verifyAudit()).problem.isEmpty());
        desk.open();
        QCOMPARE(value(desk->verifyAudit()).entries, 2);
    }

    void everyDeedIsOnRecord()
    {
        Profile desk;
        const ActKey a = desk.does(ActKind::Reply, u"c1"_s, u"a"_s).act.key;
        const ActKey b = desk.does(ActKind::Note, u"c1"_s, u"b"_s).act.key;
        value(desk->undo(a));
        done(desk->settle({b, ActStatus::Held, HoldReason::Closed, {}, false}));
        value(desk->release(b, u"c"_s, {}));
        done(desk->settle({b, ActStatus::Refused, HoldReason::None, {}, true}));
        done(desk->discard(b));
        desk.takes({{}}, Origin::Archive);
        desk.close();
        QStringList kinds;
        SQLite::Database database(desk.paths().deskFile().toStdString());
        SQLite::Statement all(database, "SELECT kind FROM audit ORDER BY seq");
        while (all.executeStep())
            kinds.append(QString::fromUtf8(all.getColumn(0).getText()));
        QCOMPARE(kinds,
                 QStringList({u"reply"_s, u"note"_s, u"undo"_s, u"hold"_s, u"release-hold"_s,
                              u"refused"_s, u"discard"_s, u"import"_s}));
    }

private:
    static void fill(Profile &desk)
    {
        desk.does(ActKind::Claim);
        desk.does(ActKind::Reply, u"c1"_s, u"secret words"_s);
        desk.does(ActKind::Note, u"c1"_s, u"secret words"_s);
        desk.does(ActKind::Close);
    }
};

BATON_TEST(AuditTest)
#include "AuditTest.moc"
