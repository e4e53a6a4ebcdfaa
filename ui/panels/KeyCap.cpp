#include "ui/panels/KeyCap.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

namespace {

/// "Ctrl+Shift+C" is three keys; the plus key itself is one.
QStringList keysOf(const QKeySequence &stroke)
{
    QString rest = stroke.toString(QKeySequence::NativeText);
    rest.replace(QStringLiteral("Return"), QStringLiteral("↵")); // as on the key
    QStringList keys;
    for (qsizetype plus = rest.indexOf(u'+'); plus > 0 && plus + 1 < rest.size();
         plus = rest.indexOf(u'+')) {
        keys += rest.first(plus);
        rest = rest.sliced(plus + 1);
    }
    return keys += rest;
}

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
        out += keysOf(keys[uint(i)]).join(u' ');
    return out;
}

QStringList KeyCap::singleCaps(const QKeySequence &keys)
{
    QStringList out;
    for (int i = 0; i < keys.count(); ++i)
        out += keysOf(keys[uint(i)]);
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
    return {paint::keycapsWidth(m_caps, m_look), m_look.px(metrics::chipSmall)};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::keycaps(p, QRectF(rect()), m_caps, m_look);
}

} // namespace baton::ui
