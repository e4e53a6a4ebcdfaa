#include "core/store/EchoTable.h"

#include <QtCore/QtEndian>

#include <set>

namespace baton::store {

namespace {

constexpr int forgottenAtOnce = 64;
constexpr qsizetype bandBytes = sizeof(qint64);

constexpr const char *bandSql = "SELECT row FROM echo_band WHERE band = ? AND row <> ? LIMIT 50";
constexpr const char *firstSql = "SELECT e.at, e.words, c.id, c.incident, c.intent FROM echo AS e "
                                 "JOIN conversation AS c ON c.row = e.row WHERE e.row = ?";
constexpr const char *heardSql = "UPDATE echo SET at = max(at, ?) WHERE row = ?";
constexpr const char *keepSql = "INSERT INTO echo VALUES (?, ?, ?, ?)";
constexpr const char *keepBandSql = "INSERT OR IGNORE INTO echo_band VALUES (?, ?)";
constexpr const char *wordsSql = "SELECT words FROM echo WHERE row = ?";
constexpr const char *bandsSql = "SELECT bands FROM echo WHERE row = ?";
constexpr const char *dropBandSql = "DELETE FROM echo_band WHERE band = ? AND row = ?";
constexpr const char *dropSql = "DELETE FROM echo WHERE row = ?";
constexpr const char *oldSql = "SELECT row FROM echo INDEXED BY echo_at WHERE at < ? LIMIT ?";

} // namespace

std::optional<EchoTable::First> EchoTable::find(qint64 row, Instant at, const QString &intent,
                                                const Sketch &sketch)
{
    std::set<qint64> near; // in a fixed order: equals lead to the first
    for (const qint64 band : sketch.bands) {
        Query query = m_connection.query(bandSql);
        query.bind(band, row);
        while (query.step())
            near.insert(query.integer(0));
    }
    std::optional<First> best;
    for (const qint64 other : near) {
        Query query = m_connection.query(firstSql);
        query.bind(other);
        if (!query.step())
            continue;
        if (std::abs(at.ms - query.integer(0)) > m_kinship.limits.incidentWindowMs)
            continue;
        const bool sameIntent = !intent.isEmpty() && query.text(4) == intent;
        const double likeness = m_kinship.likeness(sketch.words, query.blob(1), sameIntent);
        if (likeness > (best ? best->likeness : 0))
            best = {other, ConversationId(query.text(2)), query.integer(3), likeness};
    }
    return best;
}

void EchoTable::heardAgain(qint64 row, Instant at)
{
    m_connection.query(heardSql).bind(at, row).run();
}

void EchoTable::keep(qint64 row, Instant at, const Sketch &sketch)
{
    {
        Query query = m_connection.query(wordsSql);
        query.bind(row);
        if (query.step() && query.blob(0) == sketch.words)
            return;
    }
    forgetRow(row);
    QByteArray bands(qsizetype(sketch.bands.size()) * bandBytes, Qt::Uninitialized);
    char *to = bands.data();
    for (const qint64 band : sketch.bands) {
        m_connection.query(keepBandSql).bind(band, row).run();
        qToBigEndian(band, to);
        to += bandBytes;
    }
    m_connection.query(keepSql).bind(row, at, sketch.words, bands).run();
}

void EchoTable::forget(Instant before)
{
    std::vector<qint64> rows;
    {
        Query query = m_connection.query(oldSql);
        query.bind(before, forgottenAtOnce);
        while (query.step())
            rows.push_back(query.integer(0));
    }
    for (const qint64 row : rows)
        forgetRow(row);
}

void EchoTable::forgetRow(qint64 row)
{
    QByteArray bands;
    {
        Query query = m_connection.query(bandsSql);
        query.bind(row);
        if (!query.step())
            return;
        bands = query.blob(0);
    }
    for (qsizetype at = 0; at + bandBytes <= bands.size(); at += bandBytes)
        m_connection.query(dropBandSql)
            .bind(qFromBigEndian<qint64>(bands.constData() + at), row)
            .run();
    m_connection.query(dropSql).bind(row).run();
}

} // namespace baton::store
