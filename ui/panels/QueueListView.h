#pragma once

#include "ui/delegates/QueueDelegate.h"
#include "ui/models/QueueModel.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QAbstractItemView>

class QScrollBar;

namespace baton::ui {

/// The rows of the queue. All are of one height, so that nothing is laid out and a million rows
/// cost what twelve cost. What is seen stays where it is when rows come and go; at the top it stays
/// at the top.
class QueueListView : public QAbstractItemView
{
    Q_OBJECT

public:
    QueueListView(const Look &look, QueueModel &model, QWidget *parent = nullptr);

    void setDensity(RowDensity density);
    /// Another list is on its way: after 120 ms rows of blocks stand where the old rows stood.
    void setLoading(bool loading);
    bool isLoading() const { return m_loading; }
    /// What time it is; paints again the deadlines whose words change by it.
    void setNow(Instant now);

    int rowAt(int y) const;       ///< −1 where there is none
    QRect rowRect(int row) const; ///< in the viewport; may lie outside it
    int firstVisible() const;
    int lastVisible() const; ///< −1 in an empty list
    bool hasPointer() const { return m_hover >= 0; }
    int selectedRow() const; ///< −1 for none
    qint64 numberAt(int row) const { return m_model.number(row); }
    /// Marked rows by their numbers; they stay marked while they move, and while others are shown.
    const QHash<qint64, ConversationId> &marks() const { return m_marks; }
    void toggleMark();     ///< of the selected row
    void markOn(int rows); ///< the selected row and on to that many below, or above
    void clearMarks();
    /// Shows a row as selected without saying that somebody picked it; −1 for none.
    void select(int row);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;

public Q_SLOTS:
    void move(int rows); ///< as the arrow keys do
    void openCurrent();  ///< as Enter does
    void reset() override;

Q_SIGNALS:
    void picked(int row); ///< by a person: it is selected now
    void opened(int row); ///< by Enter or a double click
    void marksChanged();
    void pointerLeft();
    void scrolled(); ///< by a person

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void keyboardSearch(const QString &) override { } ///< letters are keys of the window

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    int rowHeight() const { return m_delegate->rowHeight(); }
    int count() const { return m_model.rowCount(); }
    bool isHidingRows() const { return m_loading && m_blocks; }
    void pick(int row);
    void setHover(int row);
    void hoverAtCursor();
    void mark(int row);
    void keepPlace();
    void returnToPlace();
    void relook();
    void placeBar();
    void paintLoading(QPainter &p) const;
    void watchLoading(bool missing);

    const Look &m_look;
    QueueModel &m_model;
    QueueDelegate *m_delegate;
    QScrollBar *m_bar; ///< lies over the rows, so that they keep their width
    QHash<qint64, ConversationId> m_marks;
    int m_hover = -1;
    QPersistentModelIndex m_place; ///< the row that stays where it is, while the list changes
    int m_placeY = 0;
    bool m_returning = false;
    bool m_loading = false;
    bool m_blocks = false; ///< what is missing has been missing long enough to be shown so
    QTimer m_blocksSoon;
};

} // namespace baton::ui
