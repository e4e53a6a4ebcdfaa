#pragma once

#include "core/desk/DeskTypes.h"
#include "core/desk/ReviewTypes.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtCore/QTimer>

namespace baton::ui {

/// What is to be reviewed under its heading, then what is done under its own. Knows all row
/// numbers; rows come by page as they are looked at. A new list changes the least.
class ReviewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ReviewModel(QObject *parent = nullptr);

    void setIntents(const QList<IntentName> &intents);
    void setNow(Instant now) { m_now = now; }
    void setList(const ReviewList &list);
    void setRows(quint64 generation, qsizetype first, const QList<ReviewRow> &rows);

    enum class Heading { None, Todo, Done };
    Heading heading(int index) const;
    int headingCount(int index) const; ///< how many stand under it
    /// Null for a heading, and for a row that is not there yet: then it is asked for.
    const ReviewRow *row(int index) const;
    QString title(const ReviewRow &row) const; ///< of its intent, else what they need
    QString aside(const ReviewRow &row) const; ///< how long ago, or the verdict
    int indexOfNumber(qint64 row) const;       ///< by the store's number; −1
    qint64 number(int index) const;            ///< of a row; negative for a heading
    int step(int from, int rows) const; ///< to the next rows, past headings; from −1: the first
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Positions in the list (without headings).
    void rowsNeeded(quint64 generation, qsizetype first, qsizetype last) const;

private:
    qsizetype place(int index) const; ///< among the rows
    int indexAt(qsizetype place) const;
    void need(qsizetype place) const;

    QHash<QString, QString> m_intents;
    Instant m_now;
    ReviewList m_list;
    std::vector<qint64> m_entries; ///< row numbers; headings are negative
    QHash<qint64, ReviewRow> m_rows;
    mutable qsizetype m_firstNeeded = -1;
    mutable qsizetype m_lastNeeded = -1;
    mutable QTimer m_asking;
};

} // namespace baton::ui
