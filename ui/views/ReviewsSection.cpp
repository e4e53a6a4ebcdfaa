#include "ui/views/ReviewsSection.h"

#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/MonitorRow.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Format.h"

#include <QtCore/QLocale>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

ReviewsSection::ReviewsSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
    , m_sum(new Label(look, Role::Body, &Theme::ink2))
    , m_list(new QVBoxLayout)
    , m_doubled(new MonitorNumber(look, tr("%", "per cent"), 100))
    , m_planted(new MonitorNumber(look, tr("%", "per cent"), 100))
    , m_save(new Button(look, tr("Save"), ButtonKind::Primary))
    , m_discard(new Button(look, tr("Discard changes"), ButtonKind::Quiet))
    , m_bundled(new Button(look, tr("Back to the bundled ones"), ButtonKind::Quiet))
    , m_state(new Label(look, Role::Small, &Theme::ink2))
    , m_problem(new Label(look, Role::Small, &Theme::dangerText))
    , m_card(new QWidget)
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
    auto *criteria = new QVBoxLayout(m_card);
    criteria->setContentsMargins({});
    criteria->setSpacing(2);
    column().addWidget(m_card);
    m_cardHint = column().addHint({});
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
    setMonitors({});
}

void ReviewsSection::serve(MonitorBoard &board, std::function<QList<IntentName>()> intents)
{
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
        m_rows += row;
        m_list->addWidget(row);
    }
}

/// Rows stay where the monitors are the same, so that the focus does.
void ReviewsSection::setMonitors(const MonitorsSnapshot &monitors)
{
    const auto same
        = [](const Monitor &a, const Monitor &b) { return a.kind == b.kind && a.name == b.name; };
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
    showCard(monitors.card);
    if (isNews && isVisible()) {
        QAccessibleEvent alert(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ReviewsSection::showCard(const Scorecard &card)
{
    QLayout *rows = m_card->layout();
    if (rows->count() == card.criteria.size())
        return;
    clearLayout(rows);
    for (const Criterion &criterion : card.criteria) {
        auto *row = new QWidget;
        auto *words = new Label(look(), Role::Body);
        words->setText(criterion.title);
        auto *weight = new Label(look(), Role::Body, &Theme::ink2);
        const QString by = QLocale().toString(criterion.weight);
        weight->setText(criterion.critical
                            ? tr("weight %1, two points or fewer fail the whole").arg(by)
                            : tr("weight %1").arg(by));
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 3, 0, 3);
        line->addWidget(words, 1);
        line->addWidget(weight);
        row->setAccessibleName(criterion.title + u", "_s + weight->text());
        rows->addWidget(row);
    }
    m_cardHint->setText(
        tr("Version %1. A score is the weighted mean of the answers.").arg(card.version));
}

} // namespace baton::ui
