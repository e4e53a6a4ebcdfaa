#pragma once

#include "ui/panels/Popover.h"

namespace baton::ui {

class MenuRow;

/// A popover of lines to choose from: by their keys, arrows and Enter, or the pointer.
class MenuPopover : public Popover
{
    Q_OBJECT

public:
    MenuPopover(const Look &look, const QString &title, QWidget *parent);

protected:
    /// key is a letter or digit that chooses the row, or only shown; empty for none. Rows of one
    /// popover have an icon all or none.
    MenuRow *addRow(const QString &icon, const QString &text, const QString &key = {});
    void addHeading(const QString &text);
    void addLine();
    void addNote(const QString &text); ///< small, for reading only

    void keyPressEvent(QKeyEvent *event) override;

private:
    const Look &m_look;
    QVBoxLayout *m_column;
    QList<MenuRow *> m_rows;
};

} // namespace baton::ui
