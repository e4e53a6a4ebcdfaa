#include "core/sync/folder/FolderUpstream.h"

#include "core/sync/folder/ActFile.h"
#include "core/sync/folder/ActLine.h"
#include "core/sync/folder/FolderReader.h"
#include "core/sync/folder/SharedFiles.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>

#include <atomic>

using namespace Qt::StringLiterals;

namespace baton::sync {

namespace {

constexpr int nobodysAfterMs = 1000; ///< a lock file without a name is left over

}

struct FolderUpstream::Private
{
    Private(const QString &path, AgentId who, std::optional<store::AttachmentStore> given)
        : folder(path)
        , agent(std::move(who))
        , files(std::move(given))
        , lock(path + "/.baton.lock"_L1)
        , stems(path)
        , reader(path, stems)
    {
        lock.setStaleLockTime(0); // only the death of its process makes a lock stale
    }

    /// Holds the lock and knows what was written before. Errors: Offline, Locked, Io.
    Result<void> makeReady();
    bool takeLock();
    /// Errors: Refused, Offline, Io.
    Result<void> share(const QList<Attachment> &attachments) const;
    Error lockError() const;

    QString folder;
    AgentId agent;
    std::optional<store::AttachmentStore> files;
    QLockFile lock;
    folder::StemIndex stems;
    folder::FolderReader reader;
    std::optional<QSet<ActKey>> taken; ///< absent until read
    std::atomic<bool> aborted = false;
};

Result<void> FolderUpstream::Private::makeReady()
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return Error{ErrorCode::Offline, folder,
                     info.exists() ? u"not a folder"_s : u"no such folder"_s};
    if (!lock.isLocked() && !takeLock())
        return lockError();
    if (!taken) {
        Result<QSet<ActKey>> keys = folder::writtenKeys(folder);
        if (!keys)
            return keys.error();
        taken = std::move(keys).value();
    }
    return {};
}

Result<void> FolderUpstream::Private::share(const QList<Attachment> &attachments) const
{
    for (const Attachment &file : attachments) {
        if (!files)
            return Error{ErrorCode::Refused, file.name, u"no files can be sent from here"_s};
        const auto bytes = files->read(file);
        if (!bytes)
            return bytes.error();
        if (const auto done = folder::shareFile(folder, file, *bytes); !done)
            return done;
    }
    return {};
}

/// A process that is killed between making the lock file and writing its name into it leaves one
/// that names nobody: the death of nobody would never make it stale.
bool FolderUpstream::Private::takeLock()
{
    const auto isNobodys = [this] {
        qint64 process = 0;
        QString host;
        QString program;
        return lock.error() == QLockFile::LockFailedError
            && !lock.getLockInfo(&process, &host, &program);
    };
    if (lock.tryLock())
        return true;
    if (!isNobodys())
        return false;
    // Whoever is making it just now has its name in it by then.
    return lock.tryLock(nobodysAfterMs)
        || (isNobodys() && lock.removeStaleLockFile() && lock.tryLock());
}

Error FolderUpstream::Private::lockError() const
{
    if (lock.error() != QLockFile::LockFailedError)
        return {ErrorCode::Io, folder, u"the lock file cannot be written"_s};
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    return {ErrorCode::Locked, folder,
            u"%1, process %2 on %3"_s.arg(program).arg(process).arg(host)};
}

FolderUpstream::FolderUpstream(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }

FolderUpstream::~FolderUpstream() = default;

Result<std::unique_ptr<FolderUpstream>> FolderUpstream::open(
    const QString &folder, const Agent &agent, std::optional<store::AttachmentStore> files)
{
    auto parts = std::make_unique<Private>(QFileInfo(folder).absoluteFilePath(), agent.id,
                                           std::move(files));
    const auto ready = parts->makeReady();
    if (!ready && ready.error().code != ErrorCode::Offline)
        return ready.error();
    return std::unique_ptr<FolderUpstream>(new FolderUpstream(std::move(parts)));
}

Result<Delta> FolderUpstream::pull(const Cursor &since, int limit)
{
    if (d->aborted.exchange(false))
        return Error{ErrorCode::Cancelled, d->folder, {}};
    if (const auto ready = d->makeReady(); !ready)
        return ready.error();
    return d->reader.pull(since, limit, d->aborted);
}

Result<PushReceipt> FolderUpstream::push(const OutboxEntry &entry)
{
    if (d->aborted.exchange(false))
        return Error{ErrorCode::Cancelled, d->folder, {}};
    if (const auto ready = d->makeReady(); !ready)
        return ready.error();
    const Act &act = entry.act;
    if (d->taken->contains(act.key))
        return PushReceipt{PushOutcome::TakenBefore};
    const QByteArray line = folder::actLine(act);
    if (line.size() > packet::maxLine)
        return Error{ErrorCode::Refused, act.key.text(), u"the text is too long for a line"_s};
    const Result<QString> stem = d->stems.find(act.conversation, d->aborted);
    if (!stem)
        return stem.error();
    if (const auto there = d->share(act.attachments); !there)
        return there.error();
    const QString path = d->folder + u'/' + folder::outputName(*stem, d->agent.text());
    if (const auto done = folder::appendLine(path, line); !done)
        return done.error();
    d->taken->insert(act.key);
    return PushReceipt{PushOutcome::Taken};
}

Result<bool> FolderUpstream::hasTaken(const ActKey &key)
{
    if (const auto ready = d->makeReady(); !ready)
        return ready.error();
    return d->taken->contains(key);
}

Capabilities FolderUpstream::capabilities() const
{
    return {.name = u"folder"_s,
            .claim = true,
            .note = true,
            .snooze = true,
            .transfer = true,
            .close = true,
            .tag = true,
            .presence = false,
            .reportsState = false,
            .attachments = d->files.has_value(),
            .attachmentsAt = folder::sharedFiles(d->folder)};
}

void FolderUpstream::abort()
{
    d->aborted = true;
}

} // namespace baton::sync
