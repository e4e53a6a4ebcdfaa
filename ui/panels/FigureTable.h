#pragma once

#include "ui/panels/PlainTable.h"

#include <QtCore/QAbstractTableModel>

namespace baton::ui {

/// A cell in words, with an icon before them where it has one.
struct FigureCell
{
    QString text;
    QString icon = {};
    QColor Theme::*ink = &Theme::ink;
    bool bold = false;
    bool operator==(const FigureCell &) const = default;
};

struct FigureColumn
{
    QString title;
    int width = 0;       ///< px; 0: takes the rest
    bool number = false; ///< stands at the right
    bool operator==(const FigureColumn &) const = default;
};

/// Lines of a FigureTable, each under an id.
class FigureRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FigureRows(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    { }

    void setColumns(const QList<FigureColumn> &columns);
    /// The same ids in the same order are changed in place.
    void setLines(const QStringList &ids, const QList<QList<FigureCell>> &lines);
    const QString &id(int row) const { return m_ids[row]; }
    const FigureCell &cell(const QModelIndex &at) const { return m_lines[at.row()][at.column()]; }
    const QList<FigureColumn> &columns() const { return m_columns; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<FigureColumn> m_columns;
    QStringList m_ids;
    QList<QList<FigureCell>> m_lines;
};

/// Lines of words and figures; Enter chooses one.
class FigureTable : public PlainTable
{
    Q_OBJECT

public:
    FigureTable(const Look &look, const QString &name, const QList<FigureColumn> &columns,
                QWidget *parent = nullptr);

    void setLines(const QStringList &ids, const QList<QList<FigureCell>> &lines);
    const FigureRows &rows() const { return *m_rows; }
    QString currentId() const; ///< empty for none

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void choose(const QModelIndex &index) override;

private:
    FigureRows *m_rows;
};

} // namespace baton::ui
