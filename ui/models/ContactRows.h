#pragma once

#include "core/desk/ScorecardTypes.h"
#include "core/domain/Queue.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtCore/QTimer>

namespace baton::ui {

/// The conversations behind a number: all row numbers are known, rows come as they are looked at.
class ContactRows : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ContactRows(QObject *parent = nullptr);

    void setContacts(const ScoreContacts &contacts);
    void setRows(quint64 generation, qsizetype first, const QList<QueueRow> &rows);
    /// Null for one that is not there yet: then it is asked for.
    const QueueRow *row(int index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void rowsNeeded(quint64 generation, qsizetype first, qsizetype last) const;

private:
    ScoreContacts m_contacts;
    QHash<qint64, QueueRow> m_rows;
    mutable qsizetype m_firstNeeded = -1;
    mutable qsizetype m_lastNeeded = -1;
    mutable QTimer m_asking;
};

} // namespace baton::ui
