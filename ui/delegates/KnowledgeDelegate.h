#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QStyledItemDelegate>

namespace baton::ui {

/// Paints a row of a KnowledgeModel: title and aside, a line, a remark with its icon.
class KnowledgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit KnowledgeDelegate(const Look &look, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace baton::ui
