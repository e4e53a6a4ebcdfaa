#include "app/console/Console.h"
#include "app/console/Options.h"

#include "ui/theme/Typeface.h"

#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    baton::ui::chooseTypeface();
    QApplication::setHighDpiScaleFactorRoundingPolicy(
        Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("baton"));
    QApplication::setApplicationDisplayName(QStringLiteral("Baton"));
    QApplication::setApplicationVersion(QStringLiteral(BATON_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("baton"));

    QTranslator words;
    if (words.load(QStringLiteral(":/i18n/baton_en.qm")))
        QApplication::installTranslator(&words);

    const baton::ConsoleOptions options = baton::readOptions(QApplication::arguments());
    if (!options.error.isEmpty()) {
        std::fprintf(stderr, "baton: %s\n", qPrintable(options.error));
        return 2;
    }
    if (!options.message.isEmpty()) {
        std::fputs(qPrintable(options.message), stdout);
        return 0;
    }
    return baton::runConsole(options);
}
