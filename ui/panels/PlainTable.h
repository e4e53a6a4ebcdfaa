#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QTableView>

namespace baton::ui {

/// A table as the screens of figures have it: walked by arrows, Enter or a double click chooses,
/// letters stay keys of the screen, one column takes the room that the others leave. The model's
/// header says the sides by TextAlignmentRole.
class PlainTable : public QTableView
{
    Q_OBJECT

public:
    void setNothing(const QString &words); ///< what stands there without rows

protected:
    /// The table owns model and delegate.
    PlainTable(const Look &look, const QString &name, QAbstractItemModel *model,
               QAbstractItemDelegate *delegate, QWidget *parent);

    /// px; 0: takes the rest, but at least so much.
    void setWidths(const QList<int> &widths, int least);
    /// Of a heading, at both sides; first: before that of the first column.
    void setHeadMargin(int px, int first);
    virtual void choose(const QModelIndex &index) = 0;

    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &) override { }
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void relook();
    void share();

    const Look &m_look;
    QList<int> m_widths;
    int m_least = 0;
    QString m_nothing;
};

} // namespace baton::ui
