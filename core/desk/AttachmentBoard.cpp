#include "core/desk/AttachmentBoard.h"

#include "core/base/WholeFile.h"
#include "core/store/Store.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using AddFile = std::function<Result<Attachment>()>;

QList<Result<Attachment>> addAll(const QList<AddFile> &files)
{
    QList<Result<Attachment>> added;
    for (const AddFile &add : files)
        added.append(add());
    return added;
}

AttachmentLook lookAt(const store::AttachmentStore &files, const QString &source,
                      const Attachment &file)
{
    AttachmentLook look;
    look.file = file;
    look.file.name = safeFileName(file.name);
    if (const auto bytes = files.fetch(file, source); bytes)
        look.kind = harmlessKind(look.file.name, *bytes);
    else
        look.problem = bytes.error();
    return look;
}

Result<void> saveTo(const store::AttachmentStore &files, const Attachment &file,
                    const QString &path)
{
    const auto bytes = files.read(file);
    return bytes ? writeWhole(path, *bytes) : bytes.error();
}

Result<QString> copyFor(const store::AttachmentStore &files, const QString &source,
                        const QString &into, const Attachment &file)
{
    const QString name = safeFileName(file.name);
    const auto bytes = files.fetch(file, source);
    if (!bytes)
        return bytes.error();
    if (harmlessKind(name, *bytes) == FileKind::Other)
        return Error{ErrorCode::InvalidArgument, name, u"not opened from here"_s};
    const QString folder = into + u'/' + file.sha256.first(16).toLower();
    const QString path = folder + u'/' + name;
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, name, u"no folder %1"_s.arg(folder)};
    QFile::remove(path); // one that another program was able to change after all
    if (const auto written = writeWhole(path, *bytes); !written)
        return written.error();
    if (!QFile::setPermissions(path, QFile::ReadOwner))
        return Error{ErrorCode::Io, name, u"no permissions for %1"_s.arg(path)};
    return path;
}

} // namespace

AttachmentBoard::AttachmentBoard(store::Store &store, SerialExecutor &disk)
    : m_store(store)
    , m_disk(disk)
    , m_opened(QDir::tempPath() + u"/baton-opened-"_s)
{ }

void AttachmentBoard::attach(const ConversationId &id, const QStringList &paths)
{
    QList<AddFile> files;
    for (const QString &path : paths)
        files.append([kept = m_store.attachments(), path] { return kept.add(path); });
    add(id, files);
}

void AttachmentBoard::attachMade(const ConversationId &id, const QString &name,
                                 std::function<QByteArray()> make)
{
    add(id, {[kept = m_store.attachments(), name, make = std::move(make)] {
            return kept.add(make(), name);
        }});
}

void AttachmentBoard::add(const ConversationId &id, const QList<AddFile> &files)
{
    if (files.isEmpty() || id.isEmpty())
        return;
    change(id, 1);
    onFinished(m_disk.run([files] { return addAll(files); }), this,
               [this, id](const QList<Result<Attachment>> &added) {
                   QList<Attachment> good;
                   for (const Result<Attachment> &one : added) {
                       if (one)
                           good.append(*one);
                       else
                           Q_EMIT notAttached(id, one.error());
                   }
                   put(id, good);
                   change(id, -1);
               });
}

void AttachmentBoard::put(const ConversationId &id, const QList<Attachment> &files)
{
    if (files.isEmpty())
        return;
    for (const Attachment &file : files) {
        m_coming[id].insert(file.sha256);
        m_leaving[id].remove(file.sha256);
    }
    onFinished(m_store.attach(id, files), this, [this, id, files](const Result<void> &done) {
        if (done)
            return; // the snapshot that shows them settles it
        for (const Attachment &file : files)
            m_coming[id].remove(file.sha256);
        change(id, 0);
        Q_EMIT notAttached(id, done.error());
    });
}

void AttachmentBoard::detach(const ConversationId &id, const QString &sha256)
{
    if (m_coming[id].remove(sha256)) // no snapshot will show it any more
        change(id, 0);
    m_leaving[id].insert(sha256);
    onFinished(m_store.detach(id, sha256), this, [this, id, sha256](const Result<void> &done) {
        if (done)
            return;
        m_leaving[id].remove(sha256);
        Q_EMIT notAttached(id, done.error());
    });
}

bool AttachmentBoard::isBusy(const ConversationId &id) const
{
    return m_hashing.value(id) > 0 || !m_coming.value(id).isEmpty();
}

void AttachmentBoard::change(const ConversationId &id, int hashing)
{
    m_hashing[id] += hashing;
    Q_EMIT busyChanged(id, isBusy(id));
}

void AttachmentBoard::follow(const ConversationSnapshot &open)
{
    const ConversationId &id = open.conversation.id;
    m_leaving[id].removeIf([&](const QString &sha256) { return !isAmong(open.attached, sha256); });
    QSet<QString> &coming = m_coming[id];
    if (coming.removeIf([&](const QString &sha256) { return isAmong(open.attached, sha256); }) > 0)
        change(id, 0);
}

QList<Attachment> AttachmentBoard::goingWith(const ConversationSnapshot &open) const
{
    QList<Attachment> files = open.attached;
    const QSet<QString> leaving = m_leaving.value(open.conversation.id);
    files.removeIf([&](const Attachment &file) { return leaving.contains(file.sha256); });
    return files;
}

void AttachmentBoard::look(const Attachment &file)
{
    const auto done = m_disk.run([files = m_store.attachments(), source = m_source, file] {
        return lookAt(files, source, file);
    });
    onFinished(done, this, [this](const AttachmentLook &look) { Q_EMIT looked(look); });
}

void AttachmentBoard::save(const Attachment &file, const QString &path)
{
    const auto done = m_disk.run(
        [files = m_store.attachments(), file, path] { return saveTo(files, file, path); });
    onFinished(done, this, [this, path](const Result<void> &result) {
        if (result)
            Q_EMIT saved(path);
        else
            Q_EMIT notSaved(result.error());
    });
}

void AttachmentBoard::open(const Attachment &file)
{
    // By value: the disk's thread may outlive this.
    const auto made
        = m_disk.run([files = m_store.attachments(), source = m_source, folder = m_opened.path(),
                      file] { return copyFor(files, source, folder, file); });
    onFinished(made, this, [this](const Result<QString> &path) {
        if (path)
            Q_EMIT openable(*path);
        else
            Q_EMIT notSaved(path.error());
    });
}

} // namespace baton
