#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/SentSheet.h"
#include "ui/views/DeskView.h"

/// What goes between the composer and a language model.
namespace baton::ui {

void DeskView::connectModel()
{
    Composer &composer = m_conversation->composer();
    connect(m_conversation, &ConversationPanel::modelRequested, &m_desk, &Desk::draftWithModel);
    connect(m_conversation, &ConversationPanel::modelStopRequested, &m_desk, &Desk::stopModel);
    connect(m_conversation, &ConversationPanel::rewriteRequested, &m_desk, &Desk::rewrite);
    connect(&composer, &Composer::sentToModelRequested, this, &DeskView::showSentToModel);
    connect(&m_desk, &Desk::modelTextChanged, &composer, &Composer::showModelText);
}

void DeskView::showSentToModel()
{
    auto *sheet = new SentSheet(m_look, m_desk.sentToModel(), window());
    sheet->open();
}

} // namespace baton::ui
