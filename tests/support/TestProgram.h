#pragma once

#include <QtTest/QtTest>

namespace baton {

/// By how much a bound on time is stretched where it says nothing about what is packaged: with a
/// sanitizer looking on, or every line counted.
#if defined(BATON_WATCHED)
inline constexpr int slowness = 10;
#else
inline constexpr int slowness = 1;
#endif

/// A test class of a folder's program, which runs one class at a time:
/// `build/dev/tests/store_tests OutboxTest [QtTest's arguments]`.
class TestEntry
{
public:
    using Run = int (*)(int argc, char **argv);

    /// Both live as long as the program.
    TestEntry(const char *name, Run run);

    /// Runs the class that the first argument names, the rest given to QtTest; 2, and the names of
    /// all, where there is none of that name.
    static int main(int argc, char **argv);

private:
    const char *m_name;
    Run m_run;
    TestEntry *m_next;
};

/// Stands in place of QTEST_MAIN at the end of a test's file.
#define BATON_TEST(Class)                                                                          \
    static const baton::TestEntry entryOf##Class(#Class, [](int argc, char **argv) {               \
        Class test;                                                                                \
        return QTest::qExec(&test, argc, argv);                                                    \
    });

} // namespace baton
