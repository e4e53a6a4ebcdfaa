#include "ui/views/ReviewsSection.h"

#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/MonitorPopover.h"
#include "ui/panels/MonitorRow.h"
#include "ui/panels/ScorecardEdit.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

ReviewsSection::ReviewsSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
    , m_sum(new Label(look, Role::Body, &Theme::ink2))
    , m_list(new QVBoxLayout)
    , m_add(new Button(look, tr("Add a monitor…"), ButtonKind::Quiet))
    , m_doubled(new MonitorNumber(look, tr("%", "per cent"), 100))
    , m_planted(new MonitorNumber(look, tr("%", "per cent"), 100))
    , m_save(new Button(look, tr("Save"), ButtonKind::Primary))
    , m_discard(new Button(look, tr("Discard changes"), ButtonKind::Quiet))
    , m_bundled(new Button(look, tr("Back to the bundled ones"), ButtonKind::Quiet))
    , m_state(new Label(look, Role::Small, &Theme::ink2))
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
    , m_card(new ScorecardEdit(look))
{
    column().addHeading(tr("What is reviewed"));
    m_sum->setWordWrap(true);
    column().addWidget(m_sum);
    auto *list = new QWidget;
    list->setAccessibleName(tr("Monitors"));
    list->setLayout(m_list);
    m_list->setContentsMargins(0, 6, 0, 0);
    m_list->setSpacing(2);
    column().addWidget(list);
    m_add->setIconName(u"plus"_s);
    auto *adding = new QWidget;
    auto *addRow = new QHBoxLayout(adding);
    addRow->setContentsMargins(0, 2, 0, 2);
    addRow->addWidget(m_add);
    addRow->addStretch();
    column().addWidget(adding);
    connect(m_add, &QAbstractButton::clicked, this, &ReviewsSection::offerAdding);
    column().addHint(tr("The last figure of a row: how many of the last 7 days it would pick by "
                        "itself, at its share."));
    column().addHeading(tr("How it is reviewed"));
    m_doubled->setName(tr("Reviewed by two people, in per cent"));
    m_planted->setName(tr("With a planted error, in per cent"));
    column().addRow(tr("Reviewed by two people"), m_doubled);
    column().addRow(tr("With a planted error, told after the verdict"), m_planted);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 10, 0, 6);
    row->setSpacing(8);
    row->addWidget(m_save);
    row->addWidget(m_discard);
    row->addWidget(m_bundled);
    row->addWidget(m_state, 1);
    m_state->setWordWrap(true);
    column().addWidget(buttons);
    m_problem->setWordWrap(true);
    column().addWidget(m_problem);
    column().addHeading(tr("Scorecard"));
    column().addWidget(m_card);
    column().addHint(tr("A score is the weighted mean of the answers. What a rule answers is shown "
                        "beside a person’s answer and never added to it."));
    column().addEnd();
    connect(m_doubled, &MonitorNumber::valueEdited, this, [this](double share) {
        Monitors wish = m_shown.edited;
        wish.doubled = share;
        edit(wish);
    });
    connect(m_planted, &MonitorNumber::valueEdited, this, [this](double share) {
        Monitors wish = m_shown.edited;
        wish.planted = share;
        edit(wish);
    });
    connect(m_card, &ScorecardEdit::did, this, &SettingsSection::did);
    setMonitors({});
}

void ReviewsSection::serve(MonitorBoard &board, CriteriaBoard &criteria,
                           std::function<QList<IntentName>()> intents)
{
    m_card->serve(criteria);
    m_board = &board;
    m_intentsNow = std::move(intents);
    connect(&board, &MonitorBoard::changed, this, &ReviewsSection::setMonitors);
    connect(m_save, &QAbstractButton::clicked, &board, &MonitorBoard::save);
    connect(m_discard, &QAbstractButton::clicked, &board, &MonitorBoard::discard);
    connect(m_bundled, &QAbstractButton::clicked, &board, &MonitorBoard::giveUpOwn);
    setMonitors(board.snapshot());
}

void ReviewsSection::setIntents(const QList<IntentName> &intents)
{
    if (intents == m_intents)
        return;
    m_intents = intents;
    rebuild(m_shown.edited);
    setMonitors(m_shown);
}

void ReviewsSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    if (!m_board)
        return;
    setIntents(m_intentsNow());
    m_board->refresh();
}

void ReviewsSection::edit(const Monitors &monitors)
{
    if (m_board)
        m_board->edit(monitors);
}

void ReviewsSection::rebuild(const Monitors &monitors)
{
    clearLayout(m_list);
    m_rows.clear();
    for (const Monitor &monitor : monitors.list) {
        const auto intent
            = std::find_if(m_intents.begin(), m_intents.end(),
                           [&monitor](const IntentName &one) { return one.name == monitor.name; });
        auto *row = new MonitorRow(look(), monitor,
                                   intent == m_intents.end() ? QString() : intent->title);
        const qsizetype index = m_rows.size();
        connect(row, &MonitorRow::edited, this, [this, index](const Monitor &changed) {
            Monitors wish = m_shown.edited;
            if (index < wish.list.size())
                wish.list[index] = changed;
            edit(wish);
        });
        connect(row, &MonitorRow::removeRequested, this, [this, index] { remove(index); });
        m_rows += row;
        m_list->addWidget(row);
    }
}

void ReviewsSection::offerAdding()
{
    if (!m_board)
        return;
    const auto add = [this](const Monitor &monitor) { return m_board->add(monitor); };
    m_adding = new MonitorPopover(look(), m_intents, add, this);
    m_adding->openAt(m_add, Popover::Side::Above);
}

MonitorPopover *ReviewsSection::adding() const
{
    return m_adding;
}

/// Once this row's own signal has returned: the row goes.
void ReviewsSection::remove(qsizetype index)
{
    if (!m_board || index >= m_shown.edited.list.size())
        return;
    Monitor gone = m_shown.edited.list[index];
    if (gone.place == 0)
        gone.place = int(index) + 1; // draws its own lots again when it is put back
    const QString name = m_rows[index]->accessibleName();
    QMetaObject::invokeMethod(
        this,
        [this, index] {
            m_board->remove(index);
            if (m_rows.isEmpty())
                m_add->setFocus();
            else
                m_rows[std::min(index, m_rows.size() - 1)]->removeButton().setFocus();
        },
        Qt::QueuedConnection);
    Q_EMIT did(tr("Removed: %1. What it picked stays.", "a monitor").arg(name),
               [this, gone, index] { (void)m_board->add(gone, index); });
}

/// Rows stay where the monitors are the same, so that the focus does.
void ReviewsSection::setMonitors(const MonitorsSnapshot &monitors)
{
    const auto same = [](const Monitor &a, const Monitor &b) {
        return a.kind == b.kind && a.name == b.name && a.title == b.title;
    };
    const QList<Monitor> &list = monitors.edited.list;
    if (!std::equal(
            list.begin(), list.end(), m_rows.begin(), m_rows.end(),
            [&](const Monitor &one, const MonitorRow *row) { return same(one, row->monitor()); }))
        rebuild(monitors.edited);
    m_shown = monitors;
    const bool readOnly = !monitors.mayEdit;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->monitor() != list[i])
            m_rows[i]->setMonitor(list[i]);
        m_rows[i]->setPicks(monitors.picks ? std::optional(monitors.picks->each.value(i))
                                           : std::nullopt);
        m_rows[i]->setReadOnly(readOnly);
    }
    m_doubled->setValue(monitors.edited.doubled);
    m_planted->setValue(monitors.edited.planted);
    m_add->setVisible(!readOnly);
    m_doubled->setReadOnly(readOnly);
    m_planted->setReadOnly(readOnly);
    m_sum->setText(monitors.picks
                       ? tr("Of %n conversation(s) closed in the last 7 days, %1 would be picked.",
                            nullptr, monitors.picks->of)
                             .arg(format::count(monitors.picks->all))
                       : tr("What was closed in the last 7 days is being looked at…"));
    const bool changed = monitors.isChanged();
    m_save->setVisible(!readOnly);
    m_save->setBusy(monitors.saving);
    m_save->setEnabled(changed && !monitors.saving);
    m_discard->setVisible(!readOnly && changed);
    m_bundled->setVisible(!readOnly && monitors.own && !changed);
    const QString state = readOnly ? tr("A lead decides what is reviewed.")
        : changed                  ? tr("Not saved yet: these pick once they are.")
        : monitors.own             ? tr("The team’s own, version %1.").arg(monitors.kept.version)
                                   : tr("As it came with Baton.");
    const bool isNews = state != m_state->text();
    m_state->setText(state);
    m_problem->setVisible(monitors.problem.has_value());
    if (monitors.problem)
        m_problem->setText(
            tr("%1 %2", "what is wrong with a file, the reader's words")
                .arg(errorText(*monitors.problem).toString(), monitors.problem->detail));
    if (isNews && isVisible()) {
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace baton::ui
