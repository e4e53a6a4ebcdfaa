#pragma once

#include "ui/theme/Look.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// The edge of a field around an input that has none of its own. Owns what it frames.
class Framed : public QWidget
{
public:
    Framed(const Look &look, QWidget *inside, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_look(look)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(2, 2, 2, 2);
        column->addWidget(inside);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paint::box(painter, rect(), metrics::radiusButton, m_look.theme().surface,
                   m_look.theme().lineStrong);
    }

private:
    const Look &m_look;
};

} // namespace baton::ui
