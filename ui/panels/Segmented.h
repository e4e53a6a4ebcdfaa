#pragma once

#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QAbstractButton;

namespace baton::ui {

/// One of a few, side by side. Arrows move the choice; Tab passes the whole thing by.
class Segmented : public QWidget
{
    Q_OBJECT

public:
    Segmented(const Look &look, const QString &name, const QStringList &options,
              QWidget *parent = nullptr);

    void setGround(QColor Theme::*ground);        ///< sunken as made
    void setIcon(int index, const QString &icon); ///< before its words
    int current() const;
    void setCurrent(int index); ///< says nothing
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int index); ///< by the person, not by setCurrent()

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QColor Theme::*m_ground = &Theme::sunken;
    QList<QAbstractButton *> m_buttons;
};

} // namespace baton::ui
