#pragma once

#include "ui/panels/Label.h"
#include "ui/panels/ScrollColumn.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <cmath>

namespace baton::test {

/// By WCAG 2.x relative luminance.
inline double contrastOf(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

/// The commonest colour of a part of an image is its ground; how far the pixel stands out from it
/// that does so most.
inline double contrastIn(const QImage &image, const QRect &part)
{
    QHash<QRgb, int> counts;
    const QRect within = part & image.rect();
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QRgb ground = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > counts.value(ground))
            ground = it.key();
    }
    double most = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        most = std::max(most, contrastOf(QColor(ground), QColor(it.key())));
    return most;
}

/// Whether a widget goes out at the lower end of what it scrolls in: as good as cut off, unless
/// somebody is at it.
inline bool goesOut(const QWidget &widget)
{
    if (widget.hasFocus())
        return false;
    for (QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        for (const auto *fade :
             around->findChildren<ui::ScrollFade *>(QString(), Qt::FindDirectChildrenOnly)) {
            const QPoint top = widget.mapTo(around, QPoint());
            if (fade->isVisible() && fade->geometry().intersects(QRect(top, widget.size())))
                return true;
        }
    }
    return false;
}

/// What a screen must hold up to (TOKENS §2, §10): the text of each label and button that can be
/// seen is whole, and stands out from its ground by 4.5 as it is painted. A line for each that does
/// not, at a ratio of device pixels. Lists paint themselves and are not looked at.
inline QStringList faultsAt(QWidget &screen, qreal ratio)
{
    constexpr double leastContrast = 4.5;
    QImage image(screen.size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(screen.palette().color(QPalette::Window));
    screen.render(&image);
    QStringList faults;
    const auto look = [&](QWidget *widget, const QString &text, bool whole) {
        const QRect seen = widget->visibleRegion().boundingRect();
        if (text.trimmed().isEmpty() || seen.isEmpty() || !widget->isEnabled())
            return;
        const QRect at(widget->mapTo(&screen, seen.topLeft()), seen.size());
        if (!whole && seen == widget->rect())
            faults += QStringLiteral("“%1” is cut").arg(text);
        const double contrast = contrastIn(image, QRect(at.topLeft() * ratio, at.size() * ratio));
        if (contrast < leastContrast && seen == widget->rect() && !goesOut(*widget))
            faults
                += QStringLiteral("“%1” has a contrast of %2").arg(text).arg(contrast, 0, 'f', 2);
    };
    for (QLabel *label : screen.findChildren<QLabel *>()) {
        const bool whole = label->wordWrap()
            ? label->height() >= label->heightForWidth(label->width())
            : label->width() >= label->sizeHint().width()
                && label->height() >= QFontMetrics(label->font()).height();
        look(label, label->text(), whole);
    }
    for (QAbstractButton *button : screen.findChildren<QAbstractButton *>()) {
        const auto *tool = qobject_cast<QToolButton *>(button);
        if (!tool || tool->toolButtonStyle() != Qt::ToolButtonIconOnly)
            look(button, button->text(), button->width() >= button->sizeHint().width());
    }
    return faults;
}

/// At 100 % and 200 %, in one line; empty where nothing is wrong.
inline QString faultsOf(QWidget &screen)
{
    return (faultsAt(screen, 1) + faultsAt(screen, 2)).join(QStringLiteral("; "));
}

} // namespace baton::test
