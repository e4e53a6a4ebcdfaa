// Search, filter and counts on the prepared profiles, without a window.

#include "tests/bench/Bench.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>

namespace baton::bench {

namespace {

constexpr int hits = 50;
constexpr int filterRows = 200;
constexpr int page = 200;

using Job = std::function<bool(store::Store &, const QString &)>;

/// Each iteration is one question; the profile stays open and warm.
void ask(benchmark::State &state, int conversations, const std::vector<QString> &texts,
         const Job &job)
{
    const Opened opened = openStore(dataDir(conversations), store::Access::ReadOnly);
    for (const QString &text : texts)
        job(*opened.store, text);
    Samples samples;
    size_t next = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        if (!job(*opened.store, texts[next++ % texts.size()])) {
            state.SkipWithError("the store answered with an error");
            break;
        }
        samples.add(double(timer.nsecsElapsed()) / 1e6);
    }
    samples.report(state);
    state.counters["resident_mb"] = residentMb();
}

store::QueueQuery allWaiting()
{
    return {QueueView::AllWaiting, benchAgent().id, {}};
}

void addBenchmarks(int size)
{
    const auto add
        = [&](const char *name, const std::vector<QString> &texts, int iterations, const Job &job) {
              benchmark::RegisterBenchmark((std::string(name) + '/' + std::to_string(size)).c_str(),
                                           ask, size, texts, job)
                  ->Iterations(iterations)
                  ->Unit(benchmark::kMillisecond);
          };
    add("search_first_50", searches(), 1000, [](store::Store &store, const QString &text) {
        return bool(store.search(text, hits).result());
    });
    add("filter_rows", keystrokes(), 1000, [](store::Store &store, const QString &text) {
        return bool(store.searchRows(text, filterRows).result());
    });
    add("exact_count", keystrokes(), 300, [](store::Store &store, const QString &text) {
        return bool(store.searchIds(text).result());
    });
    add("first_page", {{}}, 100, [](store::Store &store, const QString &) {
        return bool(store.firstRows(allWaiting(), page).result());
    });
    add("all_ids", {{}}, 20, [](store::Store &store, const QString &) {
        return bool(store.ids(allWaiting()).result());
    });
    add("counts", {{}}, 50, [](store::Store &store, const QString &) {
        return bool(store.counts(allWaiting()).result());
    });
}

} // namespace

} // namespace baton::bench

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    for (const int size : baton::bench::sizes())
        baton::bench::addBenchmarks(size);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
