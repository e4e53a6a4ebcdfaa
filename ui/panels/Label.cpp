#include "ui/panels/Label.h"

#include "ui/panels/PlainTip.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace baton::ui {

Label::Label(const Look &look, Role role, QColor Theme::*ink, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
    , m_role(role)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    restyle();
    connect(&look, &Look::changed, this, &Label::restyle);
}

void Label::setInk(QColor Theme::*ink)
{
    m_ink = ink;
    restyle();
}

void Label::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    restyle();
}

void Label::setElided(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
}

void Label::restyle()
{
    setFont(m_weight ? m_look.font(m_role, *m_weight) : m_look.font(m_role));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_look.theme().*m_ink);
    setPalette(colours);
    updateGeometry();
}

QSize Label::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    return {hint.width(), qMax(hint.height(), m_look.lineHeight(m_role))};
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    const int height = qMax(hint.height(), m_look.lineHeight(m_role));
    return {m_elide == Qt::ElideNone ? hint.width() : fontMetrics().horizontalAdvance(u'…'),
            height};
}

void Label::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone)
        return QLabel::paintEvent(event);
    const QRect place = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_elide, place.width());
    setToolTip(shown == text() ? QString() : plainTip(text()));
    QPainter p(this);
    p.setPen(palette().color(QPalette::WindowText));
    p.drawText(place,
               int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
               shown);
}

} // namespace baton::ui
