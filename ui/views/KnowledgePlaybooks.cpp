#include "ui/models/PlaybookRows.h"
#include "ui/panels/KnowledgeList.h"
#include "ui/panels/PlaybookPane.h"
#include "ui/panels/PlaybookTrial.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Sheet.h"
#include "ui/text/ErrorText.h"
#include "ui/views/KnowledgeView.h"

#include <QtWidgets/QStackedWidget>

/// What drafts are written from, beside what they rest on.
namespace baton::ui {

void KnowledgeView::connectPlaybooks()
{
    connect(&m_playbooks, &PlaybookBoard::changed, this, [this] {
        if (m_subject == Subject::Playbooks)
            fill();
    });
    connect(&m_playbooks, &PlaybookBoard::opened, this, [this](const PlaybookText &text) {
        if (m_subject != Subject::Playbooks || m_list->selected() != text.entry.intent)
            return;
        m_playbook->show(text);
        m_right->setCurrentWidget(m_playbook);
    });
    connect(&m_playbooks, &PlaybookBoard::looked, m_playbook,
            qOverload<const PlaybookLook &>(&PlaybookPane::show));
    connect(&m_playbooks, &PlaybookBoard::saved, m_playbook, &PlaybookPane::setSaved);
    connect(&m_playbooks, &PlaybookBoard::failed, this,
            [this](const Error &error) { m_playbook->setFailed(errorText(error).toString()); });
    connect(m_playbook, &PlaybookPane::textChanged, &m_playbooks, &PlaybookBoard::look);
    connect(m_playbook, &PlaybookPane::saveRequested, &m_playbooks, &PlaybookBoard::save);
    connect(m_playbook, &PlaybookPane::bundledRequested, this, &KnowledgeView::askBundled);
    connect(&m_playbook->trial(), &PlaybookTrial::nextRequested, &m_playbooks,
            &PlaybookBoard::next);
    connect(&m_playbook->trial(), &PlaybookTrial::previousRequested, &m_playbooks,
            &PlaybookBoard::previous);
}

void KnowledgeView::fillPlaybooks()
{
    m_list->setRows(playbookRows(m_playbooks.entries(), m_search->text()));
    m_list->setAccessibleName(tr("Playbooks"));
    m_count->setText(tr("%n playbook(s)", nullptr, m_list->count()));
}

void KnowledgeView::askBundled()
{
    auto *sheet = new Sheet(
        m_look, tr("Give up the team’s own for “%1”?").arg(playbookTitle(m_playbook->entry())),
        this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSentence(tr("Drafts are written as before the team had one. The file is not lost: it "
                          "goes to the folder “earlier” beside it."));
    sheet->setAction(tr("Give it up"), ButtonKind::Risky);
    connect(sheet, &QDialog::accepted, &m_playbooks, &PlaybookBoard::giveUpOwn);
    sheet->open();
}

} // namespace baton::ui
