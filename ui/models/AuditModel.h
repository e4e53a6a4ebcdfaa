#pragma once

#include "core/desk/AuditBoard.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimeZone>

namespace baton::ui {

/// Entries of the audit log as a table: number, when, who, what, about, detail. Asks for older ones
/// as a view comes near the end.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, When, Who, What, About, Detail, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// More of the same list are added below; another list takes its place.
    void setSnapshot(const AuditSnapshot &snapshot, Instant now, const QTimeZone &zone);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    QString text(const AuditRow &row, int column) const;

    QList<AuditRow> m_rows;
    bool m_complete = true;
    Instant m_now;
    QTimeZone m_zone;
};

} // namespace baton::ui
