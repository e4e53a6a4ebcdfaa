#pragma once

#include "core/desk/Desk.h"
#include "core/desk/LiveBoard.h"
#include "ui/theme/Look.h"
#include "ui/theme/SystemScheme.h"
#include "ui/views/SettingsSection.h"
#include "ui/window/ActionRegistry.h"
#include "ui/window/NavRail.h"
#include "ui/window/Ticker.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <optional>

class QStackedWidget;

namespace baton::ui {

class AbsenceStrip;
class BannerStrip;
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
    /// The other screens are made one by one after the first page, or when they are asked for.
    KnowledgeView &knowledgeView();
    ReviewView &reviewView();
    ScorecardView &scorecardView();
    PolicyView &policyView();
    LoadView &loadView();
    HandoverView &handoverView();
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
    QWidget *page(Screen screen); ///< made where it is not there yet
    void makeReview();
    void makeScorecard();
    void makePolicy();
    void makeKnowledge();
    void makeLoad();
    void makeHandover();
    void makeSettings();
    static QWidgetList tabStopsOf(const QWidget &part); ///< in their order
    void putBelow(const QWidget &screen);
    bool makeNext(); ///< one of those that are missing; false: all are there
    SettingsView &settingsView();
    void openConversation(const ConversationId &id);
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
    QTimer m_making;     ///< until the next screen is made
    QWidgetList m_below; ///< what Tab stops at below the screens
    std::optional<DataPlaces> m_places;
    StatusSnapshot m_connection; ///< as it was told last
    QList<OutboxEntry> m_outbox;
    QHash<ConversationId, QString> m_outboxNames;
    QList<ActionEntry> m_openActions;
};

} // namespace baton::ui
