#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QCheckBox>

namespace baton::ui {

/// On or off, at once. name is what it switches; it is not painted.
class Switch : public QCheckBox
{
    Q_OBJECT

public:
    Switch(const Look &look, const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

private:
    const Look &m_look;
};

} // namespace baton::ui
