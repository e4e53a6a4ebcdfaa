#include "ui/panels/TierBadge.h"

#include "ui/text/JudgedWords.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

TierBadge::TierBadge(const Look &look, int side, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TierBadge::setTier(std::optional<Route> route)
{
    m_route = route;
    const QString words = route ? words::tier(*route) : QString();
    setAccessibleName(words);
    setToolTip(words);
    update();
}

QSize TierBadge::sizeHint() const
{
    return {m_look.px(m_side), m_look.px(m_side)};
}

void TierBadge::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    if (m_route)
        paint::tierBadge(p, rect(), *m_route, m_look);
}

} // namespace baton::ui
