#include "app/console/Options.h"

#include <QtCore/QCommandLineParser>

namespace baton {

ConsoleOptions readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Baton, a desk for handed-off conversations."));
    const QCommandLineOption dataDir(QStringLiteral("data-dir"),
                                     QStringLiteral("Keep everything in <dir>."),
                                     QStringLiteral("dir"));
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     QStringLiteral("Use <name>'s files."), QStringLiteral("name"),
                                     QStringLiteral("default"));
    const QCommandLineOption folder(QStringLiteral("folder"),
                                    QStringLiteral("Take conversations from <dir>."),
                                    QStringLiteral("dir"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QStringLiteral("Show an invented company, in a profile of its own that starts afresh."));
    const QCommandLineOption seed(QStringLiteral("seed"),
                                  QStringLiteral("Another invented company for each <n>."),
                                  QStringLiteral("n"), QStringLiteral("1"));
    const QCommandLineOption clockFrom(
        QStringLiteral("clock-from"),
        QStringLiteral("Start the clock at <time>, such as 2025-11-18T14:06:00+01:00."),
        QStringLiteral("time"));
    const QCommandLineOption walk(
        QStringLiteral("walk"),
        QStringLiteral("Answer one bundled conversation, screenshots to <dir>."),
        QStringLiteral("dir"));
    const QCommandLineOption firstPage(
        QStringLiteral("exit-after-first-page"),
        QStringLiteral("Print the time to the first painted page and end."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Show this."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     QStringLiteral("Show the version."));
    parser.addOptions(
        {dataDir, profile, folder, demo, seed, clockFrom, walk, firstPage, help, version});

    ConsoleOptions options;
    if (!parser.parse(arguments)) {
        options.error = parser.errorText();
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        options.error
            = QStringLiteral("Unknown argument: %1").arg(parser.positionalArguments().first());
    if (parser.isSet(help))
        options.message = parser.helpText();
    if (parser.isSet(version))
        options.message = QStringLiteral("baton " BATON_VERSION "\n");
    options.services.dataDir = parser.value(dataDir);
    options.services.profile = parser.value(profile);
    if (!isProfileName(options.services.profile))
        options.error
            = QStringLiteral("--profile: %1 is no name for a folder").arg(options.services.profile);
    options.services.folder = parser.value(folder);
    if (parser.isSet(clockFrom)) {
        options.services.clockFrom = instantFromRfc3339(parser.value(clockFrom));
        if (!options.services.clockFrom)
            options.error
                = QStringLiteral("--clock-from: expected a time with its offset, found %1")
                      .arg(parser.value(clockFrom));
    }
    if (parser.isSet(demo)) {
        bool ok = false;
        options.services.demoSeed = parser.value(seed).toULongLong(&ok);
        if (!ok)
            options.error = QStringLiteral("--seed: expected a whole number, found %1")
                                .arg(parser.value(seed));
        if (parser.isSet(folder) || parser.isSet(profile) || parser.isSet(clockFrom))
            options.error
                = QStringLiteral("--demo has a profile, conversations and a clock of its own");
    } else if (parser.isSet(seed)) {
        options.error = QStringLiteral("--seed goes with --demo");
    } else if (options.services.profile == QStringLiteral("demo")) {
        options.error
            = QStringLiteral("--profile: demo is the demo's own, and starts afresh each time");
    }
    options.walkTo = parser.value(walk);
    options.exitAfterFirstPage = parser.isSet(firstPage);
    return options;
}

} // namespace baton
