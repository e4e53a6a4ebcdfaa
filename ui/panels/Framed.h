#pragma once

#include "ui/theme/Look.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QEvent>
#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

class QPlainTextEdit;

namespace baton::ui {

/// The edge of a field around an input that has none of its own, accented while it has the focus.
/// Owns what it frames.
class Framed : public QWidget
{
public:
    Framed(const Look &look, QWidget *inside, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_look(look)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(room, room, room, room);
        column->addWidget(inside);
        inside->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            m_focused = event->type() == QEvent::FocusIn;
            update();
        }
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        paint::box(painter, rect(), metrics::radiusButton, theme.surface, theme.lineStrong);
        if (m_focused)
            paint::focusRing(painter, rect(), metrics::radiusButton, paint::RingPlace::Inside,
                             theme);
    }

private:
    static constexpr int room = 3; ///< so that what is inside leaves the corners round
    const Look &m_look;
    bool m_focused = false;
};

/// A note of some lines in its frame, so many px high; Tab leaves it.
Framed *framedNote(const Look &look, QPlainTextEdit *note, int px);

} // namespace baton::ui
