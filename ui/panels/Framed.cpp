#include "ui/panels/Framed.h"

#include <QtWidgets/QPlainTextEdit>

namespace baton::ui {

Framed *framedNote(const Look &look, QPlainTextEdit *note, int px)
{
    note->setFrameShape(QFrame::NoFrame);
    note->setTabChangesFocus(true);
    note->document()->setDocumentMargin(4);
    auto *framed = new Framed(look, note);
    const auto relook = [&look, note, framed, px] {
        note->setFont(look.font(Role::Body));
        note->viewport()->setAutoFillBackground(false);
        framed->setFixedHeight(look.px(px));
    };
    QObject::connect(&look, &Look::changed, framed, relook);
    relook();
    return framed;
}

} // namespace baton::ui
