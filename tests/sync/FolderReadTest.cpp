#include "tests/support/TestProgram.h"
#include "tests/sync/Inbox.h"

#include <QtTest/QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using sync::Cursor;
using sync::FolderUpstream;
using sync::PushOutcome;

class FolderReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void plainAndPackedFilesAreRead();
    void onlyInputFilesAreRead();
    void aPullTakesNoMoreThanItsLimit();
    void aHalfReadFileIsNotReadAgain();
    void aRestartGoesOnAtItsLine();
    void linesHandedOutAndNotStoredComeAgain();
    void nothingNewIsAnEmptyPull();
    void aFileReplacedByRenameIsReadAgain();
    void aFileThatGrewIsReadAgain();
    void rejectedLinesNameFileAndLine();
    void aDamagedFileIsNamedOnce();
    void anUnreadableFileIsNamedOnceAndReadLater();
    void aLineThatIsTooLongCostsOnlyItself();
    void linksAndPipesAreNotFollowed();
    void aCursorOfSomethingElseIsTheBeginning();
    void inputsAreNeverTouched();
    void aMissingFolderIsOfflineUntilItIsBack();
    void oneDeskAFolder();
    void aLockWithoutANameIsLeftOver();
    void abortEndsTheNextCall();
    void manyFilesAndALongOne();
};

void FolderReadTest::plainAndPackedFilesAreRead()
{
    Inbox inbox;
    inbox.put(u"b.jsonl"_s, packets(u"plain-"_s, 2));
    inbox.writeGz(u"a.jsonl.gz"_s, packets(u"packed-"_s, 2));
    const auto delta = inbox.pull();
    QVERIFY(delta);
    QVERIFY(!delta->more);
    QCOMPARE(delta->progress, 1.0);
    QCOMPARE(delta->packets.size(), 4);
    QCOMPARE(delta->packets[0].packet.conversation.id.text(), u"packed-0"_s);
    QCOMPARE(delta->packets[1].file, inbox.path(u"a.jsonl.gz"_s));
    QCOMPARE(delta->packets[1].line, 2);
    QCOMPARE(delta->packets[3].packet.conversation.id.text(), u"plain-1"_s);
    QVERIFY(delta->rejected.isEmpty());
}

void FolderReadTest::onlyInputFilesAreRead()
{
    Inbox inbox;
    const QByteArray line = packets(u"x"_s, 1);
    for (const QString &name : {u"a.ana.out.jsonl"_s, u"a.out.jsonl.gz"_s, u".hidden.jsonl"_s,
                                u"a.jsonl.tmp"_s, u"a.json"_s, u"policy.json"_s, u"jsonl"_s})
        inbox.write(name, line);
    QDir(inbox.folder).mkdir(u"folder.jsonl"_s);
    QCOMPARE(inbox.pullAll(), QStringList());
}

void FolderReadTest::aPullTakesNoMoreThanItsLimit()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 5));
    inbox.put(u"b.jsonl"_s, packets(u"b"_s, 2));
    QCOMPARE(inbox.pull(3)->packets.size(), 3);
    const auto second = inbox.pull(3);
    QCOMPARE(second->packets.size(), 3);
    QVERIFY(second->more);
    QVERIFY(second->progress > 0.5 && second->progress <= 1);
    const auto third = inbox.pull(3);
    QCOMPARE(third->packets.size(), 1);
    QVERIFY(!third->more);
}

void FolderReadTest::aHalfReadFileIsNotReadAgain()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 6));
    QCOMPARE(inbox.pull(2)->packets.size(), 2);
    // Its name is gone, and yet the rest comes: it stayed open.
    QVERIFY(QFile::remove(inbox.path(u"a.jsonl"_s)));
    QCOMPARE(inbox.pull(2)->packets[0].packet.conversation.id.text(), u"a2"_s);
    QCOMPARE(inbox.pullAll(2), QStringList({u"a4"_s, u"a5"_s}));
}

void FolderReadTest::aRestartGoesOnAtItsLine()
{
    Inbox inbox;
    inbox.writeGz(u"a.jsonl.gz"_s, packets(u"a"_s, 6));
    QCOMPARE(inbox.pull(2)->packets.size(), 2);
    inbox.open();
    const auto delta = inbox.pull(2);
    QCOMPARE(delta->packets[0].packet.conversation.id.text(), u"a2"_s);
    QCOMPARE(delta->packets[0].line, 3);
    inbox.open();
    QCOMPARE(inbox.pullAll(2), QStringList({u"a4"_s, u"a5"_s}));
    inbox.open();
    QCOMPARE(inbox.pullAll(2), QStringList());
}

void FolderReadTest::linesHandedOutAndNotStoredComeAgain()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 4));
    QCOMPARE(inbox.pull(2)->packets.size(), 2);
    const Cursor stored = inbox.cursor;
    QCOMPARE(inbox.pull(2)->packets[0].packet.conversation.id.text(), u"a2"_s);
    inbox.cursor = stored; // the store had no room for them
    QCOMPARE(inbox.pull(2)->packets[0].packet.conversation.id.text(), u"a2"_s);
    inbox.cursor.clear(); // and this is a new cache
    QCOMPARE(inbox.pullAll().size(), 4);
}

void FolderReadTest::nothingNewIsAnEmptyPull()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 2));
    QCOMPARE(inbox.pullAll().size(), 2);
    const Cursor before = inbox.cursor;
    const auto delta = inbox.pull();
    QVERIFY(delta->packets.isEmpty());
    QVERIFY(!delta->more);
    QCOMPARE(delta->next, before);
}

void FolderReadTest::aFileReplacedByRenameIsReadAgain()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 2));
    QCOMPARE(inbox.pullAll().size(), 2);
    inbox.put(u"a.jsonl"_s, packets(u"b"_s, 2)); // as many bytes
    QCOMPARE(inbox.pullAll(), QStringList({u"b0"_s, u"b1"_s}));
    inbox.put(u"c.jsonl"_s, packets(u"c"_s, 1));
    QCOMPARE(inbox.pullAll(), QStringList({u"c0"_s}));
    // Replaced while it is half read.
    inbox.put(u"a.jsonl"_s, packets(u"d"_s, 3));
    QCOMPARE(inbox.pull(1)->packets.size(), 1);
    inbox.put(u"a.jsonl"_s, packets(u"e"_s, 3));
    QCOMPARE(inbox.pullAll(1), QStringList({u"d1"_s, u"d2"_s}));
    QCOMPARE(inbox.pullAll(1), QStringList({u"e0"_s, u"e1"_s, u"e2"_s}));
}

void FolderReadTest::aFileThatGrewIsReadAgain()
{
    Inbox inbox;
    inbox.write(u"a.jsonl"_s, packets(u"a"_s, 1));
    QCOMPARE(inbox.pullAll().size(), 1);
    inbox.write(u"a.jsonl"_s, packets(u"a"_s, 3));
    QCOMPARE(inbox.pullAll().size(), 3);
}

void FolderReadTest::rejectedLinesNameFileAndLine()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s,
              packets(u"a"_s, 1) + "\n{broken\n" + packets(u"b"_s, 1) + "{\"packet\": 1}\n");
    const auto delta = inbox.pull();
    QCOMPARE(delta->packets.size(), 2);
    QCOMPARE(delta->packets[1].line, 4);
    QCOMPARE(delta->rejected.size(), 2);
    QCOMPARE(delta->rejected[0].file, inbox.path(u"a.jsonl"_s));
    QCOMPARE(delta->rejected[0].line, 3);
    QCOMPARE(delta->rejected[0].code, u"not-json"_s);
    QCOMPARE(delta->rejected[1].line, 5);
    QCOMPARE(delta->rejected[1].code, u"schema"_s);
    QVERIFY(inbox.pull()->rejected.isEmpty());
}

void FolderReadTest::aDamagedFileIsNamedOnce()
{
    Inbox inbox;
    inbox.writeGz(u"a.jsonl.gz"_s, packets(u"a"_s, 200));
    QVERIFY(QFile::resize(inbox.path(u"a.jsonl.gz"_s),
                          QFileInfo(inbox.path(u"a.jsonl.gz"_s)).size() - 20));
    inbox.put(u"b.jsonl"_s, packets(u"b"_s, 1));
    const auto delta = inbox.pull();
    QCOMPARE(delta->rejected.size(), 1);
    QCOMPARE(delta->rejected[0].code, u"unreadable"_s);
    QCOMPARE(delta->rejected[0].file, inbox.path(u"a.jsonl.gz"_s));
    QCOMPARE(delta->packets.last().packet.conversation.id.text(), u"b0"_s);
    QVERIFY(inbox.pull()->rejected.isEmpty());
}

void FolderReadTest::anUnreadableFileIsNamedOnceAndReadLater()
{
    if (geteuid() == 0)
        QSKIP("root may read every file, so an unreadable one cannot be made");
    Inbox inbox;
    inbox.put(u"c.jsonl"_s, packets(u"c"_s, 1));
    QFile::setPermissions(inbox.path(u"c.jsonl"_s), {});
    QCOMPARE(inbox.pull()->rejected.size(), 1);
    QCOMPARE(inbox.pull()->rejected.size(), 0);
    QFile::setPermissions(inbox.path(u"c.jsonl"_s), QFile::ReadOwner);
    QCOMPARE(inbox.pullAll(), QStringList({u"c0"_s}));
}

void FolderReadTest::aLineThatIsTooLongCostsOnlyItself()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s,
              packets(u"a"_s, 1) + QByteArray(packet::maxLine + 1, 'x') + '\n'
                  + packets(u"b"_s, 1));
    const auto delta = inbox.pull();
    QCOMPARE(delta->packets.size(), 2);
    QCOMPARE(delta->rejected.size(), 1);
    QCOMPARE(delta->rejected[0].code, u"too-long"_s);
    QCOMPARE(delta->rejected[0].line, 2);
}

void FolderReadTest::linksAndPipesAreNotFollowed()
{
    Inbox inbox;
    QFile outside(inbox.home.filePath(u"outside"_s));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    outside.write(packets(u"x"_s, 1));
    outside.close();
    QVERIFY(QFile::link(outside.fileName(), inbox.path(u"link.jsonl"_s)));
    QCOMPARE(mkfifo(qPrintable(inbox.path(u"pipe.jsonl"_s)), 0600), 0);
    QCOMPARE(inbox.pullAll(), QStringList()); // and does not hang
}

void FolderReadTest::aCursorOfSomethingElseIsTheBeginning()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 1));
    for (const char *cursor :
         {"", "17", "{", "[]", "{\"files\": 3}", "{\"files\": [1, {\"name\": 2}]}",
          "{\"files\": [{\"name\": \"a.jsonl\", \"done\": true}]}"}) {
        inbox.cursor = cursor;
        QCOMPARE(inbox.pullAll(), QStringList({u"a0"_s}));
    }
}

void FolderReadTest::inputsAreNeverTouched()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 2));
    QFile::setPermissions(inbox.path(u"a.jsonl"_s), QFile::ReadOwner);
    const QByteArray before = inbox.bytes(u"a.jsonl"_s);
    const QDateTime changed = QFileInfo(inbox.path(u"a.jsonl"_s)).lastModified();
    QCOMPARE(inbox.pullAll().size(), 2);
    QVERIFY(inbox.upstream->push(replyTo(u"a0"_s, u"Hello."_s, u"k1"_s)));
    QCOMPARE(inbox.bytes(u"a.jsonl"_s), before);
    QCOMPARE(QFileInfo(inbox.path(u"a.jsonl"_s)).lastModified(), changed);
    QCOMPARE(QDir(inbox.folder).entryList(QDir::Files | QDir::Hidden, QDir::Name),
             QStringList({u".baton.lock"_s, u"a.ana.out.jsonl"_s, u"a.jsonl"_s}));
}

void FolderReadTest::aMissingFolderIsOfflineUntilItIsBack()
{
    Inbox inbox;
    QVERIFY(QDir().rmdir(inbox.folder));
    inbox.open(); // the network may be slower than the desk
    QCOMPARE(inbox.pull().error().code, ErrorCode::Offline);
    QCOMPARE(inbox.pull().error().subject, inbox.folder);
    const OutboxEntry reply = replyTo(u"a0"_s, u"Hello."_s, u"k1"_s);
    QCOMPARE(inbox.upstream->push(reply).error().code, ErrorCode::Offline);
    QVERIFY(QDir().mkdir(inbox.folder));
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 1));
    QCOMPARE(inbox.pullAll().size(), 1);
    QVERIFY(QFile::exists(inbox.path(u".baton.lock"_s)));
    // Gone in the middle, and back.
    const QString away = inbox.home.filePath(u"away"_s);
    QVERIFY(QDir().rename(inbox.folder, away));
    QCOMPARE(inbox.pull().error().code, ErrorCode::Offline);
    QCOMPARE(inbox.upstream->push(reply).error().code, ErrorCode::Offline);
    QVERIFY(QDir().rename(away, inbox.folder));
    QCOMPARE(inbox.pullAll(), QStringList());
    QCOMPARE(inbox.upstream->push(reply)->outcome, PushOutcome::Taken);
    QCOMPARE(inbox.acts(u"a.ana.out.jsonl"_s).size(), 1);
}

void FolderReadTest::oneDeskAFolder()
{
    Inbox inbox;
    inbox.open();
    const auto second = FolderUpstream::open(inbox.folder, agentAna);
    QCOMPARE(second.error().code, ErrorCode::Locked);
    QCOMPARE(second.error().subject, inbox.folder);
    QVERIFY(second.error().detail.contains(u"process %1 "_s.arg(getpid())));
    QVERIFY(second.error().detail.contains(QSysInfo::machineHostName()));
    inbox.upstream.reset();
    QVERIFY(FolderUpstream::open(inbox.folder, agentAna));
}

/// What a desk leaves that is killed while it makes the lock file.
void FolderReadTest::aLockWithoutANameIsLeftOver()
{
    Inbox inbox;
    for (const QByteArray &left : {QByteArray(), QByteArray("4711")}) {
        inbox.write(u".baton.lock"_s, left);
        const auto upstream = FolderUpstream::open(inbox.folder, agentAna);
        QVERIFY2(upstream, qPrintable(upstream ? QString() : upstream.error().detail));
        QVERIFY(!FolderUpstream::open(inbox.folder, agentAna)); // and it is a lock again
    }
}

void FolderReadTest::abortEndsTheNextCall()
{
    Inbox inbox;
    inbox.put(u"a.jsonl"_s, packets(u"a"_s, 2));
    inbox.open();
    inbox.upstream->abort();
    QCOMPARE(inbox.pull().error().code, ErrorCode::Cancelled);
    QCOMPARE(inbox.pullAll().size(), 2);
}

void FolderReadTest::manyFilesAndALongOne()
{
    Inbox inbox;
    for (int i = 0; i < 300; ++i)
        inbox.put(u"one-%1.jsonl"_s.arg(i), packets(u"f%1-"_s.arg(i), 1));
    inbox.writeGz(u"long.jsonl.gz"_s, packets(u"l"_s, 3000));
    QCOMPARE(inbox.pullAll(64).size(), 3300);
    QCOMPARE(inbox.pullAll(64).size(), 0);
}

BATON_TEST(FolderReadTest)
#include "FolderReadTest.moc"
