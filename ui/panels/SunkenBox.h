#pragma once

#include "ui/theme/Look.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// A quiet ground with round corners around what it holds.
class SunkenBox : public QWidget
{
public:
    explicit SunkenBox(const Look &look)
        : m_look(look)
    { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        paint::box(p, rect(), 8, m_look.theme().sunken);
    }

private:
    const Look &m_look;
};

} // namespace baton::ui
