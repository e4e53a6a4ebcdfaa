#include "app/console/DemoPresenter.h"

#include "core/desk/Desk.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PresenterBar.h"

#include <QtCore/QTimeZone>

#include <algorithm>
#include <utility>

namespace baton {

namespace {

constexpr int pollMs = 500;

QList<ui::PresenterScene> scenesOf(const sync::DemoControl &control)
{
    QList<ui::PresenterScene> scenes;
    for (const sync::demo::Scene &scene : control.scenes())
        scenes.append({scene.name, scene.title, scene.caption});
    return scenes;
}

} // namespace

DemoPresenter::DemoPresenter(sync::DemoControl &control, const ui::Look &look,
                             ui::MainWindow &window, Desk &desk)
    : m_control(control)
    , m_desk(desk)
    , m_bar(new ui::PresenterBar(look, tr("Larkfield"), scenesOf(control),
                                 QTimeZone::systemTimeZone()))
{
    window.setPresenter(m_bar);
    connect(m_bar, &ui::PresenterBar::playRequested, this, [this](bool playing) {
        if (playing)
            m_control.play();
        else
            m_control.pause();
        tell();
    });
    connect(m_bar, &ui::PresenterBar::speedRequested, this, [this](int factor) {
        m_control.setSpeed(factor);
        tell();
    });
    connect(m_bar, &ui::PresenterBar::sceneRequested, this, [this](const QString &name) {
        (void)m_control.begin(name); // the bar asks for scenes that it was given only
        tell();
    });
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &DemoPresenter::tell);
    m_poll.start();
    tell();
}

void DemoPresenter::tell()
{
    const sync::DemoState state = m_control.state();
    m_bar->setState({state.now, state.playing == sync::Playing::Yes, state.speed, state.scene,
                     state.sceneEnds});
    const bool down = isDown(state);
    if (std::exchange(m_wasDown, down) && !down)
        m_desk.tryNow(); // nobody waits for the next try on a stage
}

bool DemoPresenter::isDown(const sync::DemoState &state) const
{
    const auto &scenes = m_control.scenes();
    return std::any_of(scenes.begin(), scenes.end(), [&state](const sync::demo::Scene &scene) {
        return scene.name == state.scene && scene.network == sync::demo::Network::Down
            && state.now < state.sceneEnds;
    });
}

} // namespace baton
