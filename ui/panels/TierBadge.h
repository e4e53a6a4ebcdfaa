#pragma once

#include "core/domain/Conversation.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace baton::ui {

/// The badge of a tier, 16, 20 or 26 px. Says its words to assistive tools.
class TierBadge : public QWidget
{
    Q_OBJECT

public:
    TierBadge(const Look &look, int side, QWidget *parent = nullptr);
    void setTier(std::optional<Route> route); ///< without one nothing is painted
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    int m_side;
    std::optional<Route> m_route;
};

} // namespace baton::ui
