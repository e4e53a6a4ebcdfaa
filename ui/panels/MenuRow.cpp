#include "ui/panels/MenuRow.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int rowPad = 9;
constexpr int rowIcon = 16;
constexpr int rowKeyGap = 16;
constexpr int rowIconGap = 9;

} // namespace

MenuRow::MenuRow(const Look &look, const QString &icon, const QString &text, const QString &key,
                 QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_icon(icon)
    , m_key(key)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

int MenuRow::wordsAt() const
{
    return m_icon.isEmpty() ? rowPad : rowPad + rowIcon + rowIconGap;
}

QSize MenuRow::sizeHint() const
{
    const QFontMetrics words(m_look.font(Role::Body));
    const int key = m_key.isEmpty() ? 0 : paint::keycapWidth(m_key, m_look) + rowKeyGap;
    const int mark = isCheckable() ? rowIcon + rowKeyGap : 0;
    return {wordsAt() + words.horizontalAdvance(text()) + mark + key + rowPad,
            m_look.px(metrics::menuRow)};
}

/// The row under the pointer is the row under the cursor: one at a time.
void MenuRow::enterEvent(QEnterEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    QAbstractButton::enterEvent(event);
}

void MenuRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    if (hasFocus() || isDown())
        paint::box(p, rect(), metrics::radiusButton, theme.accentTint2);
    const auto mirrored
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    if (!m_icon.isEmpty()) {
        const QRect icon = mirrored({rowPad, (height() - rowIcon) / 2, rowIcon, rowIcon});
        p.drawPixmap(icon.topLeft(), m_look.icon(m_icon, rowIcon, theme.ink2, devicePixelRatioF()));
    }
    p.setFont(m_look.font(Role::Body));
    p.setPen(theme.ink);
    paint::drawWords(p, mirrored({wordsAt(), 0, width() - wordsAt() - rowPad, height()}),
                     Qt::AlignVCenter | Qt::AlignLeading, text());
    const int keyWidth = m_key.isEmpty() ? 0 : paint::keycapWidth(m_key, m_look);
    if (isChecked()) {
        const int right = width() - rowPad - (keyWidth > 0 ? keyWidth + rowKeyGap / 2 : 0);
        const QRect mark = mirrored({right - rowIcon, (height() - rowIcon) / 2, rowIcon, rowIcon});
        p.drawPixmap(mark.topLeft(),
                     m_look.icon(u"check"_s, rowIcon, theme.accentText, devicePixelRatioF()));
    }
    if (m_key.isEmpty())
        return;
    const int keyHeight = m_look.px(metrics::chipSmall);
    paint::keycap(
        p, mirrored({width() - rowPad - keyWidth, (height() - keyHeight) / 2, keyWidth, keyHeight}),
        m_key, m_look);
}

} // namespace baton::ui
