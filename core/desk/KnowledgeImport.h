#pragma once

#include "core/desk/Import.h"
#include "core/knowledge/DocumentReader.h"

#include <QtCore/QHash>

namespace baton {

/// Feeds files of documents into the knowledge, a batch at a time. What a file was when all of it
/// was taken is remembered: as long as it is the same, it is hashed and not read. A bad file, or a
/// bad line of one, costs only itself. Blocking; one thread.
class KnowledgeImport
{
public:
    struct Hooks
    {
        std::function<void(const Error &)> refused; ///< FILE:LINE or FILE as subject
        std::function<void(const Error &)> noted;   ///< taken, and worth knowing
        std::function<bool(double)> proceed;        ///< share done, before each file; false ends it
    };
    KnowledgeImport(store::Store &store, knowledge::Assumed assumed, Hooks hooks);

    /// What was read before an error or a cancel is stored. A document without a version of its own
    /// is refused where its id was read from another file that is still there: the two would take
    /// turns. Errors: Cancelled, the store's.
    Result<void> read(const QStringList &files);

    /// Retires what was once read from below these folders, by whatever import, and is no longer
    /// there: the file is gone, or was read again without the document. Gives how many. Errors: the
    /// store's.
    Result<int> retireMissing(const QStringList &folders);

    /// In documents; a file that cannot be read counts as one.
    const ImportTotals &totals() const { return m_totals; }

private:
    /// A file of the batch.
    struct Read
    {
        store::KnowledgeFile file;
        bool whole = true;
    };

    Result<void> loadKnown();
    void readOne(const QString &file);
    void take(const QString &file, Read &read, knowledge::ReadDocument document);
    Result<void> flush();
    void refuse(const Error &error);

    store::Store &m_store;
    knowledge::Assumed m_assumed;
    Hooks m_hooks;
    QHash<QString, store::KnowledgeFile> m_known; ///< by path
    QHash<DocumentId, QString> m_origins;
    QList<Read> m_files;
    QList<Document> m_batch;
    store::DocumentSources m_sources;              ///< of the batch
    QList<std::pair<qsizetype, QString>> m_places; ///< of the batch: in m_files, FILE or FILE:LINE
    qsizetype m_bytes = 0;
    ImportTotals m_totals;
};

} // namespace baton
