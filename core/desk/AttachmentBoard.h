#pragma once

#include "core/base/Async.h"
#include "core/desk/DeskTypes.h"
#include "core/domain/Attachments.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTemporaryDir>

#include <functional>

namespace baton::store {
class Store;
}

namespace baton {

/// Whether a file of a message can be had, and what it is.
struct AttachmentLook
{
    Attachment file;                 ///< with a safe name
    std::optional<Error> problem;    ///< NotFound: it is not at hand. Corrupt: another lies there
    FileKind kind = FileKind::Other; ///< Other is only saved, never opened from here
    bool operator==(const AttachmentLook &) const = default;
};

/// Files that go with replies and come with messages. GUI thread; the disk is read and written
/// elsewhere. What is attached stands in ConversationSnapshot::attached once it is durable.
class AttachmentBoard : public QObject
{
    Q_OBJECT

public:
    /// disk runs what blocks, and outlives this.
    AttachmentBoard(store::Store &store, SerialExecutor &disk);

    /// Where upstream's files lie by their SHA-256; empty: they cannot be had from there.
    void setSource(const QString &folder) { m_source = folder; }
    /// What is told of a conversation settles what was asked for it.
    void follow(const ConversationSnapshot &open);

    void attach(const ConversationId &id, const QStringList &paths);
    /// What make gives, off this thread, under a name: a picture that was pasted.
    void attachMade(const ConversationId &id, const QString &name,
                    std::function<QByteArray()> make);
    void detach(const ConversationId &id, const QString &sha256);
    bool isBusy(const ConversationId &id) const; ///< something is not seen in a snapshot yet
    /// What goes with a reply now: as shown, without what was removed since.
    QList<Attachment> goingWith(const ConversationSnapshot &open) const;

    void look(const Attachment &file);                      ///< answered by looked
    void save(const Attachment &file, const QString &path); ///< answered by saved, or notSaved
    /// A copy that nobody can write, for another program; only of what may be opened. Answered by
    /// openable, or notSaved.
    void open(const Attachment &file);

Q_SIGNALS:
    void busyChanged(const baton::ConversationId &id, bool busy);
    /// A file was not attached. Its name is the subject; TooLarge, InvalidInput (it is empty),
    /// NotFound (no file that may be read), InvalidArgument (there are too many), Io.
    void notAttached(const baton::ConversationId &id, const baton::Error &error);
    void looked(const baton::AttachmentLook &look);
    void saved(const QString &path);
    void openable(const QString &path);
    void notSaved(const baton::Error &error);

private:
    void add(const ConversationId &id, const QList<std::function<Result<Attachment>()>> &files);
    void put(const ConversationId &id, const QList<Attachment> &files);
    void change(const ConversationId &id, int hashing);

    store::Store &m_store;
    SerialExecutor &m_disk;
    QString m_source;
    QHash<ConversationId, int> m_hashing;           ///< files on their way into the store
    QHash<ConversationId, QSet<QString>> m_coming;  ///< SHA-256 of those not shown yet
    QHash<ConversationId, QSet<QString>> m_leaving; ///< of those removed, and shown still
    QTemporaryDir m_opened;                         ///< copies that other programs look at
};

} // namespace baton
