#pragma once

#include "core/base/Clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

/// What was done, by whom, when: ids, counts and salted hashes, never text. Plain values.
namespace baton {

struct AuditRow
{
    qint64 seq = 0; ///< from 1, without a gap
    Instant at;
    QString actor;
    QString kind; ///< "claim", "reply", "import" …
    QString subject;
    QString detail;
    QByteArray hash; ///< of this entry and all before it
    bool operator==(const AuditRow &) const = default;
};

struct AuditFilter
{
    QString actor;   ///< empty: anybody's
    QString kind;    ///< empty: any
    QString subject; ///< a part of it; empty: any
    bool operator==(const AuditFilter &) const = default;
};

struct AuditPage
{
    QList<AuditRow> rows; ///< the newest first
    bool last = true;     ///< there are no older ones
    bool operator==(const AuditPage &) const = default;
};

/// What there is to filter by.
struct AuditNames
{
    QList<QString> actors;
    QList<QString> kinds;
    qint64 entries = 0;
    bool operator==(const AuditNames &) const = default;
};

} // namespace baton
