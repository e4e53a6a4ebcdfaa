#include "app/batonctl/Batonctl.h"
#include "core/base/Log.h"

#include <QtCore/QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("batonctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BATON_VERSION));
    // Standard error is always there, so this cannot fail.
    (void)baton::log::start({.file = {}, .standardError = true, .level = spdlog::level::warn});
    return baton::ctl::run(QCoreApplication::arguments().sliced(1), stdout, stderr);
}
