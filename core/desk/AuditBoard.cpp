#include "core/desk/AuditBoard.h"

#include "core/store/Store.h"

#include <QtCore/QSaveFile>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int auditPageRows = 500;
constexpr int auditExportRows = 5'000;

QByteArray auditLine(const AuditRow &row)
{
    const nlohmann::ordered_json json{{"seq", row.seq},
                                      {"at", toRfc3339(row.at).toStdString()},
                                      {"actor", row.actor.toStdString()},
                                      {"kind", row.kind.toStdString()},
                                      {"subject", row.subject.toStdString()},
                                      {"detail", row.detail.toStdString()},
                                      {"hash", row.hash.toHex().toStdString()}};
    return QByteArray::fromStdString(json.dump()) + '\n';
}

Result<qint64> writeAudit(store::Store &store, const AuditFilter &filter, const QString &path,
                          const std::atomic<bool> &stopping)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    qint64 written = 0;
    qint64 before = 0;
    for (bool last = false; !last;) {
        if (stopping)
            return Error{ErrorCode::Cancelled, path, {}};
        const Result<AuditPage> page = awaited(store.auditPage(filter, before, auditExportRows));
        if (!page)
            return page.error();
        for (const AuditRow &row : page->rows)
            file.write(auditLine(row));
        written += page->rows.size();
        last = page->last || page->rows.isEmpty();
        if (!last)
            before = page->rows.last().seq;
    }
    if (!file.commit())
        return Error{ErrorCode::Io, path, file.errorString()};
    return written;
}

} // namespace

AuditBoard::AuditBoard(store::Store &store)
    : m_store(store)
{ }

AuditBoard::~AuditBoard()
{
    m_stopping = true;
}

void AuditBoard::setFilter(const AuditFilter &filter)
{
    // What there is to filter by changes with the log, not with what is typed.
    const bool anew = filter == m_snapshot.filter || m_snapshot.names.kinds.isEmpty();
    m_snapshot.filter = filter;
    m_snapshot.rows.clear();
    m_snapshot.complete = false;
    m_snapshot.reading = false;
    ++m_asked;
    if (anew)
        readNames();
    read();
}

void AuditBoard::readNames()
{
    onFinished(m_store.auditNames(), this, [this](const Result<AuditNames> &names) {
        if (!names || *names == m_snapshot.names)
            return;
        m_snapshot.names = *names;
        Q_EMIT changed(m_snapshot);
    });
}

void AuditBoard::readMore()
{
    if (!m_snapshot.complete && !m_snapshot.reading)
        read();
}

void AuditBoard::read()
{
    m_snapshot.reading = true;
    Q_EMIT changed(m_snapshot);
    const qint64 before = m_snapshot.rows.isEmpty() ? 0 : m_snapshot.rows.last().seq;
    onFinished(m_store.auditPage(m_snapshot.filter, before, auditPageRows), this,
               [this, asked = m_asked](const Result<AuditPage> &page) {
                   if (asked != m_asked)
                       return;
                   m_snapshot.reading = false;
                   if (page) {
                       m_snapshot.rows += page->rows;
                       m_snapshot.complete = page->last;
                   } else {
                       m_snapshot.complete = true;
                       Q_EMIT failed(page.error());
                   }
                   Q_EMIT changed(m_snapshot);
               });
}

void AuditBoard::verify()
{
    if (m_snapshot.verifying)
        return;
    m_snapshot.verifying = true;
    Q_EMIT changed(m_snapshot);
    onFinished(m_store.verifyAudit(), this, [this](const Result<store::AuditReport> &report) {
        m_snapshot.verifying = false;
        if (report) {
            m_snapshot.intact = !report->firstBad && report->problem.isEmpty();
            m_snapshot.firstBad = report->firstBad;
            m_snapshot.verified = report->entries;
        } else {
            m_snapshot.intact.reset();
            m_snapshot.firstBad.reset();
            Q_EMIT failed(report.error());
        }
        Q_EMIT changed(m_snapshot);
    });
}

void AuditBoard::writeTo(const QString &path)
{
    const auto done = m_files.run([this, filter = m_snapshot.filter, path] {
        return writeAudit(m_store, filter, path, m_stopping);
    });
    onFinished(done, this, [this, path](const Result<qint64> &entries) {
        if (entries)
            Q_EMIT written(path, *entries);
        else
            Q_EMIT failed(entries.error());
    });
}

} // namespace baton
