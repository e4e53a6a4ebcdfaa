#include "app/console/Console.h"

#include "app/console/DemoPresenter.h"
#include "app/console/FirstPage.h"
#include "app/console/Options.h"
#include "app/console/Walk.h"
#include "app/console/Welcome.h"

#include "ui/text/ErrorText.h"
#include "ui/theme/BatonStyle.h"
#include "ui/theme/Look.h"
#include "ui/views/SettingsView.h"
#include "ui/window/MainWindow.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <cstdio>

namespace baton {

namespace {

bool hasScreen()
{
    return QGuiApplication::platformName() != QLatin1StringView("offscreen");
}

int couldNotStart(const Error &error)
{
    const QString words = ui::errorText(error).toString();
    std::fprintf(stderr, "baton: %s\n", qPrintable(words));
    if (hasScreen())
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), words);
    return 3;
}

} // namespace

int runConsole(const ConsoleOptions &options)
{
    QElapsedTimer sinceMain;
    sinceMain.start();
    if (!options.walkTo.isEmpty())
        return runWalk(options.walkTo, options.services.demoSeed);

    ui::Look look;
    ui::dress(*qApp, look);
    WelcomeChoice choice{options.services, ThemeChoice::System};
    const bool first = isFirstStart(options) && hasScreen();
    if (first) {
        const std::optional<WelcomeChoice> chosen = welcome(options, look);
        if (!chosen)
            return 0;
        choice = *chosen;
    }
    auto services = Services::create(choice.services);
    if (!services)
        return couldNotStart(services.error());
    Desk &desk = (*services)->desk();
    desk.readFirstPage();
    if (first && !choice.services.demoSeed) {
        // What was chosen is there the next time too; a demo leaves nothing behind.
        Settings settings = desk.settings();
        settings.theme = choice.theme;
        if (const auto saved = saveSettings((*services)->profile().settingsFile, settings); !saved)
            return couldNotStart(saved.error());
        desk.changeSettings(settings);
    }

    look.setAppearance(ui::MainWindow::appearanceFor(desk.settings()));
    ui::MainWindow window(desk, look);
    const Profile &profile = (*services)->profile();
    window.setPlaces(
        {profile.paths.data, profile.paths.state, profile.settingsFile, profile.logFile});
    std::unique_ptr<DemoPresenter> presenter;
    if (sync::DemoControl *demo = (*services)->demo())
        presenter = std::make_unique<DemoPresenter>(*demo, look, window, desk);
    std::unique_ptr<FirstPage> firstPage;
    if (options.exitAfterFirstPage) {
        firstPage = std::make_unique<FirstPage>(desk, window.queueViewport(), [&sinceMain] {
            std::printf("first-page-ms %lld\n", static_cast<long long>(sinceMain.elapsed()));
            std::fflush(stdout);
            QCoreApplication::quit();
        });
    }
    // The first page comes before what takes the processors for a moment.
    constexpr int latestMs = 1'000;
    QTimer rest;
    rest.setSingleShot(true);
    QObject::connect(&rest, &QTimer::timeout, &window, [&services] {
        (*services)->rebuildArchive();
        (*services)->readJudge();
        (*services)->readKnowledge();
        (*services)->readSnippets();
    });
    QObject::connect(&desk, &Desk::queueChanged, &rest, [&rest] {
        if (rest.isActive())
            rest.start(0);
    });
    rest.start(latestMs);
    desk.start();
    // What was read while the window was made is told now, and stands in its first frame.
    QCoreApplication::sendPostedEvents();
    window.show();
    return QApplication::exec();
}

} // namespace baton
