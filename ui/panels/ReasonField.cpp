#include "ui/panels/ReasonField.h"

#include "ui/panels/DraftEdit.h"
#include "ui/panels/Framed.h"
#include "ui/panels/Sheet.h"

namespace baton::ui {

DraftEdit *addReasonField(Sheet &sheet, const Look &look, const QString &placeholder)
{
    auto *reason = new DraftEdit(look, Sheet::tr("Reason"));
    reason->setLines(2, 5);
    reason->setPlaceholderText(placeholder);
    sheet.body()->addWidget(new Framed(look, reason));
    sheet.action()->setEnabled(false);
    QObject::connect(reason, &QTextEdit::textChanged, &sheet, [&sheet, reason] {
        sheet.action()->setEnabled(!reason->plainText().trimmed().isEmpty());
    });
    return reason;
}

} // namespace baton::ui
