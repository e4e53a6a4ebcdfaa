#include "ui/panels/ScrollColumn.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int fadeHigh = 24; // px

}

ScrollFade::ScrollFade(const Look &look, QAbstractScrollArea *area, QColor Theme::*ground)
    : QWidget(area)
    , m_look(look)
    , m_area(area)
    , m_ground(ground)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    const QScrollBar *bar = area->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &ScrollFade::follow);
    connect(bar, &QScrollBar::rangeChanged, this, &ScrollFade::follow);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    area->viewport()->installEventFilter(this);
    follow();
}

void ScrollFade::follow()
{
    const QScrollBar *bar = m_area->verticalScrollBar();
    const QRect shown = m_area->viewport()->geometry();
    const int high = std::min(fadeHigh, shown.height());
    setGeometry(shown.left(), shown.bottom() + 1 - high, shown.width(), high);
    setVisible(bar->value() < bar->maximum());
}

bool ScrollFade::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        follow();
    return QWidget::eventFilter(watched, event);
}

void ScrollFade::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = m_look.theme().*m_ground;
    QColor clear = ground;
    clear.setAlpha(0);
    QLinearGradient fade(0, 0, 0, height());
    fade.setColorAt(0, clear);
    fade.setColorAt(1, ground);
    painter.fillRect(rect(), fade);
}

ScrollColumn::ScrollColumn(const Look &look, QWidget *body, QColor Theme::*ground)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(body);
    body->setAutoFillBackground(false); // setWidget() turns it on
    viewport()->setAutoFillBackground(false);
    new ScrollFade(look, this, ground);
}

} // namespace baton::ui
