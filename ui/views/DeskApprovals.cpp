#include "core/desk/ApprovalBoard.h"
#include "ui/panels/ApprovalStrip.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/views/DeskView.h"

/// What goes between the open conversation and the replies that wait for a lead.
namespace baton::ui {

void DeskView::connectReplyApprovals()
{
    ApprovalBoard &board = m_desk.approvalBoard();
    ApprovalStrip &strip = m_conversation->approval();
    connect(&strip, &ApprovalStrip::takeBackRequested, &board, &ApprovalBoard::takeBack);
    connect(&strip, &ApprovalStrip::readRequested, &board, &ApprovalBoard::markRead);
}

} // namespace baton::ui
