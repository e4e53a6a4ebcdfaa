#include "core/desk/AttachmentBoard.h"
#include "ui/panels/AttachmentPopover.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/TranscriptView.h"
#include "ui/views/DeskView.h"

#include <QtCore/QBuffer>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtGui/QImage>
#include <QtWidgets/QFileDialog>

/// Files that go with replies, and those that came with messages.
namespace baton::ui {

namespace {

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

void DeskView::connectFiles()
{
    AttachmentBoard &board = m_desk.attachmentBoard();
    Composer &composer = m_conversation->composer();
    connect(&composer, &Composer::filesOffered, &board, &AttachmentBoard::attach);
    connect(&composer, &Composer::pictureOffered, &board,
            [this, &board](const ConversationId &id, const QImage &picture) {
                board.attachMade(id, tr("picture.png", "name of a picture that was pasted"),
                                 [picture] { return pngOf(picture); });
            });
    connect(&composer, &Composer::attachmentRemoved, &board, &AttachmentBoard::detach);
    connect(&board, &AttachmentBoard::busyChanged, &composer, &Composer::setAttaching);
    connect(&board, &AttachmentBoard::notAttached, &composer, &Composer::tellNotAttached);

    connect(&m_conversation->transcript(), &TranscriptView::attachmentActivated, this,
            [this, &board](const Attachment &file, const QRect &place) {
                m_looking = Looking{m_desk.openId(), file, place};
                board.look(file);
            });
    connect(&board, &AttachmentBoard::looked, this, [this, &board](const AttachmentLook &look) {
        // Another was pressed meanwhile, or another conversation opened.
        if (!m_looking || m_looking->file.sha256 != look.file.sha256
            || m_looking->conversation != m_desk.openId() || !isVisible())
            return;
        const QRect place = m_looking->place;
        m_looking.reset();
        auto *popover = new AttachmentPopover(m_look, look, window());
        connect(popover, &AttachmentPopover::openRequested, &board, &AttachmentBoard::open);
        connect(popover, &AttachmentPopover::saveRequested, this, &DeskView::askSave);
        popover->openAt(place);
    });
    connect(&board, &AttachmentBoard::openable, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(&board, &AttachmentBoard::notSaved, &m_desk, &Desk::failed);
}

void DeskView::askSave(const Attachment &file)
{
    auto *dialog = new QFileDialog(window(), tr("Save the file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(file.name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, file](const QString &path) { m_desk.attachmentBoard().save(file, path); });
    dialog->open();
}

} // namespace baton::ui
