#pragma once

#include "core/domain/Day.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QAction;

namespace baton::ui {

class DayFiguresBox;
class Label;
class QuietRow;

/// The middle while no conversation is open.
class EmptyDesk : public QWidget
{
    Q_OBJECT

public:
    enum class Why {
        NothingWaiting, ///< the view is empty
        NothingOpen     ///< there is something in the queue
    };
    explicit EmptyDesk(const Look &look, QWidget *parent = nullptr);
    void tell(Why why, int heldByBot);
    void setDay(const DayFigures &figures);
    /// What can be done while nothing waits: the first three that are offered, in the order added.
    /// Offered as made.
    QuietRow *addQuietRow(const QString &icon, const QString &words, QAction &action);
    void setOffered(QuietRow &row, bool offered);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Quiet
    {
        QuietRow *row;
        bool offered = true;
    };
    void showParts();

    const Look &m_look;
    QWidget *m_drawing;
    Label *m_title;
    Label *m_sentence;
    DayFiguresBox *m_day;
    QWidget *m_quiet;
    QList<Quiet> m_rows;
    Why m_why = Why::NothingWaiting;
    bool m_dayKnown = false;
};

} // namespace baton::ui
