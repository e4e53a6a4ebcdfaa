#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// How many conversations go from a tier to a tier: bands from the policy that holds at the left to
/// the draft at the right, the changed ones on top. What it shows is said in words too.
class SankeyView : public QWidget
{
    Q_OBJECT

public:
    using Flows = std::array<std::array<qint64, 3>, 3>; ///< from, to; by Route
    explicit SankeyView(const Look &look, QWidget *parent = nullptr);

    void setFlows(const Flows &flows);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    Flows m_flows{};
};

} // namespace baton::ui
