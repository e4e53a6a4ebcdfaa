#include "ui/panels/FigureTable.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

namespace baton::ui {

namespace {

constexpr int figureSide = 10;
constexpr int figureIcon = 14;
constexpr int figureTitleLeast = 120;

Qt::Alignment sideOf(const FigureColumn &column, Qt::LayoutDirection direction)
{
    return Qt::AlignVCenter
        | QStyle::visualAlignment(direction, column.number ? Qt::AlignRight : Qt::AlignLeft);
}

class FigureDelegate : public QStyledItemDelegate
{
public:
    FigureDelegate(const Look &look, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &rows = *static_cast<const FigureRows *>(index.model());
        const FigureCell &cell = rows.cell(index);
        const FigureColumn &column = rows.columns()[index.column()];
        const Theme &theme = m_look.theme();
        QPainter &p = *painter;
        p.save();
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const bool chosen = view && view->currentIndex().row() == index.row() && view->hasFocus();
        p.fillRect(option.rect, chosen ? theme.accentTint : theme.surface);
        paint::hairline(p, option.rect.bottomLeft(), option.rect.bottomRight(), theme.line);
        QRect place = option.rect.adjusted(figureSide, 0, -figureSide, 0);
        if (!cell.icon.isEmpty()) {
            const int side = m_look.px(figureIcon);
            const QRect icon(place.left(), place.center().y() - side / 2 + 1, side, side);
            p.drawPixmap(
                QStyle::visualRect(option.direction, option.rect, icon).topLeft(),
                m_look.icon(cell.icon, side, theme.*cell.ink, p.device()->devicePixelRatioF()));
            place.setLeft(icon.right() + 7);
        }
        p.setFont(m_look.font(Role::Body, cell.bold ? QFont::DemiBold : QFont::Normal));
        p.setPen(theme.*cell.ink);
        paint::drawWords(p, QStyle::visualRect(option.direction, option.rect, place),
                         int(sideOf(column, option.direction)),
                         p.fontMetrics().elidedText(cell.text, Qt::ElideRight, place.width()));
        if (chosen && index.column() == 0 && hasKeyFocus(view))
            paint::focusRing(p, option.rect, 0, paint::RingPlace::Inside, theme);
        p.restore();
    }

private:
    const Look &m_look;
};

class FigureHeader : public QHeaderView
{
public:
    FigureHeader(const Look &look, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_look(look)
    {
        setSectionsClickable(false);
        setMinimumSectionSize(30);
        setAccessibleName(FigureTable::tr("Columns"));
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
        const QRect inside = rect.adjusted(figureSide, 0, -figureSide, 0);
        const FigureColumn &column = static_cast<const FigureRows *>(model())->columns()[section];
        paint::drawWords(p, inside, int(sideOf(column, layoutDirection())),
                         p.fontMetrics().elidedText(column.title, Qt::ElideRight, inside.width()));
        p.restore();
    }

private:
    const Look &m_look;
};

} // namespace

void FigureRows::setColumns(const QList<FigureColumn> &columns)
{
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

void FigureRows::setLines(const QStringList &ids, const QList<QList<FigureCell>> &lines)
{
    if (ids == m_ids) {
        if (lines == m_lines)
            return;
        m_lines = lines;
        if (!lines.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_ids = ids;
    m_lines = lines;
    endResetModel();
}

int FigureRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int FigureRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant FigureRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cell(index).text;
    if (role == Qt::AccessibleTextRole)
        return FigureTable::tr("%1: %2", "a column, what stands there")
            .arg(m_columns[index.column()].title, cell(index).text);
    return {};
}

QVariant FigureRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_columns.value(section).title;
    return {};
}

FigureTable::FigureTable(const Look &look, const QString &name, const QList<FigureColumn> &columns,
                         QWidget *parent)
    : QTableView(parent)
    , m_look(look)
    , m_rows(new FigureRows(this))
{
    m_rows->setColumns(columns);
    setHorizontalHeader(new FigureHeader(look, this));
    setModel(m_rows);
    setItemDelegate(new FigureDelegate(look, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    setAccessibleName(name);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QAbstractItemView::doubleClicked, this, &FigureTable::choose);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, viewport(),
            qOverload<>(&QWidget::update));
    connect(&look, &Look::changed, this, &FigureTable::relook);
    relook();
}

void FigureTable::relook()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_look.theme().surface);
    setPalette(colours);
    verticalHeader()->setDefaultSectionSize(m_look.px(metrics::tableRow));
    resizeEvent(nullptr);
    viewport()->update();
}

void FigureTable::setLines(const QStringList &ids, const QList<QList<FigureCell>> &lines)
{
    const QString before = currentId();
    m_rows->setLines(ids, lines);
    if (const qsizetype row = ids.indexOf(before); row >= 0 && row != currentIndex().row())
        setCurrentIndex(m_rows->index(int(row), 0));
}

void FigureTable::setNothing(const QString &words)
{
    m_nothing = words;
    viewport()->update();
}

QString FigureTable::currentId() const
{
    return currentIndex().isValid() ? m_rows->id(currentIndex().row()) : QString();
}

void FigureTable::resizeEvent(QResizeEvent *event)
{
    if (event)
        QTableView::resizeEvent(event);
    int rest = viewport()->width();
    int wide = -1;
    const QList<FigureColumn> &columns = m_rows->columns();
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].width == 0) {
            wide = i;
            continue;
        }
        setColumnWidth(i, m_look.px(columns[i].width));
        rest -= m_look.px(columns[i].width);
    }
    if (wide >= 0)
        setColumnWidth(wide, std::max(rest, m_look.px(figureTitleLeast)));
}

void FigureTable::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT chosen(m_rows->id(index.row()));
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else if (!event->text().isEmpty() && event->text().front().isPrint())
        event->ignore(); // letters are keys of the window
    else
        QTableView::keyPressEvent(event);
}

void FigureTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(0, 0));
    viewport()->update();
}

void FigureTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_rows->rowCount() > 0)
        return;
    QPainter p(viewport());
    p.setFont(m_look.font(Role::Body));
    p.setPen(m_look.theme().ink3);
    paint::drawWords(p, viewport()->rect(), Qt::AlignCenter, m_nothing);
}

} // namespace baton::ui
