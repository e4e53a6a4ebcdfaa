#include "ui/panels/HeaderParts.h"

#include "ui/text/Words.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>

namespace baton::ui {

namespace {

constexpr int ring = 18;
constexpr int ringGap = 5;

} // namespace

PipsLabel::PipsLabel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PipsLabel::setValue(ValueTier value)
{
    m_value = value;
    setVisible(value != ValueTier::Absent);
    setToolTip(words::of(value));
    setAccessibleName(words::of(value));
    update();
}

QSize PipsLabel::sizeHint() const
{
    return {qRound(paint::pipsWidth), m_look.px(16)};
}

void PipsLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::pips(painter, {0, height() / 2.0}, m_value, m_look.theme());
}

DeadlineLabel::DeadlineLabel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DeadlineLabel::setDeadline(const Deadline &deadline, const QString &text)
{
    if (deadline == m_deadline && text == m_text)
        return;
    m_deadline = deadline;
    m_text = text;
    setAccessibleName(text);
    updateGeometry(); // the weight of the text follows the state too
    setVisible(deadline.state != DeadlineState::None);
    update();
}

QFont DeadlineLabel::textFont() const
{
    const bool strong
        = m_deadline.state == DeadlineState::Soon || m_deadline.state == DeadlineState::Breached;
    return m_look.font(Role::Small, strong ? QFont::DemiBold : QFont::Medium);
}

QSize DeadlineLabel::sizeHint() const
{
    const qreal text = paint::tabularWidth(textFont(), m_text);
    return {m_look.px(ring + ringGap) + qCeil(text), m_look.px(18)};
}

void DeadlineLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = m_look.px(ring);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal ringX = mirrored ? width() - side : 0;
    paint::slaRing(painter, QRectF(ringX, (height() - side) / 2.0, side, side), m_deadline,
                   m_look.theme());
    painter.setFont(textFont());
    painter.setPen(m_deadline.state == DeadlineState::Met
                       ? m_look.theme().okText
                       : paint::deadlineInk(m_deadline.state, m_look.theme()));
    const qreal x = mirrored ? 0 : side + m_look.px(ringGap);
    paint::drawTabular(painter, {x, baselineIn(painter.font(), height())}, m_text);
}

IconLabel::IconLabel(const Look &look, const QString &icon, int px, QColor Theme::*ink,
                     QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_icon(icon)
    , m_px(px)
    , m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconLabel::setInk(QColor Theme::*ink)
{
    m_ink = ink;
    update();
}

QSize IconLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    return {m_look.px(m_px) + around.left() + around.right(),
            m_look.px(m_px) + around.top() + around.bottom()};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(
        contentsRect().topLeft(),
        m_look.icon(m_icon, m_look.px(m_px), m_look.theme().*m_ink, devicePixelRatioF()));
}

Hairline::Hairline(const Look &look, Qt::Orientation orientation, int length, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    if (orientation == Qt::Vertical) {
        setFixedWidth(1);
        if (length > 0)
            setFixedHeight(length);
    } else {
        setFixedHeight(1);
    }
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // One device pixel, whatever the scale.
    const qreal one = 1 / devicePixelRatioF();
    painter.fillRect(width() > height() ? QRectF(0, 0, width(), one) : QRectF(0, 0, one, height()),
                     m_look.theme().line);
}

} // namespace baton::ui
