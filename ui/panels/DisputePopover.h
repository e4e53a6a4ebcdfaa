#pragma once

#include "ui/panels/MenuPopover.h"

namespace baton::ui {

/// Asks why a passage is disputed.
class DisputePopover : public MenuPopover
{
    Q_OBJECT

public:
    DisputePopover(const Look &look, QWidget *parent);

Q_SIGNALS:
    void decided(const QString &why); ///< a name that stays: "outdated"
};

} // namespace baton::ui
