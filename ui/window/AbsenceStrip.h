#pragma once

#include "core/desk/Desk.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class ActionRegistry;
class Button;
class IconButton;
class Label;

/// A quiet line over the content after a longer absence, which leads to the handover; it blocks
/// nothing and goes when it was read or put away. Notes, to minutes, when the agent last did
/// something.
class AbsenceStrip : public QWidget
{
    Q_OBJECT

public:
    AbsenceStrip(Desk &desk, const Look &look, const ActionRegistry &actions,
                 QWidget *parent = nullptr);

    void somethingDone(); ///< a key or a button was pressed
    void leave();         ///< the window closes
    Button *button() const { return m_show; }
    IconButton *dismissButton() const { return m_dismiss; }

Q_SIGNALS:
    void handoverRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void offer(Instant left);
    void keep();

    Desk &m_desk;
    const Look &m_look;
    Label *m_words;
    Button *m_show;
    IconButton *m_dismiss;
    qint64 m_doneSteadyMs;
    qint64 m_keptSteadyMs;
    Instant m_doneAt;
};

} // namespace baton::ui
