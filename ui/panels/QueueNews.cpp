#include "ui/panels/QueueNews.h"

#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>

namespace baton::ui {

QueueNews::QueueNews(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void QueueNews::setArrived(int conversations)
{
    setText(conversations > 0 ? tr("%1 new", "conversations").arg(format::count(conversations))
                              : tr("New order"));
    update();
}

QSize QueueNews::sizeHint() const
{
    return {0, m_look.px(metrics::target)};
}

void QueueNews::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), underMouse() ? theme.accentTint3 : theme.accentTint2);
    p.setFont(m_look.font(Role::Small, QFont::Medium));
    p.setPen(theme.accentText);
    paint::drawWords(p, rect(), Qt::AlignCenter, text());
}

} // namespace baton::ui
