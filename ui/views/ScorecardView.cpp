#include "ui/views/ScorecardView.h"

#include "core/desk/StopBoard.h"
#include "ui/panels/BackBars.h"
#include "ui/panels/Button.h"
#include "ui/panels/ContactsSheet.h"
#include "ui/panels/CostPane.h"
#include "ui/panels/EmptyState.h"
#include "ui/panels/Gauge.h"
#include "ui/panels/IntentTable.h"
#include "ui/panels/ReliabilityChart.h"
#include "ui/panels/ScoreParts.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/panels/Segmented.h"
#include "ui/panels/StopPane.h"
#include "ui/panels/TrendChart.h"
#include "ui/text/Format.h"
#include "ui/text/ScoreExport.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/ActionRegistry.h"

#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QDesktopServices>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

using quality::Arms;
using quality::Metric;

namespace {

constexpr int stopWidth = 372;
constexpr int stopBeside = 1180; // of the view: below, the stop-loss comes when it is asked for
constexpr int wideGauges = 820;  // of the figures: below, two stand in a row
constexpr int tableLeast = 318;  // eight intents; what is below them is scrolled to
constexpr int figuresSide = 20;

constexpr Metric shownMetrics[] = {
    Metric::Containment,     Metric::EffectiveContainment,
    Metric::Resolution,      Metric::Recontact,
    Metric::CsatBot,         Metric::CsatPerson,
    Metric::DraftAcceptance, Metric::EscalationQuality,
};

constexpr ActionId scoreActions[] = {ActionId::ScoreAll, ActionId::ScoreBot, ActionId::ScorePerson,
                                     ActionId::ScoreExport, ActionId::ScoreOverride};

} // namespace

ScorecardView::ScorecardView(Desk &desk, const Look &look, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_board(desk.scorecardBoard())
    , m_look(look)
    , m_actions(actions)
    , m_period(new Button(look, tr("Is being read")))
    , m_arms(new Segmented(
          look, tr("Whose contacts"),
          {words::of(Arms::All), words::of(Arms::BotOnly), words::of(Arms::WithPerson)}))
    , m_stopToggle(new Button(look, tr("Stop-loss"), ButtonKind::Quiet))
    , m_export(new Button(look, tr("Export")))
    , m_middle(new QStackedWidget)
    , m_nothing(new EmptyState(look, u"scorecard-20"_s))
    , m_trend(new TrendChart(look))
    , m_bars(new BackBars(look))
    , m_curve(new ReliabilityChart(look))
    , m_curveWords(new Label(look, baton::ui::Role::Small, &Theme::ink3))
    , m_costs(new CostPane(look))
    , m_table(new IntentTable(look))
    , m_also(new Label(look, baton::ui::Role::Small, &Theme::ink3))
    , m_stop(new StopPane(look))
{
    setAccessibleName(tr("Scorecard"));
    m_bar = buildBar();
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(figuresSide, 16, 16, 14);
    column->setSpacing(14);
    column->addWidget(buildFigures());
    column->addWidget(buildCharts());
    column->addWidget(buildTable(), 1);
    column->addWidget(buildReadings());
    m_scroll = new ScrollColumn(look, inner, &Theme::surface);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Figures"));
    m_middle->addWidget(m_nothing);
    m_middle->addWidget(m_scroll);
    m_stop->setFixedWidth(stopWidth);
    auto *row = new QHBoxLayout;
    row->setContentsMargins({});
    row->setSpacing(1);
    row->addWidget(m_middle, 1);
    row->addWidget(m_stop);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(1);
    all->addWidget(m_bar);
    all->addLayout(row, 1);
    m_nothing->setWords(tr("The figures are being read."), {});
    m_stop->hide();
    connectBoard();
    connectActions();
    orderTabs();
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    if (!m_board.snapshot().isEmpty())
        take(m_board.snapshot()); // it was told before anybody looked
}

QWidget *ScorecardView::buildBar()
{
    auto *bar = new QWidget;
    bar->setFixedHeight(metrics::paneHeader);
    auto *title = new Label(m_look, baton::ui::Role::Screen);
    title->setText(tr("Scorecard"));
    m_period->setIconName(u"calendar"_s);
    m_period->setTrailingIcon(u"chevron-down"_s);
    m_export->setIconName(u"export"_s);
    m_stopToggle->setIconName(u"stop"_s);
    m_stopToggle->setCheckable(true);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(figuresSide, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(m_period);
    row->addWidget(m_arms);
    row->addStretch();
    row->addWidget(new StopMarkKey(m_look));
    row->addWidget(m_stopToggle);
    row->addWidget(m_export);
    connect(m_period, &QAbstractButton::clicked, this, &ScorecardView::choosePeriod);
    connect(m_export, &QAbstractButton::clicked, this, &ScorecardView::chooseExport);
    connect(m_stopToggle, &QAbstractButton::clicked, this, [this] {
        m_stopWanted = !m_stop->isVisible();
        m_stop->setVisible(m_stopWanted);
    });
    connect(m_arms, &Segmented::chosen, this,
            [this](int index) { m_board.showArms(static_cast<Arms>(index)); });
    return bar;
}

QWidget *ScorecardView::buildFigures()
{
    auto *figures = new QWidget;
    m_grid = new QGridLayout(figures);
    m_grid->setContentsMargins({});
    m_grid->setSpacing(10);
    for (const Metric metric : shownMetrics) {
        auto *gauge = new Gauge(m_look, figures);
        m_gauges += gauge;
        connect(gauge, &QAbstractButton::clicked, this, [this, metric] {
            drill({metric, quality::Part::Hit, {}});
        });
    }
    layGauges();
    return figures;
}

void ScorecardView::layGauges()
{
    const int columns = m_middle->width() < wideGauges ? 2 : 4;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_gauges.size(); ++i)
        m_grid->addWidget(m_gauges[i], i / columns, i % columns);
    for (int i = 0; i < 4; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

QWidget *ScorecardView::buildCharts()
{
    auto *trend = new ChartCard(m_look, tr("CSAT by week"), m_trend);
    trend->addKey(ChartKey::Dashed, &Theme::ai, tr("bot only, with 95 % interval"));
    trend->addKey(ChartKey::Solid, &Theme::accent, tr("with a person"));
    auto *bars = new ChartCard(m_look, words::of(Metric::Recontact), m_bars);
    m_barsCard = bars;
    bars->addKey(ChartKey::Hatched, &Theme::lineControl, tr("not matured yet"));
    auto *charts = new QWidget;
    auto *row = new QHBoxLayout(charts);
    row->setContentsMargins({});
    row->setSpacing(10);
    row->addWidget(trend, 162);
    row->addWidget(bars, 100);
    return charts;
}

QWidget *ScorecardView::buildReadings()
{
    auto *curve = new ChartCard(m_look, tr("Intents: sure, and right"), m_curve);
    curve->addKey(ChartKey::Dashed, &Theme::lineControl, tr("as sure as right"));
    m_curveWords->setWordWrap(true);
    m_curveWords->setContentsMargins(0, 0, 0, 4);
    curve->layout()->addWidget(m_curveWords);
    auto *row = new QHBoxLayout;
    row->setContentsMargins({});
    row->setSpacing(10);
    row->addWidget(curve, 162);
    row->addWidget(new ChartCard(m_look, tr("Cost of a resolution"), m_costs), 100);
    auto *readings = new QWidget;
    readings->setLayout(row);
    return readings;
}

QWidget *ScorecardView::buildTable()
{
    auto *card = new ChartCard(m_look, {}, m_table);
    m_also->setWordWrap(true);
    card->addFoot(m_also);
    card->setMinimumHeight(tableLeast);
    return card;
}

void ScorecardView::connectBoard()
{
    connect(&m_board, &ScorecardBoard::changed, this, &ScorecardView::take);
    connect(&m_board, &ScorecardBoard::drilled, this, [this](const ScoreContacts &contacts) {
        if (m_sheet)
            m_sheet->setContacts(contacts);
    });
    connect(&m_board, &ScorecardBoard::rowsReady, this,
            [this](quint64 generation, qsizetype first, const QList<QueueRow> &rows) {
                if (m_sheet)
                    m_sheet->setRows(generation, first, rows);
            });
    connect(m_curve, &ReliabilityChart::binRequested, this, [this](int bin) {
        ScoreDrill of{Metric::Containment, quality::Part::Miss, {}};
        of.confidenceBin = bin;
        drill(of);
    });
    connect(m_table, &IntentTable::drillRequested, this,
            [this](const QString &intent, Metric metric) {
                // Containment is of both arms together.
                const bool apart = m_shown.arms != Arms::All
                    && (metric == Metric::Containment || metric == Metric::EffectiveContainment);
                drill({apart ? Metric::Resolution : metric,
                       metric == Metric::CsatBot ? quality::Part::Miss : quality::Part::Hit,
                       intent,
                       {}});
            });
    StopBoard &stops = m_desk.stopBoard();
    connect(&stops, &StopBoard::changed, this, &ScorecardView::takeStops);
    takeStops(stops.snapshot());
    connect(m_stop, &StopPane::tripRequested, &stops, &StopBoard::trip);
    connect(m_stop, &StopPane::releaseRequested, &stops, &StopBoard::release);
    connect(m_stop, &StopPane::evidenceRequested, this, [](const QString &folder) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder + u"/index.html"_s));
    });
    connect(m_stop, &StopPane::policyRequested, this, &ScorecardView::policyRequested);
    connect(m_stop, &StopPane::intentRequested, this, [this](const QString &intent) {
        drill({Metric::CsatBot, quality::Part::Miss, intent, m_shown.judged(intent)});
    });
}

/// The letters are those of the desk's panes: they come by keyPressEvent().
void ScorecardView::connectActions()
{
    m_actions.place(ActionScope::Scorecard, this);
    const auto on = [this](ActionId id, auto fn) {
        m_actions.carry(id, this, [] { return true; });
        connect(m_actions.action(id), &QAction::triggered, this, [this, fn] {
            if (isVisible())
                fn();
        });
    };
    on(ActionId::ScoreAll, [this] { chooseArms(Arms::All); });
    on(ActionId::ScoreBot, [this] { chooseArms(Arms::BotOnly); });
    on(ActionId::ScorePerson, [this] { chooseArms(Arms::WithPerson); });
    on(ActionId::ScoreExport, [this] { chooseExport(); });
    on(ActionId::ScoreOverride, [this] { m_stop->askOverride(); });
}

std::optional<ActionId> ScorecardView::actionFor(const QKeyEvent *event) const
{
    const QKeySequence pressed(int(event->key()) | int(event->modifiers() & ~Qt::KeypadModifier));
    for (const ActionId id : scoreActions) {
        if (m_actions.keys(id).contains(pressed))
            return id;
    }
    return {};
}

bool ScorecardView::event(QEvent *event)
{
    // Taken before the letters of other screens are.
    if (event->type() == QEvent::ShortcutOverride && actionFor(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ScorecardView::keyPressEvent(QKeyEvent *event)
{
    if (const auto id = actionFor(event))
        m_actions.action(*id)->trigger();
    else
        QWidget::keyPressEvent(event);
}

void ScorecardView::orderTabs()
{
    QList<QWidget *> order{m_period, m_arms, m_stopToggle, m_export};
    for (Gauge *gauge : m_gauges)
        order += gauge;
    order += {m_trend, m_bars, m_curve, m_table, m_stop};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void ScorecardView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_board.watch(true);
    m_board.refresh();
    if (!m_gauges.isEmpty())
        m_gauges.first()->setFocus(Qt::OtherFocusReason);
}

void ScorecardView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_board.watch(false);
}

void ScorecardView::chooseArms(Arms arms)
{
    m_arms->setCurrent(int(arms));
    m_board.showArms(arms);
}

void ScorecardView::take(const ScorecardSnapshot &snapshot)
{
    m_shown = snapshot;
    m_period->setText(words::weekName(snapshot.period));
    m_period->updateGeometry();
    m_export->setEnabled(!snapshot.isEmpty());
    for (int i = 0; i < m_gauges.size(); ++i)
        m_gauges[i]->setGauge(snapshot.gauges.at(int(shownMetrics[i])), snapshot);
    m_trend->setWeeks(snapshot);
    m_bars->setWeeks(snapshot.weeks, snapshot.levels[size_t(Metric::Recontact)]);
    m_barsCard->setTitle(words::of(Metric::Recontact, snapshot.windowMs));
    m_curve->setSnapshot(snapshot);
    m_curveWords->setText(
        snapshot.reliability
            ? tr("%1. %2", "figures, what they are of")
                  .arg(words::reliabilityOf(*snapshot.reliability), words::countedAsRight(snapshot))
            : words::countedAsRight(snapshot));
    m_costs->setSnapshot(snapshot);
    m_table->setIntents(snapshot);
    m_stop->setScorecard(snapshot);
    showAlso();
    if (snapshot.isEmpty())
        m_nothing->setWords(snapshot.uncounted > 0 ? tr("Contacts are being counted.")
                                                   : tr("Nothing has ended yet."),
                            tr("Once conversations are closed, their figures stand here."));
    const bool arrived = !snapshot.isEmpty() && m_middle->currentWidget() != m_scroll;
    m_middle->setCurrentWidget(snapshot.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_scroll);
    m_stop->setVisible(!snapshot.isEmpty() && (width() >= stopBeside || m_stopWanted));
    if (arrived && isVisible())
        m_gauges.first()->setFocus(Qt::OtherFocusReason);
    tellTripped();
}

void ScorecardView::takeStops(const StopSnapshot &stops)
{
    m_stop->setStops(stops);
    m_table->setStops(stops);
    m_held = stops.held();
    tellTripped();
}

/// What is held is held already; else what would be by the newest figures.
int ScorecardView::tripped() const
{
    const auto &intents = m_shown.intents;
    const auto would = std::count_if(intents.begin(), intents.end(), words::isTripped);
    return m_held > 0 ? m_held : int(would);
}

void ScorecardView::tellTripped()
{
    Q_EMIT trippedChanged(tripped());
}

/// What no gauge shows.
void ScorecardView::showAlso()
{
    QStringList parts;
    for (const Metric metric : {Metric::FirstContactResolution, Metric::DraftCoverage}) {
        const ScoreGauge &gauge = m_shown.gauges.at(int(metric));
        if (gauge.figure.value)
            parts += tr("%1 %2, n %3", "a figure, its value, how many")
                         .arg(words::of(metric), words::valueOf(metric, gauge.figure),
                              format::count(gauge.figure.n));
    }
    parts += words::timesOf(m_shown);
    if (m_shown.uncounted > 0)
        parts += tr("older contacts are still being counted");
    m_also->setText(parts.join(u"  ·  "_s));
    m_also->setVisible(!parts.isEmpty());
}

void ScorecardView::drill(const ScoreDrill &drill)
{
    QString title;
    if (drill.intent) {
        for (const ScoreIntent &line : m_shown.intents) {
            if (line.intent == *drill.intent)
                title = line.title.isEmpty() ? tr("None of these") : line.title;
        }
    }
    auto *sheet = new ContactsSheet(m_look, drill, title,
                                    words::weekName(drill.period.value_or(m_shown.period)), this);
    connect(sheet, &ContactsSheet::drillRequested, &m_board, &ScorecardBoard::drill);
    connect(sheet, &ContactsSheet::rowsNeeded, &m_board, &ScorecardBoard::needRows);
    connect(sheet, &ContactsSheet::conversationRequested, this,
            &ScorecardView::conversationRequested);
    m_sheet = sheet;
    m_board.drill(drill);
    sheet->open();
}

void ScorecardView::choosePeriod()
{
    auto *popover = new PeriodPopover(m_look, m_shown, this);
    connect(popover, &PeriodPopover::chosen, &m_board, &ScorecardBoard::showPeriod);
    popover->openAt(m_period);
}

void ScorecardView::chooseExport()
{
    if (m_shown.isEmpty())
        return;
    auto *popover = new ExportPopover(m_look, this);
    connect(popover, &ExportPopover::chosen, this, &ScorecardView::exportAs);
    popover->openAt(m_export);
}

void ScorecardView::exportAs(const QString &ending)
{
    const QString name = tr("scorecard-week-%1").arg(words::weekNumber(m_shown.period.to));
    auto *dialog = new QFileDialog(this, tr("Export the scorecard"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(name + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, ending, shown = m_shown](const QString &file) {
                m_board.save(file,
                             ending == "csv"_L1        ? scoreCsv(shown)
                                 : ending == "json"_L1 ? scoreJson(shown)
                                                       : scorePdf(shown, tr("Scorecard")));
            });
    dialog->open();
}

void ScorecardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= stopBeside;
    m_stopToggle->setVisible(!beside);
    m_stop->setVisible(!m_shown.isEmpty() && (beside || m_stopWanted));
    layout()->activate();
    layGauges();
}

void ScorecardView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.surface);
    const int top = m_bar->height();
    paint::hairline(p, QPointF(0, top), QPointF(width(), top), theme.line);
    if (!m_stop->isVisible())
        return;
    const QRect pane = m_stop->geometry();
    p.fillRect(pane, theme.pane);
    const int edge = layoutDirection() == Qt::RightToLeft ? pane.right() + 1 : pane.left() - 1;
    paint::hairline(p, QPointF(edge, top), QPointF(edge, height()), theme.line);
}

ContactsSheet *ScorecardView::sheet() const
{
    return m_sheet;
}

} // namespace baton::ui
