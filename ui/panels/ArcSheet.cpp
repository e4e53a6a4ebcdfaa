#include "ui/panels/ArcSheet.h"

#include "ui/panels/IconButton.h"
#include "ui/text/Format.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSlider>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int weekMs = 6'000; // of a week at ×1
constexpr std::array speeds{1, 10, 60, 600};
constexpr int sheetWidth = 860;
constexpr int gap = 14;
constexpr int captionHeight = 72; // four lines
constexpr int chartsHeight = 372; // two rows of a title and a chart

} // namespace

ArcSheet::ArcSheet(const Look &look, quint64 seed, QWidget *parent)
    : Sheet(look, tr("The automation arc"), parent)
    , m_look(look)
    , m_story(arcStory(seed))
    , m_at(new Label(look, Role::Body))
    , m_caption(new Label(look, Role::Body, &Theme::ink2))
    , m_sums(new Label(look, Role::Small, &Theme::ink3))
    , m_slider(new QSlider(Qt::Horizontal))
    , m_toggle(new Button(look, tr("Play"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(look.px(sheetWidth));
    setSentence(tr("An invented company lets its bot answer everything. Dashed: the year as it "
                   "went. Solid: the same year, the same customers, with a stop-loss set before "
                   "scaling."));
    cancel()->setText(tr("Close"));
    build();
    connect(&m_play, &QTimer::timeout, this, [this] {
        if (m_week + 1 >= quality::arcWeeks)
            m_play.stop();
        else
            showWeek(m_week + 1);
        showPlaying();
    });
    setSpeed(m_speed);
    showWeek(0);
}

void ArcSheet::build()
{
    m_at->setWeight(QFont::DemiBold);
    for (Label *label : {m_caption, m_sums})
        label->setWordWrap(true);
    // So that nothing moves while it plays.
    m_caption->setMinimumHeight(m_look.px(captionHeight));
    m_caption->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    body()->addWidget(buildCharts());
    body()->addWidget(m_at);
    body()->addWidget(m_caption);
    body()->addWidget(buildControls());
    body()->addWidget(m_sums);
}

QWidget *ArcSheet::buildCharts()
{
    auto *all = new QWidget;
    auto *grid = new QGridLayout(all);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(m_look.px(gap));
    grid->setVerticalSpacing(2);
    // Words that wrap are beside: without this the charts would be taken for smaller.
    all->setFixedHeight(m_look.px(chartsHeight));
    int place = 0;
    for (const ArcChart::Figure figure :
         {ArcChart::Figure::Containment, ArcChart::Figure::Satisfied, ArcChart::Figure::Effective,
          ArcChart::Figure::CameBack}) {
        auto *name = new Label(m_look, Role::Small);
        name->setWeight(QFont::DemiBold);
        name->setText(ArcChart::title(figure));
        auto *readOut = new Label(m_look, Role::Small, &Theme::ink3);
        auto *chart = new ArcChart(m_look, figure);
        chart->setStory(m_story);
        auto *head = new QHBoxLayout;
        head->addWidget(name);
        head->addStretch();
        head->addWidget(readOut);
        const int row = place / 2 * 2;
        grid->addLayout(head, row, place % 2);
        grid->addWidget(chart, row + 1, place % 2);
        m_charts += chart;
        m_readOuts += readOut;
        ++place;
    }
    return all;
}

QWidget *ArcSheet::buildControls()
{
    auto *all = new QWidget;
    auto *row = new QHBoxLayout(all);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(8);
    auto *back = new IconButton(m_look, u"step-prev"_s, tr("Previous scene"));
    auto *on = new IconButton(m_look, u"step-next"_s, tr("Next scene"));
    m_toggle->setButtonSize(ButtonSize::Small);
    m_slider->setRange(0, quality::arcWeeks - 1);
    m_slider->setAccessibleName(tr("Week of the year"));
    row->addWidget(back);
    row->addWidget(m_toggle);
    row->addWidget(on);
    row->addWidget(m_slider, 1);
    for (const int factor : speeds) {
        auto *button = new Button(m_look, tr("×%1", "a speed").arg(factor), ButtonKind::Quiet);
        button->setButtonSize(ButtonSize::Small);
        button->setCheckable(true);
        button->setAccessibleName(tr("Speed ×%1").arg(factor));
        connect(button, &QAbstractButton::clicked, this, [this, factor] { setSpeed(factor); });
        row->addWidget(button);
        m_speeds += button;
    }
    connect(back, &QAbstractButton::clicked, this, [this] { jump(-1); });
    connect(on, &QAbstractButton::clicked, this, [this] { jump(1); });
    connect(m_toggle, &QAbstractButton::clicked, this, &ArcSheet::toggle);
    connect(m_slider, &QSlider::valueChanged, this, &ArcSheet::showWeek);
    return all;
}

void ArcSheet::showWeek(int week)
{
    m_week = std::clamp(week, 0, quality::arcWeeks - 1);
    const QSignalBlocker silent(m_slider);
    m_slider->setValue(m_week);
    for (qsizetype i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->showWeek(m_week);
        m_readOuts[i]->setText(m_charts[i]->readOut());
    }
    m_at->setText(tr("Week %1 of %2").arg(m_week + 1).arg(quality::arcWeeks));
    m_caption->setText(captionAt(m_week));
    quality::ArcYear without{m_story.without.weeks.first(m_week + 1), {}};
    quality::ArcYear with{m_story.with.weeks.first(m_week + 1), {}};
    const quality::ArcWeek a = without.sum();
    const quality::ArcWeek b = with.sum();
    m_sums->setText(tr("Since the launch: %1 customers had to come back as it went, %2 with the "
                       "stop-loss; people worked %3 and %4 hours.")
                        .arg(format::count(a.cameBack), format::count(b.cameBack),
                             format::count(qint64(a.agentHours)),
                             format::count(qint64(b.agentHours))));
}

QString ArcSheet::captionAt(int week) const
{
    const auto begun = [this, week](quality::ArcScene scene) {
        const int from = m_story.scenes[size_t(scene)];
        return from >= 0 && week >= from;
    };
    QStringList lines;
    if (begun(quality::ArcScene::Reset))
        lines += tr("As it went: customers have left, and people are hired back.");
    else if (begun(quality::ArcScene::Erosion))
        lines += tr("Answers age, in disputes and refunds first. Containment does not show it: "
                    "customers come back.");
    else if (begun(quality::ArcScene::Scale))
        lines += tr("The bot answers everything now. Containment soars; people leave.");
    else
        lines += tr("Launch: the bot answers routine contacts, and answers them well.");
    QStringList assist;
    for (const QString &intent : m_story.intents) {
        quality::GuardState state = quality::GuardState::Armed;
        for (const quality::GuardEvent &event : m_story.with.events) {
            if (event.segment == intent && event.week < week)
                state = event.became;
        }
        if (state == quality::GuardState::Tripped || state == quality::GuardState::Ready)
            assist += QString(intent).replace(u'_', u' ');
    }
    if (!assist.isEmpty())
        lines += tr("With the stop-loss: %1 rolled back to drafts that people send, until the gaps "
                    "are written down and a lead lets go.")
                     .arg(QLocale().createSeparatedList(assist));
    else if (begun(quality::ArcScene::Release))
        lines += tr("With the stop-loss: the bot answers these again, first a few, then all.");
    return lines.join(u' ');
}

QList<int> ArcSheet::sceneWeeks() const
{
    QList<int> weeks;
    for (const int week : m_story.scenes) {
        if (week >= 0)
            weeks += week;
    }
    std::sort(weeks.begin(), weeks.end());
    return weeks;
}

void ArcSheet::jump(int step)
{
    const QList<int> weeks = sceneWeeks();
    if (step > 0) {
        const auto next = std::upper_bound(weeks.begin(), weeks.end(), m_week);
        showWeek(next == weeks.end() ? quality::arcWeeks - 1 : *next);
    } else {
        const auto here = std::lower_bound(weeks.begin(), weeks.end(), m_week);
        showWeek(here == weeks.begin() ? 0 : *std::prev(here));
    }
}

void ArcSheet::toggle()
{
    if (m_play.isActive()) {
        m_play.stop();
    } else {
        if (m_week + 1 >= quality::arcWeeks)
            showWeek(0);
        m_play.start();
    }
    showPlaying();
}

void ArcSheet::setSpeed(int factor)
{
    m_speed = factor;
    m_play.setInterval(weekMs / factor);
    for (size_t i = 0; i < speeds.size(); ++i)
        m_speeds[qsizetype(i)]->setChecked(speeds[i] == factor);
}

void ArcSheet::showPlaying()
{
    m_toggle->setText(isPlaying() ? tr("Pause") : tr("Play"));
    m_toggle->setIconName(isPlaying() ? u"pause"_s : u"play"_s);
}

void ArcSheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_F9:
        jump(1);
        return;
    case Qt::Key_F8:
        toggle();
        return;
    default:
        Sheet::keyPressEvent(event);
    }
}

} // namespace baton::ui
