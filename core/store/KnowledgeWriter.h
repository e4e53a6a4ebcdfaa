#pragma once

#include "core/store/AuditLog.h"
#include "core/store/ConversationTable.h"
#include "core/store/KnowledgeTable.h"
#include "core/store/PassageIndex.h"

namespace baton::store {

/// An addDocuments() under way: its slices run with other writes in between.
struct DocumentsJob
{
    QList<Document> documents;
    qsizetype next = 0;
    DocumentsReport report;
};

/// Knowledge as it is written; on the writer thread, with no transaction open. A document is in
/// desk.sqlite first, durably, and then followed by the passages in the cache.
class KnowledgeWriter
{
public:
    KnowledgeWriter(Connection &connection, const Paths &paths, const Rules &rules,
                    const Clock &clock);

    /// At open: with the passages made anew, if this cache followed another desk.sqlite.
    Result<void> adoptDesk();
    /// Adds documents until the time of one transaction is used up; true while some are left. A
    /// single document is never parted.
    Result<bool> addSlice(DocumentsJob &job);
    Result<void> retire(const DocumentId &id);
    /// Follows desk.sqlite for as long; true while something is left.
    Result<bool> followSlice();
    Result<void> saveSeed(const QByteArray &fingerprint);
    Result<void> saveFiles(const QList<KnowledgeFile> &files);
    Result<void> saveSources(const DocumentSources &sources);

private:
    template <class Fn>
    Result<void> write(Fn statements);
    void addOne(Document document, qsizetype index, DocumentsReport &report);
    void audit(const QString &kind, const DocumentId &id, const QString &detail);

    Connection &m_connection;
    const Rules &m_rules;
    const Clock &m_clock;
    KnowledgeTable m_documents;
    PassageIndex m_passages;
    SyncState m_state;
    AuditLog m_audit;
};

/// The fingerprint of what was last brought along with the program; null where nothing was.
QByteArray knowledgeSeed(Connection &connection);

} // namespace baton::store
