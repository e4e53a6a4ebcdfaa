#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QAbstractButton>

namespace baton::ui {

/// Reply or Note, at the top of the composer.
class ComposerTab : public QAbstractButton
{
    Q_OBJECT

public:
    ComposerTab(const Look &look, const QString &icon, const QString &text,
                QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_icon;
};

} // namespace baton::ui
