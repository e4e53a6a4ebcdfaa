#include "StoreFixture.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDirIterator>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

QMap<QString, QByteArray> filesIn(const QString &folder, const QString &prefix)
{
    QMap<QString, QByteArray> files;
    for (const QFileInfo &info : QDir(folder).entryInfoList({prefix + u'*'}, QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            files.insert(info.filePath(), file.readAll());
    }
    return files;
}

/// Puts files back as they were, and removes what has come since.
void restore(const QString &folder, const QString &prefix, const QMap<QString, QByteArray> &files)
{
    for (const QString &path : filesIn(folder, prefix).keys())
        QFile::remove(path);
    for (auto it = files.begin(); it != files.end(); ++it) {
        QFile file(it.key());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(it.value());
    }
}

} // namespace

/// desk.sqlite commits first; a kill before cache.sqlite has followed leaves the one ahead of the
/// other.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void anActThatTheCacheMissedIsFoldedAtTheNextOpen()
    {
        Profile desk;
        desk.takes({{}, {.id = u"c2"_s}});
        desk.does(ActKind::Claim, u"c2"_s);
        const QString folder = desk.paths().data;
        desk.close();
        const auto cacheBefore = filesIn(folder, u"cache.sqlite"_s);
        desk.open();
        desk.does(ActKind::Claim);
        desk.does(ActKind::Reply, u"c1"_s, u"teapot"_s);
        done(desk->markSeen(ConversationId(u"c1"_s), MessageId(u"m1"_s)));
        desk.close();
        restore(folder, u"cache.sqlite"_s, cacheBefore);

        desk.open();
        QCOMPARE(desk->openReport().actsFolded, 1); // one conversation
        QCOMPARE(desk.shown(QueueView::Mine), QStringList({u"c1"_s, u"c2"_s}));
        QCOMPARE(desk.found(u"teapot"_s), QStringList({u"c1"_s}));
        QVERIFY(!desk.record().row.unread);
        desk.reopen();
        QCOMPARE(desk->openReport().actsFolded, 0);
    }

    void aCacheThatFollowedAnotherDeskIsFoldedAnew()
    {
        Profile desk;
        desk.takes({{}});
        const QString folder = desk.paths().data;
        desk.close();
        const auto deskBefore = filesIn(folder, u"desk.sqlite"_s);
        const auto headBefore = filesIn(desk.paths().state, u"audit"_s);
        desk.open();
        desk.does(ActKind::Claim);
        desk.close();
        restore(folder, u"desk.sqlite"_s, deskBefore); // an older copy, put back by hand
        restore(desk.paths().state, u"audit"_s, headBefore);
        desk.open();
        QCOMPARE(desk.shown(QueueView::Mine), QStringList());
        QCOMPARE(value(desk->counts(desk.query(QueueView::Mine))).mine, 0);
    }

    /// The files as a kill leaves them: copied while the store is open, with what its logs hold.
    void filesOfAKilledProcessOpenWithAllThatWasPromised()
    {
        Profile desk;
        desk.takes({{}});
        desk.types(u"half a sentence"_s, DraftKind::Note);
        const OutboxEntry reply = desk.does(ActKind::Reply, u"c1"_s, u"sent"_s);
        const auto data = filesIn(desk.paths().data, u""_s);
        const auto state = filesIn(desk.paths().state, u""_s);
        desk.types(u"later"_s, DraftKind::Note);
        desk.close();
        restore(desk.paths().data, u""_s, data);
        restore(desk.paths().state, u""_s, state);
        desk.open();
        QCOMPARE(desk.drafts(), QStringList({u"half a sentence"_s}));
        QCOMPARE(value(desk->outbox()), QList({reply}));
        QCOMPARE(desk.record().conversation.messages.last().text, u"sent"_s);
        QVERIFY(!value(desk->verifyAudit()).firstBad);
        QVERIFY(desk->openReport().cacheSetAside.isEmpty());
    }
};

BATON_TEST(CrashTest)
#include "CrashTest.moc"
