#include "ui/panels/SourceMarker.h"

#include "ui/theme/Paintkit.h"

namespace baton::ui {

SourceMarker::SourceMarker(const Look &look, SupportKind kind, int number, bool old,
                           QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_kind(kind)
    , m_number(number)
    , m_old(old)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize SourceMarker::sizeHint() const
{
    return {paint::markerWidth(m_number, m_look), m_look.px(16)};
}

void SourceMarker::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paint::marker(p, QRectF(rect()).adjusted(0, 1, 0, 0), m_kind, m_number, m_look, m_old);
}

} // namespace baton::ui
