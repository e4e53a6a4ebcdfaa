#include "ui/models/KnowledgeRows.h"
#include "ui/panels/ArticleEdit.h"
#include "ui/panels/ArticlePane.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/GapPane.h"
#include "ui/panels/KnowledgeList.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Sheet.h"
#include "ui/views/KnowledgeView.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QStackedWidget>

/// What a person does to the knowledge, and what they are told of it.
namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRefusedShown = 8;

/// What a draft is kept by while it is not saved.
QString keyOf(const Gap &gap)
{
    return gap.feedback.conversation.text() + u'\n' + gap.feedback.was;
}

QString keyOf(const Document &document)
{
    return document.id.text() + u' ' + QString::number(document.version);
}

} // namespace

QString KnowledgeView::note() const
{
    return m_note->text();
}

void KnowledgeView::say(const QString &what)
{
    m_note->setText(what);
    m_note->setVisible(!what.isEmpty());
    QAccessibleEvent alert(m_note, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void KnowledgeView::tellNothing()
{
    m_rows->setCurrentWidget(m_state);
    if (!m_search->text().isEmpty()) {
        m_state->setIcon(u"search"_s);
        m_state->setWords(tr("No title holds these words"),
                          m_subject == Subject::Playbooks
                              ? QString()
                              : tr("Ctrl K searches what is written in them."));
        m_state->setDoors({tr("Clear the search")});
    } else if (m_subject == Subject::Articles) {
        m_state->setIcon(u"book"_s);
        m_state->setWords(tr("Nothing is known yet"),
                          tr("Drafts rest on documents: add files or write them down."));
        m_state->setDoors({tr("Add documents…")});
    } else if (m_subject == Subject::Checks) {
        m_state->setIcon(u"check"_s, &Theme::okText);
        m_state->setWords(tr("Nothing to check"),
                          tr("No two articles give different figures for one thing, and no review "
                             "is overdue."));
        m_state->setDoors({});
    } else if (m_subject == Subject::Playbooks) {
        m_state->setIcon(u"draft"_s);
        m_state->setWords(tr("The playbooks are being read"), {});
        m_state->setDoors({});
    } else {
        m_state->setIcon(u"check"_s, &Theme::okText);
        m_state->setWords(tr("No gaps"),
                          tr("A sentence that is sent without a source will stand here."));
        m_state->setDoors({});
    }
}

void KnowledgeView::openState(int)
{
    if (!m_knowledge)
        m_board.refresh();
    else if (!m_search->text().isEmpty())
        m_search->clear();
    else
        chooseFiles();
}

void KnowledgeView::showNothing()
{
    QString words = tr("Pick an article to read it");
    if (m_subject == Subject::Gaps)
        words = tr("Pick an intent to see what was said");
    else if (m_subject == Subject::Checks)
        words = tr("Pick what you want to check");
    else if (m_subject == Subject::Playbooks)
        words = tr("Pick an intent to see what drafts are written from");
    m_nothing->setWords(words, {});
    m_right->setCurrentWidget(m_nothing);
}

void KnowledgeView::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add documents"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Documents (%1)").arg(u"*."_s + KnowledgeBoard::fileEndings().join(u" *."_s)),
         tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::filesSelected, this, &KnowledgeView::addFiles);
    dialog->open();
}

void KnowledgeView::addFiles(const QStringList &files)
{
    m_add->setBusy(true);
    m_board.add(files);
}

void KnowledgeView::tellAdded(const KnowledgeAdded &what)
{
    m_add->setBusy(false);
    if (m_writing && m_right->currentWidget() == m_edit) {
        m_edit->setSaving(false);
        if (what.written.isEmpty()) {
            if (!what.refused.isEmpty())
                m_edit->setWrong(
                    tr("Not saved. %1: %2", "where, what is wrong")
                        .arg(what.refused.first().subject, what.refused.first().detail));
            return;
        }
        m_texts.remove(*m_writing);
        m_writing.reset();
        showPassage({what.written, 0, {}});
    }
    const int stored = what.added + what.updated;
    if (stored > 0)
        say(tr("%n document(s) added, and used from now on.", nullptr, stored));
    else if (what.unchanged > 0)
        say(tr("%n document(s) known already.", nullptr, what.unchanged));
    if (!what.refused.isEmpty())
        tellRefused(what.refused);
}

void KnowledgeView::tellRefused(const QList<Error> &refused)
{
    auto *sheet = new Sheet(m_look, tr("%n file(s) not added", nullptr, int(refused.size())), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSentence(tr("Everything else was. Correct these, then add them again."));
    const qsizetype shown = std::min(refused.size(), mostRefusedShown);
    for (qsizetype i = 0; i < shown; ++i)
        sheet->addFact(refused[i].subject.section(u'/', -1), refused[i].detail);
    if (shown < refused.size())
        sheet->addFact({}, tr("%n more", nullptr, int(refused.size() - shown)));
    sheet->cancel()->setText(tr("Close"));
    sheet->open();
}

void KnowledgeView::askRetire()
{
    const KnowledgeEntry entry = m_article->article().entry;
    auto *sheet = new Sheet(m_look, tr("Retire “%1”?").arg(entry.document.title), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSentence(tr("No search and no draft uses it then. What was cited from it stays "
                          "readable. A higher version brings it back."));
    sheet->addFact(tr("Document"), documentLine(entry.document, m_clock.now()));
    sheet->addFact(tr("Answers that rest on it"), QString::number(entry.cited));
    sheet->setAction(tr("Retire it"), ButtonKind::Risky);
    connect(sheet, &QDialog::accepted, this, [this, entry] {
        m_retiring = entry.document.id;
        m_board.retire(entry.document.id);
    });
    sheet->open();
}

void KnowledgeView::tellRetired()
{
    for (const KnowledgeEntry &entry : m_knowledge->documents) {
        if (entry.document.id != m_retiring || !entry.retired)
            continue;
        say(tr("“%1” is retired.").arg(entry.document.title));
        m_retiring = {};
        return;
    }
}

void KnowledgeView::write(const Gap &gap)
{
    m_writing = keyOf(gap);
    m_right->setCurrentWidget(m_edit);
    m_edit->begin(m_texts.value(*m_writing, m_board.beginningOf(gap)));
}

void KnowledgeView::alter(const KnowledgeEntry &entry, const QString &markdown)
{
    if (m_right->currentWidget() != m_article
        || m_article->article().entry.document.id != entry.document.id)
        return; // another one was picked meanwhile
    m_writing = keyOf(entry.document);
    m_right->setCurrentWidget(m_edit);
    m_edit->alter(entry.document.title, m_texts.value(*m_writing, markdown));
}

/// What was typed is there again when the same thing is written.
void KnowledgeView::leaveEdit()
{
    if (m_right->currentWidget() != m_edit)
        return;
    if (m_writing)
        m_texts.insert(*m_writing, m_edit->text());
    m_writing.reset();
    m_right->setCurrentWidget(m_subject == Subject::Gaps ? static_cast<QWidget *>(m_gaps)
                                                         : m_article);
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace baton::ui
