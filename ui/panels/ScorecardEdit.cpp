#include "ui/panels/ScorecardEdit.h"

#include "ui/panels/Button.h"
#include "ui/panels/CriterionEdit.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/panels/SearchField.h"
#include "ui/text/ErrorText.h"

#include <QtCore/QLocale>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

QString wordsOf(CardFault fault)
{
    switch (fault) {
    case CardFault::NoCriteria:
        return ScorecardEdit::tr("A scorecard needs at least one criterion: add one.");
    case CardFault::TooMany:
        return ScorecardEdit::tr("There are more than %n criteri(a): remove some.", nullptr,
                                 int(mostCriteria));
    case CardFault::NoTitle:
        return ScorecardEdit::tr("It needs words: say what it asks.");
    case CardFault::LongTitle:
        return ScorecardEdit::tr("It is too long: %n character(s) at most.", nullptr,
                                 int(longestTitle));
    case CardFault::SameTitle:
        return ScorecardEdit::tr("Another one asks the same: give it other words.");
    case CardFault::Weight:
        return ScorecardEdit::tr("The weight must be above 0 and at most %1.")
            .arg(QLocale().toString(heaviestCriterion));
    }
    Q_UNREACHABLE();
}

} // namespace

ScorecardEdit::ScorecardEdit(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_list(new QVBoxLayout)
    , m_add(new Button(look, tr("Add a criterion"), ButtonKind::Quiet))
    , m_save(new Button(look, tr("Save as a new version"), ButtonKind::Primary))
    , m_discard(new Button(look, tr("Discard changes"), ButtonKind::Quiet))
    , m_bundled(new Button(look, tr("Take the bundled ones"), ButtonKind::Quiet))
    , m_state(new Label(look, Role::Small, &Theme::ink2))
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
{
    setAccessibleName(tr("Scorecard"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    m_list->setSpacing(2);
    column->addLayout(m_list);
    m_add->setIconName(u"plus"_s);
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_add);
    adding->addStretch();
    column->addLayout(adding);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 8, 0, 4);
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_bundled);
    buttons->addWidget(m_state, 1);
    m_state->setWordWrap(true);
    column->addLayout(buttons);
    setCard({});
}

void ScorecardEdit::serve(CriteriaBoard &board)
{
    m_board = &board;
    connect(&board, &CriteriaBoard::changed, this, &ScorecardEdit::setCard);
    connect(m_save, &QAbstractButton::clicked, &board, &CriteriaBoard::save);
    connect(m_discard, &QAbstractButton::clicked, &board, &CriteriaBoard::discard);
    connect(m_bundled, &QAbstractButton::clicked, &board, &CriteriaBoard::editBundled);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        m_board->addCriterion();
        if (!m_rows.isEmpty())
            m_rows.last()->title().setFocus();
    });
    setCard(board.snapshot());
}

QString ScorecardEdit::state() const
{
    return m_state->text();
}

QString ScorecardEdit::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void ScorecardEdit::makeRows(qsizetype count)
{
    while (m_rows.size() > count) {
        CriterionEdit *last = m_rows.takeLast();
        last->hide();
        last->deleteLater(); // its own signal may be what took it away
    }
    while (m_rows.size() < count) {
        auto *row = new CriterionEdit(m_look);
        const qsizetype index = m_rows.size();
        connect(row, &CriterionEdit::edited, this,
                [this, index](const Criterion &criterion) { edit(index, criterion); });
        connect(row, &CriterionEdit::upRequested, this, [this, index] { moveUp(index); });
        connect(row, &CriterionEdit::removeRequested, this, [this, index] { remove(index); });
        m_rows.append(row);
        m_list->addWidget(row);
    }
}

void ScorecardEdit::setCard(const CriteriaSnapshot &card)
{
    m_shown = card;
    const QList<Criterion> &criteria = card.edited.criteria;
    makeRows(criteria.size());
    QStringList whole;
    for (const CardFlaw &flaw : card.flaws) {
        if (flaw.criterion < 0)
            whole.append(wordsOf(flaw.fault));
    }
    for (int i = 0; i < int(m_rows.size()); ++i) {
        QStringList own;
        for (const CardFlaw &flaw : card.flaws) {
            if (flaw.criterion == i)
                own.append(wordsOf(flaw.fault));
        }
        m_rows[i]->setCriterion(criteria[i]);
        m_rows[i]->setFlaws(own);
        m_rows[i]->setReadOnly(!card.mayEdit);
        m_rows[i]->setFirst(i == 0);
    }
    if (card.problem)
        whole.append(errorText(*card.problem).toString());
    m_problem->setText(whole.join(u' '));
    m_problem->setVisible(!whole.isEmpty());
    const bool changed = card.isChanged();
    m_add->setVisible(card.mayEdit);
    m_add->setEnabled(criteria.size() < mostCriteria);
    m_save->setVisible(card.mayEdit);
    m_save->setBusy(card.saving);
    m_save->setEnabled(changed && card.flaws.isEmpty() && !card.saving);
    m_discard->setVisible(card.mayEdit && changed);
    m_bundled->setVisible(card.mayEdit && !changed && !card.bundled);
    const QString version = tr("Version %1.").arg(card.kept.version);
    const QString state = !card.mayEdit ? tr("%1 A lead decides what it asks.").arg(version)
        : !card.flaws.isEmpty()         ? tr("Not saved yet: what is wrong stands above in red.")
        : changed ? tr("Not saved yet: reviews made so far keep version %1.").arg(card.kept.version)
        : card.versions.isEmpty() ? tr("%1 As it came with Baton.").arg(version)
                                  : tr("%1 Saved by %2. Older reviews keep their own.")
                                        .arg(version, card.versions.first().author.name);
    const bool isNews = state != m_state->text();
    m_state->setText(state);
    if (isNews && isVisible()) {
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ScorecardEdit::edit(qsizetype index, const Criterion &criterion)
{
    Scorecard wish = m_shown.edited;
    if (!m_board || index >= wish.criteria.size())
        return;
    wish.criteria[index] = criterion;
    m_board->edit(wish);
}

void ScorecardEdit::moveUp(qsizetype index)
{
    Scorecard wish = m_shown.edited;
    if (!m_board || index < 1 || index >= wish.criteria.size())
        return;
    wish.criteria.swapItemsAt(index, index - 1);
    m_board->edit(wish);
    if (index > 1)
        m_rows[index - 1]->upButton().setFocus();
    else
        m_rows.first()->removeButton().setFocus();
}

void ScorecardEdit::remove(qsizetype index)
{
    Scorecard wish = m_shown.edited;
    if (!m_board || index >= wish.criteria.size())
        return;
    const Criterion gone = wish.criteria.takeAt(index);
    m_board->edit(wish);
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows[std::min(index, m_rows.size() - 1)]->removeButton().setFocus();
    Q_EMIT did(tr("Removed: %1. Reviews made so far keep it.", "a criterion").arg(gone.title),
               [this, gone, index] {
                   Scorecard back = m_shown.edited;
                   for (const Criterion &one : back.criteria) {
                       if (one.name == gone.name)
                           return; // it is there again
                   }
                   back.criteria.insert(std::min(index, back.criteria.size()), gone);
                   m_board->edit(back);
               });
}

} // namespace baton::ui
