#pragma once

#include "StoreFixture.h"

#include <QtCore/QCryptographicHash>

namespace baton::store {

/// A document in the making: "heading: text" lines, one a passage.
struct Written
{
    QString id = QStringLiteral("KB-1");
    int version = 1;
    QString title = QStringLiteral("Returns");
    QStringList passages = {QStringLiteral("How to return: Print the label.")};
    Audience audience = Audience::Customer;
    QString language = QStringLiteral("en");
    QList<QString> intents = {};

    Document document() const
    {
        Document made;
        made.id = DocumentId(id);
        made.version = version;
        made.title = title;
        made.kind = QStringLiteral("policy");
        made.audience = audience;
        made.language = language;
        made.changed = Instant{1'760'000'000'000};
        made.intents = intents;
        for (const QString &passage : passages)
            made.passages.append({made.id, version, title, passage.section(u':', 0, 0),
                                  int(made.passages.size()), passage.section(u':', 1).trimmed()});
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData((title + passages.join(u'\n') + language + intents.join(u' ')
                      + QString::number(int(audience)))
                         .toUtf8());
        made.sha256 = hash.result().toHex();
        return made;
    }
};

inline DocumentsReport adds(Profile &desk, const QList<Written> &written)
{
    QList<Document> documents;
    for (const Written &one : written)
        documents.append(one.document());
    return value(desk->addDocuments(documents));
}

/// "added updated unchanged refused".
inline QString counts(const DocumentsReport &report)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(report.added)
        .arg(report.updated)
        .arg(report.unchanged)
        .arg(report.refused.size());
}

inline PassageQuery asking(const QString &text, int limit = 100)
{
    PassageQuery query;
    query.parts = {{text, 1}};
    query.limit = limit;
    return query;
}

/// "document/place" of each hit, best first.
inline QStringList places(const QList<FoundPassage> &found)
{
    QStringList list;
    for (const FoundPassage &hit : found)
        list.append(
            QStringLiteral("%1/%2").arg(hit.passage.document.text()).arg(hit.passage.place));
    return list;
}
inline QStringList finds(Profile &desk, const PassageQuery &query)
{
    return places(value(desk->findPassages(query)));
}
inline QStringList finds(Profile &desk, const QString &text)
{
    return finds(desk, asking(text));
}

} // namespace baton::store
