#include "ui/panels/IntentTable.h"

#include "ui/delegates/ScoreIntentDelegate.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>

namespace baton::ui {

namespace {

/// Of ScoreIntents::Column, from the second on; the first takes the rest.
constexpr int widths[] = {0, 48, 66, 238, 108, 100, 84, 126};
constexpr int titleLeast = 140;

/// Plain words on the pane's ground.
class HeaderCells : public QHeaderView
{
public:
    HeaderCells(const Look &look, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_look(look)
    {
        setSectionsClickable(false);
        setMinimumSectionSize(30);
        setAccessibleName(IntentTable::tr("Columns"));
    }
    QSize sizeHint() const override { return {100, m_look.px(metrics::listHeader)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        QPainter &p = *painter;
        p.save();
        p.fillRect(rect, m_look.theme().pane);
        p.setFont(m_look.font(Role::Small, QFont::Medium));
        p.setPen(m_look.theme().ink3);
        const bool number = section == ScoreIntents::Contacts || section == ScoreIntents::Back
            || section == ScoreIntents::Csat;
        const QRect inside = rect.adjusted(8, 0, -8, 0);
        const QString text
            = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        paint::drawWords(p, inside,
                         int(Qt::AlignVCenter
                             | QStyle::visualAlignment(layoutDirection(),
                                                       number ? Qt::AlignRight : Qt::AlignLeft)),
                         p.fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        p.restore();
    }

private:
    const Look &m_look;
};

} // namespace

IntentTable::IntentTable(const Look &look, QWidget *parent)
    : QTableView(parent)
    , m_look(look)
    , m_model(new ScoreIntents(this))
{
    setHorizontalHeader(new HeaderCells(look, this));
    setModel(m_model);
    setItemDelegate(new ScoreIntentDelegate(look, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setAccessibleName(tr("Figures by intent"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QAbstractItemView::doubleClicked, this, &IntentTable::drill);
    connect(&look, &Look::changed, this, &IntentTable::relook);
    relook();
}

void IntentTable::relook()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_look.theme().surface);
    setPalette(colours);
    verticalHeader()->setDefaultSectionSize(m_look.px(metrics::tableRow));
    resizeEvent(nullptr);
    viewport()->update();
}

void IntentTable::setIntents(const ScorecardSnapshot &snapshot)
{
    m_model->setIntents(snapshot.intents, snapshot.windowMs);
}

void IntentTable::resizeEvent(QResizeEvent *event)
{
    if (event)
        QTableView::resizeEvent(event);
    int rest = viewport()->width();
    for (int column = 1; column < ScoreIntents::Columns; ++column) {
        setColumnWidth(column, m_look.px(widths[column]));
        rest -= m_look.px(widths[column]);
    }
    setColumnWidth(0, std::max(rest, m_look.px(titleLeast)));
}

void IntentTable::drill(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT drillRequested(m_model->line(index.row()).intent,
                              ScoreIntents::metricOf(index.column()));
}

void IntentTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        drill(currentIndex());
    else if (!event->text().isEmpty() && event->text().front().isPrint())
        event->ignore(); // letters are keys of the screen
    else
        QTableView::keyPressEvent(event);
}

void IntentTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
}

void IntentTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter p(viewport());
    p.setFont(m_look.font(Role::Body));
    p.setPen(m_look.theme().ink3);
    paint::drawWords(p, viewport()->rect(), Qt::AlignCenter,
                     tr("No contact has ended in these weeks."));
}

} // namespace baton::ui
