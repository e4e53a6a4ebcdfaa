#include "core/store/KnowledgeWriter.h"

#include "core/store/KnowledgeFiles.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr qint64 longestSliceMs = 10; // a write may take 20, and the commit comes on top
constexpr int mostFollowed = 32;      // documents a slice

constexpr const char *deskSql = "SELECT value FROM meta WHERE name = 'desk'";
constexpr const char *seedSql = "SELECT value FROM meta WHERE name = 'knowledge_seed'";
constexpr const char *saveSeedSql = "INSERT OR REPLACE INTO meta VALUES ('knowledge_seed', ?)";

const QString deskName = u"knowledge_desk"_s;
const QString followedName = u"knowledge_followed"_s;

QString named(const Document &document)
{
    return u"%1 version %2"_s.arg(document.id.text()).arg(document.version);
}

} // namespace

KnowledgeWriter::KnowledgeWriter(Connection &connection, const Paths &paths, const Rules &rules,
                                 const Clock &clock)
    : m_connection(connection)
    , m_rules(rules)
    , m_clock(clock)
    , m_documents(connection)
    , m_passages(connection)
    , m_state(connection)
    , m_audit(connection, paths.auditHeadFile())
{ }

template <class Fn>
Result<void> KnowledgeWriter::write(Fn statements)
{
    return m_audit.transact(u"knowledge"_s, [&]() -> Result<void> {
        statements();
        return {};
    });
}

void KnowledgeWriter::audit(const QString &kind, const DocumentId &id, const QString &detail)
{
    m_audit.append({m_clock.now(), m_rules.agent.id.text(), kind, id.text(), detail});
}

Result<void> KnowledgeWriter::adoptDesk()
{
    return write([&] {
        QByteArray desk;
        {
            Query query = m_connection.query(deskSql);
            if (query.step())
                desk = query.blob(0);
        }
        if (m_state.bytes(deskName) == desk
            && m_state.number(followedName).value_or(0) <= m_documents.newestChange())
            return;
        m_passages.clear();
        m_state.save(deskName, desk);
        m_state.save(followedName, qint64(0));
    });
}

Result<bool> KnowledgeWriter::addSlice(DocumentsJob &job)
{
    const qsizetype first = job.next;
    DocumentsReport report = job.report;
    const Result<void> written = write([&] {
        QElapsedTimer timer;
        timer.start();
        while (job.next < job.documents.size()
               && (job.next == first || timer.elapsed() < longestSliceMs)) {
            addOne(job.documents.at(job.next), job.next, report);
            ++job.next;
        }
    });
    if (!written)
        return written.error();
    job.report = std::move(report);
    return job.next < job.documents.size();
}

void KnowledgeWriter::addOne(Document document, qsizetype index, DocumentsReport &report)
{
    const auto refuse = [&](ErrorCode code, const QString &why) {
        report.refused.append({index, {code, named(document), why}});
    };
    if (document.id.isEmpty() || document.version < 0 || document.sha256.size() != 64)
        return refuse(ErrorCode::InvalidArgument, u"needs an id, a version and a hash"_s);
    const int newest = m_documents.newestVersion(document.id);
    const bool retired = newest > 0 && m_documents.isRetired(document.id);
    if (document.version == 0) {
        const bool same
            = newest > 0 && !retired && m_documents.hashOf(document.id, newest) == document.sha256;
        document.version = same ? newest : newest + 1;
    }
    const QByteArray known = m_documents.hashOf(document.id, document.version);
    if (known == document.sha256) {
        ++report.unchanged;
        if (retired && document.version == newest)
            report.retired.append(index);
        return;
    }
    if (!known.isEmpty())
        return refuse(ErrorCode::Conflict,
                      u"version-conflict: another text is known as this version; raise the "
                      "version, since what was cited must stay"_s);
    m_documents.insert(document, m_rules.agent.id.text(), m_clock.now());
    audit(u"knowledge"_s, document.id,
          u"%1 %2"_s.arg(document.version).arg(QLatin1StringView(document.sha256)));
    ++(newest > 0 && document.version > newest ? report.updated : report.added);
}

Result<void> KnowledgeWriter::retire(const DocumentId &id)
{
    bool known = false;
    const Result<void> written = write([&] {
        const int newest = m_documents.newestVersion(id);
        known = newest > 0;
        if (!known || m_documents.isRetired(id))
            return;
        m_documents.retire(id, newest, m_rules.agent.id.text(), m_clock.now());
        audit(u"knowledge-retired"_s, id, QString::number(newest));
    });
    if (written && !known)
        return Error{ErrorCode::NotFound, id.text(), u"no such document"_s};
    return written;
}

Result<bool> KnowledgeWriter::followSlice()
{
    bool more = false;
    const Result<void> written = write([&] {
        QElapsedTimer timer;
        timer.start();
        qint64 followed = m_state.number(followedName).value_or(0);
        if (followed == m_documents.newestChange())
            return;
        const QList<KnowledgeTable::Changed> changed
            = m_documents.changedSince(followed, mostFollowed);
        for (const auto &[id, change] : changed) {
            m_passages.remove(id);
            if (!m_documents.isRetired(id)) {
                if (const auto current = m_documents.document(id, m_documents.newestVersion(id)))
                    m_passages.insert(*current);
            }
            followed = change;
            if (timer.elapsed() >= longestSliceMs)
                break;
        }
        m_state.save(followedName, followed);
        more = followed < m_documents.newestChange();
    });
    if (!written)
        return written.error();
    return more;
}

Result<void> KnowledgeWriter::saveSeed(const QByteArray &fingerprint)
{
    return write([&] { m_connection.query(saveSeedSql).bind(fingerprint).run(); });
}

Result<void> KnowledgeWriter::saveFiles(const QList<KnowledgeFile> &files)
{
    return write([&] {
        for (const KnowledgeFile &file : files)
            KnowledgeFiles(m_connection).save(file);
    });
}

Result<void> KnowledgeWriter::saveSources(const DocumentSources &sources)
{
    return write([&] {
        for (auto it = sources.cbegin(); it != sources.cend(); ++it)
            m_documents.saveSource(it.key(), it.value());
    });
}

QByteArray knowledgeSeed(Connection &connection)
{
    Query query = connection.query(seedSql);
    return query.step() ? query.blob(0) : QByteArray();
}

} // namespace baton::store
