#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QStyledItemDelegate>

namespace baton::ui {

/// Paints a row of the review list: tier, what about, when or how it was judged; what was done; why
/// it is here. And the headings.
class ReviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ReviewDelegate(const Look &look, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace baton::ui
