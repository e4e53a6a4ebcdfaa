#include "ui/panels/Chip.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"

namespace baton::ui {

Chip::Chip(const Look &look, const paint::ChipText &text, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    const bool acts = kind == Kind::Action;
    setFocusPolicy(acts ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !acts);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::radiusChip);
    setChip(text);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Chip::setChip(const paint::ChipText &text)
{
    m_chip = text;
    const QString whole = text.quiet.isEmpty()
        ? text.text
        : tr("%1 %2", "rule, what was seen").arg(text.text, text.quiet);
    setText(whole);
    setAccessibleName(whole);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    // A chip that can be pressed has a target of 24 pixels around its painted height.
    const int height = paint::chipHeight(m_chip.size, m_look);
    const bool acts = focusPolicy() != Qt::NoFocus;
    return {paint::chipWidth(m_chip, m_look), acts ? qMax(height, metrics::target) : height};
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 3 * metrics::target), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const int height = paint::chipHeight(m_chip.size, m_look);
    const QRectF place(0, (this->height() - height) / 2, width(), height);
    paint::chip(p, place, m_chip, m_look);
    if (isDown())
        paint::box(p, place, metrics::radiusChip, {}, m_look.theme().lineStrong);
}

} // namespace baton::ui
