#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// "3 new": a thin row at the foot of the list while a new order waits for the pointer to leave. A
/// click lets it in at once.
class QueueNews : public QAbstractButton
{
    Q_OBJECT

public:
    explicit QueueNews(const Look &look, QWidget *parent = nullptr);

    void setArrived(int conversations); ///< 0: only the order changed
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

} // namespace baton::ui
