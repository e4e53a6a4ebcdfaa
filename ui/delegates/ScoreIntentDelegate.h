#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QStyledItemDelegate>

namespace baton::ui {

constexpr int cellSide = 8;       // of a cell of the table, to its words
constexpr int firstCellSide = 14; // of one in the first column

/// A cell of the scorecard by intent: a badge, a two-part bar, a course, a figure, a state.
class ScoreIntentDelegate : public QStyledItemDelegate
{
public:
    explicit ScoreIntentDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace baton::ui
