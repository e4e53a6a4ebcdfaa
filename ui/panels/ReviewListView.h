#pragma once

#include "ui/models/ReviewModel.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QListView>

namespace baton::ui {

/// The conversations to review and those that were: walked by arrows, rows read as they are seen.
class ReviewListView : public QListView
{
    Q_OBJECT

public:
    explicit ReviewListView(const Look &look, QWidget *parent = nullptr);

    ReviewModel &rows() const { return *m_model; }
    /// The row that was current stays so, wherever it stands now; says nothing.
    void setList(const ReviewList &list);
    void move(int rows);   ///< as the arrow keys do
    void moveToNextTodo(); ///< the one below, past what is done; nothing where none is left
    void openCurrent();    ///< says picked() where its row is there, else once it is

Q_SIGNALS:
    void picked(const baton::ConversationId &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void relook();

    const Look &m_look;
    ReviewModel *m_model;
    qint64 m_current = 0; ///< the store's number of the row; 0: none
    int m_place = -1;     ///< where it stood
    bool m_silent = false;
    bool m_waiting = false; ///< for the current row to be read
};

} // namespace baton::ui
