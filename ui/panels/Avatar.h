#pragma once

#include "ui/theme/Paintkit.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

/// Initials in a disc.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    Avatar(const Look &look, int side, paint::AvatarTone tone, QWidget *parent = nullptr);

    void setName(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    int m_side;
    paint::AvatarTone m_tone;
    QString m_name;
};

} // namespace baton::ui
