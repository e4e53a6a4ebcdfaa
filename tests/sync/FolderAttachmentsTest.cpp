#include "core/sync/SyncRound.h"
#include "tests/support/Team.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Inbox.h"

#include <QtCore/QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using sync::PushOutcome;

namespace {

/// An inbox whose desk keeps files, and what it kept.
struct FileInbox : Inbox
{
    store::AttachmentStore files{home.filePath(u"kept"_s)};
    Attachment label = *files.add("%PDF-1.4 label", u"Label.pdf"_s);

    FileInbox()
    {
        put(u"shop.jsonl"_s, packets(u"a"_s, 1));
        openWithFiles();
        pullAll();
    }
    void openWithFiles()
    {
        upstream.reset();
        auto opened = sync::FolderUpstream::open(folder, agentAna, files);
        if (!opened)
            qFatal("open: %s", qPrintable(opened.error().detail));
        upstream = std::move(opened).value();
    }
    QString sharedPath() const { return folder + u"/attachments/"_s + label.sha256; }
    QByteArray shared() const { return bytes(u"attachments/"_s + label.sha256); }
    OutboxEntry reply(const QString &key) const
    {
        OutboxEntry entry = replyTo(u"a0"_s, u"Here it is."_s, key);
        entry.act.attachments = {label};
        return entry;
    }
    int lines() const { return int(acts(u"shop.ana.out.jsonl"_s).size()); }
};

} // namespace

/// What goes with replies through a folder: the bytes first and whole, then the line that names
/// them.
class FolderAttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aReplyNamesItsFilesAndTheyAreThere()
    {
        FileInbox inbox;
        QVERIFY(inbox.upstream->capabilities().attachments);
        QCOMPARE(inbox.upstream->push(inbox.reply(u"k1"_s))->outcome, PushOutcome::Taken);
        QCOMPARE(inbox.shared(), QByteArray("%PDF-1.4 label"));
        const QJsonObject body = inbox.acts(u"shop.ana.out.jsonl"_s)[0][u"body"_s].toObject();
        const QJsonObject file = body[u"attachments"_s].toArray()[0].toObject();
        QCOMPARE(file,
                 QJsonObject({{u"name"_s, u"Label.pdf"_s},
                              {u"sha256"_s, inbox.label.sha256},
                              {u"bytes"_s, 14},
                              {u"mime"_s, u"application/pdf"_s}}));
        QCOMPARE(inbox.pullAll(), QStringList()); // nothing of it is read back
    }

    void theSameFileIsWrittenOnce()
    {
        FileInbox inbox;
        QVERIFY(inbox.upstream->push(inbox.reply(u"k1"_s)));
        const QDateTime written = QFileInfo(inbox.sharedPath()).lastModified();
        const QDateTime long_ago = written.addDays(-1);
        QFile file(inbox.sharedPath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(long_ago, QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(inbox.upstream->push(inbox.reply(u"k2"_s)));
        QCOMPARE(QFileInfo(inbox.sharedPath()).lastModified(), long_ago);
        QCOMPARE(inbox.lines(), 2);
    }

    /// What a crash between the two leaves: the file without its line.
    void aFileWithoutItsLineIsMadeGoodByTheNextTry()
    {
        FileInbox inbox;
        QVERIFY(QDir().mkpath(inbox.folder + u"/attachments"_s));
        inbox.write(u"attachments/"_s + inbox.label.sha256, "%PDF-1.4 la"); // torn
        inbox.openWithFiles();
        QVERIFY(!*inbox.upstream->hasTaken(ActKey(u"k1"_s)));
        QCOMPARE(inbox.upstream->push(inbox.reply(u"k1"_s))->outcome, PushOutcome::Taken);
        QCOMPARE(inbox.shared(), QByteArray("%PDF-1.4 label"));
        inbox.openWithFiles();
        QCOMPARE(inbox.upstream->push(inbox.reply(u"k1"_s))->outcome, PushOutcome::TakenBefore);
        QCOMPARE(inbox.lines(), 1);
    }

    void noLineWhereTheFileCannotBeWritten()
    {
        FileInbox inbox;
        inbox.write(u"attachments"_s, "in the way"); // no folder can be made there
        QCOMPARE(inbox.upstream->push(inbox.reply(u"k1"_s)).error().code, ErrorCode::Io);
        QCOMPARE(inbox.lines(), 0);
        QVERIFY(QFile::remove(inbox.path(u"attachments"_s)));
        QVERIFY(inbox.upstream->push(inbox.reply(u"k1"_s)));
        QCOMPARE(inbox.lines(), 1);
    }

    void noLineWhereTheFileIsGone()
    {
        FileInbox inbox;
        QVERIFY(QDir(inbox.home.filePath(u"kept"_s)).removeRecursively());
        QCOMPARE(inbox.upstream->push(inbox.reply(u"k1"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(inbox.lines(), 0);
    }

    void aDeskThatKeepsNoFilesSendsNone()
    {
        FileInbox inbox;
        inbox.open();
        QVERIFY(!inbox.upstream->capabilities().attachments);
        QCOMPARE(inbox.upstream->push(inbox.reply(u"k1"_s)).error().code, ErrorCode::Refused);
        QCOMPARE(inbox.lines(), 0);
    }

    /// The round looks before it sends: a reply that lacks its file says so and can be taken back.
    void aReplyWhoseFileIsGoneIsRefusedAndNothingIsLost()
    {
        Team team;
        FileInbox inbox;
        const Attachment file = *team.store().attachments().add("label", u"label.txt"_s);
        QVERIFY(team.store()
                    .apply({{packet::Reader().read(packet::write(waiting(u"a0"_s))).packet(),
                             u"test"_s, 1}},
                           Origin::Upstream)
                    .result());
        Act reply = team.ana.act(ActKind::Reply, ConversationId(u"a0"_s));
        reply.text = u"Here it is."_s;
        reply.attachments = {file};
        const OutboxEntry entry
            = team.store().record({{reply, team.clock.now()}}).result()->first();
        const QString kept = team.store().paths().attachmentsFolder() + u'/' + file.sha256.left(2)
            + u'/' + file.sha256;
        QFile changed(kept);
        QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write("lapel") == 5);
        changed.close();
        inbox.upstream.reset();
        auto upstream
            = sync::FolderUpstream::open(inbox.folder, agentAna, team.store().attachments());
        QVERIFY(upstream);
        const auto round
            = [&] { return sync::SyncRound(team.store(), **upstream, team.clock).run(); };
        QCOMPARE(round().refused, 1);
        QCOMPARE(inbox.lines(), 0);
        const auto refused = team.ana.open(entry.act.key);
        QCOMPARE(refused->status, ActStatus::Refused);
        QCOMPARE(refused->attempts, 0);
        QVERIFY(refused->lastError.startsWith(u"label.txt"_s));
        QVERIFY(team.store().discard(entry.act.key).result());
        const auto record = team.store().conversation(ConversationId(u"a0"_s)).result();
        QCOMPARE(record->drafts.first().text, u"Here it is."_s);
        QCOMPARE(record->attached, QList<Attachment>({file}));

        QVERIFY(team.store().attachments().add("label", u"label.txt"_s)); // attached again
        QVERIFY(team.store().record({{reply, team.clock.now()}}).result());
        QCOMPARE(round().pushed, 1);
        QCOMPARE(inbox.lines(), 1);
        QCOMPARE(inbox.bytes(u"attachments/"_s + file.sha256), QByteArray("label"));
    }

    void whatIsOnItsWayIsShownWithItsFiles()
    {
        const FileInbox inbox;
        const Conversation shown = sync::reconcile(waiting(u"a0"_s), {inbox.reply(u"k1"_s)});
        QCOMPARE(shown.messages.last().attachments, QList<Attachment>({inbox.label}));
        QCOMPARE(shown.messages.last().delivery, Delivery::Waiting);
    }
};

BATON_TEST(FolderAttachmentsTest)
#include "FolderAttachmentsTest.moc"
