#include "tests/bench/Bench.h"

#include "core/desk/Profile.h"
#include "core/sync/Reconcile.h"

#include <QtCore/QFile>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

double statusMb(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
    }
    return 0;
}

} // namespace

QString dataDir(int conversations)
{
    return u"%1/%2"_s.arg(qEnvironmentVariable("BATON_BENCH_DATA", u"."_s)).arg(conversations);
}

std::vector<int> sizes()
{
    std::vector<int> out;
    for (const QString &size :
         qEnvironmentVariable("BATON_BENCH_SIZES", u"100000,1000000"_s).split(u','))
        out.push_back(size.toInt());
    return out;
}

Agent benchAgent()
{
    return {AgentId(u"bench"_s), u"Bench"_s, Role::Agent};
}

store::Rules benchRules(const policy::Policy &policy)
{
    return {&sync::reconcile,
            [&policy](const Conversation &c, const auto &judged) {
                return policy::place(c, policy, judged);
            },
            benchAgent()};
}

Opened openStore(const QString &dataDir, store::Access access)
{
    Opened out{std::make_unique<SystemClock>(),
               std::make_unique<policy::Policy>(policy::bundledPolicy()), nullptr};
    auto store = store::Store::open(profileFor(dataDir, u"default"_s).paths, access,
                                    benchRules(*out.policy), *out.clock);
    if (!store)
        qFatal("%s: %s", qPrintable(dataDir), qPrintable(store.error().detail));
    out.store = std::move(store).value();
    return out;
}

double Samples::at(double percent) const
{
    if (m_ms.empty())
        return 0;
    std::vector<double> sorted = m_ms;
    std::sort(sorted.begin(), sorted.end());
    const double rank = std::ceil(percent / 100 * double(sorted.size()));
    return sorted[size_t(std::max(rank, 1.0)) - 1];
}

void Samples::report(benchmark::State &state) const
{
    state.counters["p50_ms"] = at(50);
    state.counters["p99_ms"] = at(99);
    state.counters["max_ms"] = at(100);
}

const std::vector<QString> &searches()
{
    static const std::vector<QString> all = {
        u"refund"_s,
        u"the"_s,
        u"parcel"_s,
        u"order"_s,
        u"okafor"_s,
        u"priya wong"_s,
        u"a"_s,
        u"re"_s,
        u"del"_s,
        u"NW-10042"_s,
        u"nw 100"_s,
        u"bacordel"_s,
        u"zonvex"_s,
        u"charged twice"_s,
        u"refund parcel late"_s,
        u"made-77"_s,
        u"nothinglikethis"_s,
        u"coupon pass"_s,
        u"quaruslor"_s,
        u"ine"_s,
    };
    return all;
}

const std::vector<QString> &keystrokes()
{
    static const std::vector<QString> all = [] {
        std::vector<QString> out;
        for (const QString &text :
             {u"refund"_s, u"parcel late"_s, u"NW-10042"_s, u"priya wong"_s, u"zonvexba"_s,
              u"order"_s, u"charged twice"_s, u"nothinglike"_s, u"the account"_s}) {
            for (qsizetype length = 1; length <= text.size(); ++length) {
                // A space at the end asks for nothing new.
                if (text.at(length - 1) != u' ')
                    out.push_back(text.left(length));
            }
        }
        return out;
    }();
    return all;
}

double residentMb()
{
    return statusMb("VmRSS:");
}

double peakResidentMb()
{
    return statusMb("VmHWM:");
}

} // namespace baton::bench
