#include "ui/panels/ComposerTab.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

namespace {

constexpr int tabHeight = 24;
constexpr int sidePadding = 8;
constexpr int iconSide = 14;
constexpr int iconGap = 5;

} // namespace

ComposerTab::ComposerTab(const Look &look, const QString &icon, const QString &text,
                         QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusHalo(this, metrics::radiusChip);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ComposerTab::sizeHint() const
{
    const QFontMetricsF font(m_look.font(Role::Small, QFont::Medium));
    return {m_look.px(2 * sidePadding + iconSide + iconGap) + qCeil(font.horizontalAdvance(text())),
            m_look.px(tabHeight)};
}

void ComposerTab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_look.theme();
    const QColor ink = isChecked() ? theme.accentText : theme.ink2;
    if (isChecked())
        paint::box(painter, rect(), metrics::radiusChip, theme.accentTint);
    else if (underMouse())
        paint::box(painter, rect(), metrics::radiusChip, theme.hover);
    const int side = m_look.px(iconSide);
    const int padding = m_look.px(sidePadding);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawPixmap(mirrored ? width() - padding - side : padding, (height() - side) / 2,
                       m_look.icon(m_icon, side, ink, devicePixelRatioF()));
    painter.setFont(m_look.font(Role::Small, QFont::Medium));
    painter.setPen(ink);
    const int before = padding + side + m_look.px(iconGap);
    const QRect place = mirrored ? rect().adjusted(padding, 0, -before, 0)
                                 : rect().adjusted(before, 0, -padding, 0);
    paint::drawWords(painter, place, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextDontClip,
                     text());
}

} // namespace baton::ui
