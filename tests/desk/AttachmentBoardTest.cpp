#include "core/desk/AttachmentBoard.h"
#include "core/sync/SyncRound.h"
#include "core/sync/folder/FolderUpstream.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

const ConversationId a(u"a"_s);

void putFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A desk with an open conversation, and what it shows.
struct FileDesk : DeskFixture
{
    std::optional<ConversationSnapshot> shown;
    QObject guard;

    FileDesk() { undoMs = 0; }
    void openA(bool arrives = true)
    {
        if (arrives)
            arrive({conversation(u"a"_s, u"Where is the label?"_s)});
        makeDesk();
        QObject::connect(desk.get(), &Desk::conversationChanged, &guard,
                         [this](const ConversationSnapshot &now) { shown = now; });
        desk->start();
        desk->open(a);
    }
    AttachmentBoard &board() const { return desk->attachmentBoard(); }
    QString path(const QString &name) const { return folder.filePath(name); }
    bool showsFiles(qsizetype count) const
    {
        return QTest::qWaitFor(
            [&] { return shown && shown->attached.size() == count && !board().isBusy(a); });
    }
    sync::RoundReport round(const QString &shared)
    {
        auto upstream = sync::FolderUpstream::open(shared, ines, store->attachments());
        if (!upstream)
            qFatal("open: %s", qPrintable(upstream.error().detail));
        return sync::SyncRound(*store, **upstream, clock).run();
    }
};

} // namespace

class AttachmentBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// One desk sends a file through a folder; the desk that is told of the message saves its
    /// bytes.
    void aFileGoesFromDeskToDesk()
    {
        QTemporaryDir shared;
        const QByteArray pdf = "%PDF-1.4\n" + QByteArray(300'000, 'x');
        Conversation later;
        {
            FileDesk desk;
            desk.openA();
            putFile(desk.path(u"Label.pdf"_s), pdf);
            QTRY_VERIFY(desk.shown);
            desk.board().attach(a, {desk.path(u"Label.pdf"_s)});
            QVERIFY(desk.showsFiles(1));
            QSignalSpy sent(desk.desk.get(), &Desk::sent);
            desk.desk->sendReply(u"It is attached."_s, AfterSend::Stay);
            QVERIFY(sent.wait());
            QVERIFY(desk.showsFiles(0)); // it goes with the reply now
            QTRY_COMPARE(desk.shown->conversation.messages.last().attachments.size(), 1);
            QVERIFY(!desk.round(shared.path()).error);
            QTRY_COMPARE(desk.shown->conversation.messages.last().delivery, Delivery::Delivered);
            later = desk.shown->conversation;
        }
        // The producer shows the reply in the conversation's next version.
        later.version = 2;
        putFile(shared.filePath(u"shop.jsonl"_s), packet::write(later) + '\n');
        FileDesk other;
        QVERIFY(!other.round(shared.path()).error);
        other.openA(false);
        other.board().setSource(shared.filePath(u"attachments"_s));
        QTRY_VERIFY(other.shown);
        const Attachment came = other.shown->conversation.messages.last().attachments.first();
        QCOMPARE(came.name, u"Label.pdf"_s);
        QSignalSpy looked(&other.board(), &AttachmentBoard::looked);
        other.board().look(came);
        const auto look = first<AttachmentLook>(looked);
        QVERIFY(!look.problem);
        QCOMPARE(look.kind, FileKind::Pdf);
        QSignalSpy saved(&other.board(), &AttachmentBoard::saved);
        other.board().save(came, other.path(u"saved.pdf"_s));
        QVERIFY(saved.wait());
        QCOMPARE(bytesOf(other.path(u"saved.pdf"_s)), pdf);
    }

    void whatIsAttachedSurvivesTheDesk()
    {
        FileDesk desk;
        desk.openA();
        putFile(desk.path(u"a.txt"_s), "text");
        QTRY_VERIFY(desk.shown);
        desk.board().attach(a, {desk.path(u"a.txt"_s)});
        desk.board().attachMade(a, u"picture.png"_s, [] { return QByteArray("png"); });
        QVERIFY(desk.showsFiles(2));
        desk.shown.reset();
        desk.reopenStore();
        desk.openA(false);
        QVERIFY(desk.showsFiles(2));
        desk.board().detach(a, desk.shown->attached.first().sha256);
        // It does not go along, even before that is on disk.
        QCOMPARE(desk.board().goingWith(*desk.shown).size(), 1);
        QVERIFY(desk.showsFiles(1));
        QCOMPARE(desk.shown->attached.first().name, u"picture.png"_s);
    }

    void whatIsNotAttachedIsTold()
    {
        FileDesk desk;
        desk.openA();
        putFile(desk.path(u"good.txt"_s), "text");
        putFile(desk.path(u"empty.txt"_s), {});
        QTRY_VERIFY(desk.shown);
        QSignalSpy told(&desk.board(), &AttachmentBoard::notAttached);
        desk.board().attach(a, {desk.path(u"empty.txt"_s), desk.path(u"good.txt"_s)});
        QVERIFY(desk.showsFiles(1)); // one bad file does not keep the others back
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().at(1).value<Error>().subject, u"empty.txt"_s);
        QStringList many;
        for (int i = 0; i < 10; ++i) {
            many += desk.path(QString::number(i));
            putFile(many.last(), QByteArray::number(i));
        }
        desk.board().attach(a, many);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.last().at(1).value<Error>().code, ErrorCode::InvalidArgument);
        QVERIFY(desk.showsFiles(1));
    }

    void nothingIsSentWhileFilesAreOnTheirWay()
    {
        FileDesk desk;
        desk.openA();
        putFile(desk.path(u"a.txt"_s), "text");
        QTRY_VERIFY(desk.shown);
        QSignalSpy failed(desk.desk.get(), &Desk::failed);
        desk.board().attach(a, {desk.path(u"a.txt"_s)});
        QVERIFY(desk.board().isBusy(a));
        desk.desk->sendReply(u"Attached."_s, AfterSend::Stay);
        QCOMPARE(failed.size(), 1);
        QVERIFY(desk.showsFiles(1));
        QVERIFY(desk.store->outbox().result()->isEmpty());
    }

    void anUndoneReplyHasItsFilesAgain()
    {
        FileDesk desk;
        desk.undoMs = 60'000;
        desk.openA();
        putFile(desk.path(u"a.txt"_s), "text");
        QTRY_VERIFY(desk.shown);
        desk.board().attach(a, {desk.path(u"a.txt"_s)});
        QVERIFY(desk.showsFiles(1));
        QSignalSpy sent(desk.desk.get(), &Desk::sent);
        desk.desk->sendReply(u"Attached."_s, AfterSend::Stay);
        QVERIFY(sent.wait());
        QVERIFY(desk.showsFiles(0));
        desk.desk->undo();
        QVERIFY(desk.showsFiles(1));
        QCOMPARE(desk.shown->drafts.first().text, u"Attached."_s);
    }

    void onlyWhatIsHarmlessIsOpenedAndAsACopy()
    {
        FileDesk desk;
        desk.openA();
        const store::AttachmentStore files = desk.store->attachments();
        const Attachment text = *files.add("hello", u"note\u202etxt..txt"_s);
        QSignalSpy openable(&desk.board(), &AttachmentBoard::openable);
        QSignalSpy not_(&desk.board(), &AttachmentBoard::notSaved);
        desk.board().open(text);
        const auto path = first<QString>(openable);
        QCOMPARE(bytesOf(path), QByteArray("hello"));
        QVERIFY(!QFileInfo(path).permissions().testFlag(QFile::WriteOwner));
        desk.board().open(text); // once more, over the first copy
        QTRY_COMPARE(openable.size(), 2);
        desk.board().open(*files.add("<script>", u"a.html"_s));
        QVERIFY(not_.wait());
        desk.board().open(*files.add("MZ", u"photo.png"_s));
        QVERIFY(not_.wait());
        QCOMPARE(openable.size(), 2);
    }

    void whatIsNotAtHandSaysSo()
    {
        FileDesk desk;
        desk.openA();
        QSignalSpy looked(&desk.board(), &AttachmentBoard::looked);
        desk.board().look({u"receipt.pdf"_s, {}, 245'760, u"application/pdf"_s});
        QCOMPARE(first<AttachmentLook>(looked).problem->code, ErrorCode::NotFound);
    }
};

BATON_TEST(AttachmentBoardTest)
#include "AttachmentBoardTest.moc"
