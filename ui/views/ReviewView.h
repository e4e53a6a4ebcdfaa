#pragma once

#include "core/desk/Desk.h"
#include "core/desk/ReviewBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QStackedWidget;

namespace baton::ui {

class ActionRegistry;
class ApprovalList;
class ApprovalPane;
enum class ActionId;
class EmptyState;
class IconButton;
class Label;
class ReviewCopyPane;
class ReviewListView;
class ScorePane;

/// Review: what was picked at the left, the conversation in the middle, the scorecard at the right.
/// All of it by keys.
class ReviewView : public QWidget
{
    Q_OBJECT

public:
    ReviewView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent = nullptr);

    ReviewListView &list() const { return *m_list; }
    ReviewCopyPane &copy() const { return *m_copy; }
    ScorePane &score() const { return *m_score; }
    ApprovalList &approvals() const { return *m_approvals; }
    ApprovalPane &approval() const { return *m_approval; }
    IconButton &monitors() const { return *m_monitors; }
    /// Saves what was answered, or goes to the next one where it is saved.
    void saveOrNext();

    int todo() const; ///< what todoChanged() tells

Q_SIGNALS:
    void todoChanged(int count); ///< of this week, and what waits for approval
    void conversationRequested(const baton::ConversationId &id);
    void monitorsRequested(); ///< to see or to change what picks

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildList();
    void connectBoard();
    void connectApprovals();
    void leaveApproval();
    bool readsApproval() const;
    void tellTodo();
    void connectActions();
    void take(const ReviewList &list);
    void showReview(const ReviewSnapshot &snapshot);
    void pick(const ConversationId &id);
    void showNothing();
    void nextPane();
    void chooseScope();
    std::optional<ActionId> actionFor(const QKeyEvent *event) const;

    Desk &m_desk;
    ReviewBoard &m_board;
    const Look &m_look;
    ActionRegistry &m_actions;
    QWidget *m_pane = nullptr;
    IconButton *m_filter;
    IconButton *m_monitors;
    Label *m_progress;
    Label *m_left;
    QWidget *m_bar = nullptr;
    ApprovalList *m_approvals;
    ApprovalPane *m_approval;
    ReviewListView *m_list;
    Label *m_agreement;
    QStackedWidget *m_middle;
    EmptyState *m_nothing;
    ReviewCopyPane *m_copy;
    ScorePane *m_score;
    ReviewList m_known;
    std::optional<ReviewSnapshot> m_shown;
    bool m_listed = false;
};

} // namespace baton::ui
