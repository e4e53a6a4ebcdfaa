#include "core/domain/Attachments.h"
#include "ui/panels/AttachmentRow.h"
#include "ui/panels/Composer.h"
#include "ui/panels/DraftEdit.h"
#include "ui/text/AttachmentWords.h"

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QImage>
#include <QtWidgets/QFileDialog>

/// What goes with a reply: chosen, dropped or pasted, and shown above the foot.
namespace baton::ui {

void Composer::buildFiles()
{
    m_files = new AttachmentRow(m_look);
    connect(m_files, &AttachmentRow::removed, this, [this](const QString &sha256) {
        m_notAttached.clear();
        Q_EMIT attachmentRemoved(m_texts.conversation(), sha256);
    });
    connect(m_files, &AttachmentRow::lastRemoved, this, [this] {
        if (m_kind == DraftKind::Reply) // what goes for a note's sake was not removed
            focusReply();
    });
    connect(m_files, &AttachmentRow::heightChanged, this, &Composer::filesShownChanged);
    connect(m_sendBar, &SendBar::attachRequested, this, &Composer::askAttach);
    for (DraftEdit *edit : {m_reply, m_note}) {
        connect(edit, &DraftEdit::filesGiven, this, &Composer::offerFiles);
        connect(edit, &DraftEdit::pictureGiven, this, &Composer::offerPicture);
    }
    setAcceptDrops(true);
}

void Composer::setFiles(const ConversationSnapshot &snapshot, bool other)
{
    if (other) {
        m_notAttached.clear();
        m_attaching = false;
    }
    m_attached
        = snapshot.comparison ? snapshot.comparison->held.act.attachments : snapshot.attached;
}

/// Whether files can be attached to what stands here now.
ActChoice Composer::attachChoice() const
{
    const auto no = [](const QString &why) { return ActChoice{Choice::Refused, why}; };
    if (m_held)
        return no(tr("A held reply goes with the files that it has"));
    if (m_kind == DraftKind::Note)
        return no(tr("Files go with replies. A note takes none"));
    if (m_acts.attach.possible() && m_texts.isHandedOver(DraftKind::Reply))
        return no(tr("Saving…"));
    return m_acts.attach;
}

void Composer::askAttach()
{
    if (!mayAttach())
        return;
    auto *dialog = new QFileDialog(window(), tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, id = m_texts.conversation()](const QStringList &paths) {
                Q_EMIT filesOffered(id, paths);
            });
    dialog->open();
}

void Composer::offerFiles(const QStringList &paths)
{
    if (mayAttach())
        Q_EMIT filesOffered(m_texts.conversation(), paths);
}

void Composer::offerPicture(const QImage &picture)
{
    if (mayAttach())
        Q_EMIT pictureOffered(m_texts.conversation(), picture);
}

/// Says why where it is not so.
bool Composer::mayAttach()
{
    const ActChoice choice = attachChoice();
    m_notAttached = choice.possible() ? QString() : choice.why;
    showFiles();
    return choice.possible();
}

void Composer::setAttaching(const ConversationId &id, bool busy)
{
    if (id != m_texts.conversation())
        return;
    m_attaching = busy;
    showState();
}

void Composer::tellNotAttached(const ConversationId &id, const Error &error)
{
    if (id != m_texts.conversation())
        return;
    m_notAttached = words::notAttached(error);
    showState();
}

void Composer::showFiles()
{
    const bool reply = m_kind == DraftKind::Reply;
    const bool fixed = m_held || m_texts.isHandedOver(DraftKind::Reply) || !m_acts.reply.possible();
    m_files->setFiles(reply ? m_attached : QList<Attachment>(),
                      fixed ? AttachmentRow::Files::Fixed : AttachmentRow::Files::Removable);
    m_files->setBusy(reply && m_attaching ? tr("Attaching…") : QString());
    const bool forgot = reply && !m_held && m_attached.isEmpty() && !m_attaching
        && saysAttached(m_texts.text(DraftKind::Reply));
    m_files->setWarning(!m_notAttached.isEmpty() ? m_notAttached
                            : forgot
                            ? tr("The reply says that something is attached, and nothing is.")
                            : QString());
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (filesIn(*event->mimeData()).isEmpty() || !attachChoice().possible())
        return;
    event->acceptProposedAction();
    m_draggedOver = true;
    update();
}

void Composer::dragLeaveEvent(QDragLeaveEvent *)
{
    m_draggedOver = false;
    update();
}

void Composer::dropEvent(QDropEvent *event)
{
    m_draggedOver = false;
    update();
    offerFiles(filesIn(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace baton::ui
