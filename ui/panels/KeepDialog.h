#pragma once

#include "ui/models/ReplyMarks.h"
#include "ui/panels/Sheet.h"

namespace baton::ui {

class DraftEdit;

/// Asks why a sentence is kept that nothing supports.
class KeepDialog : public Sheet
{
    Q_OBJECT

public:
    KeepDialog(const Look &look, const Doubt &doubt, QWidget *parent);

Q_SIGNALS:
    void decided(const QString &why);

private:
    DraftEdit *m_why;
};

} // namespace baton::ui
