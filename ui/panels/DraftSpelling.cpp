#include "ui/panels/DraftEdit.h"
#include "ui/panels/DraftMarks.h"

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QMenu>

#include <memory>

/// Spelling in a field: words that no dictionary knows, and what may have been meant.
namespace baton::ui {

void DraftEdit::setMisspelt(const QString &text, const QList<Misspelling> &wrong)
{
    if ((m_marks || !wrong.isEmpty()) && text == plainText())
        marks().setMisspelt(wrong);
}

void DraftEdit::replaceWord(const Misspelling &wrong, const QString &with)
{
    QTextCursor cursor(document());
    cursor.setPosition(wrong.begin);
    cursor.setPosition(wrong.end, QTextCursor::KeepAnchor);
    cursor.insertText(with);
}

/// By the pointer for the word under it, by the menu key for the one at the cursor.
void DraftEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int at = byKey ? textCursor().position() : cursorForPosition(event->pos()).position();
    if (const Misspelling *found = m_marks ? m_marks->misspeltAt(at) : nullptr) {
        const Misspelling wrong = *found;
        const QString word = plainText().sliced(wrong.begin, wrong.end - wrong.begin);
        QAction *first = menu->actions().value(0);
        const auto add = [&](const QString &label, auto run) {
            auto *action = new QAction(label, menu.get());
            connect(action, &QAction::triggered, this, run);
            menu->insertAction(first, action);
        };
        for (const QString &instead : wrong.instead)
            add(QString(instead).replace(u'&', QStringLiteral("&&")),
                [this, wrong, instead] { replaceWord(wrong, instead); });
        add(tr("“%1” is right").arg(QString(word).replace(u'&', QStringLiteral("&&"))),
            [this, word] { Q_EMIT wordLearnt(word); });
        menu->insertSeparator(first);
    }
    menu->exec(byKey ? cursorPlace().bottomLeft() : event->globalPos());
}

} // namespace baton::ui
