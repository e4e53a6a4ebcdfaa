#include "core/store/AuditLog.h"

#include "core/base/Log.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr const char *insertEntrySql = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *tailSql = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1";
constexpr const char *entryHashSql = "SELECT hash FROM audit WHERE seq = ?";
constexpr const char *allEntriesSql
    = "SELECT seq, at, actor, kind, subject, detail, prev, hash FROM audit ORDER BY seq";
constexpr const char *saltSql = "SELECT value FROM meta WHERE name = 'salt'";

constexpr QLatin1StringView cutKind("tail-cut");
constexpr QLatin1StringView headMissingKind("head-missing");

QByteArray firstPrev()
{
    return QByteArray(32, '\0');
}

/// Every field with its length before it, so that no two entries read the same.
QByteArray hashOf(const QByteArray &prev, qint64 seq, const AuditEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QByteArray &bytes) {
        hash.addData(QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    };
    add(prev);
    add(QByteArray::number(seq));
    add(QByteArray::number(entry.at.ms));
    for (const QString &text : {entry.actor, entry.kind, entry.subject, entry.detail})
        add(text.toUtf8());
    return hash.result();
}

} // namespace

AuditLog::AuditLog(Connection &connection, QString headFile)
    : m_connection(connection)
    , m_headFile(std::move(headFile))
{ }

void AuditLog::append(const AuditEntry &entry)
{
    const Tail before = tail();
    const qint64 seq = before.seq + 1;
    const QByteArray hash = hashOf(before.hash, seq, entry);
    m_connection.query(insertEntrySql)
        .bind(seq, entry.at, entry.actor, entry.kind, entry.subject, entry.detail, before.hash,
              hash)
        .run();
    m_grown = true;
}

/// What was done is on disk already; a head file that lags is told from one that was cut.
void AuditLog::followHead()
{
    if (const Result<void> head = writeHead(); !head)
        log::error("store", head.error());
}

AuditLog::Tail AuditLog::tail()
{
    Query query = m_connection.query(tailSql);
    if (!query.step())
        return {0, firstPrev()};
    return {query.integer(0), query.blob(1)};
}

QByteArray AuditLog::hashAt(qint64 seq)
{
    if (seq == 0)
        return firstPrev();
    Query query = m_connection.query(entryHashSql);
    query.bind(seq);
    return query.step() ? query.blob(0) : QByteArray();
}

std::optional<AuditLog::Tail> AuditLog::head() const
{
    QFile file(m_headFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> parts = file.read(256).trimmed().split(' ');
    bool ok = false;
    const qint64 seq = parts.first().toLongLong(&ok);
    if (!ok || parts.size() != 2)
        return {};
    return Tail{seq, QByteArray::fromHex(parts.at(1))};
}

Result<void> AuditLog::writeHead()
{
    const Tail end = tail();
    QSaveFile file(m_headFile);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::Io, m_headFile, file.errorString()};
    file.write(QByteArray::number(end.seq) + ' ' + end.hash.toHex() + '\n');
    if (!file.commit())
        return Error{ErrorCode::Io, m_headFile, file.errorString()};
    return {};
}

void AuditLog::compareWithHead(Instant now)
{
    m_grown = true; // the head file may lag: it is written in any case
    const std::optional<Tail> known = head();
    if (!known && tail().seq > 0)
        append({now, {}, headMissingKind, {}, {}});
    if (!known || hashAt(known->seq) == known->hash)
        return;
    append(
        {now, {}, cutKind, QString::number(known->seq), QString::fromLatin1(known->hash.toHex())});
}

QString AuditLog::hashed(const QString &text)
{
    if (m_salt.isEmpty()) {
        Query query = m_connection.query(saltSql);
        if (query.step())
            m_salt = query.blob(0);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_salt);
    hash.addData(text.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

AuditReport AuditLog::verify()
{
    AuditReport report;
    const auto bad = [&](qint64 seq, const QString &problem) {
        if (report.firstBad)
            return;
        report.firstBad = seq;
        report.problem = problem;
    };
    // Before the entries, which may grow meanwhile.
    const std::optional<Tail> known = head();
    QByteArray prev = firstPrev();
    qint64 last = 0;
    Query query = m_connection.query(allEntriesSql);
    while (query.step()) {
        const qint64 seq = query.integer(0);
        const AuditEntry entry{
            {query.integer(1)}, query.text(2), query.text(3), query.text(4), query.text(5)};
        if (seq != last + 1)
            bad(last + 1, u"missing"_s);
        else if (query.blob(6) != prev || query.blob(7) != hashOf(prev, seq, entry))
            bad(seq, u"altered"_s);
        else if (entry.kind == cutKind)
            bad(seq, u"entries up to %1 were cut off before this one"_s.arg(entry.subject));
        prev = query.blob(7);
        last = seq;
        ++report.entries;
        report.head = prev;
    }
    if (!known)
        report.problem
            = report.firstBad ? report.problem : u"the head file is missing or unreadable"_s;
    else if (known->seq > last)
        bad(last + 1, u"cut off"_s);
    else if (hashAt(known->seq) != known->hash)
        bad(known->seq, u"differs from the head file"_s);
    return report;
}

} // namespace baton::store
