#pragma once

#include "core/base/Clock.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace baton::ui {

/// One timer for every age and countdown of a window. The clock is the desk's.
class Ticker : public QObject
{
    Q_OBJECT

public:
    explicit Ticker(const Clock &clock, QObject *parent = nullptr);

    Instant now() const { return m_clock.now(); }
    qint64 steadyMs() const { return m_clock.steadyMs(); }

Q_SIGNALS:
    void second();

private:
    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace baton::ui
