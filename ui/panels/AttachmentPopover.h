#pragma once

#include "core/desk/AttachmentBoard.h"
#include "ui/panels/MenuPopover.h"

namespace baton::ui {

/// What can be done with a file of a message: opened where it is harmless, saved where it is there;
/// else why not.
class AttachmentPopover : public MenuPopover
{
    Q_OBJECT

public:
    AttachmentPopover(const Look &look, const AttachmentLook &file, QWidget *parent);

Q_SIGNALS:
    void openRequested(const baton::Attachment &file);
    void saveRequested(const baton::Attachment &file);
};

} // namespace baton::ui
