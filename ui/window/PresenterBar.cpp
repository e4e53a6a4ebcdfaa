#include "ui/window/PresenterBar.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"
#include "ui/window/DayTrack.h"

#include <QtGui/QPaintEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int controlsWidth = 239; ///< without the line beside it
constexpr int sceneWidth = 303;
constexpr int playWidth = 36;
constexpr std::array<int, 4> speeds{1, 10, 60, 600};

} // namespace

PresenterBar::PresenterBar(const Look &look, const QString &company,
                           const QList<PresenterScene> &scenes, const QTimeZone &zone,
                           QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_scenes(scenes)
    , m_track(new DayTrack(look, zone))
{
    setAccessibleName(tr("Presenter"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    QWidget *controls = buildControls(company);
    QWidget *scene = buildScene();
    row->addWidget(controls);
    row->addWidget(new Hairline(m_look, Qt::Vertical));
    row->addWidget(m_track, 1);
    row->addWidget(new Hairline(m_look, Qt::Vertical));
    row->addWidget(scene);
    const auto measure = [this, controls, scene] {
        controls->setFixedWidth(m_look.px(controlsWidth));
        scene->setFixedWidth(m_look.px(sceneWidth));
        m_play->setFixedWidth(m_look.px(playWidth));
        setFixedHeight(m_look.px(metrics::presenterBar));
        update();
    };
    measure();
    connect(&look, &Look::changed, this, measure);
    setState({});
    showScene();
}

QWidget *PresenterBar::buildControls(const QString &company)
{
    auto *controls = new QWidget;
    auto *name = new Label(m_look, Role::Body);
    name->setWeight(QFont::DemiBold);
    name->setText(company);
    name->setElided(Qt::ElideRight);
    auto *invented = new Label(m_look, Role::Small, &Theme::ink3);
    invented->setText(tr("invented data"));
    auto *head = new QHBoxLayout;
    head->setSpacing(7);
    head->addWidget(new IconLabel(m_look, u"demo"_s, 16, &Theme::aiText));
    head->addWidget(name, 1);
    head->addWidget(invented);

    m_previous = new IconButton(m_look, u"step-prev"_s, tr("Previous scene"));
    m_previous->setName(tr("Previous scene"), tr("Shift F9", "keys"));
    m_play = new Button(m_look, {}, ButtonKind::Primary);
    m_next = new IconButton(m_look, u"step-next"_s, tr("Next scene"));
    m_next->setName(tr("Next scene"), tr("F9", "a key"));
    m_speed = new Button(m_look, {});
    m_speed->setButtonSize(ButtonSize::Small);
    m_speed->setIconName(u"speed"_s);
    m_speed->setTrailingIcon(u"chevron-down"_s);
    auto *menu = new QMenu(this);
    for (const int factor : speeds)
        menu->addAction(tr("× %1", "a speed").arg(factor), this,
                        [this, factor] { chooseSpeed(factor); });
    connect(m_speed, &QAbstractButton::clicked, this,
            [this, menu] { menu->popup(m_speed->mapToGlobal(QPoint(0, 0))); });
    connect(m_play, &QAbstractButton::clicked, this, &PresenterBar::toggle);
    connect(m_previous, &QAbstractButton::clicked, this, &PresenterBar::previousScene);
    connect(m_next, &QAbstractButton::clicked, this, &PresenterBar::nextScene);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_previous);
    buttons->addWidget(m_play);
    buttons->addWidget(m_next);
    buttons->addStretch();
    buttons->addWidget(m_speed);

    auto *column = new QVBoxLayout(controls);
    column->setContentsMargins(metrics::panePadding, 12, metrics::panePadding, 0);
    column->setSpacing(9);
    column->addLayout(head);
    column->addLayout(buttons);
    column->addStretch();
    return controls;
}

QWidget *PresenterBar::buildScene()
{
    auto *scene = new QWidget;
    m_count = new Label(m_look, Role::Small, &Theme::ink3);
    auto *hint = new Label(m_look, Role::Small, &Theme::ink3);
    hint->setText(tr("next"));
    auto *head = new QHBoxLayout;
    head->setSpacing(7);
    head->addWidget(m_count, 1);
    head->addWidget(new KeyCap(m_look, QKeySequence(Qt::Key_F9)));
    head->addWidget(hint);
    m_title = new Label(m_look, Role::Body);
    m_title->setWeight(QFont::DemiBold);
    m_title->setElided(Qt::ElideRight);
    m_caption = new Label(m_look, Role::Small, &Theme::ink2);
    m_caption->setWordWrap(true);
    m_caption->setMostLines(2); // the bar has no room for more
    auto *column = new QVBoxLayout(scene);
    column->setContentsMargins(14, 11, 14, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(3);
    column->addWidget(m_title);
    column->addSpacing(2);
    column->addWidget(m_caption);
    column->addStretch();
    return scene;
}

void PresenterBar::setState(const PresenterState &state)
{
    const bool otherScene = state.scene != m_state.scene;
    m_state = state;
    m_play->setIconName(state.playing ? u"pause"_s : u"play"_s);
    m_play->setAccessibleName(state.playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(state.playing ? tr("Pause (F8)") : tr("Play (F8)"));
    m_speed->setText(tr("×%1", "a speed").arg(state.speed));
    m_speed->setAccessibleName(tr("Speed ×%1").arg(state.speed));
    m_track->setMoment(state.now);
    const auto runs = std::find_if(m_scenes.begin(), m_scenes.end(),
                                   [&](const PresenterScene &s) { return s.name == state.scene; });
    m_track->setScene(runs == m_scenes.end() ? QString() : runs->title, state.sceneEnds);
    if (otherScene && runs != m_scenes.end()) {
        m_shown = int(runs - m_scenes.begin());
        showScene();
    }
}

void PresenterBar::showScene()
{
    const bool some = !m_scenes.isEmpty();
    m_previous->setEnabled(some);
    m_next->setEnabled(some);
    m_count->setVisible(some);
    if (!some)
        return;
    if (m_shown < 0) {
        m_count->setText(tr("%n scene(s)", nullptr, int(m_scenes.size())));
        m_title->setText(tr("A working day"));
        m_caption->setText(
            tr("Customers write, the bot answers most, colleagues work beside you."));
        return;
    }
    const PresenterScene &scene = m_scenes[m_shown];
    m_count->setText(tr("Scene %1 of %2").arg(m_shown + 1).arg(m_scenes.size()));
    m_title->setText(scene.title);
    m_caption->setText(scene.caption);
}

void PresenterBar::begin(int index)
{
    m_shown = index;
    showScene();
    Q_EMIT sceneRequested(m_scenes[index].name);
}

void PresenterBar::toggle()
{
    Q_EMIT playRequested(!m_state.playing);
}

void PresenterBar::nextScene()
{
    if (!m_scenes.isEmpty())
        begin((m_shown + 1) % int(m_scenes.size()));
}

void PresenterBar::previousScene()
{
    const int count = int(m_scenes.size());
    if (count > 0)
        begin((std::max(m_shown, 0) + count - 1) % count);
}

void PresenterBar::chooseSpeed(int factor)
{
    Q_EMIT speedRequested(factor);
}

void PresenterBar::paintEvent(QPaintEvent *event)
{
    QPainter p(this);
    p.fillRect(event->rect(), m_look.theme().surface);
    paint::hairline(p, QPointF(0, 0), QPointF(width(), 0), m_look.theme().lineStrong);
}

} // namespace baton::ui
