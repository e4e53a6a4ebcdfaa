#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QScrollArea>

namespace baton::ui {

/// Over the lower end of what scrolls, while there is more below: a line that is cut goes out
/// softly. Not for lists, whose current row may stand there. Takes no clicks; lives as long as the
/// area, to which it adds itself, and which keeps its viewport and its bar.
class ScrollFade : public QWidget
{
    Q_OBJECT

public:
    /// ground is what the area's words stand on.
    ScrollFade(const Look &look, QAbstractScrollArea *area, QColor Theme::*ground);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    const Look &m_look;
    QAbstractScrollArea *m_area;
    QColor Theme::*m_ground;
};

/// A body as wide as there is room that scrolls up and down on the ground of what it stands in.
class ScrollColumn : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes body.
    ScrollColumn(const Look &look, QWidget *body, QColor Theme::*ground);
};

} // namespace baton::ui
