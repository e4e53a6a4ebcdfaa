#include "app/console/Walk.h"

#include "app/Services.h"
#include "app/console/DeskWalk.h"
#include "app/console/QuietTour.h"
#include "app/console/Shots.h"

#include "ui/text/ErrorText.h"
#include "ui/views/WelcomeView.h"
#include "ui/window/MainWindow.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr Instant scenario{
    1763471160000}; // 2025-11-18T13:06:00Z, when the invented conversations wait

/// One widget in the light and in the dark, in a window as large as the mocks'.
void shootThemes(QWidget &widget, ui::Look &look, const QString &path)
{
    widget.resize(1440, 900);
    widget.show();
    for (const ui::ThemeKind theme : {ui::ThemeKind::Light, ui::ThemeKind::Dark}) {
        look.setAppearance({theme, ui::Contrast::Normal, 100, ui::Motion::Reduced});
        shoot(widget, path + (theme == ui::ThemeKind::Dark ? "-dark.png"_L1 : ".png"_L1));
    }
}

/// What stands where nothing was set up yet.
void showWelcome(const QString &screens, ui::Look &look)
{
    ui::WelcomeView view(look, QStringLiteral("~/.local/share/baton"));
    shootThemes(view, look, screens + "/18-welcome"_L1);
}

Result<void> nameAgent(const Services::Options &options, Role role = Role::Agent)
{
    Settings settings;
    settings.agent = {AgentId(QStringLiteral("ines")), QStringLiteral("Ines Okafor"), role};
    return saveSettings(profileFor(options.dataDir, options.profile).settingsFile, settings);
}

/// What stands where nothing waits any more; place is a folder to work in.
bool showEmptyQueue(const QString &screens, ui::Look &look, const QString &place)
{
    Services::Options options;
    options.dataDir = place + "/empty"_L1;
    options.folder = place + "/quiet"_L1;
    if (!QDir().mkpath(options.folder))
        return false;
    if (!nameAgent(options, Role::Lead) || !fillQuietFolder(options.folder, SystemClock().now()))
        return false;
    if (const auto before = Services::create(options); before) {
        (*before)->desk().start();
        if (!answerTheQuiet((*before)->desk(), &until))
            return false;
    }
    const auto services = Services::create(options);
    if (!services)
        return false;
    ui::MainWindow window((*services)->desk(), look);
    bool counted = false;
    QObject::connect(&(*services)->desk(), &Desk::queueChanged, &window,
                     [&counted](const QueueSnapshot &queue) { counted = queue.complete; });
    bool told = false;
    QObject::connect(&(*services)->desk(), &Desk::dayCounted, &window,
                     [&told](const DayFigures &day) { told = day.replies > 0; });
    (*services)->desk().start();
    if (!until("nothing waits, and the day is counted", [&] { return counted && told; }))
        return false;
    shootThemes(window, look, screens + "/19-empty-queue"_L1);
    return true;
}

int couldNotStart(const QString &why)
{
    std::fprintf(stderr, "baton: %s\n", qPrintable(why));
    return 3;
}

} // namespace

int runWalk(const QString &folder, std::optional<quint64> demoSeed)
{
    QTemporaryDir place;
    const QString upstream = place.filePath(QStringLiteral("upstream"));
    if (!place.isValid() || !QDir().mkpath(upstream) || !QDir().mkpath(folder))
        return couldNotStart(
            QStringLiteral("no folder can be made in %1 or %2").arg(QDir::tempPath(), folder));

    Services::Options options;
    options.dataDir = place.filePath(QStringLiteral("data"));
    options.demoSeed = demoSeed;
    if (!demoSeed) {
        QFile bundled(QStringLiteral(":/demo/packets.jsonl"));
        const QString packets = upstream + QStringLiteral("/packets.jsonl");
        if (!bundled.copy(packets))
            return couldNotStart(QStringLiteral("%1: %2").arg(packets, bundled.errorString()));
        options.folder = upstream;
        options.clockFrom = scenario;
    }
    if (const auto named = nameAgent(options); !named)
        return couldNotStart(ui::errorText(named.error()).toString());
    auto services = Services::create(options);
    if (!services)
        return couldNotStart(ui::errorText(services.error()).toString());
    DeskWalk walk(folder, **services);
    sync::DemoControl *demo = (*services)->demo();
    if (demo)
        walk.present(*demo);
    (*services)->readJudge();
    (*services)->readKnowledge();
    (*services)->readSnippets();
    const QString away = upstream + QStringLiteral("-away");
    const auto network = [&](bool there) {
        if (!demo)
            return there ? QDir().rename(away, upstream) : QDir().rename(upstream, away);
        if (there)
            demo->setSpeed(60); // the scene ends by the scenario's clock
        else
            demo->setSpeed(1);
        return there || demo->begin(QStringLiteral("network_gone")).has_value();
    };
    if (!walk.fromQueueToSent() || (demo && !walk.otherHandoffs(network))
        || (demo && !walk.liveSystems()) || !walk.otherScreens(network)
        || (demo && !walk.manyWriteTheSame(*demo)))
        return 1;
    showWelcome(folder, walk.look());
    return showEmptyQueue(folder, walk.look(), place.path()) ? 0 : 1;
}

} // namespace baton
