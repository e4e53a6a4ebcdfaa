#include "ui/panels/PivotLever.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

namespace baton::ui {

namespace {

constexpr int trackHigh = 40;
constexpr int wordsInset = 10;
constexpr int knobWide = 58;
constexpr int knobHigh = 52;
constexpr int wordsGap = 6;
constexpr int knobMs = 240;

} // namespace

PivotLever::PivotLever(const Look &look, QWidget *parent)
    : QAbstractSlider(parent)
    , m_look(look)
{
    setRange(BotContains, PeopleOnly);
    setSingleStep(1);
    setPageStep(1);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Who answers"));
    setLayoutDirection(Qt::LeftToRight); // the machine to the left in every language
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_knob = value.toReal();
        update();
    });
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setDetent(BotContains);
}

QSize PivotLever::sizeHint() const
{
    return {240, knobHigh + wordsGap + m_look.px(34)};
}

void PivotLever::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setCursor(readOnly ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void PivotLever::setDetent(Detent detent)
{
    m_detent = detent;
    setValue(detent);
    setAccessibleDescription(detent == BotContains  ? tr("The bot answers alone")
                                 : detent == Hybrid ? tr("The bot drafts, people send")
                                                    : tr("People only"));
    if (!m_dragging)
        moveKnobTo(detent);
}

void PivotLever::moveKnobTo(qreal detent)
{
    m_motion.stop();
    const int ms = m_look.duration(knobMs);
    if (ms == 0 || !isVisible()) {
        m_knob = detent;
        update();
        return;
    }
    m_motion.setDuration(ms);
    m_motion.setStartValue(m_knob);
    m_motion.setEndValue(detent);
    m_motion.start();
}

void PivotLever::ask(int detent)
{
    if (m_readOnly || detent < BotContains || detent > PeopleOnly || detent == value())
        return;
    Q_EMIT pulled(Detent(detent));
}

qreal PivotLever::middleOf(qreal detent) const
{
    const qreal first = knobWide / 2.0;
    return first + detent * (width() - knobWide) / 2;
}

QPoint PivotLever::placeOf(Detent detent) const
{
    return {qRound(middleOf(detent)), knobHigh / 2};
}

void PivotLever::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return ask(value() - 1);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return ask(value() + 1);
    default:
        event->ignore();
    }
}

void PivotLever::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_readOnly || event->position().y() > knobHigh)
        return;
    m_motion.stop();
    m_dragging = true;
    mouseMoveEvent(event);
}

void PivotLever::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    m_knob = qBound(0.0, 2 * (event->position().x() - knobWide / 2.0) / (width() - knobWide), 2.0);
    update();
}

void PivotLever::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging || event->button() != Qt::LeftButton)
        return;
    m_dragging = false;
    const int to = qRound(m_knob);
    moveKnobTo(value());
    ask(to);
}

/// It scrolls what it stands in: a lever is not turned in passing.
void PivotLever::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

/// An assistive tool sets the value: that asks, as a pull does.
void PivotLever::sliderChange(SliderChange change)
{
    QAbstractSlider::sliderChange(change);
    if (change != SliderValueChange || value() == m_detent)
        return;
    const int to = value();
    setValue(m_detent);
    ask(to);
}

void PivotLever::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const qreal y = knobHigh / 2.0;
    paint::box(p, QRectF(0, y - trackHigh / 2.0, width(), trackHigh), trackHigh / 2.0,
               theme.surface, theme.lineStrong);

    // The machine is teal and dashed, a person indigo and solid, here as everywhere.
    const qreal knob = middleOf(m_knob);
    const qreal ring = 6;
    const qreal left = middleOf(BotContains);
    const qreal right = middleOf(PeopleOnly);
    QPen machine(theme.aiLine, 3);
    machine.setDashPattern({2, 1.3});
    machine.setCapStyle(Qt::FlatCap);
    p.setPen(machine);
    if (knob - knobWide / 2.0 > left + ring + 4)
        p.drawLine(QPointF(left + ring + 4, y), QPointF(knob - knobWide / 2.0 - 4, y));
    p.setPen(QPen(theme.accentLine, 3));
    if (knob + knobWide / 2.0 < right - ring - 4)
        p.drawLine(QPointF(knob + knobWide / 2.0 + 4, y), QPointF(right - ring - 4, y));
    paint::endDot(p, {left, y}, ring, paint::End::Machine, theme);
    paint::endDot(p, {right, y}, ring, paint::End::Person, theme);

    const QRectF body(knob - knobWide / 2.0, 0.5, knobWide, knobHigh - 1.0);
    paint::box(p, body, 10, m_readOnly ? theme.ink3 : theme.accent);
    p.setPen(QPen(theme.onFill, 2));
    for (const qreal at : {-8.0, 0.0, 8.0})
        p.drawLine(QPointF(knob + at, y - 9), QPointF(knob + at, y + 9));
    if (hasKeyFocus(this))
        paint::focusRing(p, body.adjusted(-3, -0.5, 3, 0.5), 11, paint::RingPlace::Inside, theme);

    const std::array names{tr("Bot contains"), tr("Hybrid"), tr("People only")};
    const std::array<int, 3> aligned{Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight};
    const QRectF words(wordsInset, knobHigh + wordsGap, width() - 2 * wordsInset,
                       height() - knobHigh - wordsGap);
    for (int at = 0; at < 3; ++at) {
        const bool now = at == value();
        p.setFont(m_look.font(Role::Small, now ? QFont::DemiBold : QFont::Normal));
        p.setPen(now ? theme.ink : theme.ink2);
        paint::drawWords(p, words, aligned[std::size_t(at)] | Qt::AlignTop, names[std::size_t(at)]);
    }
    if (value() == Hybrid) {
        p.setFont(m_look.font(Role::Small));
        p.setPen(theme.ink2);
        paint::drawWords(p, words.adjusted(0, m_look.px(16), 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                         tr("bot drafts, people send"));
    }
}

} // namespace baton::ui
