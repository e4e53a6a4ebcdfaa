#pragma once

#include "core/base/Result.h"
#include "core/domain/Passage.h"
#include "core/domain/PassageQuery.h"

#include <QtCore/QHash>

#include <functional>

namespace baton::ctl {

/// Documents to be searched in a trial, and the area that each belongs to (as a chart or a product
/// line); empty: none.
struct TrialDocuments
{
    QList<Document> documents;
    QHash<DocumentId, QString> areas;
};

/// A folder as `knowledge add` takes it, or JSON Lines of {"id", "title", "text"}, optionally
/// "kind" and "scope" or "chart"; kind: only those, empty: all.
Result<TrialDocuments> readTrialDocuments(const QString &path, const QString &kind);

struct TrialQuery
{
    QStringList turns; ///< the newest first
    QString area;      ///< empty: everywhere
    QList<DocumentId> gold;
};

/// JSON Lines of {"query", "gold": [id …]}, optionally "context": [turn …], the oldest first, each
/// perhaps after who said it ("agent: …"), and "scope" or "chart".
Result<QList<TrialQuery>> readTrialQueries(const QString &file);

/// JSON Lines whose objects hold a text each: "text", or the first member that is one. Each once.
Result<QStringList> readTickets(const QString &file);

} // namespace baton::ctl
