#pragma once

#include "ui/panels/Button.h"

class QMenu;

namespace baton::ui {

/// The usual action, and a menu of its variants behind a line of one pixel.
class SplitButton : public QWidget
{
    Q_OBJECT

public:
    /// menuName says what the right half opens, for assistive tools and its tool tip.
    SplitButton(const Look &look, const QString &text, const QString &menuName,
                ButtonKind kind = ButtonKind::Primary, QWidget *parent = nullptr);

    Button &main() { return *m_main; }
    Button &arrow() { return *m_arrow; }
    QMenu &menu() { return *m_menu; }

Q_SIGNALS:
    void clicked(); ///< the left half

private:
    Button *m_main;
    Button *m_arrow;
    QMenu *m_menu;
};

} // namespace baton::ui
