// From exec to the first painted page, by one stopwatch outside: the console on each prepared
// profile, and by turns the reference program.

#include "tests/bench/Bench.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

/// Milliseconds from before the start to the line that begins with said.
double timeToLine(const QString &program, const QStringList &arguments, const QByteArray &said)
{
    QProcess process;
    QByteArray output;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!output.startsWith(said) && !output.contains('\n' + said)) {
        if (!process.waitForReadyRead(30'000))
            qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
        output += process.readAllStandardOutput();
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (!process.waitForFinished(30'000))
        qFatal("%s does not end", qPrintable(program));
    return ms;
}

void start(benchmark::State &state, int conversations)
{
    Samples console;
    Samples reference;
    const QStringList arguments{u"--exit-after-first-page"_s, u"--data-dir"_s,
                                dataDir(conversations)};
    const auto runConsole
        = [&] { return timeToLine(QStringLiteral(BATON_CONSOLE), arguments, "first-page-ms"); };
    const auto runReference
        = [] { return timeToLine(QStringLiteral(BATON_REFERENCE), {}, "painted"); };
    runReference();
    runConsole();
    for (auto _ : state) {
        reference.add(runReference());
        console.add(runConsole());
    }
    state.counters["console_ms"] = console.at(50);
    state.counters["reference_ms"] = reference.at(50);
    state.counters["ratio"] = console.at(50) / reference.at(50);
}

} // namespace

} // namespace baton::bench

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    const int runs = qEnvironmentVariable("BATON_BENCH_STARTS", u"20"_s).toInt();
    for (const int size : baton::bench::sizes()) {
        benchmark::RegisterBenchmark(("start/" + std::to_string(size)).c_str(), baton::bench::start,
                                     size)
            ->Iterations(runs)
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
