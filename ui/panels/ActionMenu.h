#pragma once

#include "core/domain/Live.h"
#include "ui/panels/MenuPopover.h"

namespace baton::ui {

/// Which action is meant; nothing is sent by choosing one.
class ActionMenu : public MenuPopover
{
    Q_OBJECT

public:
    ActionMenu(const Look &look, const QList<ActionOffer> &offers, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &name);
};

} // namespace baton::ui
