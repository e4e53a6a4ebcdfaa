#include "core/sync/folder/FolderReader.h"

using namespace Qt::StringLiterals;

namespace baton::sync::folder {

namespace {

/// A pull ends after this much text even if it could take more lines.
constexpr qsizetype pullBytes = 4 << 20;

} // namespace

FolderReader::FolderReader(QString folder, StemIndex &stems)
    : m_folder(std::move(folder))
    , m_stems(stems)
{ }

Result<Delta> FolderReader::pull(const Cursor &since, int limit, std::atomic<bool> &aborted)
{
    if (since != m_given || since.isEmpty()) {
        // Another beginning than ours: what was handed out last may not have been stored.
        m_files = fromCursor(since);
        m_tasks.clear();
        m_source.reset();
        m_given = since;
    }
    Delta delta;
    if (m_tasks.empty()) {
        const Result<Seen> seen = scan();
        if (!seen)
            return seen.error();
        if (*seen == Seen::NothingNew && !since.isEmpty()) {
            delta.next = since;
            return delta;
        }
    }
    if (const auto read = readSome(delta, limit, aborted); !read) {
        m_given.clear();
        return read.error();
    }
    delta.more = !m_tasks.empty();
    delta.progress = progress();
    delta.next = m_given = toCursor(m_files);
    return delta;
}

Result<FolderReader::Seen> FolderReader::scan()
{
    const auto files = list(m_folder, Kind::Input);
    if (!files)
        return files.error();
    m_bytesToRead = 0;
    m_bytesDone = 0;
    ReadFiles present;
    for (const File &file : *files) {
        const auto known = m_files.constFind(file.name);
        const bool same = known != m_files.cend() && known->stamp == file.stamp;
        const ReadSoFar read = same ? *known : ReadSoFar{file.stamp, 0, false};
        present.insert(file.name, read);
        if (read.done)
            continue;
        m_tasks.push_back({file, std::max<qint64>(0, read.lines)});
        m_bytesToRead += file.stamp.size;
    }
    const Seen seen = m_tasks.empty() && present == m_files ? Seen::NothingNew : Seen::Changes;
    m_files = std::move(present);
    return seen;
}

Result<void> FolderReader::readSome(Delta &delta, int limit, std::atomic<bool> &aborted)
{
    using Next = packet::LineSource::Next;
    qsizetype bytes = 0;
    while (!m_tasks.empty() && delta.packets.size() + delta.rejected.size() < limit
           && bytes < pullBytes) {
        if (aborted.exchange(false))
            return Error{ErrorCode::Cancelled, m_folder, {}};
        if (!m_source && !openNext(delta))
            continue;
        const Next next = m_source->next();
        const Task &task = m_tasks.front();
        ReadSoFar &read = m_files[task.file.name];
        switch (next) {
        case Next::Line:
            if (m_source->number() > task.skip) {
                bytes += m_source->line().size();
                readLine(delta);
                read.lines = m_source->number();
            }
            break;
        case Next::TooLong:
            if (m_source->number() > task.skip) {
                reject(delta,
                       {{},
                        0,
                        u"too-long"_s,
                        {},
                        u"a longer one"_s,
                        u"a line of at most %1 bytes"_s.arg(packet::maxLine)},
                       m_source->number());
                read.lines = m_source->number();
            }
            break;
        case Next::Broken:
            reject(delta, {{}, 0, u"unreadable"_s, {}, m_source->error().detail, u"a whole file"_s},
                   m_source->number() + 1);
            finishFile();
            break;
        case Next::End:
            finishFile();
            break;
        }
    }
    return {};
}

bool FolderReader::openNext(Delta &delta)
{
    const File &file = m_tasks.front().file;
    auto opened = packet::LineSource::open(pathOf(file.name));
    if (opened) {
        m_source = std::move(opened).value();
        m_unreadable.remove(file.name);
        return true;
    }
    // It may become readable without a new time or size, so it is tried at each scan; one that was
    // taken away since the scan is no news.
    if (opened.error().code != ErrorCode::NotFound && m_unreadable.value(file.name) != file.stamp) {
        m_unreadable.insert(file.name, file.stamp);
        reject(delta, {{}, 0, u"unreadable"_s, {}, opened.error().detail, u"a readable file"_s}, 0);
    }
    m_tasks.pop_front();
    return false;
}

void FolderReader::readLine(Delta &delta)
{
    packet::Reading reading = m_reader.read(m_source->line());
    if (!reading) {
        reject(delta, reading.rejection(), m_source->number());
        return;
    }
    const QString &name = m_tasks.front().file.name;
    m_stems.learn(reading.packet().conversation.id, stemOf(name));
    delta.packets += {std::move(reading.packet()), pathOf(name), m_source->number()};
}

void FolderReader::finishFile()
{
    const File &file = m_tasks.front().file;
    m_files[file.name].done = true;
    m_bytesDone += file.stamp.size;
    m_source.reset();
    m_tasks.pop_front();
}

void FolderReader::reject(Delta &delta, packet::Rejection rejection, qint64 line) const
{
    rejection.file = pathOf(m_tasks.front().file.name);
    rejection.line = line;
    delta.rejected += rejection;
}

double FolderReader::progress() const
{
    if (m_tasks.empty() || m_bytesToRead <= 0)
        return 1;
    const qint64 here = m_source ? m_source->bytesRead() : 0;
    return std::min(1.0, double(m_bytesDone + here) / double(m_bytesToRead));
}

} // namespace baton::sync::folder
