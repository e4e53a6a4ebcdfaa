#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QStyledItemDelegate>

namespace baton::ui {

/// A conversation that would change route: badge, arrow, badge; what it is, and why.
class PolicyMoveDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PolicyMoveDelegate(const Look &look, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace baton::ui
