#include "ui/theme/Paintkit.h"

#include "core/domain/Decision.h"
#include "ui/theme/Metrics.h"

#include <QtGui/QPainterPath>

/// The badge of a tier: a letter and a shape each, so that colour only adds to it (TOKENS §5).
namespace baton::ui::paint {

namespace {

struct BadgeGeometry
{
    qreal radius;
    qreal edge;
    int font; ///< pixels at 100 %
};

BadgeGeometry geometryOf(const QRectF &rect, const Look &look)
{
    const qreal side = rect.width();
    if (side <= look.px(16))
        return {metrics::radiusTierSmall, 1.25, 10};
    if (side >= look.px(26))
        return {metrics::radiusButton, 1.5, 14};
    return {metrics::radiusChip, 1.5, 12};
}

} // namespace

void tierBadge(QPainter &p, const QRectF &rect, Route route, const Look &look)
{
    const Theme &theme = look.theme();
    const BadgeGeometry g = geometryOf(rect, look);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const qreal inset = g.edge / 2;
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    QColor ink = theme.accentText;
    switch (route) {
    case Route::Escalate:
        box(p, rect, g.radius, theme.accent);
        ink = theme.onFill;
        break;
    case Route::Assist: {
        QPainterPath shape;
        shape.addRoundedRect(inner, g.radius - inset, g.radius - inset);
        p.save();
        p.setClipPath(shape);
        p.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), rect.height() / 2),
                   theme.accentTint3);
        p.restore();
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(theme.accent, g.edge));
        p.drawPath(shape);
        break;
    }
    case Route::Contain: {
        QPen pen(theme.ai, g.edge);
        pen.setDashPattern({2, 1.4});
        pen.setCapStyle(Qt::FlatCap);
        p.setBrush(Qt::NoBrush);
        p.setPen(pen);
        p.drawRoundedRect(inner, g.radius - inset, g.radius - inset);
        ink = theme.aiText;
        break;
    }
    }
    QFont font = look.font(Role::Small, QFont::DemiBold);
    font.setPixelSize(look.px(g.font));
    p.setFont(font);
    p.setPen(ink);
    drawWords(p, rect, Qt::AlignCenter, QString(QLatin1Char(tierLetter(route))));
    p.restore();
}

QColor Theme::*moodInk(int level)
{
    if (level <= 2)
        return &Theme::dangerText;
    return level >= 4 ? &Theme::okText : &Theme::ink3;
}

} // namespace baton::ui::paint
