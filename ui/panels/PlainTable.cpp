#include "ui/panels/PlainTable.h"

#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>

namespace baton::ui {

namespace {

/// Plain words on the pane's ground.
class PlainHeader : public QHeaderView
{
public:
    PlainHeader(const Look &look, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_look(look)
    {
        setSectionsClickable(false);
        setMinimumSectionSize(30);
        setAccessibleName(PlainTable::tr("Columns"));
    }
    QSize sizeHint() const override { return {100, m_look.px(metrics::listHeader)}; }
    void setMargin(int margin, int first)
    {
        m_margin = margin;
        m_first = first;
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        QPainter &p = *painter;
        p.save();
        p.fillRect(rect, m_look.theme().pane);
        p.setFont(m_look.font(Role::Small, QFont::Medium));
        p.setPen(m_look.theme().ink3);
        const auto told
            = [&](int role) { return model()->headerData(section, Qt::Horizontal, role); };
        const Qt::Alignment side(told(Qt::TextAlignmentRole).toInt());
        const int begin = section == 0 ? m_first : m_margin;
        const QRect inside
            = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(begin, 0, -m_margin, 0));
        paint::drawWords(p, inside,
                         int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), side)),
                         p.fontMetrics().elidedText(told(Qt::DisplayRole).toString(),
                                                    Qt::ElideRight, inside.width()));
        p.restore();
    }

private:
    const Look &m_look;
    int m_margin = 8;
    int m_first = 8; ///< before the first column
};

} // namespace

PlainTable::PlainTable(const Look &look, const QString &name, QAbstractItemModel *model,
                       QAbstractItemDelegate *delegate, QWidget *parent)
    : QTableView(parent)
    , m_look(look)
{
    model->setParent(this);
    delegate->setParent(this);
    setHorizontalHeader(new PlainHeader(look, this));
    setModel(model);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setAccessibleName(name);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QAbstractItemView::doubleClicked, this, &PlainTable::choose);
    connect(&look, &Look::changed, this, &PlainTable::relook);
    relook();
}

void PlainTable::relook()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_look.theme().surface);
    setPalette(colours);
    verticalHeader()->setDefaultSectionSize(m_look.px(metrics::tableRow));
    share();
    viewport()->update();
}

void PlainTable::setNothing(const QString &words)
{
    m_nothing = words;
    viewport()->update();
}

void PlainTable::setWidths(const QList<int> &widths, int least)
{
    m_widths = widths;
    m_least = least;
    share();
}

void PlainTable::setHeadMargin(int px, int first)
{
    static_cast<PlainHeader *>(horizontalHeader())->setMargin(px, first);
}

void PlainTable::share()
{
    int rest = viewport()->width();
    int wide = -1;
    for (int i = 0; i < int(m_widths.size()); ++i) {
        if (m_widths[i] == 0) {
            wide = i;
            continue;
        }
        setColumnWidth(i, m_look.px(m_widths[i]));
        rest -= m_look.px(m_widths[i]);
    }
    if (wide >= 0)
        setColumnWidth(wide, std::max(rest, m_look.px(m_least)));
}

void PlainTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    share();
}

void PlainTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else if (!event->text().isEmpty() && event->text().front().isPrint())
        event->ignore(); // letters are keys of the screen
    else
        QTableView::keyPressEvent(event);
}

void PlainTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    viewport()->update();
}

void PlainTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter p(viewport());
    p.setFont(m_look.font(Role::Body));
    p.setPen(m_look.theme().ink3);
    paint::drawWords(p, viewport()->rect(), Qt::AlignCenter, m_nothing);
}

} // namespace baton::ui
