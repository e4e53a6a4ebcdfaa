#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// A figure as an arc with its stop mark, how it moved, and what it is counted over; pressed, it
/// opens the conversations behind it.
class Gauge : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Gauge(const Look &look, QWidget *parent = nullptr);

    void setGauge(const ScoreGauge &gauge, const ScorecardSnapshot &snapshot);
    const ScoreGauge &gauge() const { return m_gauge; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintArc(QPainter &p, const QRectF &place) const;

    const Look &m_look;
    ScoreGauge m_gauge;
    QString m_value;
    QStringList m_lines; ///< beside the arc
};

} // namespace baton::ui
