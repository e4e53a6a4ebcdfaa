#include "ui/views/DoorPicture.h"

#include "ui/panels/Logo.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

namespace {

constexpr QSizeF drawing(296, 116); // what the coordinates below are of
constexpr int hubLogo = 26;
constexpr qreal pen = 2;

} // namespace

DoorPicture::DoorPicture(const Look &look, Scene scene, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_scene(scene)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (scene == Scene::Hub) {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins({});
        row->addStretch();
        row->addWidget(new Logo(look, hubLogo));
        row->addStretch();
    }
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
    // The card's upper corners are round; the lower edge is straight.
    // It leaves out the card's edge, which is wider while the card has the focus.
    const int edge = parentWidget() && holdsFocus(*parentWidget()) ? 2 : 1;
    const QRectF ground = QRectF(rect()).adjusted(edge, edge, -edge, 0);
    QPainterPath shape;
    shape.addRoundedRect(ground.adjusted(0, 0, 0, metrics::radiusCard), metrics::radiusCard,
                         metrics::radiusCard);
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
    QPen dotted(theme.lineStrong, 1.5, Qt::CustomDashLine, Qt::RoundCap);
    dotted.setDashPattern({0.1, 3});
    p.setPen(dotted);
    p.drawLine(QPointF(26, 60), QPointF(270, 60));
    QPen bot(theme.ai, pen, Qt::CustomDashLine, Qt::FlatCap);
    bot.setDashPattern({3, 2});
    p.setPen(bot);
    p.drawEllipse(QPointF(28, 34), 5, 5);
    QPainterPath toThePerson(QPointF(34, 34));
    toThePerson.cubicTo(92, 34, 88, 80, 132, 80);
    p.drawPath(toThePerson);
    p.setPen(QPen(theme.accent, pen));
    QPainterPath onwards(QPointF(166, 80));
    onwards.cubicTo(214, 80, 206, 34, 262, 34);
    p.drawPath(onwards);
    p.drawEllipse(QPointF(268, 34), 5, 5);
    p.setPen(Qt::NoPen);
    p.setBrush(theme.ai);
    p.drawRoundedRect(QRectF(132, 76, 16, 8), 2, 2);
    p.setBrush(theme.accent);
    p.drawRoundedRect(QRectF(150, 76, 16, 8), 2, 2);
}

void DoorPicture::paintHub(QPainter &p) const
{
    const Theme &theme = m_look.theme();
    const QPointF middle(148, 58);
    p.setPen(QPen(theme.accentTint3, pen));
    p.drawLine(QPointF(52, 58), QPointF(244, 58));
    p.drawLine(QPointF(148, 24), QPointF(148, 92));
    p.setPen(QPen(theme.accent, pen));
    p.setBrush(theme.surface);
    p.drawEllipse(QPointF(40, 58), 12, 12);
    p.drawEllipse(QPointF(256, 58), 12, 12);
    p.drawEllipse(QPointF(148, 17), 7, 7);
    p.drawEllipse(QPointF(148, 99), 7, 7);
    p.setPen(QPen(theme.line, 1));
    p.drawEllipse(middle, 22, 22);
}

} // namespace baton::ui
