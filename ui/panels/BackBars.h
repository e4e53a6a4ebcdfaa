#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// Recontacts by week: those past the level stand out, those that can still grow are hatched.
/// Arrows move a cursor, whose values are shown and told.
class BackBars : public QWidget
{
    Q_OBJECT

public:
    explicit BackBars(const Look &look, QWidget *parent = nullptr);

    /// level: beyond which a week stands out; absent: none does.
    void setWeeks(const QList<ScoreWeek> &weeks,
                  std::optional<double> level = quality::levelOf(quality::Metric::Recontact));
    int cursor() const { return m_cursor; } ///< an index into the weeks; −1: none
    QString readOut(int index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF plot() const;
    double most() const; ///< of the axis, a share
    void moveCursor(int index);

    const Look &m_look;
    QList<ScoreWeek> m_weeks;
    std::optional<double> m_level;
    int m_cursor = -1;
};

/// The strokes of what has not matured, within a shape.
QBrush hatch(const Theme &theme);

} // namespace baton::ui
