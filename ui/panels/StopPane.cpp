#include "ui/panels/StopPane.h"

#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/Label.h"
#include "ui/panels/StopSegments.h"
#include "ui/text/Format.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

using quality::Finding;
using quality::SegmentVerdict;

namespace {

constexpr int stopSide = 18; // of the pane, to its words
constexpr int mostReasons = 6;

/// Armed or tripped, as a chip with its icon.
class StateChip : public QWidget
{
public:
    StateChip(const Look &look, const paint::ChipText &chip)
        : m_look(look)
        , m_chip(chip)
    {
        setFixedSize(paint::chipWidth(chip, look), paint::chipHeight(chip.size, look));
        setAccessibleName(chip.text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        paint::chip(p, rect(), m_chip, m_look);
    }

private:
    const Look &m_look;
    paint::ChipText m_chip;
};

/// Armed, then tripped: a dot each on a line, what is past filled.
class StateLine : public QWidget
{
public:
    StateLine(const Look &look, bool tripped)
        : m_look(look)
        , m_tripped(tripped)
    {
        setFixedHeight(look.px(44));
        setAccessibleName(tripped ? StopPane::tr("Armed, and tripped")
                                  : StopPane::tr("Armed, not tripped"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        const qreal y = 10;
        const qreal first = width() * 0.25;
        const qreal second = width() * 0.75;
        p.setPen(QPen(m_tripped ? theme.ink3 : theme.lineStrong, 2));
        p.drawLine(QPointF(first, y), QPointF(second, y));
        const auto node
            = [&](qreal x, const QColor &fill, const QColor &edge, const QString &icon) {
                  p.setPen(QPen(edge, 1.5));
                  p.setBrush(fill);
                  p.drawEllipse(QPointF(x, y), 8, 8);
                  if (!icon.isEmpty())
                      p.drawPixmap(QPointF(x - 6, y - 6),
                                   m_look.icon(icon, 12, theme.onFill, devicePixelRatioF()));
              };
        const auto name = [&](qreal x, const QString &text, bool on, const QColor &ink) {
            p.setFont(m_look.font(Role::Small, on ? QFont::DemiBold : QFont::Normal));
            p.setPen(ink);
            paint::drawWords(p, {x - width() * 0.25, 22, width() * 0.5, height() - 22.0},
                             Qt::AlignHCenter | Qt::AlignTop, text);
        };
        node(first, m_tripped ? theme.ink3 : theme.ok, m_tripped ? theme.ink3 : theme.ok,
             QStringLiteral("check"));
        node(second, m_tripped ? theme.dangerFill : theme.pane,
             m_tripped ? theme.dangerFill : theme.lineControl,
             m_tripped ? QStringLiteral("stop") : QString());
        name(first, StopPane::tr("Armed"), !m_tripped, m_tripped ? theme.ink3 : theme.ink);
        name(second, StopPane::tr("Tripped"), m_tripped, m_tripped ? theme.dangerText : theme.ink3);
    }

private:
    const Look &m_look;
    bool m_tripped;
};

bool speaks(const ScoreIntent &line)
{
    return line.stop && line.stop->verdict.finding != Finding::TooFew;
}

} // namespace

StopPane::StopPane(const Look &look, QWidget *parent)
    : QScrollArea(parent)
    , m_look(look)
    , m_segments(new StopSegments(look))
{
    setAccessibleName(tr("Stop-loss"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    auto *all = new QVBoxLayout(inner);
    all->setContentsMargins(stopSide, 16, stopSide, 16);
    all->setSpacing(0);
    m_head = new QVBoxLayout;
    m_head->setSpacing(4);
    m_column = new QVBoxLayout;
    m_column->setSpacing(4);
    all->addLayout(m_head);
    all->addWidget(m_segments);
    all->addLayout(m_column, 1);
    setWidget(inner);
    inner->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
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

void StopPane::addGap()
{
    m_column->addSpacing(12);
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

void StopPane::setScorecard(const ScorecardSnapshot &snapshot)
{
    m_shown = snapshot;
    rebuild();
}

void StopPane::setStops(const StopSnapshot &stops)
{
    m_segments->setStops(stops);
    const bool held = std::any_of(stops.segments.begin(), stops.segments.end(),
                                  [](const auto &one) { return !isAlone(one.state); });
    const bool watched = stops.lookedWeek > 0 || held;
    const bool same = m_held == held && m_watched == watched;
    m_held = held;
    m_watched = watched;
    if (!same)
        rebuild();
}

/// Whether it holds something now; before it has looked at a week, whether it would.
void StopPane::addHead()
{
    auto *title = new Label(m_look, Role::Title);
    title->setText(tr("Stop-loss"));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title);
    head->addWidget(new StateChip(
        m_look,
        m_tripped
            ? paint::ChipText{QStringLiteral("stop"), m_watched ? tr("Tripped") : tr("Trips"),
                              paint::Tone::Danger}
            : paint::ChipText{QStringLiteral("verified"), tr("Armed"), paint::Tone::Neutral}));
    head->addStretch();
    auto *when = new Label(m_look, Role::Small, &Theme::ink3);
    when->setText(tr("to week %1")
                      .arg(words::weekNumber(m_shown.lookedAtWeek - m_shown.limit.maturingWeeks)));
    head->addWidget(when);
    m_head->addLayout(head);
    m_head->addSpacing(12);
    m_head->addWidget(new StateLine(m_look, m_tripped));
    auto *label = new Label(m_look, Role::Small, &Theme::ink2);
    label->setWordWrap(true);
    label->setText(
        m_watched && m_tripped ? tr("What is named here is not answered by the bot alone.")
            : m_tripped ? tr("Satisfaction with the bot fell by more than its limit, and surely.")
                        : tr("No intent's satisfaction with the bot has fallen past its limit."));
    m_head->addWidget(label);
    m_head->addSpacing(12);
}

void StopPane::rebuild()
{
    const ScorecardSnapshot &snapshot = m_shown;
    clearLayout(m_head);
    clearLayout(m_column);
    QList<ScoreIntent> lines;
    bool anyTrips = false;
    for (const ScoreIntent &line : snapshot.intents) {
        anyTrips = anyTrips || words::isTripped(line);
        if (speaks(line))
            lines.append(line);
    }
    m_tripped = m_watched ? m_held : anyTrips;
    const auto chance
        = [](const ScoreIntent &line) { return line.stop ? line.stop->verdict.p : 1; };
    std::stable_sort(
        lines.begin(), lines.end(),
        [&chance](const ScoreIntent &a, const ScoreIntent &b) { return chance(a) < chance(b); });
    addHead();
    addGap();
    addHeading(anyTrips ? tr("Why it trips") : tr("What it looks at"));
    if (lines.isEmpty())
        addLine(tr("No intent has the ratings it takes: %1 in a window and before it.")
                    .arg(snapshot.limit.leastRatings),
                &Theme::ink3);
    for (qsizetype i = 0; i < std::min<qsizetype>(mostReasons, lines.size()); ++i) {
        addReason(lines[i], snapshot);
        m_column->addSpacing(4);
    }
    if (lines.size() > mostReasons)
        addLine(tr("and %n more in the table", nullptr, int(lines.size()) - mostReasons),
                &Theme::ink3);
    addGap();
    addHeading(tr("The limit"));
    QStringList windows;
    for (const int weeks : snapshot.limit.windows)
        windows += QString::number(weeks);
    addLine(tr("CSAT, bot only, by intent: %1 or more over %2 weeks against the %3 before, with "
               "at least %4 ratings in each; all intents corrected for (Holm).")
                .arg(words::points(-snapshot.limit.fall), windows.join(tr(" or ", "weeks")))
                .arg(snapshot.limit.reference)
                .arg(snapshot.limit.leastRatings),
            &Theme::ink3);
    addGap();
    addHeading(tr("Weeks in which it would have tripped"));
    QStringList trips;
    for (const int week : snapshot.trips)
        trips += QString::number(words::weekNumber(week));
    addLine(trips.isEmpty() ? tr("None of the last %1.").arg(scoreWeeks)
                            : trips.join(QStringLiteral(", ")),
            &Theme::ink3);
    m_column->addStretch();
}

} // namespace baton::ui
