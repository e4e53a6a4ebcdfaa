#pragma once

#include "ui/theme/Look.h"

#include <QtCore/QPointer>
#include <QtCore/QPropertyAnimation>
#include <QtWidgets/QFrame>

class QVBoxLayout;

namespace baton::ui {

/// A raised box beside the thing it belongs to. Esc or a press elsewhere closes it, and the focus
/// goes back where it was.
class Popover : public QFrame
{
    Q_OBJECT

public:
    enum class Side { Below, Above, Right, Left };
    Popover(const Look &look, const QString &name, QWidget *parent);

    QVBoxLayout *body() { return m_body; } ///< inside the edge, without padding
    /// Opens beside the anchor, moved to stay on its screen; there it keeps when it grows.
    void openAt(QWidget *anchor, Side side = Side::Below);
    void openAt(const QRect &globalAnchor, Side side = Side::Below);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void place();
    void focusFirst();

    const Look &m_look;
    QVBoxLayout *m_body;
    QPointer<QWidget> m_before;
    QRect m_anchor; ///< global
    Side m_side = Side::Below;
    QPropertyAnimation m_fade;
};

} // namespace baton::ui
