#include "ui/panels/KeepDialog.h"

#include "core/base/Text.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/Framed.h"

namespace baton::ui {

namespace {

constexpr int shownSentence = 90;

}

KeepDialog::KeepDialog(const Look &look, const Doubt &doubt, QWidget *parent)
    : Sheet(look, tr("Keep this without support?"), parent)
    , m_why(new DraftEdit(look, tr("Reason")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("“%1” The reason is recorded, and a lead sees it.", "a sentence of the reply")
                    .arg(text::firstWords(doubt.sentence, shownSentence)));
    if (!doubt.detail.isEmpty())
        addFact(tr("On file"), doubt.detail);
    m_why->setLines(2, 5);
    m_why->setPlaceholderText(tr("Where it comes from"));
    body()->addWidget(new Framed(look, m_why));
    setAction(tr("Keep it"), ButtonKind::Outlined);
    action()->setEnabled(false);
    connect(m_why, &QTextEdit::textChanged, this,
            [this] { action()->setEnabled(!m_why->plainText().trimmed().isEmpty()); });
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT decided(m_why->plainText().trimmed()); });
    m_why->setFocus();
}

} // namespace baton::ui
