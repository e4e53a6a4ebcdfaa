#pragma once

#include "ui/panels/Sheet.h"

namespace baton::ui {

class DraftEdit;

/// Why a held reply goes out as it was written, although the thread moved. The reason becomes an
/// internal note.
class UnchangedDialog : public Sheet
{
    Q_OBJECT

public:
    explicit UnchangedDialog(const Look &look, QWidget *parent);

Q_SIGNALS:
    void decided(const QString &reason);

private:
    DraftEdit *m_reason;
};

} // namespace baton::ui
