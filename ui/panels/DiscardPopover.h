#pragma once

#include "ui/panels/Popover.h"

namespace baton::ui {

class MenuRow;

/// Asks why a drafted reply is thrown away: by digit, arrows or pointer.
class DiscardPopover : public Popover
{
    Q_OBJECT

public:
    DiscardPopover(const Look &look, QWidget *parent);

Q_SIGNALS:
    void decided(const QString &why); ///< a name that stays: "facts_wrong"

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void decide(int index);

    QList<MenuRow *> m_rows;
};

} // namespace baton::ui
