#include "core/policy/NextHours.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>

namespace baton::policy {

namespace {

constexpr qint64 never = std::numeric_limits<qint64>::max();

/// What is to be begun first.
using Urgency = std::tuple<qint64, qint64, size_t>; // due, arrival, place

Urgency urgencyOf(const std::vector<AwaitedJob> &jobs, size_t i)
{
    return {jobs[i].dueMs == 0 ? never : jobs[i].dueMs, jobs[i].arrivesMs, i};
}

LateRange rangeOf(std::vector<int> counts)
{
    std::sort(counts.begin(), counts.end());
    return {counts[counts.size() / 2], counts.front(), counts.back()};
}

} // namespace

QList<int> lateBy(const std::vector<AwaitedJob> &jobs, int queues, int people, qint64 takesMs,
                  Instant from, Instant until)
{
    std::vector<qint64> repliedMs(jobs.size(), never);
    std::vector<size_t> coming(jobs.size());
    std::iota(coming.begin(), coming.end(), size_t(0));
    std::stable_sort(coming.begin(), coming.end(),
                     [&](size_t a, size_t b) { return jobs[a].arrivesMs < jobs[b].arrivesMs; });
    std::set<Urgency> shared;
    std::vector<std::set<Urgency>> own(size_t(std::max(0, people)));
    std::vector<qint64> freeMs(own.size(), from.ms);
    size_t next = 0;
    const auto arriveUntil = [&](qint64 ms) {
        for (; next < coming.size() && jobs[coming[next]].arrivesMs <= ms; ++next) {
            const AwaitedJob &job = jobs[coming[next]];
            if (job.blocked)
                continue;
            auto &list = job.person >= 0 && job.person < people ? own[size_t(job.person)] : shared;
            list.insert(urgencyOf(jobs, coming[next]));
        }
    };
    while (!freeMs.empty()) {
        const size_t who = size_t(std::min_element(freeMs.begin(), freeMs.end()) - freeMs.begin());
        const qint64 at = freeMs[who];
        if (at >= until.ms)
            break;
        arriveUntil(at);
        auto &mine = own[who];
        if (mine.empty() && shared.empty()) {
            // Nothing to do until something comes, whosever it is.
            freeMs[who] = next < coming.size() ? jobs[coming[next]].arrivesMs : never;
            continue;
        }
        const bool takesOwn = shared.empty() || (!mine.empty() && *mine.begin() < *shared.begin());
        auto &list = takesOwn ? mine : shared;
        freeMs[who] = at + takesMs;
        repliedMs[std::get<2>(*list.begin())] = freeMs[who];
        list.erase(list.begin());
    }
    QList<int> late(queues, 0);
    for (size_t i = 0; i < jobs.size(); ++i) {
        const qint64 due = jobs[i].dueMs;
        if (due > from.ms && due <= until.ms && repliedMs[i] > due)
            ++late[jobs[i].queue];
    }
    return late;
}

NextHours nextHours(const std::vector<AwaitedJob> &waiting,
                    const std::vector<std::vector<AwaitedJob>> &weeks, int queues, int people,
                    qint64 takesMs, qint64 handled, Instant now)
{
    NextHours next;
    next.weeks = int(weeks.size());
    next.handled = handled;
    next.takesMs = takesMs;
    next.people = people;
    for (const std::vector<AwaitedJob> &week : weeks)
        next.arrivals += qint64(week.size());
    if (next.weeks < weeksNeeded || handled < handledNeeded)
        return next;
    const Instant until = now + nextHoursMs;
    std::vector<std::vector<int>> byQueue(static_cast<size_t>(queues)); // with those who are there
    for (const int more : {0, 1, 2}) {
        std::vector<int> totals;
        for (const std::vector<AwaitedJob> &week : weeks) {
            std::vector<AwaitedJob> jobs = waiting;
            jobs.insert(jobs.end(), week.begin(), week.end());
            const QList<int> late = lateBy(jobs, queues, people + more, takesMs, now, until);
            totals.push_back(std::accumulate(late.begin(), late.end(), 0));
            if (more > 0)
                continue;
            for (int i = 0; i < queues; ++i)
                byQueue[size_t(i)].push_back(late[i]);
        }
        next.total += rangeOf(std::move(totals));
    }
    for (std::vector<int> &counts : byQueue)
        next.queues += rangeOf(std::move(counts));
    return next;
}

} // namespace baton::policy
