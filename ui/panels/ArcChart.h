#pragma once

#include "core/desk/ArcStory.h"
#include "ui/panels/PlainChart.h"

namespace baton::ui {

/// One figure of the two years, week by week, up to the shown week: dashed as it went, solid with
/// the stop-loss, and a mark where it tripped first.
class ArcChart : public PlainChart
{
    Q_OBJECT

public:
    enum class Figure { Containment, Effective, Satisfied, CameBack };

    ArcChart(const Look &look, Figure figure, QWidget *parent = nullptr);

    void setStory(const quality::AutomationArc &story);
    void showWeek(int week);
    /// "61 % and 74 %" of the shown week, without and with.
    QString readOut() const;
    static QString title(Figure figure);
    QSize sizeHint() const override;

private:
    std::optional<double> value(const quality::ArcWeek &week) const; ///< per cent
    void addAxes();
    void rebuild();
    void addLine(const QList<quality::ArcWeek> &weeks, const QPen &pen);
    void addMark(int week);

    Figure m_figure;
    quality::AutomationArc m_story;
    int m_week = 0;
};

} // namespace baton::ui
