#include "ui/panels/Skeleton.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

namespace baton::ui {

Skeleton::Skeleton(const Look &look, const QList<QRect> &blocks, int rowHeight, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_blocks(blocks)
    , m_rowHeight(rowHeight)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Loading"));
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(metrics::skeletonAfter);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (parentWidget())
            setGeometry(parentWidget()->rect());
        raise();
        show();
    });
}

void Skeleton::start()
{
    if (!isVisible() && !m_delay.isActive())
        m_delay.start();
}

void Skeleton::stop()
{
    m_delay.stop();
    hide();
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const int step = m_look.px(m_rowHeight);
    for (int top = 0; top < height(); top += step) {
        for (const QRect &block : m_blocks) {
            const QRectF place(block.left() * m_look.scale(), top + block.top() * m_look.scale(),
                               block.width() * m_look.scale(), block.height() * m_look.scale());
            paint::box(p, place, 4, m_look.theme().line);
        }
    }
}

} // namespace baton::ui
