#pragma once

#include "ui/panels/Button.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// A square button that shows only an icon. name is its tool tip and its accessible name; keys are
/// added to the tool tip.
class IconButton : public QAbstractButton
{
    Q_OBJECT

public:
    IconButton(const Look &look, const QString &icon, const QString &name,
               QWidget *parent = nullptr);

    void setIconName(const QString &icon);
    void setName(const QString &name, const QString &keys = {});
    void setKind(ButtonKind kind); ///< Quiet (as made) or Outlined
    void setButtonSize(ButtonSize size);
    void setSides(int button, int icon); ///< where no size of a button fits, px
    void setInk(QColor Theme::*ink);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const Look &m_look;
    QString m_icon;
    ButtonKind m_kind = ButtonKind::Quiet;
    int m_side;
    int m_iconSide;
    QColor Theme::*m_ink = &Theme::ink2;
};

} // namespace baton::ui
