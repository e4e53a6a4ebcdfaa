#include "core/desk/Import.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Large enough for SQLite's sake, small enough for the memory of two.
constexpr qsizetype batchPackets = 2000;
constexpr qsizetype batchBytes = 16 << 20;

} // namespace

/// What is on its way into the store.
struct Importer::Batch
{
    QList<store::Incoming> packets;
    qsizetype bytes = 0;
    QList<QByteArray>
        lines; ///< with numbers, what the archive keeps once the store has accepted it
    QList<qint64> numbers;
    std::optional<QFuture<Result<store::ApplyReport>>> applying;

    bool isFull() const { return packets.size() >= batchPackets || bytes >= batchBytes; }
    void add(packet::Packet packet, const QString &file, qint64 number, bool kept)
    {
        bytes += packet.line.size();
        if (kept) {
            lines.append(packet.line);
            numbers.append(number);
        }
        packets.append({std::move(packet), file, number});
    }
};

Importer::Importer(store::Store &store, Hooks hooks)
    : m_store(store)
    , m_hooks(std::move(hooks))
{ }
Importer::~Importer() = default;

void Importer::reject(const packet::Rejection &rejection)
{
    ++m_totals.rejected;
    if (m_hooks.rejected)
        m_hooks.rejected(rejection);
}

Result<void> Importer::finish(Batch &batch, store::ImportArchive *keep)
{
    if (!batch.applying)
        return {};
    batch.applying->waitForFinished();
    const Result<store::ApplyReport> report = batch.applying->takeResult();
    batch.applying.reset();
    if (!report)
        return report.error();
    m_totals.added += report->added;
    m_totals.updated += report->updated;
    m_totals.unchanged += report->unchanged;
    QSet<qint64> refused;
    for (const packet::Rejection &rejection : report->rejected) {
        refused.insert(rejection.line);
        reject(rejection);
    }
    for (qsizetype i = 0; keep && i < batch.lines.size(); ++i) {
        if (refused.contains(batch.numbers[i]))
            continue;
        if (const auto added = keep->add(batch.lines[i]); !added)
            return added.error();
    }
    return {};
}

Result<void> Importer::read(packet::LineSource &source, const QString &file,
                            store::ImportArchive *keep)
{
    using Next = packet::LineSource::Next;
    Batch reading;
    Batch writing;
    const auto handOver = [&]() -> Result<void> {
        auto done = finish(writing, keep);
        writing = std::exchange(reading, Batch());
        if (done && !writing.packets.isEmpty())
            writing.applying = m_store.apply(std::move(writing.packets), Origin::Archive);
        return done;
    };

    std::optional<Error> problem;
    for (bool more = true; more && !problem;) {
        if (m_hooks.proceed && !m_hooks.proceed()) {
            problem = Error{ErrorCode::Cancelled, file, {}};
            break;
        }
        switch (source.next()) {
        case Next::End:
            more = false;
            break;
        case Next::Broken:
            problem = source.error();
            break;
        case Next::TooLong:
            ++m_totals.read;
            reject({file,
                    source.number(),
                    u"too-long"_s,
                    {},
                    u"more than that"_s,
                    u"a line of at most %1 bytes"_s.arg(packet::maxLine)});
            break;
        case Next::Line:
            ++m_totals.read;
            if (packet::Reading line = m_reader.read(source.line())) {
                reading.add(std::move(line.packet()), file, source.number(), keep != nullptr);
            } else {
                packet::Rejection rejection = line.rejection();
                rejection.file = file;
                rejection.line = source.number();
                reject(rejection);
            }
            break;
        }
        if (reading.isFull()) {
            if (const auto handed = handOver(); !handed)
                return handed.error();
        }
    }
    if (const auto handed = handOver(); !handed)
        return handed.error();
    if (const auto finished = finish(writing, keep); !finished)
        return finished.error();
    if (problem)
        return *problem;
    return {};
}

} // namespace baton
