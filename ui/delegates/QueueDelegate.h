#pragma once

#include "ui/delegates/QueueRowGeometry.h"
#include "ui/models/QueueRowText.h"
#include "ui/theme/Look.h"

#include <QtGui/QFontMetrics>
#include <QtWidgets/QAbstractItemDelegate>

namespace baton::ui {

/// Paints a row of the queue from QueueModel's roles. Of the option's state it reads Selected,
/// Active (the list has the focus), MouseOver and HasFocus (the focus is to be seen).
class QueueDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit QueueDelegate(const Look &look, QObject *parent = nullptr);

    void setDensity(RowDensity density) { m_density = density; }
    RowDensity density() const { return m_density; }
    int rowHeight() const { return queueRowHeight(m_density, m_look.scale()); }

    /// Whether a row that is not there yet shows blocks; it is empty otherwise.
    void setSkeletons(bool shown) { m_skeletons = shown; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    void paintSkeleton(QPainter &p, const QRect &row, Qt::LayoutDirection direction) const;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The ring and the time, the only part of a row that changes by itself.
    QRect deadlineRect(const QRect &row, Qt::LayoutDirection direction) const;

private:
    struct Inks;
    Inks inksFor(const QStyleOptionViewItem &option, const QueueRow &row,
                 const QueueRowText &text) const;
    QueueRowParts partsOf(const QueueRow &row, const QueueRowText &text) const;
    void paintRow(QPainter &p, const QStyleOptionViewItem &option, const QueueRow &row,
                  const QueueRowText &text) const;
    void restyle();

    const Look &m_look;
    RowDensity m_density = RowDensity::Full;
    bool m_skeletons = false;
    QFont m_name, m_quietName, m_need, m_newNeed, m_small, m_smallMedium, m_smallBold;
};

} // namespace baton::ui
