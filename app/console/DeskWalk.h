#pragma once

#include "core/desk/Desk.h"
#include "ui/theme/Look.h"
#include "ui/window/ActionRegistry.h"

#include <functional>
#include <memory>

namespace baton::sync {
class DemoControl;
}
namespace baton::ui {
class MainWindow;
}

namespace baton {

class DemoPresenter;
class Services;

/// Goes on with events until it is reached; says what did not come about in time.
bool until(const char *what, const std::function<bool()> &reached);

/// The console as a person would have it, and what happened to it.
class DeskWalk
{
public:
    DeskWalk(QString screens, Services &services);
    ~DeskWalk();

    bool fromQueueToSent();
    /// The demo's further handoffs: one of each tier, and the one that the mocks show, which is
    /// written offline and answered by a colleague meanwhile.
    bool otherHandoffs(const std::function<bool(bool)> &network);
    void present(sync::DemoControl &demo);
    ui::Look &look() { return m_look; } ///< the application is dressed in it
    /// network(false) takes the upstream away, network(true) brings it back; false: it could not.
    bool otherScreens(const std::function<bool(bool)> &network);
    bool liveSystems(); ///< of the demo
    bool manyWriteTheSame(sync::DemoControl &demo);

private:
    void press(ui::ActionId id);
    void shot(const char *name);
    void showPresenter(bool shown);
    bool shootPalette(const char *name);
    void shotInBoth(const QByteArray &name); ///< and "-dark"
    void write(const QString &text);
    bool openFirst();
    bool openFirstOf(Route tier);
    bool take();
    bool answer(const char *name);
    bool goesOut(const ConversationId &answered);
    bool goesOffline(const std::function<bool(bool)> &network);
    bool draft(const char *name);
    bool isChecked();
    bool send();
    static QStringView shownCustomer(); ///< the one in the mocks
    bool openShown();
    bool showDesk();
    bool showCommands();
    bool answerOffline(const std::function<bool(bool)> &network);

    QString m_screens;
    bool m_drafts; ///< only the demo's company has playbooks
    Desk &m_desk;
    ui::Look m_look;
    std::unique_ptr<ui::MainWindow> m_window;
    QueueSnapshot m_queue;
    ConversationSnapshot m_open;
    StatusSnapshot m_status;
    std::optional<UndoOffer> m_undo;
    std::unique_ptr<DemoPresenter> m_presenter;
};

} // namespace baton
