#include "tests/support/TestProgram.h"

#ifdef BATON_TEST_WIDGETS
#include "ui/theme/Typeface.h"

#include <QtWidgets/QApplication>
#endif

#include <cstdio>
#include <cstring>

namespace baton {

namespace {

TestEntry *newest = nullptr;

#ifdef BATON_TEST_WIDGETS
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif

} // namespace

TestEntry::TestEntry(const char *name, Run run)
    : m_name(name)
    , m_run(run)
    , m_next(newest)
{
    newest = this;
}

int TestEntry::main(int argc, char **argv)
{
    const char *wanted = argc > 1 ? argv[1] : "";
    const TestEntry *entry = newest;
    while (entry && std::strcmp(entry->m_name, wanted) != 0)
        entry = entry->m_next;
    if (!entry) {
        std::fprintf(stderr, "usage: %s TEST [QtTest's arguments], where TEST is one of\n",
                     argv[0]);
        for (entry = newest; entry; entry = entry->m_next)
            std::fprintf(stderr, "  %s\n", entry->m_name);
        return 2;
    }
    argv[1] = argv[0];
    --argc;
    ++argv;
#ifdef BATON_TEST_WIDGETS
    ui::chooseTypeface();
#endif
    Application::setAttribute(Qt::AA_Use96Dpi);
    Application application(argc, argv);
    return entry->m_run(argc, argv);
}

} // namespace baton

int main(int argc, char **argv)
{
    return baton::TestEntry::main(argc, argv);
}
