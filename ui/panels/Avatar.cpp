#include "ui/panels/Avatar.h"

namespace baton::ui {

Avatar::Avatar(const Look &look, int side, paint::AvatarTone tone, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_side(side)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

QSize Avatar::sizeHint() const
{
    return {m_side, m_side};
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::avatar(p, QRectF(0, 0, m_side, m_side), m_name, m_tone, m_look);
}

} // namespace baton::ui
