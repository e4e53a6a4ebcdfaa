#include "ui/theme/BatonStyle.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QToolTip>

namespace baton::ui {

namespace {

constexpr int indicatorSide = 16;
constexpr int scrollBarWidth = 8;
constexpr int scrollHandleMinimum = 28;
constexpr int haloMargin = 3; ///< a gap of one pixel and a ring of two

/// The edge of what is not chosen is half a pixel stronger than that of a card.
void drawOpen(QPainter &p, const QRectF &r, qreal radius, const Theme &theme, bool enabled)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(enabled ? theme.lineControl : theme.line, 1.5));
    p.setBrush(theme.surface);
    p.drawRoundedRect(r.adjusted(.75, .75, -.75, -.75), radius - .75, radius - .75);
    p.restore();
}

void drawCheckBox(const QStyleOption &option, QPainter &p, const Theme &theme)
{
    const QRectF r(option.rect);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!on) {
        drawOpen(p, r, 4, theme, enabled);
        return;
    }
    paint::box(p, r, 4, enabled ? theme.accent : theme.bar);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(theme.onFill, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF o = r.topLeft();
    if (option.state & QStyle::State_NoChange)
        p.drawLine(o + QPointF(4.5, 8), o + QPointF(11.5, 8));
    else
        p.drawPolyline(
            QPolygonF{o + QPointF(4, 8.3), o + QPointF(6.9, 11.2), o + QPointF(12, 5.2)});
    p.restore();
}

void drawRadioButton(const QStyleOption &option, QPainter &p, const Theme &theme)
{
    const QRectF r(option.rect);
    const bool enabled = option.state & QStyle::State_Enabled;
    const qreal radius = r.width() / 2;
    if (!(option.state & QStyle::State_On)) {
        drawOpen(p, r, radius, theme, enabled);
        return;
    }
    paint::box(p, r, radius, enabled ? theme.accent : theme.bar);
    paint::box(p, QRectF(r.center() - QPointF(3, 3), QSizeF(6, 6)), 3, theme.onFill);
}

} // namespace

BatonStyle::BatonStyle(const Look &look)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_look(look)
{ }

void BatonStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = m_look.theme();
    switch (element) {
    case PE_IndicatorCheckBox:
        return drawCheckBox(*option, *painter, theme);
    case PE_IndicatorRadioButton:
        return drawRadioButton(*option, *painter, theme);
    case PE_FrameFocusRect:
        if (hasKeyFocus(widget) && !focusHalo(widget))
            paint::focusRing(*painter, option->rect, 0, paint::RingPlace::Inside, theme);
        return;
    case PE_PanelLineEdit:
        if (widget && widget->property("batonBare").toBool())
            return;
        return drawField(*option, *painter, widget);
    case PE_FrameLineEdit:
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        if (element == PE_PanelMenu)
            paint::box(*painter, option->rect, metrics::radiusCard, theme.raised, theme.lineStrong);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme.toast);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BatonStyle::drawItemText(QPainter *painter, const QRect &rect, int flags,
                              const QPalette &palette, bool enabled, const QString &text,
                              QPalette::ColorRole textRole) const
{
    if (!(flags & Qt::AlignVCenter) || (flags & (Qt::TextWordWrap | Qt::TextShowMnemonic)))
        return QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, textRole);
    const QPen pen = painter->pen();
    if (textRole != QPalette::NoRole)
        painter->setPen(palette.color(enabled ? QPalette::Active : QPalette::Disabled, textRole));
    paint::drawWords(*painter, rect, flags, text);
    painter->setPen(pen);
}

void BatonStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        const auto *frame = qobject_cast<const QFocusFrame *>(widget);
        const int radius = frame && frame->widget() ? focusHalo(frame->widget()).value_or(0) : 0;
        const int m = haloMargin;
        paint::focusRing(*painter, QRectF(option->rect).adjusted(m, m, -m, -m), radius,
                         paint::RingPlace::Outside, m_look.theme());
        return;
    }
    if (element == CE_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuItem(*item, *painter);
    }
    if (element == CE_MenuEmptyArea)
        return;
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BatonStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return drawScrollBar(*slider, *painter, widget);
    if (control == CC_Slider && slider)
        return drawSlider(*slider, *painter, widget);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        control == CC_ComboBox && combo && !combo->editable)
        return drawComboBox(*combo, *painter);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect BatonStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField && combo && !combo->editable)
        return comboWords(*combo);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);

    const bool across = bar->orientation == Qt::Horizontal;
    const QRect whole = bar->rect;
    const int length = across ? whole.width() : whole.height();
    const int range = bar->maximum - bar->minimum;
    int handle = length;
    if (range > 0)
        handle = int(qint64(length) * bar->pageStep / (qint64(range) + bar->pageStep));
    handle = qBound(qMin(scrollHandleMinimum, length), handle, length);
    const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                           length - handle, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return across ? QRect(whole.x() + from, whole.y(), size, whole.height())
                      : QRect(whole.x(), whole.y() + from, whole.width(), size);
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(at, handle);
    case SC_ScrollBarGroove:
        return whole;
    case SC_ScrollBarSubPage:
        return part(0, at);
    case SC_ScrollBarAddPage:
        return part(at + handle, length - at - handle);
    default:
        return {};
    }
}

int BatonStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSide;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return haloMargin;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_ScrollView_ScrollBarOverlap:
        return scrollBarWidth;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BatonStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void BatonStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *menu = qobject_cast<QMenu *>(widget)) {
        menu->setWindowFlag(Qt::FramelessWindowHint);
        menu->setWindowFlag(Qt::NoDropShadowWindowHint);
        menu->setAttribute(Qt::WA_TranslucentBackground);
    }
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (qobject_cast<QAbstractScrollArea *>(widget))
        widget->installEventFilter(this);
}

bool BatonStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        const QList<QScrollBar *> bars = watched->findChildren<QScrollBar *>();
        for (QScrollBar *bar : bars)
            bar->update();
    }
    return QProxyStyle::eventFilter(watched, event);
}

void dress(QApplication &application, const Look &look)
{
    QApplication::setStyle(new BatonStyle(look));
    application.installEventFilter(new KeyFocus(&application));
    const auto apply = [&look] {
        QApplication::setPalette(look.theme().palette());
        QApplication::setFont(look.font(Role::Body));
        QToolTip::setPalette(look.theme().palette());
        QToolTip::setFont(look.font(Role::Small));
    };
    apply();
    QObject::connect(&look, &Look::changed, &application, apply);
}

} // namespace baton::ui
