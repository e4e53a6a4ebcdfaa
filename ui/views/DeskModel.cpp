#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/SentSheet.h"
#include "ui/panels/SummarySheet.h"
#include "ui/panels/TranscriptView.h"
#include "ui/views/DeskView.h"

/// What goes between the composer and a language model.
namespace baton::ui {

void DeskView::connectModel()
{
    Composer &composer = m_conversation->composer();
    connect(m_conversation, &ConversationPanel::modelRequested, &m_desk, &Desk::draftWithModel);
    connect(m_conversation, &ConversationPanel::modelStopRequested, &m_desk, &Desk::stopModel);
    connect(m_conversation, &ConversationPanel::rewriteRequested, &m_desk, &Desk::rewrite);
    connect(m_conversation, &ConversationPanel::summaryRequested, this, &DeskView::showSummary);
    connect(&composer, &Composer::sentToModelRequested, this, &DeskView::showSentToModel);
    connect(&m_desk, &Desk::modelTextChanged, &composer, &Composer::showModelText);
}

void DeskView::showSentToModel()
{
    auto *sheet = new SentSheet(m_look, m_desk.sentToModel(), window());
    sheet->open();
}

void DeskView::showSummary()
{
    if (m_conversation->shown().isEmpty() || m_summary)
        return;
    m_summary = new SummarySheet(m_look, m_desk.clock(), window());
    m_summary->setConversation(m_conversation->snapshot());
    connect(m_summary, &SummarySheet::modelRequested, &m_desk, &Desk::summariseWithModel);
    connect(m_summary, &SummarySheet::modelStopRequested, &m_desk, &Desk::stopModel);
    connect(m_summary, &SummarySheet::messageRequested, &m_conversation->transcript(),
            &TranscriptView::showMessage);
    connect(&m_desk, &Desk::summaryMade, m_summary, &SummarySheet::setSummary);
    connect(&m_desk, &Desk::modelTextChanged, m_summary, &SummarySheet::showModelText);
    m_desk.summarise();
    m_summary->open();
}

} // namespace baton::ui
