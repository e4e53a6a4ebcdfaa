#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/panels/PlainChart.h"

#include <QtCharts/QValueAxis>

namespace baton::ui {

/// How often intents stood, by how sure they were read: a dot with its interval for each tenth, and
/// the line on which a reading is as sure as it is right. Arrows move from dot to dot, Enter asks
/// for the conversations behind one.
class ReliabilityChart : public PlainChart
{
    Q_OBJECT

public:
    explicit ReliabilityChart(const Look &look, QWidget *parent = nullptr);

    void setSnapshot(const ScorecardSnapshot &snapshot);
    int cursor() const { return m_cursor; } ///< a bin; −1: none
    QString readOut(int bin) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void binRequested(int bin);

protected:
    void drawForeground(QPainter *p, const QRectF &rect) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void moveCursor(int bin);
    int next(int from, int step) const; ///< bin that holds something; from where there is none
    int binAt(const QPointF &scene) const;
    QPointF place(double confidence, double share) const; ///< in the scene
    QString nothing() const; ///< what is said in place of a curve; empty where there is one

    QValueAxis *m_across;
    QValueAxis *m_up;
    std::optional<quality::Reliability> m_curve;
    int m_cursor = -1;
};

} // namespace baton::ui
