#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QProxyStyle>

class QApplication;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSlider;

namespace baton::ui {

/// Fusion with Baton's focus ring, check box, radio button, slider, scroll bar, field, combo box,
/// menu and tool tip. Scroll bars are 8 px wide, lie over the content and take no room from it;
/// they show while the pointer is over what they scroll. The look must outlive it.
class BatonStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit BatonStyle(const Look &look);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
                      bool enabled, const QString &text,
                      QPalette::ColorRole textRole = QPalette::NoRole) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drawMenuItem(const QStyleOptionMenuItem &item, QPainter &p) const;
    void drawField(const QStyleOption &option, QPainter &p, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComboBox &combo, QPainter &p) const;
    QRect comboWords(const QStyleOptionComboBox &combo) const;
    void drawScrollBar(const QStyleOptionSlider &bar, QPainter &p, const QWidget *widget) const;
    void drawSlider(const QStyleOptionSlider &slider, QPainter &p, const QWidget *widget) const;

    const Look &m_look;
};

/// Gives the application style, palette, font and focus watching, now and whenever the look
/// changes. Called once, before the first widget.
void dress(QApplication &application, const Look &look);

} // namespace baton::ui
