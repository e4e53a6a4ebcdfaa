#include "ui/panels/Switch.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

namespace {

constexpr int trackWidth = 28;
constexpr int trackHeight = 16;

} // namespace

Switch::Switch(const Look &look, const QString &name, QWidget *parent)
    : QCheckBox(parent)
    , m_look(look)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::target / 2);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

QSize Switch::sizeHint() const
{
    return {trackWidth + 4, metrics::target};
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const QRectF track((width() - trackWidth) / 2.0, (height() - trackHeight) / 2.0, trackWidth,
                       trackHeight);
    const qreal r = trackHeight / 2.0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool knobRight = isChecked() != mirrored;
    const QRectF knob(knobRight ? track.right() - trackHeight + 2 : track.left() + 2,
                      track.top() + 2, trackHeight - 4, trackHeight - 4);
    if (isChecked()) {
        paint::box(p, track, r, isEnabled() ? theme.accent : theme.bar);
        paint::box(p, knob, knob.width() / 2, theme.onFill);
    } else {
        paint::box(p, track, r, theme.surface, isEnabled() ? theme.lineControl : theme.line);
        paint::box(p, knob, knob.width() / 2, isEnabled() ? theme.lineControl : theme.line);
    }
}

} // namespace baton::ui
