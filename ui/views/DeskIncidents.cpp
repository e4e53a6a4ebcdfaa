#include "ui/panels/AnswerAllDialog.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/QueuePanel.h"
#include "ui/views/DeskView.h"

/// What many customers write, and what one customer writes twice.
namespace baton::ui {

void DeskView::connectIncidents()
{
    connect(m_queue, &QueuePanel::incidentChosen, &m_desk, &Desk::showIncident);
    connect(m_queue, &QueuePanel::incidentFolded, &m_desk, &Desk::foldIncident);
    connect(m_queue, &QueuePanel::incidentAnswered, this, [this](qint64 incident) {
        m_answering = {incident, {}, {}, {}};
        m_desk.openFirstOf(incident);
    });
    connect(m_conversation, &ConversationPanel::duplicateClosed, &m_desk, &Desk::closeAsDuplicate);
    connect(m_conversation, &ConversationPanel::linkedRequested, this,
            [this](const ConversationId &id) {
                m_desk.open(id);
                m_conversation->setFocus(Qt::OtherFocusReason);
            });
    connect(&m_desk, &Desk::conversationChanged, this, &DeskView::followAnswering);
    connect(m_conversation, &ConversationPanel::sendRequested, this, [this](const QString &text) {
        if (m_desk.openId() == m_answering.conversation)
            m_answering.text = text;
    });
    connect(&m_desk, &Desk::sent, this, [this](const ConversationId &id) {
        if (m_answering.incident != 0 && id == m_answering.conversation
            && !m_answering.text.isEmpty())
            m_desk.listIncident(m_answering.incident);
    });
    connect(&m_desk, &Desk::incidentListed, this, &DeskView::offerToOthers);
}

/// The first that is shown after the button was pressed is the one that is answered.
void DeskView::followAnswering(const ConversationSnapshot &snapshot)
{
    if (m_answering.incident == 0 || !m_answering.conversation.isEmpty()
        || snapshot.row.incident != m_answering.incident)
        return;
    m_answering.conversation = snapshot.row.id;
    m_answering.name = snapshot.conversation.customer.name;
    m_conversation->composer().focusReply();
}

void DeskView::offerToOthers(qint64 incident, const QList<QueueRow> &rows)
{
    if (incident != m_answering.incident)
        return;
    const Answering answered = std::exchange(m_answering, {});
    QList<QueueRow> others = rows;
    others.removeIf([&](const QueueRow &row) { return row.id == answered.conversation; });
    if (others.isEmpty())
        return;
    auto *dialog = new AnswerAllDialog(m_look, answered.text, answered.name, others, window());
    connect(dialog, &AnswerAllDialog::decided, &m_desk, &Desk::sendToEach);
    dialog->open();
}

} // namespace baton::ui
