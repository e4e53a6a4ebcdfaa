#pragma once

#include "ui/panels/Popover.h"

namespace baton::ui {

class ActionRegistry;
enum class ActionGroup;

/// Every action that has keys now, by group, in three columns. Made for one showing: it deletes
/// itself when it closes.
class KeysPopover : public Popover
{
    Q_OBJECT

public:
    KeysPopover(const Look &look, const ActionRegistry &actions, QWidget *parent);

Q_SIGNALS:
    void settingsRequested();

private:
    QWidget *groupBlock(const Look &look, const ActionRegistry &actions, ActionGroup group);
};

} // namespace baton::ui
