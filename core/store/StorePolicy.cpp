#include "core/store/PolicyTable.h"
#include "core/store/SignalTable.h"
#include "core/store/StorePrivate.h"

#include <QtCore/QFile>

namespace baton::store {

namespace {

constexpr const char *newestPolicySql
    = "SELECT version, author_id, author_name, at, note, sha256, file "
      "FROM policy ORDER BY version DESC LIMIT 1";

} // namespace

QFuture<Result<SignalColumns>> Store::signalColumns(Instant from, Instant to)
{
    return d->askKnowledge([this, from, to]() -> Result<SignalColumns> {
        const Snapshot snapshot(*d->searchConnection);
        return SignalTable(*d->searchConnection).columns(from, to);
    });
}

QFuture<Result<QList<UnreadSignals>>> Store::unreadSignals(UnreadQuery query)
{
    return d->askKnowledge([this, query]() -> Result<QList<UnreadSignals>> {
        const Snapshot snapshot(*d->searchConnection);
        return SignalTable(*d->searchConnection).unread(query);
    });
}

QFuture<Result<void>> Store::saveSignals(QList<StoredSignals> signs, qint64 readBy)
{
    return d->writeInOrder([this, signs = std::move(signs), readBy]() -> Result<void> {
        return d->cache->saveSignals(signs, readBy);
    });
}

QFuture<Result<void>> Store::addPolicy(PolicyVersion version)
{
    return d->write([this, version = std::move(version)]() -> Result<void> {
        d->letDurableWritesThrough();
        return d->desk->addPolicy(version);
    });
}

QFuture<Result<void>> Store::addPolicyFor(PolicyVersion version, qint64 event)
{
    return d->write([this, version = std::move(version), event]() -> Result<void> {
        d->letDurableWritesThrough();
        return d->desk->addPolicyFor(version, event);
    });
}

QFuture<Result<QList<PolicyVersion>>> Store::policies()
{
    return d->read(d->pagesThread, [this]() -> Result<QList<PolicyVersion>> {
        return PolicyTable(*d->pagesConnection).all();
    });
}

Result<std::optional<PolicyVersion>> Store::newestPolicy(const Paths &paths)
{
    if (!QFile::exists(paths.deskFile()))
        return std::optional<PolicyVersion>();
    return attempt(paths.deskFile(), [&]() -> Result<std::optional<PolicyVersion>> {
        SQLite::Database file(paths.deskFile().toStdString(), SQLite::OPEN_READONLY, busyMs);
        if (!file.tableExists("policy"))
            return std::optional<PolicyVersion>();
        SQLite::Statement query(file, newestPolicySql);
        if (!query.executeStep())
            return std::optional<PolicyVersion>();
        const auto text = [&query](int column) {
            return QString::fromStdString(query.getColumn(column).getString());
        };
        PolicyVersion newest;
        newest.version = query.getColumn(0).getInt();
        newest.author = {text(1), text(2)};
        newest.at = {query.getColumn(3).getInt64()};
        newest.note = text(4);
        newest.sha256 = text(5).toLatin1();
        newest.file = text(6).toUtf8();
        return std::optional(newest);
    });
}

} // namespace baton::store
