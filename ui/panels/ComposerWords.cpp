#include "ui/panels/Composer.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/SnippetPopover.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

/// Snippets and spelling in the composer.
namespace baton::ui {

void Composer::askSnippet()
{
    edit(m_kind)->setFocus(Qt::ShortcutFocusReason);
    openSnippets(edit(m_kind)->cursorPlace(), false);
}

void Composer::openSnippets(const QRect &globalPlace, bool typed)
{
    if (m_snippets.isEmpty() || m_held || m_texts.isHandedOver(m_kind))
        return;
    auto *popover = new SnippetPopover(m_look, m_snippets, window());
    connect(popover, &SnippetPopover::chosen, this,
            [this, typed, id = m_texts.conversation(), kind = m_kind](const QString &text) {
                if (id == m_texts.conversation() && kind == m_kind)
                    insertSnippet(text, typed);
            });
    popover->openAt(globalPlace, Popover::Side::Above);
}

/// In one step that Ctrl Z takes back; the first field that nothing filled is selected.
void Composer::insertSnippet(const QString &text, bool typed)
{
    DraftEdit &field = *edit(m_kind);
    QTextCursor cursor = field.textCursor();
    cursor.beginEditBlock();
    if (typed && field.document()->characterAt(cursor.position() - 1) == u';')
        cursor.deletePreviousChar();
    const int begin = cursor.selectionStart();
    cursor.insertText(text);
    cursor.endEditBlock();
    static const QRegularExpression unfilled(u"\\{[a-z._]+\\}"_s);
    if (const auto open = unfilled.match(text); open.hasMatch()) {
        cursor.setPosition(begin + int(open.capturedStart()));
        cursor.setPosition(begin + int(open.capturedEnd()), QTextCursor::KeepAnchor);
    }
    field.setTextCursor(cursor);
    field.setFocus(Qt::OtherFocusReason);
}

void Composer::showSpelling(const QString &text, const QList<Misspelling> &wrong)
{
    m_reply->setMisspelt(text, wrong);
    m_note->setMisspelt(text, wrong);
}

} // namespace baton::ui
