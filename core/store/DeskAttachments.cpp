#include "core/domain/Attachments.h"
#include "core/store/DeskWriter.h"
#include "core/store/StorePrivate.h"

/// What goes with replies, while they are written. Rows name files; their bytes are with
/// AttachmentStore, and are there before a row names them.
namespace baton::store {

Result<void> DeskWriter::attach(const ConversationId &conversation, const QList<Attachment> &files)
{
    return m_audit.transact(QStringLiteral("draft"), [&]() -> Result<void> {
        QList<Attachment> attached = m_drafts.attached(conversation);
        for (const Attachment &file : files) {
            if (isAmong(attached, file.sha256))
                continue;
            if (attached.size() >= mostAttachments)
                return Error{ErrorCode::InvalidArgument, file.name,
                             QStringLiteral("more than %1 files").arg(mostAttachments)};
            attached.append(file);
        }
        m_drafts.saveAttached(conversation, attached);
        return {};
    });
}

Result<void> DeskWriter::detach(const ConversationId &conversation, const QString &sha256)
{
    return m_audit.transact(QStringLiteral("draft"), [&]() -> Result<void> {
        QList<Attachment> attached = m_drafts.attached(conversation);
        attached.removeIf([&](const Attachment &file) { return file.sha256 == sha256; });
        m_drafts.saveAttached(conversation, attached);
        return {};
    });
}

void DeskWriter::takeFiles(const ConversationId &conversation, const QList<Attachment> &files)
{
    if (files.isEmpty())
        return;
    QList<Attachment> attached = m_drafts.attached(conversation);
    attached.removeIf([&](const Attachment &file) { return isAmong(files, file.sha256); });
    m_drafts.saveAttached(conversation, attached);
}

void DeskWriter::giveFilesBack(const ConversationId &conversation, const QList<Attachment> &files)
{
    if (files.isEmpty())
        return;
    QList<Attachment> attached = files;
    const QList<Attachment> since = m_drafts.attached(conversation);
    for (const Attachment &file : since) {
        if (!isAmong(attached, file.sha256))
            attached.append(file);
    }
    m_drafts.saveAttached(conversation, attached);
}

QFuture<Result<void>> Store::attach(ConversationId id, QList<Attachment> files)
{
    return d->write([this, id = std::move(id), files = std::move(files)]() -> Result<void> {
        d->letDurableWritesThrough();
        Result<void> attached = d->desk->attach(id, files);
        if (attached)
            d->publish({{id}, false, false, false});
        return attached;
    });
}

QFuture<Result<void>> Store::detach(ConversationId id, QString sha256)
{
    return d->write([this, id = std::move(id), sha256 = std::move(sha256)]() -> Result<void> {
        d->letDurableWritesThrough();
        Result<void> detached = d->desk->detach(id, sha256);
        if (detached)
            d->publish({{id}, false, false, false});
        return detached;
    });
}

AttachmentStore Store::attachments() const
{
    return AttachmentStore(d->paths.attachmentsFolder());
}

} // namespace baton::store
