#pragma once

#include "ui/panels/MenuPopover.h"

namespace baton::ui {

/// Asks why a drafted reply is thrown away.
class DiscardPopover : public MenuPopover
{
    Q_OBJECT

public:
    DiscardPopover(const Look &look, QWidget *parent);

Q_SIGNALS:
    void decided(const QString &why); ///< a name that stays: "facts_wrong"
};

} // namespace baton::ui
