#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

#include <optional>

namespace baton::ui {

/// An intent in its field of the matrix: its title, how many there were, and a dot where the draft
/// changes it.
class IntentChip : public QAbstractButton
{
    Q_OBJECT

public:
    IntentChip(const Look &look, QWidget *parent);

    void setIntent(const PolicyIntent &intent, qint64 count, int days);
    const PolicyIntent &intent() const { return m_intent; }
    enum class State { Resting, Lifted };
    void setState(State state);
    /// Narrower than its text needs: then the title is elided.
    int wantedWidth() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(const QPoint &at); ///< in the matrix
    void dropped(const QPoint &at); ///< likewise
    void dragLost();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Look &m_look;
    PolicyIntent m_intent;
    QString m_count;
    State m_state = State::Resting;
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;
};

} // namespace baton::ui
