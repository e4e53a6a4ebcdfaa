#include "ui/panels/ArcChart.h"

#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"

#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <array>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int arcChartHeight = 150;
constexpr int weeksOfAYear = quality::arcWeeks;

struct Range
{
    double low;
    double high;
    double step;
};
constexpr std::array ranges{Range{0, 100, 25}, Range{0, 100, 25}, Range{60, 100, 10},
                            Range{0, 20, 5}};

} // namespace

ArcChart::ArcChart(const Look &look, Figure figure, QWidget *parent)
    : PlainChart(look, parent)
    , m_figure(figure)
{
    setFocusPolicy(Qt::NoFocus);
    addAxes();
    connect(&look, &Look::changed, this, &ArcChart::rebuild);
    rebuild();
}

void ArcChart::addAxes()
{
    const Range &range = ranges[size_t(m_figure)];
    auto *across = new QValueAxis;
    across->setRange(1, weeksOfAYear);
    across->setTickCount(5);
    across->setGridLineVisible(false);
    auto *up = new QValueAxis;
    up->setRange(range.low, range.high);
    up->setTickType(QValueAxis::TicksDynamic);
    up->setTickInterval(range.step);
    for (QValueAxis *axis : {across, up}) {
        axis->setLabelFormat(u"%d"_s);
        axis->setLineVisible(false);
    }
    chart()->addAxis(across, Qt::AlignBottom);
    chart()->addAxis(up, Qt::AlignLeft);
}

QString ArcChart::title(Figure figure)
{
    switch (figure) {
    case Figure::Containment:
        return tr("Contained by the bot");
    case Figure::Effective:
        return tr("Contained, and not back within 72 h");
    case Figure::Satisfied:
        return tr("Satisfied with the bot");
    case Figure::CameBack:
        return tr("Back within 72 h");
    }
    return {};
}

QSize ArcChart::sizeHint() const
{
    return {m_look.px(360), m_look.px(arcChartHeight)};
}

std::optional<double> ArcChart::value(const quality::ArcWeek &week) const
{
    switch (m_figure) {
    case Figure::Containment:
        return 100 * week.containment();
    case Figure::Effective:
        return 100 * week.effectiveContainment();
    case Figure::Satisfied:
        return week.botRated.n > 0 ? std::optional(100 * week.botRated.value()) : std::nullopt;
    case Figure::CameBack:
        return 100 * week.recontact();
    }
    return {};
}

void ArcChart::setStory(const quality::AutomationArc &story)
{
    m_story = story;
    rebuild();
}

void ArcChart::showWeek(int week)
{
    m_week = week;
    rebuild();
}

QString ArcChart::readOut() const
{
    if (m_story.with.weeks.isEmpty())
        return {};
    const auto said = [this](const quality::ArcYear &year) {
        const auto per = value(year.weeks[m_week]);
        return per ? format::percent(*per / 100) : u"\u2013"_s;
    };
    return tr("%1 as it went, %2 with the stop-loss", "two shares")
        .arg(said(m_story.without), said(m_story.with));
}

void ArcChart::addLine(const QList<quality::ArcWeek> &weeks, const QPen &pen)
{
    auto *line = new QLineSeries;
    for (int week = 0; week <= m_week && week < weeks.size(); ++week) {
        if (const auto per = value(weeks[week]))
            line->append(week + 1, *per);
    }
    line->setPen(pen);
    chart()->addSeries(line);
    for (QAbstractAxis *axis : chart()->axes())
        line->attachAxis(axis);
}

void ArcChart::addMark(int week)
{
    if (week < 0 || week > m_week)
        return;
    const Range &range = ranges[size_t(m_figure)];
    auto *mark = new QLineSeries;
    mark->append(week + 1, range.low);
    mark->append(week + 1, range.high);
    mark->setPen(QPen(m_look.theme().danger, 1, Qt::DotLine));
    chart()->addSeries(mark);
    for (QAbstractAxis *axis : chart()->axes())
        mark->attachAxis(axis);
}

/// A few hundred points: all of it is made again.
void ArcChart::rebuild()
{
    const Theme &theme = m_look.theme();
    beginAgain();
    addMark(m_story.scenes[size_t(quality::ArcScene::FirstTrip)]);
    addLine(m_story.without.weeks, QPen(theme.aiText, 1.5, Qt::DashLine));
    addLine(m_story.with.weeks, QPen(theme.accent, 2));
    setAccessibleName(title(m_figure));
    setAccessibleDescription(readOut());
}

} // namespace baton::ui
