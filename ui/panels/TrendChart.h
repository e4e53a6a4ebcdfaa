#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/panels/PlainChart.h"

#include <QtCharts/QCategoryAxis>
#include <QtCharts/QValueAxis>

namespace baton::ui {

/// Satisfaction by week: the bot's with its interval, a person's, the level, and when a limit
/// tripped. Arrows move a cursor, whose values are shown and told.
class TrendChart : public PlainChart
{
    Q_OBJECT

public:
    explicit TrendChart(const Look &look, QWidget *parent = nullptr);

    void setWeeks(const ScorecardSnapshot &snapshot);
    int cursor() const { return m_cursor; } ///< an index into the weeks; −1: none
    QString readOut(int index) const;
    QSize sizeHint() const override;

protected:
    void drawForeground(QPainter *p, const QRectF &rect) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void setAxes(int low, int high);
    void moveCursor(int index);
    QPointF place(double week, double per) const; ///< in the scene

    QCategoryAxis *m_across; ///< the chart's, for good: what a removed one drew may stay
    QValueAxis *m_up;
    QList<ScoreWeek> m_weeks;
    QList<int> m_trips;
    std::optional<double> m_level; ///< below which the bot's satisfaction is marked
    int m_cursor = -1;
};

} // namespace baton::ui
