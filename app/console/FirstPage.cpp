#include "app/console/FirstPage.h"

#include "core/desk/Desk.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>

namespace baton {

FirstPage::FirstPage(Desk &desk, QWidget &queueViewport, std::function<void()> done)
    : m_viewport(queueViewport)
    , m_done(std::move(done))
{
    m_viewport.installEventFilter(this);
    connect(&desk, &Desk::queueChanged, this, [this](const QueueSnapshot &) {
        m_rowsThere = true;
        m_viewport.update();
    });
}

bool FirstPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_rowsThere && m_done) {
        // The paint itself happens after this filter; the next turn of the loop comes after the
        // frame is out.
        QTimer::singleShot(0, this, std::exchange(m_done, nullptr));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace baton
