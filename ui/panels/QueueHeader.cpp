#include "ui/panels/QueueHeader.h"

#include "ui/panels/PlainTip.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int left = 16;
constexpr int right = 12;
constexpr int iconSide = 13;
constexpr int gap = 6;

} // namespace

QueueHeader::QueueHeader(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_order(new Label(look, Role::Small, &Theme::ink3))
    , m_hint(new Label(look, Role::Small, &Theme::ink3))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setFocusHalo(this, metrics::radiusButton);
    for (Label *label : {m_order, m_hint})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_order->setElided(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(gap);
    row->addWidget(m_order, 1);
    row->addWidget(m_hint);
    connect(&look, &Look::changed, this, &QueueHeader::relook);
    relook();
}

void QueueHeader::relook()
{
    const int begin = left + m_look.px(iconSide) + gap;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    layout()->setContentsMargins(mirrored ? right : begin, 0, mirrored ? begin : right, 0);
    setFixedHeight(m_look.px(metrics::listHeader));
    update();
}

void QueueHeader::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        relook();
}

void QueueHeader::setOrder(const QString &text)
{
    m_order->setText(text);
    tell();
}

void QueueHeader::setKeys(const QString &keys)
{
    m_keys = keys;
    tell();
}

void QueueHeader::tell()
{
    setAccessibleName(tr("Order: %1").arg(order()));
    setAccessibleDescription(m_tip);
    QStringList tip{order()};
    if (!m_tip.isEmpty())
        tip += m_tip;
    if (!m_keys.isEmpty())
        tip += tr("Another order (%1)").arg(m_keys);
    setToolTip(plainTip(tip.join(u'\n')));
}

void QueueHeader::setOrderTip(const QString &text)
{
    m_tip = text;
    tell();
}

void QueueHeader::setHint(const QString &text)
{
    m_hint->setText(text);
}

void QueueHeader::setHintShown(bool shown)
{
    m_hint->setVisible(shown);
}

QSize QueueHeader::sizeHint() const
{
    return {0, m_look.px(metrics::listHeader)};
}

void QueueHeader::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    paint::hairline(p, {0, 0}, {qreal(width()), 0}, theme.line);
    paint::hairline(p, QPointF(0, height() - 1), QPointF(width(), height() - 1), theme.line);
    const int side = m_look.px(iconSide);
    const QRect icon
        = QStyle::visualRect(layoutDirection(), rect(), {left, (height() - side) / 2, side, side});
    p.drawPixmap(icon.topLeft(),
                 m_look.icon(QStringLiteral("sort"), side, theme.ink3, devicePixelRatioF()));
}

} // namespace baton::ui
