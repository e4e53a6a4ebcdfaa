#include "app/console/IncidentTour.h"

#include "core/desk/Desk.h"
#include "core/sync/demo/DemoControl.h"

namespace baton {

bool showIncident(Desk &desk, sync::DemoControl &demo, const WaitUntil &until,
                  const std::function<bool()> &begun)
{
    constexpr int many = 10;
    constexpr int fast = 600;
    const auto most = std::make_shared<int>(0);
    const auto following
        = QObject::connect(&desk, &Desk::queueChanged, &desk, [most](const QueueSnapshot &queue) {
              if (!queue.incidents.isEmpty())
                  *most = queue.incidents.first().incident.customers;
          });
    desk.showView(QueueView::AllWaiting);
    const QString scene = QStringLiteral("page_down");
    if (!demo.begin(scene)
        || !until("the page is down", [&] { return demo.state().scene == scene; }) || !begun())
        return false;
    demo.setSpeed(fast);
    const bool shown = until("many write the same", [most] { return *most >= many; });
    demo.setSpeed(1);
    QObject::disconnect(following);
    return shown;
}

} // namespace baton
