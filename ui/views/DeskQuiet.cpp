#include "ui/panels/ConversationPanel.h"
#include "ui/panels/EmptyDesk.h"
#include "ui/panels/EmptyDeskParts.h"
#include "ui/panels/QueuePanel.h"
#include "ui/views/DeskView.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>

/// What can be done while nothing waits.
namespace baton::ui {

void DeskView::addQuietRows()
{
    EmptyDesk &empty = m_conversation->emptyDesk();
    const auto add = [&](const QString &icon, const QString &words, ActionId id) {
        return empty.addQuietRow(icon, words, *m_actions.action(id));
    };
    m_quietReview = add(QStringLiteral("planted"), tr("Review drafts"), ActionId::GoReview);
    m_quietMine = add(QStringLiteral("user"), tr("Look over what you hold"), ActionId::View2);
    m_quietArchive
        = add(QStringLiteral("package"), tr("Look through the archive"), ActionId::View6);
    add(QStringLiteral("book"), tr("Look for knowledge gaps"), ActionId::GoKnowledge)
        ->setDetail(tr("sentences that went out without a source"));
    add(QStringLiteral("replay"), tr("Read the shift handover"), ActionId::Handover)
        ->setDetail(tr("what changed since you left"));
    add(QStringLiteral("keyboard"), tr("Learn a key"), ActionId::Keys)
        ->setDetail(tr("all of them on one page"));
    for (QuietRow *counted : {m_quietReview, m_quietMine, m_quietArchive})
        empty.setOffered(*counted, false);
    connect(&m_desk, &Desk::settingsChanged, this, [this] { setToReview(m_toReview); });
}

void DeskView::setQuietCount(QuietRow &row, int count)
{
    row.setDetail(tr("%n conversation(s)", nullptr, count));
    m_conversation->emptyDesk().setOffered(row, count > 0);
}

void DeskView::setToReview(int drafts)
{
    m_toReview = drafts;
    setQuietCount(*m_quietReview, m_desk.agent().role == baton::Role::Lead ? drafts : 0);
}

void DeskView::setCounts(const QList<ViewCount> &counts)
{
    m_queue->setCounts(counts);
    for (const ViewCount &one : counts) {
        QuietRow *row = one.view == QueueView::Mine ? m_quietMine
            : one.view == QueueView::Archive        ? m_quietArchive
                                                    : nullptr;
        if (row && one.count)
            setQuietCount(*row, *one.count);
    }
}

} // namespace baton::ui
