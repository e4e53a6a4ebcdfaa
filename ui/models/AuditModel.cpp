#include "ui/models/AuditModel.h"

#include "ui/text/AuditWords.h"
#include "ui/text/Format.h"

using namespace Qt::StringLiterals;

namespace baton::ui {

void AuditModel::setSnapshot(const AuditSnapshot &snapshot, Instant now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    m_complete = snapshot.complete;
    const qsizetype had = m_rows.size();
    const bool grown = had > 0 && snapshot.rows.size() > had
        && snapshot.rows[0].seq == m_rows[0].seq && snapshot.rows[had - 1].seq == m_rows.last().seq;
    if (snapshot.rows == m_rows)
        return;
    if (grown) {
        beginInsertRows({}, int(had), int(snapshot.rows.size()) - 1);
        m_rows = snapshot.rows;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_rows = snapshot.rows;
    endResetModel();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString AuditModel::text(const AuditRow &row, int column) const
{
    switch (column) {
    case Number:
        return format::count(row.seq);
    case When:
        return format::moment(row.at, m_now, m_zone);
    case Who:
        return row.actor;
    case What:
        return words::ofAudit(row.kind);
    case About:
        return row.subject;
    case Detail:
        return row.detail;
    default:
        return {};
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tr("Hash %1").arg(QString::fromLatin1(row.hash.toHex()));
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(row, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case About:
        return tr("About");
    case Detail:
        return tr("Detail");
    default:
        return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void AuditModel::fetchMore(const QModelIndex &)
{
    Q_EMIT moreWanted();
}

} // namespace baton::ui
