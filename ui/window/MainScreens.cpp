#include "core/desk/StopBoard.h"
#include "ui/views/AuditSection.h"
#include "ui/views/DeskView.h"
#include "ui/views/HandoverView.h"
#include "ui/views/KnowledgeView.h"
#include "ui/views/LoadView.h"
#include "ui/views/ModelSetup.h"
#include "ui/views/ModelsSection.h"
#include "ui/views/PolicyView.h"
#include "ui/views/ReviewView.h"
#include "ui/views/ReviewsSection.h"
#include "ui/views/ScorecardView.h"
#include "ui/views/SettingsView.h"
#include "ui/window/MainWindow.h"

#include <QtWidgets/QStackedWidget>

/// The screens beside the desk. None of them is on the first page, so none holds it up.
namespace baton::ui {

QWidget *MainWindow::page(Screen screen)
{
    const auto made = [this](auto *&view, void (MainWindow::*make)()) -> QWidget * {
        if (!view) {
            (this->*make)();
            m_screens->addWidget(view);
            putBelow(*view);
        }
        return view;
    };
    switch (screen) {
    case Screen::Desk:
        return m_deskView;
    case Screen::Review:
        return made(m_review, &MainWindow::makeReview);
    case Screen::Scorecard:
        return made(m_scorecard, &MainWindow::makeScorecard);
    case Screen::Policy:
        return made(m_policy, &MainWindow::makePolicy);
    case Screen::Knowledge:
        return made(m_knowledge, &MainWindow::makeKnowledge);
    case Screen::Load:
        return made(m_load, &MainWindow::makeLoad);
    case Screen::Handover:
        return made(m_handover, &MainWindow::makeHandover);
    case Screen::Settings:
        break;
    }
    return made(m_settings, &MainWindow::makeSettings);
}

QWidgetList MainWindow::tabStopsOf(const QWidget &part)
{
    QWidgetList stops;
    for (QWidget *w = part.nextInFocusChain(); part.isAncestorOf(w); w = w->nextInFocusChain()) {
        if (w->focusPolicy() & Qt::TabFocus)
            stops.append(w);
    }
    return stops;
}

/// A screen that is made late comes last for Tab; what stands below it goes behind it again.
void MainWindow::putBelow(const QWidget &screen)
{
    const QWidgetList stops = tabStopsOf(screen);
    if (stops.isEmpty())
        return;
    QWidget *before = stops.last();
    for (QWidget *stop : std::as_const(m_below)) {
        setTabOrder(before, stop);
        before = stop;
    }
}

bool MainWindow::makeNext()
{
    for (const Screen screen :
         {Screen::Review, Screen::Scorecard, Screen::Policy, Screen::Knowledge, Screen::Load,
          Screen::Handover, Screen::Settings}) {
        const int before = m_screens->count();
        page(screen);
        if (m_screens->count() > before)
            return true;
    }
    return false;
}

void MainWindow::makeReview()
{
    m_review = new ReviewView(m_desk, m_look, m_actions);
    connect(m_review, &ReviewView::conversationRequested, this, &MainWindow::openConversation);
    connect(m_review, &ReviewView::monitorsRequested, this, [this] {
        settingsView().showPage(SettingsPage::Reviews);
        show(Screen::Settings);
    });
    const auto tell = [this](int count) {
        m_rail->setBadge(Screen::Review, count);
        m_deskView->setToReview(count);
    };
    connect(m_review, &ReviewView::todoChanged, this, tell);
    tell(m_review->todo());
}

void MainWindow::makeScorecard()
{
    m_scorecard = new ScorecardView(m_desk, m_look, m_actions);
    connect(m_scorecard, &ScorecardView::conversationRequested, this,
            &MainWindow::openConversation);
    connect(m_scorecard, &ScorecardView::policyRequested, this, [this] { show(Screen::Policy); });
    const auto tell = [this](int intents) { m_rail->setBadge(Screen::Scorecard, intents); };
    connect(m_scorecard, &ScorecardView::trippedChanged, this, tell);
    tell(m_scorecard->tripped());
}

void MainWindow::makePolicy()
{
    m_policy = new PolicyView(m_desk, m_look, m_actions);
    connect(m_policy, &PolicyView::conversationRequested, this, &MainWindow::openConversation);
}

void MainWindow::makeKnowledge()
{
    m_knowledge = new KnowledgeView(m_desk.knowledgeBoard(), m_desk.playbookBoard(), m_look,
                                    m_desk.clock(), m_actions);
    connect(m_knowledge, &KnowledgeView::conversationRequested, this,
            &MainWindow::openConversation);
}

void MainWindow::makeLoad()
{
    m_load = new LoadView(m_desk, m_look);
}

void MainWindow::makeHandover()
{
    m_handover = new HandoverView(m_desk, m_look);
    connect(m_handover, &HandoverView::conversationRequested, this, &MainWindow::openConversation);
}

void MainWindow::makeSettings()
{
    m_settings = new SettingsView(m_look, m_actions);
    m_settings->models().serve(m_desk.teachingBoard(), m_desk.clock());
    m_settings->models().setup().serve(m_desk.modelBoard());
    m_settings->audit().serve(m_desk.auditBoard(), m_desk.clock());
    m_settings->reviews().serve(m_desk.monitorBoard(), m_desk.criteriaBoard(),
                                [this] { return m_desk.intents(); });
    connect(&m_settings->models().setup(), &ModelSetup::sentRequested, m_deskView,
            &DeskView::showSentToModel);
    connect(&m_settings->models(), &ModelsSection::conversationRequested, this,
            &MainWindow::openConversation);
    m_settings->setSettings(m_desk.settings());
    m_settings->setStatus(m_connection);
    if (m_places)
        m_settings->setPlaces(*m_places);
    connect(m_settings, &SettingsView::changed, &m_desk, &Desk::changeSettings);
}

KnowledgeView &MainWindow::knowledgeView()
{
    return *static_cast<KnowledgeView *>(page(Screen::Knowledge));
}

ReviewView &MainWindow::reviewView()
{
    return *static_cast<ReviewView *>(page(Screen::Review));
}

ScorecardView &MainWindow::scorecardView()
{
    return *static_cast<ScorecardView *>(page(Screen::Scorecard));
}

PolicyView &MainWindow::policyView()
{
    return *static_cast<PolicyView *>(page(Screen::Policy));
}

LoadView &MainWindow::loadView()
{
    return *static_cast<LoadView *>(page(Screen::Load));
}

HandoverView &MainWindow::handoverView()
{
    return *static_cast<HandoverView *>(page(Screen::Handover));
}

SettingsView &MainWindow::settingsView()
{
    return *static_cast<SettingsView *>(page(Screen::Settings));
}

} // namespace baton::ui
