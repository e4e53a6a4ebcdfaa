#pragma once

#include "core/packet/LineSource.h"
#include "core/sync/folder/FolderCursor.h"
#include "core/sync/folder/StemIndex.h"

#include <atomic>
#include <deque>

namespace baton::sync::folder {

/// Reads the input files line by line over many pulls. Between pulls the file that is half read
/// stays open; where nothing has changed a pull looks at names, sizes and times only. Input files
/// are never written, locked or moved.
class FolderReader
{
public:
    FolderReader(QString folder, StemIndex &stems);

    /// Errors: Offline where the folder cannot be read, Cancelled (takes aborted back).
    Result<Delta> pull(const Cursor &since, int limit, std::atomic<bool> &aborted);

private:
    struct Task
    {
        File file;
        qint64 skip = 0; ///< lines read before
    };
    enum class Seen { NothingNew, Changes };
    Result<Seen> scan();
    Result<void> readSome(Delta &delta, int limit, std::atomic<bool> &aborted);
    bool openNext(Delta &delta);
    void readLine(Delta &delta);
    void finishFile();
    void reject(Delta &delta, packet::Rejection rejection, qint64 line) const;
    QString pathOf(const QString &name) const { return m_folder + u'/' + name; }
    double progress() const;

    QString m_folder;
    StemIndex &m_stems;
    packet::Reader m_reader;
    Cursor m_given; ///< the cursor of the last pull: memory is good only for it
    ReadFiles m_files;
    std::deque<Task> m_tasks; ///< the first is being read while m_source is set
    std::unique_ptr<packet::LineSource> m_source;
    QMap<QString, Stamp> m_unreadable; ///< named once
    qint64 m_bytesToRead = 0;
    qint64 m_bytesDone = 0;
};

} // namespace baton::sync::folder
