#include "core/desk/KnowledgeImport.h"

#include "core/base/Async.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype fileBytes = 8 << 20; // of files, between two calls of the store

/// What all says and some does not.
QList<DocumentId> without(const QList<DocumentId> &all, const QList<DocumentId> &some)
{
    const QSet<DocumentId> taken(some.begin(), some.end());
    QList<DocumentId> left;
    std::copy_if(all.begin(), all.end(), std::back_inserter(left),
                 [&](const DocumentId &id) { return !taken.contains(id); });
    return left;
}

} // namespace

KnowledgeImport::KnowledgeImport(store::Store &store, knowledge::Assumed assumed, Hooks hooks)
    : m_store(store)
    , m_assumed(std::move(assumed))
    , m_hooks(std::move(hooks))
{ }

Result<void> KnowledgeImport::loadKnown()
{
    const auto files = awaited(m_store.knowledgeFiles());
    if (!files)
        return files.error();
    m_known.clear();
    m_origins.clear();
    for (const store::KnowledgeFile &file : *files) {
        m_known.insert(file.path, file);
        for (const DocumentId &id : file.documents)
            m_origins.insert(id, file.path);
    }
    return {};
}

Result<void> KnowledgeImport::read(const QStringList &files)
{
    if (const auto loaded = loadKnown(); !loaded)
        return loaded;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!m_hooks.proceed(double(i) / double(files.size()))) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
            return Error{ErrorCode::Cancelled, {}, {}};
        }
        readOne(files[i]);
        if (m_bytes < fileBytes)
            continue;
        if (const auto flushed = flush(); !flushed)
            return flushed;
    }
    return flush();
}

void KnowledgeImport::readOne(const QString &file)
{
    QFile source(file);
    // One byte more than is taken, so that what is too large is seen without being read.
    const bool open = source.open(QIODevice::ReadOnly);
    const QByteArray bytes = open ? source.read(knowledge::largestFile + 1) : QByteArray();
    if (!open || source.error() != QFile::NoError) {
        ++m_totals.read;
        return refuse({ErrorCode::Io, file, source.errorString()});
    }
    m_bytes += bytes.size();
    Read read;
    read.file.path = QFileInfo(file).canonicalFilePath();
    read.file.fingerprint = knowledge::fingerprint(bytes, m_assumed);
    const store::KnowledgeFile known = m_known.value(read.file.path);
    if (known.fingerprint == read.file.fingerprint) {
        m_totals.read += known.documents.size();
        m_totals.unchanged += known.documents.size();
        return;
    }
    knowledge::ReadFile content = knowledge::readDocuments(file, bytes, m_assumed);
    m_totals.read += content.documents.size() + content.refused.size();
    read.whole = content.refused.isEmpty();
    for (const Error &error : content.refused)
        refuse(error);
    for (knowledge::ReadDocument &document : content.documents)
        take(file, read, std::move(document));
    m_files.append(std::move(read));
}

void KnowledgeImport::take(const QString &file, Read &read, knowledge::ReadDocument document)
{
    const QString place = document.line > 1 ? u"%1:%2"_s.arg(file).arg(document.line) : file;
    const DocumentId id = document.document.id;
    const QString origin = m_origins.value(id, read.file.path);
    if (document.document.version == 0 && origin != read.file.path && QFile::exists(origin)) {
        read.whole = false;
        return refuse({ErrorCode::Conflict, place,
                       u"%1 was read from %2 too; give one of the two an id of its own"_s.arg(
                           id.text(), origin)});
    }
    m_origins.insert(id, read.file.path);
    read.file.documents.append(id);
    if (!document.source.isEmpty())
        m_sources.insert(document.document.sha256, document.source);
    m_batch.append(std::move(document.document));
    m_places.append({m_files.size(), place});
}

Result<void> KnowledgeImport::flush()
{
    const auto report = awaited(m_store.addDocuments(std::exchange(m_batch, {})));
    const store::DocumentSources sources = std::exchange(m_sources, {});
    QList<Read> files = std::exchange(m_files, {});
    const auto places = std::exchange(m_places, {});
    m_bytes = 0;
    if (!report)
        return report.error();
    if (const auto saved = awaited(m_store.saveDocumentSources(sources)); !saved)
        return saved;
    m_totals.added += report->added;
    m_totals.updated += report->updated;
    m_totals.unchanged += report->unchanged;
    for (const store::RefusedDocument &refused : report->refused) {
        const auto &[file, place] = places.at(refused.index);
        files[file].whole = false;
        refuse({refused.error.code, place, refused.error.subject + u": "_s + refused.error.detail});
    }
    for (const qsizetype index : report->retired)
        m_hooks.noted({ErrorCode::Conflict, places.at(index).second,
                       u"this version is retired; raise the version to bring it back"_s});
    QList<store::KnowledgeFile> saved;
    for (Read &read : files) {
        // What a refused part held is not known: nothing of the file counts as gone.
        const store::KnowledgeFile before = m_known.value(read.file.path);
        const QList<DocumentId> absent = without(before.documents, read.file.documents);
        if (read.whole) {
            read.file.gone = without(before.gone + absent, read.file.documents);
        } else {
            read.file.fingerprint.clear();
            read.file.documents += absent;
            read.file.gone = without(before.gone, read.file.documents);
        }
        saved.append(read.file);
        m_known.insert(read.file.path, read.file);
    }
    return awaited(m_store.saveKnowledgeFiles(saved));
}

Result<int> KnowledgeImport::retireMissing(const QStringList &folders)
{
    const auto files = awaited(m_store.knowledgeFiles());
    if (!files)
        return files.error();
    int retired = 0;
    for (store::KnowledgeFile file : *files) {
        const bool below = std::any_of(folders.begin(), folders.end(), [&](const QString &folder) {
            return file.path.startsWith(QFileInfo(folder).canonicalFilePath() + u'/');
        });
        if (!below)
            continue;
        QList<DocumentId> missing = std::exchange(file.gone, {});
        if (!QFile::exists(file.path))
            missing += std::exchange(file.documents, {});
        if (missing.isEmpty())
            continue;
        for (const DocumentId &id : std::as_const(missing)) {
            const auto done = awaited(m_store.retireDocument(id));
            if (!done && done.error().code != ErrorCode::NotFound)
                return done.error();
            retired += done ? 1 : 0;
        }
        if (const auto saved = awaited(m_store.saveKnowledgeFiles({file})); !saved)
            return saved.error();
    }
    return retired;
}

void KnowledgeImport::refuse(const Error &error)
{
    ++m_totals.rejected;
    m_hooks.refused(error);
}

} // namespace baton
