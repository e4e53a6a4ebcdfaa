#include "ui/views/KnowledgeView.h"

#include "ui/models/KnowledgeRows.h"
#include "ui/panels/ArticleEdit.h"
#include "ui/panels/ArticlePane.h"
#include "ui/panels/CheckPane.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/GapPane.h"
#include "ui/panels/KnowledgeList.h"
#include "ui/panels/PlaybookPane.h"
#include "ui/panels/SearchField.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/Skeleton.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;

namespace baton::ui {

KnowledgeView::KnowledgeView(KnowledgeBoard &board, PlaybookBoard &playbooks, const Look &look,
                             const Clock &clock, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_playbooks(playbooks)
    , m_look(look)
    , m_clock(clock)
    , m_subjects(new Segmented(look, tr("What is listed"),
                               {tr("Articles"), tr("Gaps"), tr("To check"), tr("Playbooks")}))
    , m_search(new SearchField(look, u"search"_s, tr("Search titles")))
    , m_add(new Button(look, tr("Add…")))
    , m_count(new Label(look, Role::Small, &Theme::ink3))
    , m_rows(new QStackedWidget)
    , m_list(new KnowledgeList(look))
    , m_state(new EmptyState(look, u"book"_s))
    , m_note(new Label(look, Role::Small, &Theme::ink2))
    , m_right(new QStackedWidget)
    , m_nothing(new EmptyState(look, u"book"_s))
    , m_article(new ArticlePane(look, clock))
    , m_gaps(new GapPane(look, clock))
    , m_check(new CheckPane(look))
    , m_edit(new ArticleEdit(look))
    , m_playbook(new PlaybookPane(look))
{
    setAccessibleName(tr("Knowledge"));
    m_list->setAccessibleName(tr("Articles"));
    m_right->addWidget(m_nothing);
    m_right->addWidget(m_article);
    m_right->addWidget(m_gaps);
    m_right->addWidget(m_check);
    m_right->addWidget(m_edit);
    m_right->addWidget(m_playbook);
    m_pane = buildList();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_pane);
    row->addWidget(m_right, 1);
    connectBoard();
    connectParts();
    connectPlaybooks();
    connectActions(actions);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    showNothing();
    fill();
}

QWidget *KnowledgeView::buildList()
{
    auto *pane = new QWidget;
    pane->setFixedWidth(metrics::queue);
    auto *title = new Label(m_look, Role::Screen);
    title->setText(tr("Knowledge"));
    m_add->setButtonSize(ButtonSize::Small);
    m_add->setIconName(u"plus"_s);
    m_add->setAccessibleName(tr("Add documents…"));
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addWidget(m_count, 1, Qt::AlignBaseline);
    head->addWidget(m_add);
    auto *tools = new QVBoxLayout;
    tools->setContentsMargins(metrics::panePadding, 11, metrics::panePadding, 10);
    tools->setSpacing(10);
    tools->addLayout(head);
    tools->addWidget(m_search);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_subjects);
    choice->addStretch();
    tools->addLayout(choice);
    m_rows->addWidget(m_list);
    m_rows->addWidget(m_state);
    const int height = m_look.px(metrics::queueRow);
    m_skeleton = new Skeleton(m_look, {{16, 14, 170, 10}, {16, 34, 220, 8}, {16, 52, 110, 8}},
                              height, m_rows);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(metrics::panePadding, 8, metrics::panePadding, 8);
    m_note->hide();
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_rows, 1);
    column->addWidget(m_note);
    return pane;
}

void KnowledgeView::connectBoard()
{
    connect(&m_board, &KnowledgeBoard::changed, this, &KnowledgeView::take);
    connect(&m_board, &KnowledgeBoard::articleRead, this, &KnowledgeView::showArticle);
    connect(&m_board, &KnowledgeBoard::added, this, &KnowledgeView::tellAdded);
    connect(&m_board, &KnowledgeBoard::unreadable, this, [this](const Error &error) {
        m_skeleton->stop();
        m_knowledge.reset();
        const ErrorText words = errorText(error);
        m_state->setIcon(u"warning"_s, &Theme::warnText);
        m_state->setWords(words.happened, words.todo);
        m_state->setDoors({tr("Try again")});
        m_rows->setCurrentWidget(m_state);
    });
}

void KnowledgeView::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &KnowledgeView::fill);
    connect(m_search, &SearchField::left, this, [this] { m_list->setFocus(); });
    connect(m_subjects, &Segmented::chosen, this,
            [this](int index) { showSubject(Subject(index)); });
    connect(m_add, &QAbstractButton::clicked, this, &KnowledgeView::chooseFiles);
    connect(m_list, &KnowledgeList::picked, this, &KnowledgeView::pick);
    connect(m_list, &KnowledgeList::entered, this, &KnowledgeView::enter);
    connect(m_state, &EmptyState::doorOpened, this, &KnowledgeView::openState);
    connect(&m_board, &KnowledgeBoard::editable, this, &KnowledgeView::alter);
    connect(m_article, &ArticlePane::editRequested, this,
            [this] { m_board.edit(m_article->article().entry.document.id); });
    connect(m_article, &ArticlePane::retireRequested, this, &KnowledgeView::askRetire);
    connect(m_article, &ArticlePane::openRequested, this, &KnowledgeView::conversationRequested);
    connect(m_gaps, &GapPane::openRequested, this, &KnowledgeView::conversationRequested);
    connect(m_check, &CheckPane::openRequested, this, &KnowledgeView::showPassage);
    connect(m_gaps, &GapPane::writeRequested, this, &KnowledgeView::write);
    connect(m_edit, &ArticleEdit::saveRequested, &m_board, &KnowledgeBoard::write);
    connect(m_edit, &ArticleEdit::left, this, &KnowledgeView::leaveEdit);
}

/// The keys of the queue walk this list while it is what is shown.
void KnowledgeView::connectActions(ActionRegistry &actions)
{
    const auto on = [this, &actions](ActionId id, auto fn) {
        actions.carry(id, this, [] { return true; });
        connect(actions.action(id), &QAction::triggered, this, [this, fn] {
            if (isVisible())
                fn();
        });
    };
    on(ActionId::NextRow, [this] { m_list->move(1); });
    on(ActionId::PreviousRow, [this] { m_list->move(-1); });
    on(ActionId::Search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    const auto otherPane = [this] {
        if (m_pane->isAncestorOf(focusWidget()))
            enter();
        else
            m_list->setFocus(Qt::ShortcutFocusReason);
    };
    on(ActionId::NextPane, otherPane);
    on(ActionId::PreviousPane, otherPane);
}

void KnowledgeView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_knowledge)
        m_skeleton->start();
    m_board.refresh();
    if (m_subject == Subject::Playbooks)
        m_playbooks.refresh();
    if (m_right->currentWidget() != m_edit)
        m_list->setFocus(Qt::OtherFocusReason);
}

void KnowledgeView::take(const KnowledgeSnapshot &knowledge)
{
    m_knowledge = knowledge;
    m_skeleton->stop();
    fill();
    tellRetired();
    if (m_wanted) {
        openWanted();
        if (!m_list->selected())
            m_wanted.reset(); // it is not there
    } else if (m_list->selected() && m_right->currentWidget() != m_edit
               && m_subject != Subject::Playbooks) {
        pick(*m_list->selected());
    }
}

void KnowledgeView::fill()
{
    if (!m_knowledge)
        return;
    const QString words = m_search->text();
    const Instant now = m_clock.now();
    switch (m_subject) {
    case Subject::Articles:
        m_list->setRows(documentRows(*m_knowledge, words, now));
        m_list->setAccessibleName(tr("Articles"));
        m_count->setText(tr("%n article(s)", nullptr, m_list->count()));
        break;
    case Subject::Gaps:
        m_list->setRows(gapRows(*m_knowledge, words, now, QTimeZone::systemTimeZone()));
        m_list->setAccessibleName(tr("Gaps"));
        m_count->setText(tr("%n intent(s)", nullptr, m_list->count()));
        break;
    case Subject::Checks:
        m_list->setRows(checkRows(*m_knowledge, words, now));
        m_list->setAccessibleName(tr("To check"));
        m_count->setText(tr("%n to check", nullptr, m_list->count()));
        break;
    case Subject::Playbooks:
        fillPlaybooks();
        break;
    }
    m_count->setVisible(m_list->count() > 0);
    if (m_list->count() == 0)
        tellNothing();
    else
        m_rows->setCurrentWidget(m_list);
}

void KnowledgeView::showSubject(Subject subject)
{
    m_subjects->setCurrent(int(subject));
    if (subject == m_subject)
        return;
    leaveEdit();
    m_subject = subject;
    m_list->setCurrentIndex({});
    m_playbooks.close();
    if (subject == Subject::Playbooks)
        m_playbooks.refresh();
    m_add->setVisible(subject != Subject::Playbooks);
    showNothing();
    fill();
}

void KnowledgeView::pick(const QString &key)
{
    if (!m_knowledge)
        return;
    if (m_right->currentWidget() == m_edit)
        leaveEdit();
    if (m_subject == Subject::Articles) {
        m_board.read(DocumentId(key));
        return;
    }
    if (m_subject == Subject::Checks)
        return pickCheck(key);
    if (m_subject == Subject::Playbooks)
        return m_playbooks.open(key);
    for (const GapGroup &group : m_knowledge->gaps) {
        if (group.intent == key) {
            m_gaps->setGaps(group);
            m_right->setCurrentWidget(m_gaps);
        }
    }
}

/// A contradiction is shown with both its sides; an overdue article is opened.
void KnowledgeView::pickCheck(const QString &key)
{
    for (const Contradiction &one : m_knowledge->check.contradictions) {
        if (checkKey(one) == key) {
            m_check->setContradiction(one);
            m_right->setCurrentWidget(m_check);
            return;
        }
    }
    for (const OverdueReview &one : m_knowledge->check.overdue) {
        if (checkKey(one) == key)
            m_board.read(one.document);
    }
}

void KnowledgeView::enter()
{
    if (m_right->currentWidget() == m_article)
        m_article->focusText();
    else if (m_right->currentWidget() == m_gaps)
        m_gaps->focusText();
    else if (m_right->currentWidget() == m_check)
        m_check->focusText();
    else if (m_right->currentWidget() == m_playbook)
        m_playbook->focusText();
}

void KnowledgeView::showPassage(const PassagePlace &place)
{
    showSubject(Subject::Articles);
    m_search->clear();
    m_wanted = place;
    openWanted();
}

/// Now, or once it has been read.
void KnowledgeView::openWanted()
{
    m_list->select(m_wanted->document.text());
    if (m_list->selected())
        pick(*m_list->selected());
}

void KnowledgeView::showArticle(const KnowledgeArticle &article)
{
    const Document &document = article.entry.document;
    const QString key = m_subject == Subject::Checks
        ? checkKey(OverdueReview{document.id, document.version, {}, {}})
        : document.id.text();
    if (m_subject == Subject::Gaps || m_subject == Subject::Playbooks || m_list->selected() != key)
        return;
    m_article->setArticle(article);
    m_right->setCurrentWidget(m_article);
    if (!m_wanted || m_wanted->document != article.entry.document.id)
        return;
    m_article->showHeading(m_wanted->heading);
    m_wanted.reset();
}

void KnowledgeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_list->hasFocus())
        m_list->setFocus(Qt::ShortcutFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void KnowledgeView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.surface);
    const QRect pane = m_pane->geometry();
    p.fillRect(pane, theme.pane);
    paint::hairline(p, pane.topRight(), pane.bottomRight(), theme.line);
}

} // namespace baton::ui
