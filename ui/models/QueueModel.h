#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/models/QueueRowCache.h"
#include "ui/models/QueueRowText.h"

#include <QtCore/QAbstractListModel>

namespace baton::ui {

/// The list on the left: the snapshot's row numbers, shared with it, and the few rows that were
/// read. A new snapshot of the same subject becomes the smallest change, so that selection and
/// scrolling survive; only another subject resets. GUI thread.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        RowRole = Qt::UserRole + 1, ///< a QueueRow; invalid while it is read
        TextRole,                   ///< a QueueRowText; invalid likewise
        NumberRole,                 ///< the store's row number
    };

    explicit QueueModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setSnapshot(const QueueSnapshot &snapshot);
    /// Rows that were asked for, or that changed. Those that are not in the list are kept for
    /// later.
    void setRows(const QList<QueueRow> &rows);
    void setContext(const QueueContext &context);
    const QueueContext &context() const { return m_context; }

    const QueueSnapshot &snapshot() const { return m_snapshot; }
    qint64 number(int position) const;            ///< 0 where there is none
    int position(qint64 number) const;            ///< −1 where it is not in the list; linear
    int position(const ConversationId &id) const; ///< −1 where it is not known
    /// What is known of a row now; asks for nothing.
    const QueueRow *row(int position) const { return m_cache.find(number(position)); }

Q_SIGNALS:
    /// Positions that were looked at and are not there or may be old; gathered until the event loop
    /// runs.
    void needRows(quint64 generation, int first, int last);

private:
    static constexpr int block = 100; ///< rows are asked for by blocks of positions

    void change(const QueueSnapshot &snapshot);
    void walk(const struct QueueDiff &diff, const QueueSnapshot &snapshot);
    void rearrange(const QueueSnapshot &snapshot);
    void take(const QueueSnapshot &snapshot);
    void look(int position) const;
    void ask();
    void tell(std::vector<qint64> numbers);

    QueueSnapshot m_snapshot;
    std::shared_ptr<const std::vector<qint64>> m_rows; ///< never null
    int m_count = 0; ///< differs from the size of m_rows only in the middle of rearrange()
    QueueContext m_context;
    mutable QueueRowCache m_cache;
    mutable QList<int> m_wanted; ///< blocks, the latest last
    mutable bool m_asking = false;
    QList<int> m_asked;         ///< blocks, since the last answer
    mutable QList<int> m_shown; ///< the few blocks that were looked at last
};

} // namespace baton::ui
