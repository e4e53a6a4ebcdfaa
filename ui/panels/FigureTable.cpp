#include "ui/panels/FigureTable.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Paintkit.h"

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
    if (orientation != Qt::Horizontal)
        return {};
    const FigureColumn column = m_columns.value(section);
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int(column.number ? Qt::AlignRight : Qt::AlignLeft);
    return {};
}

FigureTable::FigureTable(const Look &look, const QString &name, const QList<FigureColumn> &columns,
                         QWidget *parent)
    : PlainTable(look, name, new FigureRows, new FigureDelegate(look, nullptr), parent)
    , m_rows(static_cast<FigureRows *>(model()))
{
    m_rows->setColumns(columns);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHeadMargin(figureSide, figureSide);
    QList<int> widths;
    for (const FigureColumn &column : columns)
        widths += column.width;
    setWidths(widths, figureTitleLeast);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, viewport(),
            qOverload<>(&QWidget::update));
}

void FigureTable::setLines(const QStringList &ids, const QList<QList<FigureCell>> &lines)
{
    const QString before = currentId();
    m_rows->setLines(ids, lines);
    if (const qsizetype row = ids.indexOf(before); row >= 0 && row != currentIndex().row())
        setCurrentIndex(m_rows->index(int(row), 0));
}

QString FigureTable::currentId() const
{
    return currentIndex().isValid() ? m_rows->id(currentIndex().row()) : QString();
}

void FigureTable::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT chosen(m_rows->id(index.row()));
}

} // namespace baton::ui
