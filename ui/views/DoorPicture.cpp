#include "ui/views/DoorPicture.h"

#include "ui/theme/Paintkit.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>

namespace baton::ui {

namespace {

constexpr QSizeF drawing(294, 116); // what the coordinates below are of
constexpr qreal wayWidth = 1.75;

} // namespace

DoorPicture::DoorPicture(const Look &look, Scene scene, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_scene(scene)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

bool holdsFocus(const QWidget &card)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && card.isAncestorOf(focus);
}

QSize DoorPicture::sizeHint() const
{
    return {m_look.px(int(drawing.width())), m_look.px(int(drawing.height()))};
}

void DoorPicture::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_look.theme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    // It lies inside the card's edge, which is wider while the card has the focus. The upper
    // corners are round; the lower edge is straight.
    const int edge = parentWidget() && holdsFocus(*parentWidget()) ? 1 : 0;
    const QRectF ground = QRectF(rect()).adjusted(edge, edge, -edge, 0);
    const int corner = doorRadius - 1 - edge;
    QPainterPath shape;
    shape.addRoundedRect(ground.adjusted(0, 0, 0, corner), corner, corner);
    p.setClipRect(rect());
    p.fillPath(shape, theme.sunken);
    paint::hairline(p, ground.bottomLeft() - QPointF(0, 1), ground.bottomRight() - QPointF(1, 1),
                    theme.line);
    p.scale(width() / drawing.width(), height() / drawing.height());
    if (m_scene == Scene::HandOff)
        paintHandOff(p);
    else
        paintHub(p);
}

void DoorPicture::paintHandOff(QPainter &p) const
{
    const Theme &theme = m_look.theme();
    QPen bot(theme.ai, wayWidth, Qt::CustomDashLine, Qt::FlatCap);
    bot.setDashPattern({5 / wayWidth, 4 / wayWidth});
    p.setPen(bot);
    QPainterPath toTheBaton(QPointF(28, 34));
    toTheBaton.cubicTo(92, 30, 96, 78, 132, 78);
    p.drawPath(toTheBaton);
    p.setPen(QPen(theme.accent, wayWidth));
    QPainterPath onwards(QPointF(164, 78));
    onwards.cubicTo(200, 78, 208, 36, 268, 34);
    p.drawPath(onwards);
    QColor limit = theme.danger;
    limit.setAlphaF(.7F);
    QPen dotted(limit, 1, Qt::CustomDashLine, Qt::FlatCap);
    dotted.setDashPattern({2, 5});
    p.setPen(dotted);
    p.drawLine(QPointF(28, 60), QPointF(268, 60));
    paint::endDot(p, {28, 34}, 4.5, paint::End::Machine, theme);
    paint::endDot(p, {268, 34}, 4.5, paint::End::Person, theme);
    paint::baton(p, {148, 78}, 15, 8, 0, theme);
}

void DoorPicture::paintHub(QPainter &p) const
{
    const Theme &theme = m_look.theme();
    const QPointF middle(148, 58);
    p.setPen(QPen(theme.accentLine, wayWidth));
    p.drawLine(QPointF(40, 58), QPointF(256, 58));
    p.drawLine(QPointF(148, 18), QPointF(148, 98));
    // A little room between each line and the disc in the middle.
    p.setPen(Qt::NoPen);
    p.setBrush(theme.sunken);
    p.drawRect(QRectF(130, 40, 36, 36));
    for (const auto &[at, radius] :
         {std::pair(QPointF(40, 58), 13), std::pair(QPointF(256, 58), 13),
          std::pair(QPointF(148, 16), 8), std::pair(QPointF(148, 99), 8)})
        paint::endDot(p, at, radius, paint::End::Person, theme);
    p.setPen(QPen(theme.lineStrong, 1));
    p.setBrush(theme.surface);
    p.drawEllipse(middle, 22, 22);
    paint::baton(p, middle, 13, 6.5, -45, theme);
}

} // namespace baton::ui
