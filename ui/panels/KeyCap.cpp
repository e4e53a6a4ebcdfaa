#include "ui/panels/KeyCap.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

namespace {

constexpr int capGap = 3;

} // namespace

KeyCap::KeyCap(const Look &look, const QKeySequence &keys, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setKeys(keys);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

KeyCap::KeyCap(const Look &look, const QString &sign, QWidget *parent)
    : KeyCap(look, QKeySequence(), parent)
{
    m_caps = {sign};
    setAccessibleName(sign);
    updateGeometry();
}

QStringList KeyCap::caps(const QKeySequence &keys)
{
    QStringList out;
    for (int i = 0; i < keys.count(); ++i)
        out += QKeySequence(keys[uint(i)]).toString(QKeySequence::NativeText).replace(u'+', u' ');
    return out;
}

void KeyCap::setKeys(const QKeySequence &keys)
{
    m_caps = caps(keys);
    setAccessibleName(keys.toString(QKeySequence::NativeText));
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    int width = 0;
    for (const QString &cap : std::as_const(m_caps))
        width += paint::keycapWidth(cap, m_look) + capGap;
    return {qMax(0, width - capGap), m_look.px(metrics::chipSmall)};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    int x = 0;
    for (const QString &cap : std::as_const(m_caps)) {
        const int w = paint::keycapWidth(cap, m_look);
        paint::keycap(p, QRectF(x, 0, w, height()), cap, m_look);
        x += w + capGap;
    }
}

} // namespace baton::ui
