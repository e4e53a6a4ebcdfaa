#include "ui/panels/PlainChart.h"

#include "ui/theme/Paintkit.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QLegend>
#include <QtWidgets/QGraphicsLayout>

#include <algorithm>

namespace baton::ui {

PlainChart::PlainChart(const Look &look, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_look(look)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    setLayoutDirection(Qt::LeftToRight);
}

void PlainChart::beginAgain()
{
    const Theme &theme = m_look.theme();
    setFixedHeight(sizeHint().height());
    chart()->removeAllSeries();
    chart()->setBackgroundBrush(theme.surface);
    setBackgroundBrush(theme.surface);
    for (QAbstractAxis *axis : chart()->axes()) {
        axis->setLabelsFont(m_look.font(Role::Micro, QFont::Normal));
        axis->setLabelsColor(theme.ink3);
        axis->setGridLinePen(QPen(theme.grid, 1));
    }
}

int PlainChart::flagHeight() const
{
    return m_look.px(20);
}

void PlainChart::drawFlag(QPainter &p, const QString &words, qreal x, qreal top, qreal right,
                          QColor Theme::*fill, QColor Theme::*ink) const
{
    const QFont micro = m_look.font(Role::Micro, QFont::Medium);
    p.setFont(micro);
    const qreal width = QFontMetricsF(micro).horizontalAdvance(words) + 16;
    const qreal left = std::clamp(x - width / 2, 0.0, std::max(0.0, right - width));
    const QRectF flag(left, top, width, flagHeight());
    paint::box(p, flag, 5, m_look.theme().*fill);
    p.setPen(m_look.theme().*ink);
    paint::drawWords(p, flag, Qt::AlignCenter, words);
}

} // namespace baton::ui
