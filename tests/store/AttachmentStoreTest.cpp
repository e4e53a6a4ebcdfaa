#include "StoreFixture.h"

#include "core/domain/Attachments.h"
#include "core/store/AttachmentStore.h"
#include "tests/support/TestProgram.h"

#include <SQLiteCpp/Database.h>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

const QString helloHash = u"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"_s;

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

Attachment fileOf(const QString &name, char digit)
{
    return {name, QString(64, QLatin1Char(digit)), 5, u"text/plain"_s};
}

NewAct replyWith(const QList<Attachment> &files)
{
    Act reply;
    reply.key = ActKey(u"k1"_s);
    reply.conversation = ConversationId(u"c1"_s);
    reply.kind = ActKind::Reply;
    reply.agent = {u"ines"_s, u"Ines"_s};
    reply.text = u"Here it is."_s;
    reply.attachments = files;
    return {reply, {1'770'000'000'000}};
}

QList<Attachment> attachedTo(Profile &desk)
{
    return value(desk->conversation(ConversationId(u"c1"_s))).attached;
}

} // namespace

/// Files of messages: the bytes, and the rows that name them.
class AttachmentStoreTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_folder;
    int m_count = 0;

    AttachmentStore files() const { return AttachmentStore(m_folder); }
    QString path(const QString &name) const { return m_home.filePath(name); }
    QString keptPath(const QString &sha256) const
    {
        return m_folder + u'/' + sha256.left(2) + u'/' + sha256;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = path(u"kept%1"_s.arg(++m_count));
    }

    void aFileIsKeptByWhatItsBytesAre()
    {
        put(path(u"note.txt"_s), "hello");
        const auto added = files().add(path(u"note.txt"_s));
        QVERIFY(added);
        QCOMPARE(*added, Attachment({u"note.txt"_s, helloHash, 5, u"text/plain"_s}));
        struct stat info = {};
        QCOMPARE(::stat(qPrintable(keptPath(helloHash)), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0600));
        QCOMPARE(::stat(qPrintable(m_folder), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0700));
        QCOMPARE(*files().read(*added), QByteArray("hello"));
        QFile::remove(path(u"note.txt"_s)); // where it came from does not matter any more
        QCOMPARE(*files().read(*added), QByteArray("hello"));
        const auto again = files().add("hello", u"../other\u202e.txt"_s);
        QCOMPARE(again->name, u"other.txt"_s);
        QCOMPARE(again->sha256, helloHash);
        QCOMPARE(QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void whatCannotBeAttachedIsNamed()
    {
        put(path(u"empty.pdf"_s), {});
        QCOMPARE(files().add(path(u"empty.pdf"_s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(files().add(path(u"empty.pdf"_s)).error().subject, u"empty.pdf"_s);
        QCOMPARE(files().add(path(u"no.pdf"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(files().add(m_home.path()).error().code, ErrorCode::NotFound);
        QCOMPARE(::mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
        QCOMPARE(files().add(path(u"pipe"_s)).error().code, ErrorCode::NotFound);
        QFile large(path(u"large.mov"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestAttachment + 1));
        QCOMPARE(files().add(large.fileName()).error().code, ErrorCode::TooLarge);
        QVERIFY(large.resize(largestAttachment));
        QVERIFY(files().add(large.fileName()));
    }

    void damageIsSeenAndMadeGood()
    {
        const Attachment file = *files().add("hello", u"a.txt"_s);
        put(keptPath(helloHash), "jello");
        QCOMPARE(files().read(file).error().code, ErrorCode::Corrupt);
        QVERIFY(files().add("hello", u"a.txt"_s));
        QCOMPARE(*files().read(file), QByteArray("hello"));
        QVERIFY(QFile::remove(keptPath(helloHash)));
        QCOMPARE(files().read(file).error().code, ErrorCode::NotFound);
    }

    void whatLiesElsewhereIsFetchedOnlyWhereItIsTheSame()
    {
        const Attachment file{u"a.txt"_s, helloHash.toUpper(), 5, {}};
        const QString from = path(u"shared"_s);
        QVERIFY(QDir().mkpath(from));
        QCOMPARE(files().fetch(file, from).error().code, ErrorCode::NotFound);
        QCOMPARE(files().fetch(file, {}).error().code, ErrorCode::NotFound);
        put(from + u'/' + helloHash, "something else");
        QCOMPARE(files().fetch(file, from).error().code, ErrorCode::Corrupt);
        QVERIFY(!files().read(file));
        put(from + u'/' + helloHash, "hello");
        QVERIFY(files().fetch(file, from));
        QVERIFY(QFile::remove(from + u'/' + helloHash));
        QVERIFY(files().fetch(file, from)); // it is here now
        put(path(u"secret"_s), "secret");
        const auto outside = files().fetch({u"a"_s, u"../secret"_s, 6, {}}, from);
        QCOMPARE(outside.error().code, ErrorCode::NotFound);
    }

    void whatIsAttachedStaysOverARestart()
    {
        Profile desk;
        desk.takes({{}});
        const ConversationId c1(u"c1"_s);
        done(desk->attach(c1, {fileOf(u"a"_s, 'a'), fileOf(u"b"_s, 'b')}));
        done(desk->attach(c1, {fileOf(u"again"_s, 'a')}));
        desk.close();
        desk.open();
        QCOMPARE(attachedTo(desk), QList({fileOf(u"a"_s, 'a'), fileOf(u"b"_s, 'b')}));
        done(desk->detach(c1, QString(64, u'a')));
        QCOMPARE(attachedTo(desk), QList({fileOf(u"b"_s, 'b')}));
        for (const char digit : {'0', '1', '2', '3', '4', '5', '6', '7', '8'})
            done(desk->attach(c1, {fileOf(u"c"_s, digit)}));
        const auto more = get(desk->attach(c1, {fileOf(u"d"_s, 'd')}));
        QCOMPARE(more.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(attachedTo(desk).size(), mostAttachments);
    }

    void aReplyTakesItsFilesAlongAndGivesThemBack()
    {
        Profile desk;
        desk.takes({{}});
        const ConversationId c1(u"c1"_s);
        const QList files{fileOf(u"a"_s, 'a'), fileOf(u"b"_s, 'b')};
        done(desk->attach(c1, files + QList{fileOf(u"c"_s, 'c')}));
        value(desk->record({replyWith(files)}));
        QCOMPARE(attachedTo(desk), QList({fileOf(u"c"_s, 'c')}));
        desk.close();
        desk.open();
        QCOMPARE(value(desk->outbox()).first().act.attachments, files);
        QCOMPARE(value(desk->record({replyWith(files)})).first().act.attachments, files); // twice
        value(desk->undo(ActKey(u"k1"_s)));
        QCOMPARE(attachedTo(desk), files + QList{fileOf(u"c"_s, 'c')});
        QCOMPARE(value(desk->conversation(c1)).drafts.first().text, u"Here it is."_s);
    }

    void aRefusedReplyGivesItsFilesBack()
    {
        Profile desk;
        desk.takes({{}});
        value(desk->record({replyWith({fileOf(u"a"_s, 'a')})}));
        Settlement refused;
        refused.key = ActKey(u"k1"_s);
        refused.status = ActStatus::Refused;
        refused.attempted = false;
        done(desk->settle(refused));
        done(desk->discard(ActKey(u"k1"_s)));
        QCOMPARE(attachedTo(desk), QList({fileOf(u"a"_s, 'a')}));
    }

    void whatALeadApprovesGoesWithItsFiles()
    {
        Profile desk;
        desk.takes({{}});
        const ConversationId c1(u"c1"_s);
        ApprovalRequest request;
        request.key = ActKey(u"k1"_s);
        request.conversation = c1;
        request.author = {u"ines"_s, u"Ines"_s};
        request.text = u"Here it is."_s;
        request.closes = true;
        request.attachments = {fileOf(u"a"_s, 'a')};
        done(desk->attach(c1, request.attachments));
        QCOMPARE(value(desk->askApproval(request)).request, request);
        QVERIFY(attachedTo(desk).isEmpty());
        value(desk->withdrawReply(request.key));
        QCOMPARE(attachedTo(desk), request.attachments);
        request.key = ActKey(u"k2"_s);
        value(desk->askApproval(request));
        done(desk->attach(c1, request.attachments)); // of the next reply, begun meanwhile
        const auto acts = value(desk->approveReply(request.key, {u"nora"_s, {}}, {}, {}));
        QCOMPARE(acts.first().act.attachments, request.attachments);
        QVERIFY(acts.last().act.attachments.isEmpty());
        QCOMPARE(attachedTo(desk), request.attachments);
    }
};

BATON_TEST(AttachmentStoreTest)
#include "AttachmentStoreTest.moc"
