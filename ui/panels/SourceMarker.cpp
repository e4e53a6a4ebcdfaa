#include "ui/panels/SourceMarker.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

namespace {

constexpr int markerSide = 15;

}

SourceMarker::SourceMarker(const Look &look, SupportKind kind, int number, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_kind(kind)
    , m_number(number)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize SourceMarker::sizeHint() const
{
    const int width = m_number > 9 ? markerSide + 6 : markerSide;
    return {m_look.px(width), m_look.px(markerSide + 1)};
}

void SourceMarker::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, 0);
    QColor ink = theme.accentText;
    switch (m_kind) {
    case SupportKind::Passage:
        paint::box(p, box, metrics::radiusMarker, theme.accentTint2);
        break;
    case SupportKind::LookUp:
    case SupportKind::Order:
        paint::box(p, box, metrics::radiusMarker, theme.aiTint2);
        ink = theme.aiText;
        break;
    case SupportKind::Message:
    case SupportKind::Field:
        paint::box(p, box, metrics::radiusMarker, {}, theme.lineControl);
        ink = theme.ink2;
        break;
    }
    p.setFont(m_look.font(Role::Badge, QFont::DemiBold));
    p.setPen(ink);
    p.drawText(box, Qt::AlignCenter, QString::number(m_number));
}

} // namespace baton::ui
