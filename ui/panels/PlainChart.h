#pragma once

#include "ui/theme/Look.h"

#include <QtCharts/QChartView>

namespace baton::ui {

/// A Qt chart in Baton's clothes: no legend, no animation, no room around it; made again as a whole
/// where the look changes. Time and numbers run from left to right in every language.
class PlainChart : public QChartView
{
    Q_OBJECT

public:
    explicit PlainChart(const Look &look, QWidget *parent = nullptr);

protected:
    /// Without its series, and in the look's colours and fonts.
    void beginAgain();
    /// Words in a box of their own, its middle at x where that leaves it between 0 and right.
    void drawFlag(QPainter &p, const QString &words, qreal x, qreal top, qreal right,
                  QColor Theme::*fill, QColor Theme::*ink) const;
    int flagHeight() const;

    const Look &m_look;
};

} // namespace baton::ui
