#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/Button.h"

#include <QtCore/QTimer>

namespace baton::ui {

class ActionRegistry;

/// Docked under the queue while a reply can still be called back. Covers nothing.
class UndoStrip : public QWidget
{
    Q_OBJECT

public:
    UndoStrip(const Look &look, const ActionRegistry &actions, const Clock &clock,
              QWidget *parent = nullptr);

    void setOffer(const std::optional<UndoOffer> &offer);
    void setQueued(bool queued); ///< there is no connection: it waits in the outbox afterwards
    Button *button() const { return m_undo; }
    int secondsLeft() const; ///< rounded up, as painted

Q_SIGNALS:
    void undo();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void placeButton();
    QRect toast() const;
    QString phrase() const; ///< with %1 where the name goes
    QString doneToMany() const;

    const Look &m_look;
    const Clock &m_clock;
    std::optional<UndoOffer> m_offer;
    bool m_queued = false;
    qint64 m_lengthMs = 1;
    QTimer m_repaint;
    Button *m_undo;
};

} // namespace baton::ui
