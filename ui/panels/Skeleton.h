#pragma once

#include "ui/theme/Look.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// Rows of blocks in the final geometry while something loads: nothing for the first 120 ms, and no
/// shimmer. It covers its parent while it is started.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    /// blocks lie in one row of the given height; they repeat downwards.
    Skeleton(const Look &look, const QList<QRect> &blocks, int rowHeight,
             QWidget *parent = nullptr);

    void start();
    void stop();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QList<QRect> m_blocks;
    int m_rowHeight;
    QTimer m_delay;
};

} // namespace baton::ui
