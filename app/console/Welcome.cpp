#include "app/console/Welcome.h"

#include "core/desk/Profile.h"
#include "ui/theme/SystemScheme.h"
#include "ui/views/WelcomeView.h"
#include "ui/window/MainWindow.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFileInfo>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>

namespace baton {

bool isFirstStart(const ConsoleOptions &options)
{
    const Services::Options &asked = options.services;
    if (asked.demoSeed || !asked.folder.isEmpty() || options.exitAfterFirstPage)
        return false;
    const Profile profile = profileFor(asked.dataDir, asked.profile);
    return !QFileInfo::exists(profile.settingsFile) && !QFileInfo::exists(profile.paths.deskFile());
}

std::optional<WelcomeChoice> welcome(const ConsoleOptions &options, ui::Look &look)
{
    WelcomeChoice choice{options.services, ThemeChoice::System};
    const ui::SystemScheme system;
    Settings settings;
    look.setAppearance(ui::MainWindow::appearanceFor(settings, system.kind()));
    const Profile profile = profileFor(options.services.dataDir, options.services.profile);
    ui::WelcomeView view(look, profile.paths.data);
    view.setTheme(choice.theme);
    QEventLoop loop;
    bool chosen = false;
    QObject::connect(&view, &ui::WelcomeView::left, &loop, &QEventLoop::quit);
    QObject::connect(&view, &ui::WelcomeView::themeChosen, &loop, [&](ThemeChoice theme) {
        choice.theme = settings.theme = theme;
        look.setAppearance(ui::MainWindow::appearanceFor(settings, system.kind()));
    });
    QObject::connect(&view, &ui::WelcomeView::demoChosen, &loop, [&] {
        choice.services.demoSeed = 1;
        chosen = true;
        loop.quit();
    });
    QFileDialog dialog(&view, ui::WelcomeView::tr("The folder that the bot writes to"));
    dialog.setFileMode(QFileDialog::Directory);
    QObject::connect(&view, &ui::WelcomeView::folderRequested, &dialog, &QDialog::open);
    QObject::connect(&dialog, &QFileDialog::fileSelected, &loop, [&](const QString &folder) {
        choice.services.folder = folder;
        chosen = true;
        loop.quit();
    });
    view.show();
    loop.exec();
    if (!chosen)
        return {};
    return choice;
}

} // namespace baton
