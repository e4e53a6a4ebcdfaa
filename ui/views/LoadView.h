#pragma once

#include "core/desk/Desk.h"
#include "core/desk/LoadBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Button;
class EmptyState;
class FigureTable;
class Label;

/// Live load: who is on or away and with how much, what waits in each queue, and what would be late
/// in the next two hours. From a person's line their conversations go to somebody else. All of it
/// by keys.
class LoadView : public QWidget
{
    Q_OBJECT

public:
    LoadView(Desk &desk, const Look &look, QWidget *parent = nullptr);

    void take(const LoadSnapshot &snapshot);
    FigureTable &people() const { return *m_people; }
    FigureTable &queues() const { return *m_queues; }
    Button &assignButton() const { return *m_assign; }
    Label &nextTitle() const { return *m_next; }
    Label &footing() const { return *m_footing; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildBar();
    QWidget *buildNext();
    void showPeople();
    void showQueues();
    void showNext();
    void askAssign(const QString &person);
    QString queueName(const QueueId &id) const;

    Desk &m_desk;
    LoadBoard &m_board;
    const Look &m_look;
    LoadSnapshot m_shown;
    Label *m_asOf;
    Button *m_assign;
    FigureTable *m_people;
    FigureTable *m_queues;
    Label *m_next;
    Label *m_more;
    Label *m_pullIn;
    Label *m_footing;
};

} // namespace baton::ui
