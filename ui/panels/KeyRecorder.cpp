#include "ui/panels/KeyRecorder.h"

#include "ui/panels/KeyCap.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>

namespace baton::ui {

namespace {

constexpr int waitForSecondMs = 800;
constexpr int fieldPadding = 8;
constexpr int keyGap = 3;
constexpr int leastWidth = 96;

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
        || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

/// What a sequence is written with: Shift only where the key is a letter or has no sign of its own.
QKeyCombination combinationOf(const QKeyEvent &event)
{
    const auto key = Qt::Key(event.key());
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool letter = key >= Qt::Key_A && key <= Qt::Key_Z;
    const bool sign = key < Qt::Key_Escape;
    if (sign && !letter && key != Qt::Key_Space)
        modifiers &= ~Qt::ShiftModifier;
    return QKeyCombination(modifiers, key);
}

} // namespace

KeyRecorder::KeyRecorder(const Look &look, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_name(name)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::radiusChip);
    m_second.setSingleShot(true);
    m_second.setInterval(waitForSecondMs);
    connect(&m_second, &QTimer::timeout, this, &KeyRecorder::finish);
    connect(this, &QAbstractButton::clicked, this, &KeyRecorder::start);
    connect(&look, &Look::changed, this, &QWidget::updateGeometry);
    setKeys({});
}

void KeyRecorder::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    setAccessibleName(keys.isEmpty() ? tr("%1: no keys", "an action").arg(m_name)
                                     : tr("%1: %2", "an action, its keys")
                                           .arg(m_name, keys.toString(QKeySequence::NativeText)));
    updateGeometry();
    update();
}

QSize KeyRecorder::sizeHint() const
{
    int width = 2 * fieldPadding - keyGap;
    for (const QString &cap : KeyCap::caps(m_keys))
        width += paint::keycapWidth(cap, m_look) + keyGap;
    return {qMax(width, m_look.px(leastWidth)), m_look.px(metrics::buttonSmall)};
}

void KeyRecorder::start()
{
    if (m_recording)
        return;
    m_recording = true;
    m_typed.clear();
    setFocus(Qt::OtherFocusReason);
    update();
}

void KeyRecorder::stop()
{
    m_second.stop();
    m_recording = false;
    update();
}

void KeyRecorder::finish()
{
    QKeySequence keys;
    if (m_typed.size() == 1)
        keys = QKeySequence(m_typed.at(0));
    else if (m_typed.size() == 2)
        keys = QKeySequence(m_typed.at(0), m_typed.at(1));
    stop();
    Q_EMIT recorded(keys);
}

bool KeyRecorder::event(QEvent *event)
{
    // While it listens, no shortcut of the window and no tab order may take a key away.
    if (m_recording && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (m_recording && event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QAbstractButton::event(event);
}

void KeyRecorder::keyPressEvent(QKeyEvent *event)
{
    if (!m_recording) {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return click();
        return QAbstractButton::keyPressEvent(event);
    }
    event->accept();
    if (isModifier(event->key()))
        return;
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && event->key() == Qt::Key_Escape)
        return stop();
    if (plain && event->key() == Qt::Key_Backspace && m_typed.isEmpty())
        return finish();
    m_typed += combinationOf(*event);
    update();
    const bool letter = event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z;
    if (m_typed.size() == 1 && plain && letter)
        m_second.start();
    else
        finish();
}

void KeyRecorder::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    if (m_recording)
        stop();
}

void KeyRecorder::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const QColor fill = m_recording ? theme.accentTint : underMouse() ? theme.hover : QColor();
    paint::box(p, rect(), metrics::radiusChip, fill, m_recording ? theme.accent : QColor());
    p.setFont(m_look.font(Role::Small));
    if (m_recording && m_typed.isEmpty()) {
        p.setPen(theme.accentText);
        paint::drawWords(p, rect(), Qt::AlignCenter, tr("Press keys"));
        return;
    }
    const QKeySequence shown = m_recording ? QKeySequence(m_typed.first()) : m_keys;
    const QStringList caps = KeyCap::caps(shown);
    if (caps.isEmpty()) {
        p.setPen(theme.ink3);
        paint::drawWords(p, rect().adjusted(0, 0, -fieldPadding, 0),
                         Qt::AlignVCenter | Qt::AlignRight, tr("none", "no keys"));
        return;
    }
    const int height = m_look.px(metrics::chipSmall);
    int right = width() - fieldPadding;
    for (auto cap = caps.rbegin(); cap != caps.rend(); ++cap) {
        const int w = paint::keycapWidth(*cap, m_look);
        paint::keycap(p, QRectF(right - w, (this->height() - height) / 2, w, height), *cap, m_look);
        right -= w + keyGap;
    }
}

} // namespace baton::ui
