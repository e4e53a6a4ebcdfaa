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

/// Lets the presenter's bar drive the demo, and tells it twice a second where the demo stands. GUI
/// thread; control outlives it.
class DemoPresenter : public QObject
{
    Q_OBJECT

public:
    /// Docks the bar in the window, which must outlive this.
    DemoPresenter(sync::DemoControl &control, const ui::Look &look, ui::MainWindow &window);

Q_SIGNALS:
    void networkCameBack(); ///< a scene that had taken it away is over

private:
    void tell();

    bool isDown(const sync::DemoState &state) const;

    sync::DemoControl &m_control;
    bool m_wasDown = false;
    ui::PresenterBar *m_bar;
    QTimer m_poll;
};

} // namespace baton
