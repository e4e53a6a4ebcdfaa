#pragma once

#include "core/base/Clock.h"
#include "core/desk/DeskTypes.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace baton {

/// The few seconds in which a reply can be called back. Each send has its own; the newest is
/// offered. GUI thread.
class UndoWindow : public QObject
{
    Q_OBJECT

public:
    UndoWindow(const Clock &clock, qint64 lengthMs);

    qint64 lengthMs() const { return m_lengthMs; }

    /// keys: the acts that go together, in the order they are to be undone.
    void offer(const UndoOffer &offer, const QList<ActKey> &keys);
    /// Takes the newest offer away and gives its keys; empty when there is none.
    QList<ActKey> take();
    void withdraw(const ActKey &key); ///< it is held, refused or gone

Q_SIGNALS:
    void changed(const std::optional<baton::UndoOffer> &offer);
    void elapsed(); ///< a window closed: the reply may go

private:
    struct Open
    {
        UndoOffer offer;
        QList<ActKey> keys;
    };
    void publish();

    const Clock &m_clock;
    qint64 m_lengthMs;
    QList<Open> m_open;
    QTimer m_timer;
};

} // namespace baton
