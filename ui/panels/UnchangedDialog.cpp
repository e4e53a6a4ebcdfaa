#include "ui/panels/UnchangedDialog.h"

#include "ui/panels/DraftEdit.h"
#include "ui/panels/Framed.h"

namespace baton::ui {

UnchangedDialog::UnchangedDialog(const Look &look, QWidget *parent)
    : Sheet(look, tr("Send mine unchanged"), parent)
    , m_reason(new DraftEdit(look, tr("Reason")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("The customer reads all of it, although others wrote meanwhile. Colleagues see "
                   "the reason as an "
                   "internal note."));
    m_reason->setLines(2, 5);
    m_reason->setPlaceholderText(tr("Why all of it is needed"));
    body()->addWidget(new Framed(look, m_reason));
    setAction(tr("Send unchanged"), ButtonKind::Primary);
    action()->setEnabled(false);
    connect(m_reason, &QTextEdit::textChanged, this,
            [this] { action()->setEnabled(!m_reason->plainText().trimmed().isEmpty()); });
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT decided(m_reason->plainText().trimmed()); });
    m_reason->setFocus();
}

} // namespace baton::ui
