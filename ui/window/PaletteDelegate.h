#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QStyledItemDelegate>

namespace baton::ui {

/// Paints the lines of a PaletteModel: icon, words with what matched, quiet words, keys or tier.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PaletteDelegate(const Look &look, QObject *parent);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace baton::ui
