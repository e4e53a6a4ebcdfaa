#pragma once

#include "ui/theme/Look.h"

#include <QtCore/QVariantAnimation>
#include <QtWidgets/QAbstractSlider>

namespace baton::ui {

/// Who answers: the bot alone, the bot and people, people only. The lever shows what is; where it
/// is pulled elsewhere, by a drag or by arrow keys, pulled() asks for that and it goes back.
class PivotLever : public QAbstractSlider
{
    Q_OBJECT

public:
    enum Detent { BotContains, Hybrid, PeopleOnly };

    explicit PivotLever(const Look &look, QWidget *parent = nullptr);

    void setDetent(Detent detent); ///< what is; the knob moves there
    Detent detent() const { return Detent(value()); }
    void setReadOnly(bool readOnly);
    QPoint placeOf(Detent detent) const; ///< the middle of the knob there
    QSize sizeHint() const override;

Q_SIGNALS:
    void pulled(baton::ui::PivotLever::Detent detent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    qreal middleOf(qreal detent) const;
    void moveKnobTo(qreal detent);
    void ask(int detent);

    const Look &m_look;
    QVariantAnimation m_motion;
    Detent m_detent = BotContains; ///< what is
    qreal m_knob = 0;              ///< where it is painted, in detents
    bool m_dragging = false;
    bool m_readOnly = false;
};

} // namespace baton::ui
