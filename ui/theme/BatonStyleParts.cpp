#include "ui/theme/BatonStyle.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

namespace baton::ui {

namespace {

constexpr int menuPadding = 10;
constexpr int menuIcon = 16;
constexpr int menuSeparator = 9;
constexpr int menuShortcutGap = 28;
constexpr int fieldPadding = 10;
constexpr int comboChevron = 14;

QString labelOf(const QStyleOptionMenuItem &item)
{
    return item.text.section(u'\t', 0, 0);
}

/// The nearest scroll area around a bar.
const QWidget *scrolledBy(const QWidget *bar)
{
    while (bar && !qobject_cast<const QAbstractScrollArea *>(bar))
        bar = bar->parentWidget();
    return bar;
}

QString shortcutOf(const QStyleOptionMenuItem &item)
{
    return item.text.section(u'\t', 1);
}

} // namespace

QSize BatonStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (type == CT_LineEdit)
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(),
                m_look.px(metrics::field)};
    if (type == CT_ComboBox)
        return {size.width() + fieldPadding + comboChevron + metrics::iconGap + fieldPadding,
                m_look.px(metrics::field)};
    if (type != CT_MenuItem || !item)
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return {size.width(), menuSeparator};
    const QFontMetrics text(m_look.font(Role::Body));
    const QFontMetrics keys(m_look.font(Role::Micro));
    int width = 2 * menuPadding + text.horizontalAdvance(labelOf(*item));
    if (item->menuHasCheckableItems || item->maxIconWidth > 0)
        width += menuIcon + metrics::iconGap;
    if (const QString shortcut = shortcutOf(*item); !shortcut.isEmpty())
        width += menuShortcutGap + keys.horizontalAdvance(shortcut);
    return {width, m_look.px(metrics::menuRow)};
}

void BatonStyle::drawMenuItem(const QStyleOptionMenuItem &item, QPainter &p) const
{
    const Theme &theme = m_look.theme();
    const QRect r = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        const int y = r.center().y();
        paint::hairline(p, QPoint(r.left(), y), QPoint(r.right(), y), theme.line);
        return;
    }
    const bool enabled = item.state & State_Enabled;
    if ((item.state & State_Selected) && enabled)
        paint::box(p, r, metrics::radiusButton, theme.accentTint2);

    p.save();
    QRect inner = r.adjusted(menuPadding, 0, -menuPadding, 0);
    if (item.menuHasCheckableItems || item.maxIconWidth > 0) {
        const QRect place(inner.left(), r.center().y() - menuIcon / 2 + 1, menuIcon, menuIcon);
        const qreal dpr = p.device()->devicePixelRatioF();
        if (item.checked)
            p.drawPixmap(place.topLeft(),
                         m_look.icon(QStringLiteral("check"), menuIcon, theme.accentText, dpr));
        else if (!item.icon.isNull())
            item.icon.paint(&p, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        inner.setLeft(place.right() + 1 + metrics::iconGap);
    }
    p.setFont(m_look.font(Role::Body));
    p.setPen(enabled ? theme.ink : theme.inkDisabled);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
    paint::drawWords(p, visualRect(item.direction, r, inner), flags | Qt::AlignLeft, labelOf(item));
    p.setFont(m_look.font(Role::Micro));
    p.setPen(enabled ? theme.ink3 : theme.inkDisabled);
    paint::drawWords(p, visualRect(item.direction, r, inner), flags | Qt::AlignRight,
                     shortcutOf(item));
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        p.drawPixmap(QPoint(inner.right() - 12, r.center().y() - 5),
                     m_look.icon(QStringLiteral("chevron-right"), 12, theme.ink3,
                                 p.device()->devicePixelRatioF()));
    p.restore();
}

void BatonStyle::drawField(const QStyleOption &option, QPainter &p, const QWidget *widget) const
{
    const Theme &theme = m_look.theme();
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame && frame->lineWidth == 0)
        return;
    const bool enabled = option.state & State_Enabled;
    const bool wrong = widget && widget->property("batonWrong").toBool();
    QColor edge = wrong ? theme.danger : theme.lineStrong;
    if (!enabled)
        edge = theme.line;
    const QRectF r(option.rect);
    paint::box(p, r, metrics::radiusButton, enabled ? theme.surface : theme.sunken, edge);
    if ((option.state & State_HasFocus) && enabled)
        paint::focusRing(p, r, metrics::radiusButton - 1, paint::RingPlace::Inside, theme);
}

void BatonStyle::drawComboBox(const QStyleOptionComboBox &combo, QPainter &p) const
{
    drawField(combo, p, nullptr);
    const Theme &theme = m_look.theme();
    const QRect at
        = visualRect(combo.direction, combo.rect,
                     QRect(combo.rect.right() - fieldPadding - comboChevron,
                           combo.rect.center().y() - comboChevron / 2, comboChevron, comboChevron));
    p.drawPixmap(at.topLeft(),
                 m_look.icon(QStringLiteral("chevron-down"), comboChevron,
                             combo.state & State_Enabled ? theme.ink2 : theme.inkDisabled,
                             p.device()->devicePixelRatioF()));
}

/// Where the words of a combo box are.
QRect BatonStyle::comboWords(const QStyleOptionComboBox &combo) const
{
    return visualRect(
        combo.direction, combo.rect,
        combo.rect.adjusted(fieldPadding, 1, -fieldPadding - comboChevron - metrics::iconGap, -1));
}

void BatonStyle::drawScrollBar(const QStyleOptionSlider &bar, QPainter &p,
                               const QWidget *widget) const
{
    if (bar.maximum <= bar.minimum)
        return;
    const QWidget *area = scrolledBy(widget);
    if (area && !area->underMouse() && !(bar.state & State_Sunken))
        return;
    const QRectF handle = subControlRect(CC_ScrollBar, &bar, SC_ScrollBarSlider, widget);
    const bool held = (bar.state & State_Sunken) && (bar.activeSubControls & SC_ScrollBarSlider);
    const bool over = bar.state & State_MouseOver;
    const qreal inset = over || held ? 1 : 2;
    paint::box(p, handle.adjusted(inset, 2, -inset, -2),
               (qMin(handle.width(), handle.height()) - 2 * inset) / 2,
               over || held ? m_look.theme().lineControl : m_look.theme().bar);
}

void BatonStyle::drawSlider(const QStyleOptionSlider &slider, QPainter &p,
                            const QWidget *widget) const
{
    const Theme &theme = m_look.theme();
    const bool across = slider.orientation == Qt::Horizontal;
    const QRectF handle = QProxyStyle::subControlRect(CC_Slider, &slider, SC_SliderHandle, widget);
    const QRectF whole(slider.rect);
    const QPointF c = handle.center();
    QRectF groove(whole.left(), c.y() - 2, whole.width(), 4);
    QRectF done(whole.left(), c.y() - 2, c.x() - whole.left(), 4);
    if (!across) {
        groove = QRectF(c.x() - 2, whole.top(), 4, whole.height());
        done = QRectF(c.x() - 2, c.y(), 4, whole.bottom() - c.y());
    }
    paint::box(p, groove, 2, theme.line);
    paint::box(p, done, 2, theme.accent);
    const QRectF knob(c.x() - 7, c.y() - 7, 14, 14);
    paint::box(p, knob, 7, theme.surface, theme.lineControl);
    if (hasKeyFocus(widget))
        paint::focusRing(p, knob, 7, paint::RingPlace::Outside, theme);
}

} // namespace baton::ui
