#pragma once

#include "core/base/Clock.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"

#include <benchmark/benchmark.h>

#include <vector>

/// What the benchmarks share. They run on profiles that bench_prepare made:
/// BATON_BENCH_DATA/<conversations>/, for each of BATON_BENCH_SIZES ("100000,1000000").
namespace baton::bench {

QString dataDir(int conversations);
std::vector<int> sizes();

/// A store over a profile, with the bundled policy.
struct Opened
{
    std::unique_ptr<SystemClock> clock;
    std::unique_ptr<policy::Policy> policy;
    std::unique_ptr<store::Store> store;
};
Agent benchAgent();
store::Rules benchRules(const policy::Policy &policy);
Opened openStore(const QString &dataDir, store::Access access);

/// Durations in milliseconds; at(99) is the 99th percentile, nearest rank.
class Samples
{
public:
    void add(double ms) { m_ms.push_back(ms); }
    double at(double percent) const;
    /// p50_ms, p99_ms, max_ms as counters.
    void report(benchmark::State &state) const;

private:
    std::vector<double> m_ms;
};

/// What somebody types into the search field, key by key.
const std::vector<QString> &keystrokes();
/// Whole searches: common, rare, prefixes, several words, nothing.
const std::vector<QString> &searches();

/// VmRSS and VmHWM of this process in MB (10^6 bytes).
double residentMb();
double peakResidentMb();

} // namespace baton::bench
