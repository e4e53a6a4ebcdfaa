#pragma once

#include "core/sync/demo/DemoControl.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace baton::ui {
class MainWindow;
class Look;
class PresenterBar;
} // namespace baton::ui

namespace baton {

class Desk;

/// Lets the presenter's bar drive the demo, and tells it twice a second where the demo stands. GUI
/// thread; control outlives it.
class DemoPresenter : public QObject
{
    Q_OBJECT

public:
    /// Docks the bar in the window, which must outlive this, as must desk: it tries the upstream at
    /// once when a scene that took the network away is over.
    DemoPresenter(sync::DemoControl &control, const ui::Look &look, ui::MainWindow &window,
                  Desk &desk);

    void tell(); ///< where the demo stands, without waiting for the next time

private:
    bool isDown(const sync::DemoState &state) const;

    sync::DemoControl &m_control;
    Desk &m_desk;
    bool m_wasDown = false;
    ui::PresenterBar *m_bar;
    QTimer m_poll;
};

} // namespace baton
