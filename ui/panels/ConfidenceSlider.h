#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// How sure the readings of a window were, as bars, and two handles: medium, and high, from which
/// the bot may answer. Each handle has the focus by itself: arrows move it by a hundredth, Page Up
/// and Page Down by five.
class ConfidenceSlider : public QWidget
{
    Q_OBJECT

public:
    explicit ConfidenceSlider(const Look &look, QWidget *parent = nullptr);

    void setBars(const std::array<qint64, confidenceBins> &bars);
    void setValues(double medium, double high, double wasHigh); ///< says nothing
    void setReadOnly(bool readOnly);
    double medium() const { return m_medium; }
    double high() const { return m_high; }
    QWidget *mediumHandle() const;
    QWidget *highHandle() const;
    QPoint placeOf(double value) const; ///< where a handle of that value stands
    QSize sizeHint() const override;

Q_SIGNALS:
    void moved(double medium, double high);
    void settled(); ///< a drag or a run of keys has ended

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Handle;
    void place();
    void set(int handle, double value);
    double valueAt(int x) const;

    const Look &m_look;
    Handle *m_handles[2];
    std::array<qint64, confidenceBins> m_bars{};
    double m_medium = 0.55;
    double m_high = 0.85;
    double m_wasHigh = 0.85;
};

} // namespace baton::ui
