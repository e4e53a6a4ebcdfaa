#include "core/desk/UndoWindow.h"

namespace baton {

UndoWindow::UndoWindow(const Clock &clock, qint64 lengthMs)
    : m_clock(clock)
    , m_lengthMs(lengthMs)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const qint64 now = m_clock.steadyMs();
        if (m_open.removeIf([now](const Open &o) { return o.offer.endsAtSteadyMs <= now; }) > 0)
            Q_EMIT elapsed();
        publish();
    });
}

void UndoWindow::offer(const UndoOffer &offer, const QList<ActKey> &keys)
{
    m_open += {offer, keys};
    publish();
}

QList<ActKey> UndoWindow::take()
{
    if (m_open.isEmpty())
        return {};
    const QList<ActKey> keys = m_open.takeLast().keys;
    publish();
    return keys;
}

void UndoWindow::withdraw(const ActKey &key)
{
    if (m_open.removeIf([&](const Open &o) { return o.offer.key == key; }) > 0)
        publish();
}

void UndoWindow::publish()
{
    if (m_open.isEmpty()) {
        m_timer.stop();
        Q_EMIT changed({});
        return;
    }
    qint64 next = m_open.first().offer.endsAtSteadyMs;
    for (const Open &open : m_open)
        next = std::min(next, open.offer.endsAtSteadyMs);
    m_timer.start(int(std::clamp<qint64>(next - m_clock.steadyMs(), 0, m_lengthMs)));
    Q_EMIT changed(m_open.last().offer);
}

} // namespace baton
