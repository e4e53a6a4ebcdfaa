#pragma once

#include "ui/theme/Look.h"

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// The logo of the theme; says nothing and does nothing.
class Logo : public QWidget
{
public:
    Logo(const Look &look, int side, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_look(look)
        , m_side(side)
    {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QString name
            = m_look.theme().isDark() ? QStringLiteral("logo-dark") : QStringLiteral("logo-light");
        QPainter(this).drawPixmap(0, 0, m_look.icons().brand(name, m_side, devicePixelRatioF()));
    }

private:
    const Look &m_look;
    const int m_side;
};

} // namespace baton::ui
