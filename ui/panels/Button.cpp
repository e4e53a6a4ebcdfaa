#include "ui/panels/Button.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainterPath>

namespace baton::ui {

struct Button::Colours
{
    QColor fill;
    QColor edge;
    QColor ink;
    QColor icon;
};

namespace {

/// "&Save" reads "Save", "Send && close" reads "Send & close".
QString withoutMnemonic(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && ++i == text.size())
            break;
        out += text[i];
    }
    return out;
}

constexpr int trailingSide = 14;
constexpr int primaryIcon = 15;
constexpr int sweepMs = 900;
constexpr float toastEdge = .31F;
constexpr float toastHover = .12F;

QColor faint(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

/// With the edge, whether it is painted or not.
int padding(ButtonKind kind, ButtonSize size)
{
    if (kind == ButtonKind::Link)
        return 3;
    if (size == ButtonSize::Small)
        return 10;
    return kind == ButtonKind::Quiet || kind == ButtonKind::Machine ? 9 : 12;
}

/// The outline of a box of which only some corners are round.
QPainterPath outline(const QRectF &r, qreal radius, ButtonEdge edge)
{
    QPainterPath path;
    if (edge == ButtonEdge::Whole) {
        path.addRoundedRect(r, radius, radius);
        return path;
    }
    const qreal past = 2 * radius;
    const bool left = edge == ButtonEdge::Left;
    path.addRoundedRect(left ? r.adjusted(0, 0, past, 0) : r.adjusted(-past, 0, 0, 0), radius,
                        radius);
    QPainterPath clip;
    clip.addRect(r);
    return path.intersected(clip);
}

} // namespace

Button::Button(const Look &look, const QString &text, ButtonKind kind, QWidget *parent)
    : QPushButton(text, parent)
    , m_look(look)
    , m_kind(kind)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(true); // Enter presses the button that has the focus
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::radiusButton);
    m_sweep.setStartValue(0.0);
    m_sweep.setEndValue(1.0);
    m_sweep.setDuration(sweepMs);
    m_sweep.setLoopCount(-1);
    connect(&m_sweep, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&look, &Look::changed, this, &Button::restyle);
    restyle();
}

void Button::restyle()
{
    setFont(labelFont());
    updateGeometry();
    update();
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    restyle();
}

void Button::setButtonSize(ButtonSize size)
{
    m_size = size;
    setFocusHalo(this, size == ButtonSize::Small ? metrics::radiusChip : metrics::radiusButton);
    restyle();
}

void Button::setIconName(const QString &name)
{
    m_icon = name;
    restyle();
}

void Button::setTrailingIcon(const QString &name)
{
    m_trailing = name;
    restyle();
}

void Button::setKeyHint(const QString &keys)
{
    m_keyHint = keys;
    restyle();
}

void Button::setEdge(ButtonEdge edge)
{
    m_edge = edge;
    update();
}

void Button::setBusy(bool busy)
{
    m_busy = busy;
    if (busy && !m_look.reduceMotion())
        m_sweep.start();
    else
        m_sweep.stop();
    setAccessibleDescription(busy ? tr("Busy") : QString());
    update();
}

int Button::iconSide() const
{
    if (m_size == ButtonSize::Small)
        return m_look.px(14);
    return m_look.px(m_kind == ButtonKind::Primary ? primaryIcon : 16);
}

int Button::beforeKeys() const
{
    return m_kind == ButtonKind::Primary ? 2 : 0;
}

QFont Button::labelFont() const
{
    return m_look.font(m_size == ButtonSize::Small ? Role::Small : Role::Body, QFont::Medium);
}

QSize Button::sizeHint() const
{
    const int gap = metrics::iconGap;
    const int height
        = m_look.px(m_size == ButtonSize::Small ? metrics::buttonSmall : metrics::button);
    const QString label = withoutMnemonic(text());
    int width = 2 * padding(m_kind, m_size);
    int parts = 0;
    const auto add = [&](int part) { width += part + (parts++ > 0 ? gap : 0); };
    if (!m_icon.isEmpty())
        add(iconSide());
    if (!label.isEmpty())
        add(QFontMetrics(labelFont()).horizontalAdvance(label));
    if (!m_keyHint.isEmpty())
        add(QFontMetrics(m_look.font(Role::Micro)).horizontalAdvance(m_keyHint) + beforeKeys());
    if (!m_trailing.isEmpty())
        add(trailingSide);
    return {qMax(width, m_look.px(metrics::target)), height};
}

Button::Colours Button::colours() const
{
    const Theme &t = m_look.theme();
    const bool held = isDown() || isChecked();
    const bool over = underMouse() && isEnabled();
    if (!isEnabled()) {
        const bool plain = m_kind != ButtonKind::Primary && m_kind != ButtonKind::Outlined
            && m_kind != ButtonKind::Risky && m_kind != ButtonKind::Careful;
        return {plain ? QColor() : t.surface, plain ? QColor() : t.line, t.inkDisabled,
                t.inkDisabled};
    }
    switch (m_kind) {
    case ButtonKind::Primary: {
        const QColor fill = held ? t.accentPress : over ? t.accentHover : t.accent;
        return {fill, fill, t.onFill, t.onFill};
    }
    case ButtonKind::Outlined:
    case ButtonKind::Risky: {
        const bool risky = m_kind == ButtonKind::Risky;
        return {held       ? t.press
                    : over ? t.hover
                           : t.surface,
                t.lineStrong, risky ? t.dangerText : t.ink, risky ? t.dangerText : t.ink2};
    }
    case ButtonKind::Careful:
        return {held || over ? t.warnTint : t.surface, t.warnLine, t.warnText, t.warnText};
    case ButtonKind::Link:
        return {held || over ? t.accentTint : QColor(), {}, t.accentText, t.accentText};
    case ButtonKind::Machine:
        return {held ? t.press : over ? t.hover : QColor(), {}, t.aiText, t.aiText};
    case ButtonKind::Quiet:
        return {held ? t.press : over ? t.hover : QColor(), {}, t.ink2, t.ink2};
    case ButtonKind::OnToast:
        return {over || held ? faint(t.toastInk, toastHover) : QColor(),
                faint(t.toastInk, toastEdge), t.toastInk, t.toastInk};
    }
    Q_UNREACHABLE();
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Colours c = colours();
    const qreal radius = m_size == ButtonSize::Small ? metrics::radiusChip : metrics::radiusButton;
    p.setPen(c.edge.isValid() ? QPen(c.edge, 1) : QPen(Qt::NoPen));
    p.setBrush(c.fill.isValid() ? QBrush(c.fill) : QBrush(Qt::NoBrush));
    p.drawPath(outline(QRectF(rect()).adjusted(.5, .5, -.5, -.5), radius - .5, m_edge));
    if (m_edge != ButtonEdge::Whole && c.fill.isValid() && !c.edge.isValid()) {
        // The edge that is cut is a whole pixel.
        const int cut = m_edge == ButtonEdge::Right ? 0 : width() - 1;
        p.fillRect(QRect(cut, 0, 1, height()), c.fill);
    }

    const qreal dpr = devicePixelRatioF();
    const int gap = metrics::iconGap;
    // Words begin at their edge where there is too little room for them; an icon stays in the
    // middle.
    const int over = width() - sizeHint().width();
    const int spare = text().isEmpty() ? over : qMax(0, over);
    int x = padding(m_kind, m_size) + spare / 2;
    const auto mid = [this](int side) { return (height() - side) / 2; };
    const int side = iconSide();
    if (m_busy) {
        const int ring = m_icon.isEmpty() ? qMin(side, padding(m_kind, m_size) - 2) : side;
        const int left = m_icon.isEmpty() ? 1 + spare / 2 : x;
        paint::busyRing(p, QRectF(left, mid(ring), ring, ring), m_sweep.currentValue().toDouble(),
                        c.icon, faint(c.icon, .25F));
    } else if (!m_icon.isEmpty()) {
        p.drawPixmap(x, mid(side), m_look.icon(m_icon, side, c.icon, dpr));
    }
    if (!m_icon.isEmpty())
        x += side + gap;
    p.setFont(labelFont());
    p.setPen(c.ink);
    const QString label = withoutMnemonic(text());
    const int labelWidth = p.fontMetrics().horizontalAdvance(label);
    paint::drawWords(p, QRect(x, 0, labelWidth + 1, height()), Qt::AlignVCenter, label);
    x += label.isEmpty() ? 0 : labelWidth + gap;
    if (!m_keyHint.isEmpty()) {
        x += beforeKeys();
        p.setFont(m_look.font(Role::Micro));
        p.setPen(m_kind == ButtonKind::Outlined && isEnabled() ? m_look.theme().ink3 : c.ink);
        const int w = p.fontMetrics().horizontalAdvance(m_keyHint);
        paint::drawWords(p, QRect(x, 0, w + 1, height()), Qt::AlignVCenter, m_keyHint);
        x += w + gap;
    }
    if (!m_trailing.isEmpty())
        p.drawPixmap(x, mid(trailingSide), m_look.icon(m_trailing, trailingSide, c.icon, dpr));
}

} // namespace baton::ui
