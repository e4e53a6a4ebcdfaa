#include "ui/panels/ReplyCheck.h"

#include "ui/panels/CheckRow.h"
#include "ui/panels/DisputePopover.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/FixRow.h"
#include "ui/panels/KeepPopover.h"
#include "ui/panels/SourceCard.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

ReplyCheck::ReplyCheck(const Look &look, DraftEdit &edit, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_edit(edit)
    , m_row(new FixRow(look))
    , m_whole(new CheckRow(look))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 9);
    column->setSpacing(7);
    column->addWidget(m_row);
    column->addWidget(m_whole);
    connect(&m_edit, &DraftEdit::sourceClicked, this, &ReplyCheck::openSource);
    connect(m_row, &FixRow::fixRequested, this, &ReplyCheck::applyFix);
    connect(m_row, &FixRow::removeRequested, this, &ReplyCheck::removeSentence);
    connect(m_row, &FixRow::keepRequested, this, &ReplyCheck::keepWithReason);
    connect(&m_edit, &QTextEdit::cursorPositionChanged, this, &ReplyCheck::showDoubt);
    hide();
}

void ReplyCheck::setConversation(const Conversation &conversation)
{
    if (conversation.id != m_conversation.id) {
        m_kept.clear();
        clear();
    }
    m_conversation = conversation;
}

void ReplyCheck::setLive(const LiveSigns &live)
{
    if (live == m_live)
        return;
    m_live = live;
    if (!isCurrent())
        return;
    remark();
    Q_EMIT changed();
}

void ReplyCheck::show(const Draft &checked)
{
    if (checked.text != m_edit.plainText())
        return;
    const QString before = accessibleName();
    m_checked = checked;
    remark();
    setVisible(true);
    if (!m_marks.doubts.isEmpty() && accessibleName() != before) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    Q_EMIT changed();
}

void ReplyCheck::remark()
{
    const QStringList kept = m_kept.keys();
    m_marks
        = replyMarks(*m_checked, m_conversation, QSet<QString>(kept.begin(), kept.end()), m_live);
    m_edit.setMarks(m_marks.sources, m_marks.doubts);
    m_whole->setChecks(m_marks.checks);
    setAccessibleName(tr("%1 of %2 claims supported. %3", "figures, what needs a look")
                          .arg(m_marks.grounded)
                          .arg(m_marks.claims)
                          .arg(m_marks.doubts.isEmpty() ? QString() : m_marks.doubts.first().what));
    showDoubt();
}

void ReplyCheck::clear()
{
    m_checked.reset();
    m_marks = {};
    m_current = -1;
    m_edit.setMarks({}, {});
    hide();
    Q_EMIT changed();
}

bool ReplyCheck::isCurrent() const
{
    return m_checked && m_checked->text == m_edit.plainText();
}

bool ReplyCheck::blocks() const
{
    return std::any_of(m_marks.doubts.begin(), m_marks.doubts.end(),
                       [](const Doubt &doubt) { return doubt.blocks; });
}

void ReplyCheck::goToBlocked()
{
    for (int i = 0; i < m_marks.doubts.size(); ++i) {
        if (!m_marks.doubts[i].blocks)
            continue;
        goTo(i);
        m_row->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

QMap<QString, QString> ReplyCheck::kept() const
{
    QMap<QString, QString> still;
    if (!isCurrent())
        return still;
    for (const DraftSentence &sentence : m_checked->sentences) {
        if (const auto at = m_kept.constFind(sentence.text); at != m_kept.cend())
            still.insert(at.key(), at.value());
    }
    return still;
}

int ReplyCheck::atCursor() const
{
    const int at = m_edit.textCursor().position();
    for (int i = 0; i < m_marks.doubts.size(); ++i) {
        if (at >= m_marks.doubts[i].begin && at <= m_marks.doubts[i].end)
            return i;
    }
    return -1;
}

void ReplyCheck::showDoubt()
{
    // While the text has moved on, offsets are of the words that were checked.
    const bool show = isCurrent() && !m_marks.doubts.isEmpty();
    m_row->setVisible(show);
    if (!show)
        return;
    const int here = atCursor();
    m_current = std::clamp(here >= 0 ? here : m_current, 0, int(m_marks.doubts.size()) - 1);
    m_row->setDoubt(m_marks.doubts[m_current]);
}

void ReplyCheck::goTo(int index)
{
    m_current = index;
    const Doubt &doubt = m_marks.doubts[index];
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(doubt.begin);
    cursor.setPosition(doubt.end, QTextCursor::KeepAnchor);
    m_edit.setTextCursor(cursor);
    m_edit.ensureCursorVisible();
    showDoubt();
}

void ReplyCheck::next()
{
    if (isCurrent() && !m_marks.doubts.isEmpty())
        goTo(atCursor() < 0 ? 0 : (m_current + 1) % int(m_marks.doubts.size()));
}

void ReplyCheck::previous()
{
    const int count = int(m_marks.doubts.size());
    if (isCurrent() && count > 0)
        goTo(atCursor() < 0 ? count - 1 : (m_current + count - 1) % count);
}

void ReplyCheck::replace(int begin, int end, const QString &with)
{
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(with);
    m_edit.setTextCursor(cursor);
    m_edit.setFocus(Qt::OtherFocusReason);
}

void ReplyCheck::applyFix()
{
    if (!m_row->isVisible() || !m_marks.doubts[m_current].fix)
        return;
    const SentenceFix fix = *m_marks.doubts[m_current].fix;
    replace(fix.begin, fix.end, fix.with);
}

/// With the white space behind it, so that what follows moves up.
void ReplyCheck::removeSentence()
{
    if (!m_row->isVisible())
        return;
    const Doubt doubt = m_marks.doubts[m_current];
    const QString text = m_edit.plainText();
    int end = doubt.end;
    while (end < text.size() && text[end] == u' ')
        ++end;
    replace(doubt.begin, end, {});
}

void ReplyCheck::openSource(int number, const QRect &globalPlace)
{
    if (!m_checked)
        return;
    const QList<SourceLine> lines = sourceLines(*m_checked, m_conversation);
    if (number < 1 || number > lines.size())
        return;
    SourceLine line = lines[number - 1];
    line.aside = asideOf(line, m_live);
    auto *card = new SourceCard(m_look, number, line, window());
    m_card = card;
    connect(card, &SourceCard::openRequested, this, &ReplyCheck::passageOpened);
    connect(card, &SourceCard::disputeRequested, this, &ReplyCheck::askDispute);
    if (globalPlace.isValid())
        card->openAt(globalPlace, Popover::Side::Above);
    else
        card->openAt(&m_edit, Popover::Side::Above);
    if (card->passage())
        Q_EMIT passageWanted(*card->passage());
}

void ReplyCheck::askDispute(const PassagePlace &place, const QRect &globalPlace)
{
    auto *popover = new DisputePopover(m_look, window());
    connect(popover, &DisputePopover::decided, this,
            [this, place](const QString &why) { Q_EMIT passageDisputed(place, why); });
    popover->openAt(globalPlace, Popover::Side::Above);
}

void ReplyCheck::showPassage(const PassagePlace &place, const QString &text)
{
    if (m_card && m_card->passage() == place)
        m_card->showPassage(text);
}

void ReplyCheck::keepWithReason()
{
    if (!m_row->isVisible())
        return;
    auto *popover = new KeepPopover(m_look, m_marks.doubts[m_current], window());
    connect(popover, &KeepPopover::decided, this,
            [this, sentence = m_marks.doubts[m_current].sentence](const QString &why) {
                m_kept.insert(sentence, why);
                if (m_checked)
                    remark();
                Q_EMIT changed();
            });
    popover->openAt(m_row, Popover::Side::Above);
}

} // namespace baton::ui
