#include "ui/models/KnowledgeRows.h"

#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct KnowledgeWords
{
    Q_DECLARE_TR_FUNCTIONS(KnowledgeRows)
};

bool holdsEach(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

QStringList wordsOf(const QString &typed)
{
    return typed.split(u' ', Qt::SkipEmptyParts);
}

/// A document's days are days, not moments.
QString dayText(Instant day, Instant now)
{
    return format::date(day, now, QTimeZone::utc());
}

void remark(KnowledgeRow &row, const KnowledgeEntry &entry, Instant now)
{
    using Mark = KnowledgeRow::Mark;
    if (entry.retired) {
        row.mark = Mark::Quiet;
        row.icon = u"stop"_s;
        row.remark = KnowledgeWords::tr("Retired");
    } else if (entry.disputed > 0) {
        row.mark = Mark::Warning;
        row.icon = u"flag"_s;
        row.remark = KnowledgeWords::tr("Disputed %n time(s)", nullptr, entry.disputed);
    } else if (entry.reviewDue) {
        row.mark = Mark::Warning;
        row.icon = u"clock"_s;
        row.remark
            = KnowledgeWords::tr("Review was due %1").arg(dayText(*entry.document.review, now));
    } else {
        const bool open = entry.document.audience == Audience::Customer;
        row.icon = open ? u"eye"_s : u"lock"_s;
        row.remark = open ? KnowledgeWords::tr("Customers may read it")
                          : KnowledgeWords::tr("For colleagues only");
    }
}

} // namespace

QString documentLine(const Document &document, Instant now)
{
    const QString name = KnowledgeWords::tr("%1 v%2", "document, version")
                             .arg(document.id.text())
                             .arg(document.version);
    QStringList parts{name};
    if (!document.kind.isEmpty())
        parts += document.kind;
    if (document.changed)
        parts += KnowledgeWords::tr("changed %1").arg(dayText(*document.changed, now));
    return parts.join(u" · "_s);
}

QString gapTitle(const GapGroup &group)
{
    return group.title.isEmpty() ? KnowledgeWords::tr("None of these") : group.title;
}

QString disputeReason(const QString &why)
{
    if (why == u"wrong")
        return KnowledgeWords::tr("It is wrong");
    if (why == u"outdated")
        return KnowledgeWords::tr("It is out of date");
    if (why == u"not_here")
        return KnowledgeWords::tr("It does not apply here");
    if (why == u"unclear")
        return KnowledgeWords::tr("It is not clear");
    return why;
}

QList<KnowledgeRow> documentRows(const KnowledgeSnapshot &knowledge, const QString &words,
                                 Instant now)
{
    const QStringList wanted = wordsOf(words);
    QList<KnowledgeRow> rows;
    for (const KnowledgeEntry &entry : knowledge.documents) {
        const Document &document = entry.document;
        if (!holdsEach(document.title + u' ' + document.id.text(), wanted))
            continue;
        KnowledgeRow row;
        row.key = document.id.text();
        row.title = document.title;
        if (entry.cited > 0)
            row.aside = KnowledgeWords::tr("cited %n time(s)", nullptr, entry.cited);
        row.line = documentLine(document, now);
        remark(row, entry, now);
        rows += row;
    }
    return rows;
}

QList<KnowledgeRow> gapRows(const KnowledgeSnapshot &knowledge, const QString &words, Instant now,
                            const QTimeZone &zone)
{
    const QStringList wanted = wordsOf(words);
    QList<KnowledgeRow> rows;
    for (const GapGroup &group : knowledge.gaps) {
        KnowledgeRow row;
        row.key = group.intent;
        row.title = gapTitle(group);
        if (!holdsEach(row.title, wanted))
            continue;
        const Feedback &newest = group.gaps.first().feedback;
        row.aside = format::when(newest.at, now, zone);
        row.line = newest.was.simplified();
        row.icon = u"quote"_s;
        row.remark = KnowledgeWords::tr("%n sentence(s) without a source", nullptr,
                                        int(group.gaps.size()));
        rows += row;
    }
    return rows;
}

QString checkKey(const Contradiction &one)
{
    QStringList parts;
    for (const Claim *claim : {&one.first, &one.second})
        parts += {claim->place.document.text(), QString::number(claim->place.version),
                  claim->place.heading, claim->figure, claim->sentence};
    return parts.join(u'\n');
}

QString checkKey(const OverdueReview &one)
{
    return one.document.text() + u'\n' + QString::number(one.version);
}

QString contradictionTitle(const Contradiction &one)
{
    return KnowledgeWords::tr("%1 or %2?", "two figures that contradict each other")
        .arg(one.first.figure, one.second.figure);
}

QList<KnowledgeRow> checkRows(const KnowledgeSnapshot &knowledge, const QString &words, Instant now)
{
    const QStringList wanted = wordsOf(words);
    QList<KnowledgeRow> rows;
    for (const Contradiction &one : knowledge.check.contradictions) {
        KnowledgeRow row;
        row.key = checkKey(one);
        row.title = contradictionTitle(one);
        row.line = one.first.title == one.second.title
            ? one.first.title
            : KnowledgeWords::tr("%1 and %2", "two titles").arg(one.first.title, one.second.title);
        row.mark = KnowledgeRow::Mark::Warning;
        row.icon = u"warning"_s;
        row.remark = KnowledgeWords::tr("They contradict each other");
        if (holdsEach(row.title + u' ' + row.line + u' ' + one.first.sentence, wanted))
            rows += row;
    }
    for (const OverdueReview &one : knowledge.check.overdue) {
        KnowledgeRow row;
        row.key = checkKey(one);
        row.title = one.title;
        row.line = KnowledgeWords::tr("%1 v%2", "document, version")
                       .arg(one.document.text())
                       .arg(one.version);
        row.mark = KnowledgeRow::Mark::Warning;
        row.icon = u"clock"_s;
        row.remark = KnowledgeWords::tr("Review was due %1").arg(dayText(one.review, now));
        if (holdsEach(row.title, wanted))
            rows += row;
    }
    return rows;
}

void KnowledgeModel::setRows(const QList<KnowledgeRow> &rows)
{
    const bool sameKeys
        = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                     [](const KnowledgeRow &a, const KnowledgeRow &b) { return a.key == b.key; });
    if (!sameKeys) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(i), index(i));
    }
}

int KnowledgeModel::indexOf(const QString &key) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].key == key)
            return i;
    }
    return -1;
}

int KnowledgeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant KnowledgeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const KnowledgeRow &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.title;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{row.title, row.line, row.remark, row.aside};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    return {};
}

} // namespace baton::ui
