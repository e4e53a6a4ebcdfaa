#include "ui/delegates/QueueRowGeometry.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/MarksBar.h"
#include "ui/panels/QueueHeader.h"
#include "ui/panels/QueueNews.h"
#include "ui/panels/QueuePanel.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/ViewList.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QAction>
#include <QtGui/QIcon>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchHeight = metrics::paneHeader;
constexpr int searchHeightCompact = 48;
constexpr int searchMargin = metrics::panePadding;
constexpr int searchMarginCompact = 12;
constexpr int filterGap = 4;
constexpr int filterMargin = 9; // and the pane's own edge
constexpr int filterMarginCompact = 7;
constexpr int emptyMargin = 20;
constexpr int emptyTop = 22;
constexpr int clearSide = 16;

} // namespace

void QueuePanel::build()
{
    m_clear = m_search->addAction(QIcon(), QLineEdit::TrailingPosition);
    m_clear->setText(tr("Clear search"));
    m_clear->setToolTip(tr("Clear search"));
    m_clear->setVisible(false);
    setSearchKey(u"/"_s);
    setMoveKeys(u"J"_s, u"K"_s);

    m_empty->setText(tr("No conversations in this view."));
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_empty->setContentsMargins(emptyMargin, emptyTop, emptyMargin, 0);
    m_empty->setWordWrap(true);
    m_news->hide();
    for (QWidget *page : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_empty),
                          static_cast<QWidget *>(m_state)})
        m_pages->addWidget(page);

    auto *searchRow = new QHBoxLayout;
    searchRow->setSpacing(filterGap);
    searchRow->addWidget(m_search);
    searchRow->addWidget(m_filterButton);
    m_column = new QVBoxLayout(this);
    m_column->setSpacing(0);
    m_column->addLayout(searchRow);
    m_column->addWidget(m_views);
    m_column->addLayout(m_incidents);
    m_column->addWidget(m_header);
    m_column->addWidget(m_pages, 1);
    m_column->addWidget(m_marks);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
}

void QueuePanel::relook()
{
    m_clear->setIcon(m_look.icon(u"close"_s, clearSide, m_look.theme().ink3, devicePixelRatioF()));
    const int height = m_look.px(m_compact ? searchHeightCompact : searchHeight);
    const int side = m_compact ? searchMarginCompact : searchMargin;
    const int above = (height - m_search->height()) / 2;
    const int end = m_compact ? filterMarginCompact : filterMargin;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_column->itemAt(0)->layout()->setContentsMargins(
        mirrored ? end : side, above, mirrored ? side : end, height - m_search->height() - above);
    // The line between this pane and the next one belongs to this one.
    m_column->setContentsMargins(mirrored ? 1 : 0, 0, mirrored ? 0 : 1, 0);
    m_views->setStyle(m_compact ? ViewStyle::Tabs : ViewStyle::Rows);
    m_list->setDensity(m_compact ? RowDensity::Compact : RowDensity::Full);
    updateGeometry();
    update();
}

void QueuePanel::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    relook();
    showOrder();
}

void QueuePanel::setSearchKey(const QString &key)
{
    m_search->setKeyHint(key);
}

void QueuePanel::setArrangeKeys(const QString &filter, const QString &sort)
{
    m_filterButton->setName(tr("Filter"), filter);
    m_header->setKeys(sort);
}

void QueuePanel::setMoveKeys(const QString &next, const QString &previous)
{
    m_header->setHint(next.isEmpty() || previous.isEmpty()
                          ? QString()
                          : tr("%1 %2 to move", "two keys").arg(next, previous));
}

void QueuePanel::setFooter(QWidget *footer)
{
    delete m_footer;
    m_footer = footer;
    if (footer)
        m_column->addWidget(footer);
}

bool QueuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::Resize) {
        const int height = m_news->sizeHint().height();
        m_news->setGeometry(0, m_list->height() - height, m_list->width(), height);
    }
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            focusList();
            m_list->move(0);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            enterFirst();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QueuePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        relook();
}

void QueuePanel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.pane);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    paint::hairline(p, QPointF(edge, 0), QPointF(edge, height()), theme.line);
    if (m_compact && !m_header->isVisible()) {
        const int y = m_pages->y() - 1;
        paint::hairline(p, QPointF(0, y), QPointF(width(), y), theme.line);
    }
}

} // namespace baton::ui
