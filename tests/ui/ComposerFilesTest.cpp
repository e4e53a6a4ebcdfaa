#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/AttachmentPopover.h"
#include "ui/panels/AttachmentRow.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/MenuRow.h"
#include "ui/panels/TranscriptView.h"
#include "ui/theme/BatonStyle.h"

#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

Attachment fileNamed(const QString &name, char digit, qint64 bytes = 24'000)
{
    return {name, QString(64, QLatin1Char(digit)), bytes, u"application/pdf"_s};
}

ConversationSnapshot withFiles(const QList<Attachment> &files)
{
    ConversationSnapshot snapshot = fakes::snapshot();
    snapshot.attached = files;
    return snapshot;
}

} // namespace

/// Files in the composer and in the transcript, by keys and by the pointer.
class ComposerFilesTest : public QObject
{
    Q_OBJECT

    Look m_look;
    fakes::StillClock m_clock;
    std::unique_ptr<ConversationPanel> m_panel;

    Composer &composer() const { return m_panel->composer(); }
    DraftEdit *field() const { return composer().findChild<DraftEdit *>(); }
    void showFiles(const QList<Attachment> &files) { m_panel->setSnapshot(withFiles(files)); }
    QList<IconButton *> removers() const
    {
        QList<IconButton *> out;
        for (auto *button : composer().files().findChildren<IconButton *>())
            if (button->isVisible())
                out += button;
        return out;
    }
    IconButton *attachButton() const
    {
        for (auto *button : composer().findChildren<IconButton *>())
            if (button->accessibleName() == u"Attach files"_s)
                return button;
        return nullptr;
    }
    void save(const QString &name) const
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QImage image(m_panel->size(), QImage::Format_ARGB32_Premultiplied);
        m_panel->render(&image);
        const QString folder = QStringLiteral(BATON_SOURCE_DIR) + u"/build/dev/screens/"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(image.save(folder + name + u".png"_s));
        QCOMPARE(test::faultsOf(*m_panel), QString());
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_look.setAppearance({ThemeKind::Light, Contrast::Normal, 100, Motion::Reduced});
        m_panel = std::make_unique<ConversationPanel>(m_look, m_clock);
        m_panel->resize(760, 860);
        showFiles({});
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        composer().focusReply();
    }
    void cleanup() { m_panel.reset(); }

    void aChipIsReachedByTabAndRemovedByDelete()
    {
        QVERIFY(composer().files().isHidden());
        showFiles({fileNamed(u"label.pdf"_s, 'a'), fileNamed(u"form.pdf"_s, 'b')});
        QVERIFY(!composer().files().isHidden());
        QCOMPARE(removers().size(), 2);
        QCOMPARE(removers()[0]->accessibleName(), u"Remove label.pdf · 24 kB"_s);
        QSignalSpy removed(&composer(), &Composer::attachmentRemoved);
        for (int i = 0; i < 12 && QApplication::focusWidget() != removers()[0]; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), removers()[0]);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), removers()[1]);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QCOMPARE(removed.takeFirst().at(1).toString(), QString(64, u'b'));
        showFiles({fileNamed(u"label.pdf"_s, 'a')});
        QCOMPARE(QApplication::focusWidget(), removers()[0]); // the keys stay among them
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(removed.takeFirst().at(1).toString(), QString(64, u'a'));
        showFiles({});
        QCOMPARE(QApplication::focusWidget(), field());
        QVERIFY(composer().files().isHidden());
    }

    void filesThatArePastedAreOfferedAndTextStaysText()
    {
        QSignalSpy offered(&composer(), &Composer::filesOffered);
        QSignalSpy picture(&composer(), &Composer::pictureOffered);
        auto *files = new QMimeData;
        files->setUrls({QUrl::fromLocalFile(u"/tmp/a b.pdf"_s), QUrl::fromLocalFile(u"/tmp/c"_s)});
        files->setText(u"/tmp/a b.pdf"_s);
        QGuiApplication::clipboard()->setMimeData(files);
        field()->paste();
        QCOMPARE(offered.takeFirst().at(1).toStringList(),
                 QStringList({u"/tmp/a b.pdf"_s, u"/tmp/c"_s}));
        auto *image = new QMimeData;
        image->setImageData(QImage(4, 4, QImage::Format_RGB32));
        QGuiApplication::clipboard()->setMimeData(image);
        field()->paste();
        QCOMPARE(picture.size(), 1);
        auto *foreign = new QMimeData; // what nothing can be made of
        foreign->setData(u"application/x-other"_s, "1");
        QGuiApplication::clipboard()->setMimeData(foreign);
        field()->paste();
        QCOMPARE(picture.size(), 1);
        QCOMPARE(field()->plainText(), QString());
        QGuiApplication::clipboard()->setText(u"words"_s);
        field()->paste();
        QCOMPARE(field()->plainText(), u"words"_s);
        QVERIFY(offered.isEmpty());
    }

    void filesThatAreDroppedAreOffered()
    {
        QSignalSpy offered(&composer(), &Composer::filesOffered);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(u"/tmp/label.pdf"_s)});
        QDragEnterEvent enter({4, 4}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&composer(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({4, 4}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&composer(), &drop);
        QCOMPARE(offered.takeFirst().at(1).toStringList(), QStringList({u"/tmp/label.pdf"_s}));
        QMimeData link;
        link.setUrls({QUrl(u"https://example.org/label.pdf"_s)});
        QVERIFY(filesIn(link).isEmpty());
    }

    void whereNoneAreTakenItSaysWhy()
    {
        QVERIFY(attachButton()->isEnabled());
        ConversationSnapshot snapshot = withFiles({});
        snapshot.offers.attach = false;
        m_panel->setSnapshot(snapshot);
        QVERIFY(!attachButton()->isEnabled());
        QVERIFY(attachButton()->toolTip().contains(u"takes none"_s));
        QSignalSpy offered(&composer(), &Composer::filesOffered);
        composer().offerFiles({u"/tmp/a"_s});
        QVERIFY(offered.isEmpty());
        QVERIFY(composer().files().warning().contains(u"takes none"_s));
        showFiles({fileNamed(u"label.pdf"_s, 'a')});
        composer().focusNote();
        QVERIFY(!attachButton()->isEnabled());
        QVERIFY(attachButton()->toolTip().contains(u"note"_s));
        QVERIFY(removers().isEmpty()); // they go with the reply
        composer().focusReply();
        QCOMPARE(removers().size(), 1);
    }

    void aSendWaitsForFilesOnTheirWay()
    {
        QSignalSpy sent(&composer(), &Composer::sendRequested);
        QTest::keyClicks(field(), u"Here it is."_s);
        const ConversationId id = m_panel->shown();
        composer().setAttaching(id, true);
        composer().send();
        QVERIFY(sent.isEmpty());
        composer().setAttaching(id, false);
        composer().send();
        QCOMPARE(sent.size(), 1);
    }

    void whatWasNotAttachedIsSaidUntilSomethingElseIsDone()
    {
        composer().tellNotAttached(m_panel->shown(),
                                   {ErrorCode::TooLarge, u"film.mov"_s, u"limit"_s});
        QVERIFY(composer().files().warning().startsWith(u"film.mov is larger than 20 MB"_s));
        composer().tellNotAttached(ConversationId(u"another"_s),
                                   {ErrorCode::InvalidInput, u"x"_s, {}});
        QVERIFY(composer().files().warning().startsWith(u"film.mov"_s));
        composer().offerFiles({u"/tmp/a"_s});
        QCOMPARE(composer().files().warning(), QString());
    }

    void aReplyThatForgetsItsFileIsToldSo()
    {
        QTest::keyClicks(field(), u"The label is attached."_s);
        QVERIFY(composer().files().warning().contains(u"nothing is"_s));
        ConversationSnapshot snapshot = withFiles({fileNamed(u"label.pdf"_s, 'a')});
        m_panel->setSnapshot(snapshot);
        QCOMPARE(composer().files().warning(), QString());
    }

    void aFileOfAMessageIsPressedOrWalkedTo()
    {
        ConversationSnapshot snapshot = withFiles({});
        Message photos
            = fakes::message(u"m9"_s, fakes::clockTime(14, 11), Sender::Customer, u"Two photos."_s);
        photos.attachments = {fileNamed(u"one.png"_s, 'a'), fileNamed(u"two\u202egnp.exe"_s, 'b')};
        snapshot.conversation.messages += photos;
        m_panel->setSnapshot(snapshot);
        TranscriptView &thread = m_panel->transcript();
        thread.scrollToEnd();
        QSignalSpy pressed(&thread, &TranscriptView::attachmentActivated);
        thread.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&thread, Qt::Key_Left); // the last of what can be walked to
        QTest::keyClick(&thread, Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed.last().at(0).value<Attachment>().sha256, QString(64, u'b'));
        const QRect place = pressed.last().at(1).toRect();
        QTest::keyClick(&thread, Qt::Key_Left);
        QTest::keyClick(&thread, Qt::Key_Return);
        QCOMPARE(pressed.last().at(0).value<Attachment>().sha256, QString(64, u'a'));
        QTest::mouseClick(thread.viewport(), Qt::LeftButton, {},
                          thread.viewport()->mapFromGlobal(place.center()));
        QCOMPARE(pressed.size(), 3);
        QCOMPARE(pressed.last().at(0).value<Attachment>().sha256, QString(64, u'b'));
        QVERIFY(thread.spoken(thread.turns().size() - 1).contains(u"twognp.exe"_s));
    }

    void whatMayBeDoneWithAFileIsOffered_data()
    {
        QTest::addColumn<AttachmentLook>("look");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("why");
        const Attachment file = fileNamed(u"photo.png"_s, 'a');
        const auto problem = [](ErrorCode code) { return Error{code, u"photo.png"_s, {}}; };
        QTest::newRow("picture") << AttachmentLook{file, {}, FileKind::Image}
                                 << QStringList({u"Open"_s, u"Save…"_s}) << QString();
        QTest::newRow("other") << AttachmentLook{file, {}, FileKind::Other}
                               << QStringList({u"Save…"_s}) << u"may do harm"_s;
        QTest::newRow("away") << AttachmentLook{file, problem(ErrorCode::NotFound), FileKind::Other}
                              << QStringList() << u"not at hand"_s;
        QTest::newRow("damaged") << AttachmentLook{file, problem(ErrorCode::Corrupt),
                                                   FileKind::Other}
                                 << QStringList() << u"damaged"_s;
    }
    void whatMayBeDoneWithAFileIsOffered()
    {
        QFETCH(AttachmentLook, look);
        QFETCH(QStringList, rows);
        QFETCH(QString, why);
        auto *popover = new AttachmentPopover(m_look, look, m_panel.get());
        QStringList shown;
        for (auto *row : popover->findChildren<MenuRow *>())
            shown += row->text();
        QCOMPARE(shown, rows);
        QVERIFY(popover->accessibleDescription().contains(why));
        QSignalSpy opened(popover, &AttachmentPopover::openRequested);
        popover->openAt(QRect(m_panel->mapToGlobal(QPoint(200, 300)), QSize(80, 20)));
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        const QString folder = QStringLiteral(BATON_SOURCE_DIR) + u"/build/dev/screens/"_s;
        QVERIFY(popover->grab().save(folder + u"attachment-"_s
                                     + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        if (rows.contains(u"Open"_s))
            QTest::keyClick(popover->focusWidget() ? popover->focusWidget() : popover, Qt::Key_O);
        QCOMPARE(opened.size(), rows.contains(u"Open"_s) ? 1 : 0);
        QTest::keyClick(popover, Qt::Key_Down); // also where there is nothing to choose
        popover->close();
    }

    void screens_data()
    {
        QTest::addColumn<ThemeKind>("theme");
        QTest::newRow("light") << ThemeKind::Light;
        QTest::newRow("dark") << ThemeKind::Dark;
    }
    void screens()
    {
        QFETCH(ThemeKind, theme);
        m_look.setAppearance({theme, Contrast::Normal, 100, Motion::Reduced});
        ConversationSnapshot snapshot = withFiles(
            {fileNamed(u"Return label NW-48213.pdf"_s, 'a', 48'213),
             fileNamed(u"A photo of the whole box.jpeg"_s, 'b', 2'400'000),
             fileNamed(u"form.pdf"_s, 'c'), fileNamed(u"terms and conditions.txt"_s, 'd', 900)});
        Message photos = fakes::message(u"m9"_s, fakes::clockTime(14, 11), Sender::Customer,
                                        u"Here are the photos of the box."_s);
        photos.attachments = {{u"torn shade.png"_s, QString(64, u'a'), 2'240, u"image/png"_s},
                              {u"box.png"_s, QString(64, u'b'), 2'727, u"image/png"_s}};
        snapshot.conversation.messages += photos;
        m_panel->setSnapshot(snapshot);
        composer().tellNotAttached(m_panel->shown(),
                                   {ErrorCode::TooLarge, u"film of the parcel.mov"_s, {}});
        QTest::keyClicks(field(), u"Hi Maren, the label is attached."_s);
        save(u"attachments-"_s + QString::fromLatin1(QTest::currentDataTag()));
    }
};

BATON_TEST(ComposerFilesTest)
#include "ComposerFilesTest.moc"
