#include "core/desk/LiveBoard.h"
#include "ui/panels/ActionMenu.h"
#include "ui/panels/ActionSheet.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ContextStrip.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/CustomerPane.h"
#include "ui/panels/LiveFacts.h"
#include "ui/views/DeskView.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>

#include <algorithm>

/// What live systems say and do, between the one door and the panels.
namespace baton::ui {

void DeskView::connectLive()
{
    LiveBoard &board = m_desk.liveBoard();
    connect(&board, &LiveBoard::changed, this, &DeskView::showLive);
    connect(&m_desk, &Desk::settingsChanged, this, &DeskView::showLive);
    const auto tellKeys = [this] {
        m_customer->live().setKeys(m_actions.keyText(ActionId::LookUpAgain),
                                   m_actions.keyText(ActionId::HaveItDone));
    };
    connect(&m_actions, &ActionRegistry::keysChanged, this, tellKeys);
    tellKeys();
    connectLiveFacts(m_customer->live());
    connect(m_strip, &ContextStrip::liveOpened, this, &DeskView::connectLiveFacts);
    m_actions.carry(ActionId::LookUpAgain, this,
                    [&board] { return !board.snapshot().lookUps.isEmpty(); });
    m_actions.carry(ActionId::HaveItDone, this, [this] { return !offers().isEmpty(); });
    connect(m_actions.action(ActionId::LookUpAgain), &QAction::triggered, this, [this, &board] {
        if (isVisible())
            board.lookUpAgain();
    });
    connect(m_actions.action(ActionId::HaveItDone), &QAction::triggered, this, [this] {
        if (isVisible())
            chooseAction();
    });
    connect(&m_conversation->card(), &HandoffCardView::actionRequested, this,
            &DeskView::chooseAction);
}

/// While upstream is away nothing is had done: a colleague may have done it meanwhile.
void DeskView::showLive()
{
    LiveSnapshot shown = m_desk.liveBoard().snapshot();
    const bool any = !shown.offers.isEmpty() && m_desk.agent().role != baton::Role::Viewer;
    if (m_offline)
        shown.offers.clear();
    m_customer->setLive(shown, m_desk.agent().role);
    m_strip->setLive(shown, m_desk.agent().role);
    m_conversation->composer().setLive(shown);
    m_conversation->card().setActionOffered(!any            ? ActionOffered::No
                                                : m_offline ? ActionOffered::Waits
                                                            : ActionOffered::Yes,
                                            m_actions.keyText(ActionId::HaveItDone));
}

void DeskView::connectLiveFacts(LiveFacts &facts)
{
    LiveBoard &board = m_desk.liveBoard();
    connect(&facts, &LiveFacts::againRequested, &board, &LiveBoard::lookUpAgain);
    connect(&facts, &LiveFacts::actionRequested, this, &DeskView::openAction);
    connect(&facts, &LiveFacts::approvalRequested, this, &DeskView::openApproval);
    connect(&facts, &LiveFacts::withdrawn, &board, &LiveBoard::withdraw);
}

QList<ActionOffer> DeskView::offers() const
{
    return m_offline || m_desk.agent().role == baton::Role::Viewer
        ? QList<ActionOffer>()
        : m_desk.liveBoard().snapshot().offers;
}

void DeskView::chooseAction()
{
    const QList<ActionOffer> offers = this->offers();
    if (offers.isEmpty())
        return;
    auto *menu = new ActionMenu(m_look, offers, this);
    connect(menu, &ActionMenu::chosen, this, &DeskView::openAction);
    QWidget *anchor = m_customer->isVisible() ? static_cast<QWidget *>(m_customer) : m_strip;
    menu->openAt(anchor, Popover::Side::Left);
}

void DeskView::openAction(const QString &name)
{
    LiveBoard &board = m_desk.liveBoard();
    const QList<ActionOffer> offers = board.snapshot().offers;
    const auto offer = std::find_if(offers.begin(), offers.end(),
                                    [&name](const ActionOffer &one) { return one.name == name; });
    if (offer == offers.end())
        return;
    auto *sheet = new ActionSheet(
        m_look, *offer,
        [&board, name](const std::optional<Money> &amount) { return board.plan(name, amount); },
        window());
    connect(sheet, &ActionSheet::decided, &board, &LiveBoard::take);
    sheet->open();
}

void DeskView::openApproval(const ActKey &key)
{
    LiveBoard &board = m_desk.liveBoard();
    for (const ActionEntry &entry : board.snapshot().actions) {
        if (entry.request.key != key)
            continue;
        auto *sheet = new ActionSheet(m_look, entry.request, window());
        connect(sheet, &ActionSheet::decided, &board,
                [&board](const ActionPlan &plan) { board.approve(plan.request.key); });
        sheet->open();
        return;
    }
}

} // namespace baton::ui
