#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

inline constexpr int doorRadius = 12; ///< of the card around it

/// What a door of the welcome screen leads to, as a drawing: the baton passed from the bot's dashed
/// line to a person's solid one, or colleagues around one queue. Says nothing to assistive tools:
/// the card's words do.
class DoorPicture : public QWidget
{
    Q_OBJECT

public:
    enum class Scene { HandOff, Hub };
    DoorPicture(const Look &look, Scene scene, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintHandOff(QPainter &p) const;
    void paintHub(QPainter &p) const;

    const Look &m_look;
    Scene m_scene;
};

/// Whether what has the focus stands in the card: then its edge is two pixels wide.
bool holdsFocus(const QWidget &card);

} // namespace baton::ui
