#pragma once

#include "core/desk/Desk.h"
#include "core/desk/LiveBoard.h"
#include "ui/theme/Look.h"
#include "ui/theme/SystemScheme.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/NavRail.h"
#include "ui/window/Ticker.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

class QStackedWidget;

namespace baton::ui {

class AbsenceStrip;
class BannerStrip;
struct DataPlaces;
class DeskView;
class HandoverView;
class CommandPalette;
class KnowledgeView;
class LoadView;
class PolicyView;
class PresenterBar;
class ReviewView;
class ScorecardView;
class SettingsView;
class StatusStrip;

/// Places the rail, the screens, the banner and the status strip, and forwards
/// what concerns the whole window.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Desk &desk, Look &look);
    ~MainWindow() override;

    static Appearance appearanceFor(const Settings &settings, ThemeKind system = ThemeKind::Light);
    void setPlaces(const DataPlaces &places); ///< for Settings, Data
    QWidget &queueViewport() const;           ///< where the first page is painted
    DeskView &deskView() const { return *m_deskView; }
    KnowledgeView &knowledgeView() const { return *m_knowledge; }
    ReviewView &reviewView() const { return *m_review; }
    ScorecardView &scorecardView() const { return *m_scorecard; }
    PolicyView &policyView() const { return *m_policy; }
    LoadView &loadView() const { return *m_load; }
    HandoverView &handoverView() const { return *m_handover; }
    ActionRegistry &actionRegistry() { return m_actions; }
    /// Docks a presenter's bar below everything and gives its keys to the window, which owns it
    /// from then on, and lets the avatar's menu switch roles. Once, before the window is shown.
    void setPresenter(PresenterBar *bar);
    void show(Screen screen);
    using QMainWindow::show;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void connectPaletteOffers();
    void connectActions();
    void connectDesk();
    void applySettings(const Settings &settings);
    void restoreSizes(const WindowSizes &sizes);
    void keepSizes();
    void showOutbox();
    void showNotes();
    void showPassage(const Passage &passage);
    void openPassage(const PassagePlace &place);
    QWidget *page(Screen screen) const;
    void showKeys();
    void followRole();
    void alertAnswer();

    Desk &m_desk;
    Look &m_look;
    SystemScheme m_system;
    ActionRegistry m_actions;
    Ticker m_ticker;
    NavRail *m_rail = nullptr;
    BannerStrip *m_banner = nullptr;
    AbsenceStrip *m_absence = nullptr;
    QStackedWidget *m_screens = nullptr;
    DeskView *m_deskView = nullptr;
    ReviewView *m_review = nullptr;
    ScorecardView *m_scorecard = nullptr;
    PolicyView *m_policy = nullptr;
    LoadView *m_load = nullptr;
    HandoverView *m_handover = nullptr;
    KnowledgeView *m_knowledge = nullptr;
    SettingsView *m_settings = nullptr;
    StatusStrip *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QTimer m_resized;
    QList<OutboxEntry> m_outbox;
    QHash<ConversationId, QString> m_outboxNames;
    QList<ActionEntry> m_openActions;
};

} // namespace baton::ui
