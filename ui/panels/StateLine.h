#pragma once

#include "core/desk/StopTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// Armed, tripped, cooling, canary: a dot each on a line. What is past is filled, what holds now
/// stands out.
class StateLine : public QWidget
{
    Q_OBJECT

public:
    enum Step { Armed, Tripped, Cooling, Canary };

    explicit StateLine(const Look &look, QWidget *parent = nullptr);

    void setStep(Step step, double canaryShare); ///< share of contacts, 0 … 1
    Step step() const { return m_step; }
    static Step stepOf(const StopSegment &segment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString nameOf(Step step) const;

    const Look &m_look;
    Step m_step = Armed;
    double m_share = 0;
};

} // namespace baton::ui
