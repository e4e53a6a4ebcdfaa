#include "core/domain/Tags.h"
#include "ui/panels/AssignDialog.h"
#include "ui/panels/ConversationHeader.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/MarksBar.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/TagPopover.h"
#include "ui/views/DeskView.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QSet>
#include <QtGui/QAction>

/// What is done to the rows that somebody marked: tags and who is to have them.
namespace baton::ui {

void DeskView::connectTeam()
{
    const auto on = [this](ActionId id, std::function<bool()> possible, auto fn) {
        m_actions.carry(id, this, std::move(possible));
        connect(m_actions.action(id), &QAction::triggered, this, [this, fn] {
            if (isVisible())
                fn();
        });
    };
    const auto hasRows = [this] { return m_queue->model().rowCount() > 0; };
    on(ActionId::Mark, hasRows, [this] { m_queue->list()->toggleMark(); });
    on(ActionId::MarkDown, hasRows, [this] { m_queue->list()->markOn(1); });
    on(ActionId::MarkUp, hasRows, [this] { m_queue->list()->markOn(-1); });
    on(
        ActionId::Tags,
        [this] { return !m_desk.openId().isEmpty() || !m_queue->marked().isEmpty(); },
        [this] { askTags(); });
    m_actions.carry(ActionId::Transfer, m_queue, [this] { return !m_queue->marked().isEmpty(); });
    connect(m_queue, &QueuePanel::assignRequested, this, &DeskView::askAssign);
    connect(m_queue, &QueuePanel::tagsRequested, this, &DeskView::askTags);
    connect(m_conversation, &ConversationPanel::tagsRequested, this, [this] {
        m_queue->clearMarks(); // the menu is of the open one
        askTags();
    });
    const auto tellKeys = [this] {
        m_queue->marksBar()->setKeys(m_actions.keyText(ActionId::Transfer),
                                     m_actions.keyText(ActionId::Tags));
    };
    connect(&m_actions, &ActionRegistry::keysChanged, this, tellKeys);
    tellKeys();
    connect(&m_desk, &Desk::statusChanged, this,
            [this](const StatusSnapshot &status) { m_people = status.people; });
    connect(&m_desk, &Desk::tagsListed, m_queue, &QueuePanel::setTags);
    m_desk.listTags();
    // An offer is told again when a newer one has ended.
    connect(&m_desk, &Desk::undoChanged, this,
            [this, told = QSet<ActKey>()](const std::optional<UndoOffer> &offer) mutable {
                if (!offer || offer->what == Undoable::Reply || told.contains(offer->key))
                    return;
                told.insert(offer->key);
                m_queue->clearMarks(); // it was done to them
                if (offer->what == Undoable::Tags)
                    m_desk.listTags();
            });
}

void DeskView::askAssign()
{
    const QList<ConversationId> marked = m_queue->marked();
    if (marked.isEmpty()) {
        m_conversation->askTransfer();
        return;
    }
    QList<PersonDuty> people = m_people;
    people.prepend({m_desk.settings().agent.person(), Duty::On, {}});
    auto *dialog
        = new AssignDialog(m_look, m_desk.queues(), people, int(marked.size()), {}, window());
    connect(dialog, &AssignDialog::decided, &m_desk,
            [this, marked](const Assignee &to) { m_desk.assign(marked, to); });
    dialog->open();
}

QWidget *DeskView::tagsAnchor() const
{
    if (m_queue->marksBar()->isVisible())
        return m_queue->marksBar();
    return m_conversation->isVisible() ? static_cast<QWidget *>(&m_conversation->header())
                                       : m_queue;
}

void DeskView::askTags()
{
    QList<ConversationId> conversations = m_queue->marked();
    QStringList tags;
    if (conversations.isEmpty()) {
        if (m_desk.openId().isEmpty())
            return;
        conversations = {m_desk.openId()};
        tags = m_conversation->snapshot().conversation.tags;
    } else {
        bool first = true;
        for (const ConversationId &id : std::as_const(conversations)) {
            const QueueRow *row = m_queue->model().row(m_queue->model().position(id));
            const QStringList own = row ? row->tags : QStringList();
            if (std::exchange(first, false))
                tags = own;
            else
                tags.removeIf([&own](const QString &tag) { return !hasTag(own, tag); });
        }
    }
    auto *popover = new TagPopover(m_look, tags, int(conversations.size()), this);
    connect(popover, &TagPopover::decided, &m_desk,
            [this, conversations](const QStringList &added, const QStringList &removed) {
                m_desk.tag(conversations, added, removed);
            });
    connect(&m_desk, &Desk::tagsListed, popover, &TagPopover::offer);
    m_desk.listTags();
    popover->openAt(tagsAnchor(),
                    m_queue->marksBar()->isVisible() ? Popover::Side::Above : Popover::Side::Below);
}

} // namespace baton::ui
