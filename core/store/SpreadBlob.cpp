#include "core/store/SpreadBlob.h"

#include <QtCore/QtEndian>

namespace baton::store {

namespace {

constexpr qsizetype entryBytes = 7;

}

QByteArray packed(const Spreads &spreads)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(spreads.size()) * entryBytes);
    for (const auto &[at, n] : spreads) {
        if (n <= 0)
            continue;
        char entry[entryBytes];
        entry[0] = char(at.first);
        qToLittleEndian(quint16(at.second), entry + 1);
        qToLittleEndian(quint32(n), entry + 3);
        bytes.append(entry, entryBytes);
    }
    return bytes;
}

void addPacked(Spreads &spreads, const QByteArray &bytes)
{
    for (qsizetype at = 0; at + entryBytes <= bytes.size(); at += entryBytes) {
        const char *entry = bytes.constData() + at;
        spreads[{Spread(quint8(entry[0])), qFromLittleEndian<quint16>(entry + 1)}]
            += qFromLittleEndian<quint32>(entry + 3);
    }
}

} // namespace baton::store
