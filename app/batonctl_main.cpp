#include "app/batonctl/Batonctl.h"
#include "core/base/Log.h"

#include <QtCore/QCoreApplication>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

/// Packets come and go by the ten thousand: their memory is kept for the next ones rather than
/// given back and asked for again.
void keepFreedMemory()
{
#if defined(__GLIBC__)
    constexpr int mostKept = 64 << 20; // bytes
    constexpr int step = 4 << 20;
    mallopt(M_TRIM_THRESHOLD, mostKept);
    mallopt(M_TOP_PAD, step);
    mallopt(M_MMAP_THRESHOLD, step);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    keepFreedMemory();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("batonctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BATON_VERSION));
    // Standard error is always there, so this cannot fail.
    (void)baton::log::start({.file = {}, .standardError = true, .level = spdlog::level::warn});
    return baton::ctl::run(QCoreApplication::arguments().sliced(1), stdout, stderr);
}
