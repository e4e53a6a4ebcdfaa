#include "ui/panels/UnchangedDialog.h"

#include "ui/panels/DraftEdit.h"
#include "ui/panels/ReasonField.h"

namespace baton::ui {

UnchangedDialog::UnchangedDialog(const Look &look, QWidget *parent)
    : Sheet(look, tr("Send mine unchanged"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("The customer reads all of it, although others wrote meanwhile. Colleagues see "
                   "the reason as an "
                   "internal note."));
    setAction(tr("Send unchanged"), ButtonKind::Primary);
    m_reason = addReasonField(*this, look, tr("Why all of it is needed"));
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT decided(m_reason->plainText().trimmed()); });
    m_reason->setFocus();
}

} // namespace baton::ui
