#include "ui/window/Ticker.h"

namespace baton::ui {

Ticker::Ticker(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::second);
    m_timer.start();
}

} // namespace baton::ui
