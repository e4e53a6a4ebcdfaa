#include "ui/panels/StopPane.h"

#include "ui/panels/Button.h"
#include "ui/panels/Chip.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/HeldPart.h"
#include "ui/panels/Label.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/StateLine.h"
#include "ui/panels/StopSheets.h"
#include "ui/text/Format.h"
#include "ui/text/ScoreWords.h"
#include "ui/text/StopWords.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

using quality::Finding;
using quality::SegmentVerdict;

namespace {

constexpr int stopSide = 18; // of the pane, to its words
constexpr int mostReasons = 6;

bool speaks(const ScoreIntent &line)
{
    return line.stop && line.stop->verdict.finding != Finding::TooFew;
}

} // namespace

StopPane::StopPane(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_chip(new Chip(look, words::chipOf(GuardState::Armed)))
    , m_when(new Label(look, Role::Small, &Theme::ink3))
    , m_held(new QComboBox)
    , m_states(new StateLine(look))
    , m_lever(new PivotLever(look))
    , m_about(new Label(look, Role::Small, &Theme::ink2))
    , m_part(new HeldPart(look))
    , m_canary(new Button(look, tr("Start canary")))
    , m_override(new Button(look, tr("Override with reason…"), ButtonKind::Risky))
{
    setAccessibleName(tr("Stop-loss"));
    auto *inner = new QWidget;
    auto *all = new QVBoxLayout(inner);
    all->setContentsMargins(stopSide, 16, stopSide, 16);
    all->setSpacing(0);
    all->addWidget(buildHead());
    all->addWidget(m_part);
    m_column = new QVBoxLayout;
    m_column->setSpacing(4);
    all->addLayout(m_column, 1);
    auto *scroll = new ScrollColumn(look, inner, &Theme::pane);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(buildFoot());
    connect(m_part, &HeldPart::evidenceRequested, this, &StopPane::evidenceRequested);
    m_part->hide();
    showHead();
    showFoot();
}

QWidget *StopPane::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    auto *title = new Label(m_look, Role::Title);
    title->setText(tr("Stop-loss"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(title);
    line->addWidget(m_chip);
    line->addStretch();
    line->addWidget(m_when);
    m_held->setAccessibleName(tr("What is held"));
    m_held->setMaxVisibleItems(12);
    m_about->setWordWrap(true);
    m_about->setAlignment(Qt::AlignHCenter);
    column->addLayout(line);
    column->addSpacing(12);
    column->addWidget(m_states);
    column->addSpacing(8);
    column->addWidget(m_lever);
    column->addSpacing(8);
    column->addWidget(m_about);
    column->addSpacing(8);
    column->addWidget(m_held);
    connect(m_held, &QComboBox::activated, this,
            [this](int at) { choose(m_held->itemData(at).toString()); });
    connect(m_lever, &PivotLever::pulled, this, &StopPane::takePull);
    return head;
}

QWidget *StopPane::buildFoot()
{
    m_foot = new QWidget;
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(stopSide, 12, stopSide, 14);
    row->setSpacing(8);
    for (Button *button : {m_canary, m_override})
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_canary, 3);
    row->addWidget(m_override, 4);
    connect(m_canary, &QAbstractButton::clicked, this, &StopPane::askRelease);
    connect(m_override, &QAbstractButton::clicked, this, &StopPane::askOverride);
    return m_foot;
}

void StopPane::setScorecard(const ScorecardSnapshot &snapshot)
{
    m_shown = snapshot;
    rebuild();
}

void StopPane::setStops(const StopSnapshot &stops)
{
    const bool same = m_stops.isRead == stops.isRead && m_stops.mayAct == stops.mayAct
        && m_stops.acting == stops.acting && m_stops.segments == stops.segments
        && m_stops.lookedWeek == stops.lookedWeek && m_stops.log == stops.log;
    m_stops = stops;
    if (same)
        return;
    fillHeld();
    showPart();
    rebuild();
}

/// What is held, the one that was chosen before still chosen.
void StopPane::fillHeld()
{
    m_held->clear();
    for (const StopSegment &one : std::as_const(m_stops.segments)) {
        if (one.state != GuardState::Armed)
            m_held->addItem(
                tr("%1: %2", "an intent, how it stands").arg(one.title, words::of(one.state)),
                one.segment);
    }
    const int at = m_held->findData(m_chosen);
    m_chosen = m_held->count() == 0 ? QString() : m_held->itemData(std::max(at, 0)).toString();
    m_held->setCurrentIndex(std::max(at, 0));
    m_held->setVisible(m_held->count() > 0);
}

void StopPane::choose(const QString &segment)
{
    const int at = m_held->findData(segment);
    if (at < 0)
        return;
    m_held->setCurrentIndex(at);
    m_chosen = segment;
    showPart();
    rebuild();
}

/// Whether it holds something now; before it has looked at a week, whether it would.
void StopPane::showHead()
{
    const StopSegment *chosen = m_stops.find(m_chosen);
    const StateLine::Step step = chosen ? StateLine::stepOf(*chosen)
        : m_tripped                     ? StateLine::Tripped
                                        : StateLine::Armed;
    m_chip->setChip(chosen          ? words::chipOf(chosen->state)
                        : m_tripped ? paint::ChipText{u"stop"_s, tr("Trips"), paint::Tone::Danger}
                                    : words::chipOf(GuardState::Armed));
    if (chosen)
        m_when->setText(format::moment(chosen->last.at, m_stops.at, QTimeZone::systemTimeZone()));
    else
        m_when->setText(
            tr("to week %1")
                .arg(words::weekNumber(m_shown.lookedAtWeek - m_shown.limit.maturingWeeks)));
    m_states->setStep(step, m_stops.limits.canaryShare);
    const bool alone = !chosen || isAlone(chosen->state);
    m_lever->setReadOnly(!m_stops.mayAct || m_stops.acting);
    m_lever->setDetent(alone ? PivotLever::BotContains : PivotLever::Hybrid);
    const int held = m_stops.held();
    m_about->setText(
        held > 0        ? tr("Pulled for %n intent(s): the bot drafts, people send.", nullptr, held)
            : m_tripped ? tr("Satisfaction with the bot fell by more than its limit, and surely.")
                        : tr("No intent has fallen past its limit."));
}

void StopPane::showFoot()
{
    const StopSegment *chosen = m_stops.find(m_chosen);
    m_foot->setVisible(m_stops.isRead && m_stops.mayAct);
    const bool ready = chosen && chosen->state == GuardState::Ready;
    m_canary->setEnabled(ready && !m_stops.acting);
    m_canary->setToolTip(ready        ? QString()
                             : chosen ? tr("What a release wants is not all there.")
                                      : tr("Nothing is held."));
    m_override->setEnabled(!m_stops.acting && !m_stops.segments.isEmpty());
    m_override->setToolTip(chosen && !isAlone(chosen->state)
                               ? tr("Releases %1 before its time").arg(chosen->title)
                               : tr("Takes an intent from the bot"));
}

void StopPane::takePull(PivotLever::Detent detent)
{
    switch (detent) {
    case PivotLever::BotContains:
        return askRelease();
    case PivotLever::Hybrid:
        return askTrip();
    case PivotLever::PeopleOnly:
        Q_EMIT policyRequested();
    }
}

void StopPane::askOverride()
{
    const StopSegment *chosen = m_stops.find(m_chosen);
    if (!m_stops.mayAct || m_stops.acting)
        return;
    if (chosen && !isAlone(chosen->state))
        askRelease();
    else
        askTrip();
}

void StopPane::askTrip()
{
    auto *sheet = new TripSheet(m_look, m_stops, window());
    if (!m_chosen.isEmpty())
        sheet->choose(m_chosen);
    connect(sheet, &TripSheet::decided, this, &StopPane::tripRequested);
    sheet->open();
}

void StopPane::askRelease()
{
    const StopSegment *chosen = m_stops.find(m_chosen);
    if (!chosen || isAlone(chosen->state))
        return;
    auto *sheet = new ReleaseSheet(m_look, *chosen, m_stops.limits, window());
    connect(sheet, &ReleaseSheet::decided, this,
            [this, name = m_chosen](const QString &reason, int weeks) {
                Q_EMIT releaseRequested(name, reason, weeks);
            });
    sheet->open();
}

void StopPane::paintEvent(QPaintEvent *)
{
    if (!m_foot->isVisible())
        return;
    QPainter p(this);
    const int y = m_foot->geometry().top();
    paint::hairline(p, QPointF(0, y), QPointF(width(), y), m_look.theme().line);
}

void StopPane::addHeading(const QString &text)
{
    auto *label = new Label(m_look, Role::Small, &Theme::ink);
    label->setWeight(QFont::DemiBold);
    label->setText(text);
    m_column->addWidget(label);
}

void StopPane::addLine(const QString &text, QColor Theme::*ink)
{
    auto *label = new Label(m_look, Role::Small, ink);
    label->setWordWrap(true);
    label->setText(text);
    m_column->addWidget(label);
}

void StopPane::addSeparator()
{
    m_column->addSpacing(8);
    m_column->addWidget(new Hairline(m_look, Qt::Horizontal));
    m_column->addSpacing(8);
}

void StopPane::addReason(const ScoreIntent &line, const ScorecardSnapshot &snapshot)
{
    const SegmentVerdict &verdict = line.stop->verdict;
    const double fall = verdict.level.value_or(verdict.before.value()) - verdict.now.value();
    auto *row = new QHBoxLayout;
    auto *name = new Button(m_look, line.title, ButtonKind::Link);
    name->setButtonSize(ButtonSize::Small);
    name->setAccessibleDescription(tr("Opens the conversations behind it"));
    connect(name, &QAbstractButton::clicked, this,
            [this, intent = line.intent] { Q_EMIT intentRequested(intent); });
    auto *value = new Label(m_look, Role::Body,
                            verdict.finding == Finding::Trips ? &Theme::dangerText : &Theme::ink2);
    value->setWeight(QFont::DemiBold);
    value->setText(words::points(-fall));
    row->addWidget(name);
    row->addStretch();
    row->addWidget(value);
    m_column->addLayout(row);
    const QString now = tr("%1 %: n %2, %3 weeks")
                            .arg(qRound(100 * verdict.now.value()))
                            .arg(format::count(verdict.now.n))
                            .arg(verdict.window);
    addLine(verdict.level ? now
                          : tr("%1; before %2 %, n %3", "now, and before")
                                .arg(now)
                                .arg(qRound(100 * verdict.before.value()))
                                .arg(format::count(verdict.before.n)),
            &Theme::ink3);
    addLine((verdict.level ? tr("stop under %1, sure below p %2: p %3, corrected")
                                 .arg(format::percent(*verdict.level))
                                 .arg(snapshot.limit.alpha)
                                 .arg(verdict.counted, 0, 'g', 2)
                           : tr("stop at %1, sure below p %2: p %3, corrected")
                                 .arg(words::points(-snapshot.limit.fall))
                                 .arg(snapshot.limit.alpha)
                                 .arg(verdict.counted, 0, 'g', 2)),
            &Theme::ink3);
    addLine(words::of(verdict.finding),
            verdict.finding == Finding::Quiet ? &Theme::ink3 : &Theme::ink2);
}

/// What it would go by now: the intents, the surest fall first.
void StopPane::addReasons()
{
    QList<const ScoreIntent *> lines;
    bool anyTrips = false;
    for (const ScoreIntent &line : std::as_const(m_shown.intents)) {
        if (speaks(line))
            lines.append(&line);
        anyTrips = anyTrips || words::isTripped(line);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ScoreIntent *a, const ScoreIntent *b) {
        return a->stop->verdict.p < b->stop->verdict.p;
    });
    addHeading(anyTrips ? tr("Why it trips") : tr("What it looks at"));
    if (lines.isEmpty())
        addLine(tr("No intent has the ratings it takes: %1 in a window and before it.")
                    .arg(m_shown.limit.leastRatings),
                &Theme::ink3);
    for (qsizetype i = 0; i < std::min<qsizetype>(mostReasons, lines.size()); ++i) {
        addReason(*lines[i], m_shown);
        m_column->addSpacing(4);
    }
    if (lines.size() > mostReasons)
        addLine(tr("and %n more in the table", nullptr, int(lines.size()) - mostReasons),
                &Theme::ink3);
}

void StopPane::addLog()
{
    addHeading(tr("Log"));
    if (m_stops.log.isEmpty()) {
        addLine(tr("Nothing was tripped or released yet."), &Theme::ink3);
        return;
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (const StopEvent &event : std::as_const(m_stops.log)) {
        const int row = grid->rowCount();
        auto *when = new Label(m_look, Role::Small, &Theme::ink3);
        when->setText(format::moment(event.at, m_stops.at, QTimeZone::systemTimeZone()));
        auto *what = new Label(m_look, Role::Small);
        what->setWordWrap(true);
        what->setText(words::logOf(event, m_stops.titleOf(event.segment)));
        grid->addWidget(when, row, 0, Qt::AlignTop);
        grid->addWidget(what, row, 1);
    }
    m_column->addLayout(grid);
}

void StopPane::addLimit()
{
    addHeading(tr("The limit"));
    QStringList windows;
    for (const int weeks : m_shown.limit.windows)
        windows += QString::number(weeks);
    addLine(tr("CSAT, bot only, by intent: %1 or more over %2 weeks against the %3 before, with "
               "at least %4 ratings in each; all intents corrected for (Holm).")
                .arg(words::points(-m_shown.limit.fall), windows.join(tr(" or ", "weeks")))
                .arg(m_shown.limit.reference)
                .arg(m_shown.limit.leastRatings),
            &Theme::ink3);
    addLine(m_stops.lookedWeek > 0
                ? tr("Weeks are looked at once they are over; the newest was week %1. Who answers "
                     "for it: %2.")
                      .arg(words::weekNumber(m_stops.lookedWeek))
                      .arg(m_stops.owner)
                : tr("No week has been looked at yet: that needs one that is over, and contacts "
                     "after it."),
            &Theme::ink3);
    QStringList trips;
    for (const int week : m_shown.trips)
        trips += QString::number(words::weekNumber(week));
    addLine(
        trips.isEmpty()
            ? tr("In none of the last %1 weeks would it have tripped by itself.").arg(scoreWeeks)
            : tr("By itself it would have tripped in week %1.").arg(trips.join(u", "_s)),
        &Theme::ink3);
}

void StopPane::showPart()
{
    const StopSegment *chosen = m_stops.find(m_chosen);
    m_part->setVisible(chosen != nullptr);
    if (chosen)
        m_part->setSegment(*chosen, m_stops);
}

void StopPane::rebuild()
{
    clearLayout(m_column);
    const StopSegment *chosen = m_stops.find(m_chosen);
    m_tripped = m_stops.lookedWeek > 0 || chosen
        ? m_stops.held() > 0
        : std::any_of(m_shown.intents.cbegin(), m_shown.intents.cend(), words::isTripped);
    showHead();
    showFoot();
    if (!chosen)
        addReasons();
    addSeparator();
    addLog();
    addSeparator();
    if (chosen) {
        addReasons();
        addSeparator();
    }
    addLimit();
    if (m_stops.mayAct && chosen && !isAlone(chosen->state)) {
        addSeparator();
        auto *trip = new Button(m_look, tr("Trip another by hand…"), ButtonKind::Link);
        trip->setButtonSize(ButtonSize::Small);
        trip->setEnabled(!m_stops.acting);
        connect(trip, &QAbstractButton::clicked, this, &StopPane::askTrip);
        m_column->addWidget(trip, 0, Qt::AlignLeft);
    }
    m_column->addStretch();
    update();
}

} // namespace baton::ui
