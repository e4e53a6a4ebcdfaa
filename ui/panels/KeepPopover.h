#pragma once

#include "ui/models/ReplyMarks.h"
#include "ui/panels/Popover.h"

class QLineEdit;

namespace baton::ui {

class Button;

/// Asks why a sentence is kept that nothing supports.
class KeepPopover : public Popover
{
    Q_OBJECT

public:
    KeepPopover(const Look &look, const Doubt &doubt, QWidget *parent);
    QLineEdit &reason() const { return *m_why; }
    Button &action() const { return *m_keep; } ///< off while there is no reason

Q_SIGNALS:
    void decided(const QString &why);

private:
    QWidget *buildFoot();
    void decide();

    const Look &m_look;
    QLineEdit *m_why;
    Button *m_keep;
};

} // namespace baton::ui
