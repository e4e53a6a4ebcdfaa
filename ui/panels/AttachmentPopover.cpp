#include "ui/panels/AttachmentPopover.h"

#include "ui/panels/MenuRow.h"
#include "ui/text/AttachmentWords.h"

using namespace Qt::StringLiterals;

namespace baton::ui {

AttachmentPopover::AttachmentPopover(const Look &look, const AttachmentLook &file, QWidget *parent)
    : MenuPopover(look, words::fileLine(file.file), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto add
        = [&](const QString &icon, const QString &text, const QString &key, auto signal) {
              connect(addRow(icon, text, key), &QAbstractButton::clicked, this,
                      [this, signal, what = file.file] {
                          Q_EMIT(this->*signal)(what);
                          close();
                      });
          };
    if (!file.problem && file.kind != FileKind::Other)
        add(u"external"_s, tr("Open"), u"O"_s, &AttachmentPopover::openRequested);
    if (!file.problem)
        add(u"export"_s, tr("Save…"), u"S"_s, &AttachmentPopover::saveRequested);
    if (const QString why = words::aboutFile(file); !why.isEmpty()) {
        if (!file.problem)
            addLine();
        addNote(why);
        setAccessibleDescription(why);
    }
}

} // namespace baton::ui
