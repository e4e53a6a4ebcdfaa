#include "core/policy/Policy.h"
#include "core/policy/Replay.h"
#include "core/policy/Targets.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace baton::policy {

namespace {

constexpr int weekHours = 168;
constexpr quint32 unknownHandlingS = 360;
constexpr qint64 epochHour = 72; // 1970-01-01 was a Thursday: three days after a Monday

std::size_t hourOfWeek(qint64 hour)
{
    return std::size_t(((hour + epochHour) % weekHours + weekHours) % weekHours);
}

quint32 median(std::vector<quint16> &values)
{
    const auto middle = values.begin() + qsizetype(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// People who come and go by the hours of the week; the i-th is there while more than i are.
class Shift
{
public:
    explicit Shift(const Staff &staff)
        : m_staff(staff)
        , m_freeMs(std::size_t(*std::max_element(staff.begin(), staff.end())), 0)
    { }

    /// When the first of them can begin with what came then; they are busy for so long.
    qint64 begin(qint64 arrivedMs, qint64 tookMs)
    {
        std::size_t first = 0;
        qint64 earliest = std::numeric_limits<qint64>::max();
        for (std::size_t who = 0; who < m_freeMs.size(); ++who) {
            const qint64 at = presentFrom(who, std::max(arrivedMs, m_freeMs[who]));
            if (at < earliest) {
                earliest = at;
                first = who;
            }
            if (earliest == arrivedMs)
                break;
        }
        m_freeMs[first] = earliest + tookMs;
        return earliest;
    }

private:
    qint64 presentFrom(std::size_t who, qint64 ms) const
    {
        qint64 hour = ms / hourMs;
        if (m_staff[hourOfWeek(hour)] > int(who))
            return ms;
        for (int ahead = 0; ahead < weekHours; ++ahead) {
            if (m_staff[hourOfWeek(++hour)] > int(who))
                return hour * hourMs;
        }
        return std::numeric_limits<qint64>::max();
    }

    const Staff &m_staff;
    std::vector<qint64> m_freeMs;
};

/// Targets and calendars of what records can be, each looked up once.
class Deadlines
{
public:
    Deadlines(const SignalColumns &columns, const Policy &policy)
        : m_columns(columns)
        , m_policy(policy)
    { }

    std::optional<Instant> of(std::size_t i, Instant arrived, Route tier)
    {
        const Key key{m_columns.queue[i], m_columns.channel[i], m_columns.value[i], int(tier)};
        auto found = m_known.find(key);
        if (found == m_known.end()) {
            const QueueId queue(m_columns.names()[m_columns.queue[i]]);
            found = m_known
                        .emplace(
                            key,
                            Target{targetMinutes(m_policy, queue,
                                                 static_cast<Channel>(m_columns.channel[i]),
                                                 static_cast<ValueTier>(m_columns.value[i]), tier),
                                   calendarOf(queue, m_policy)})
                        .first;
        }
        const Target &target = found->second;
        if (!target.minutes)
            return {};
        return addOpenMinutes(target.calendar, arrived, *target.minutes);
    }

private:
    using Key = std::tuple<int, int, int, int>;
    struct Target
    {
        std::optional<int> minutes;
        const Calendar *calendar = nullptr;
    };
    const SignalColumns &m_columns;
    const Policy &m_policy;
    std::map<Key, Target> m_known;
};

} // namespace

Staff staffOf(const SignalColumns &columns)
{
    // From whom, on which day: the hours of the first reply and of the last.
    std::map<std::pair<qint64, quint16>, std::pair<qint64, qint64>> present;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns.repliedS[i] == 0)
            continue;
        const qint64 hour = (columns.startedMs[i] + columns.repliedS[i] * 1000LL) / hourMs;
        auto [at, isNew]
            = present.emplace(std::pair(hour / 24, columns.agent[i]), std::pair(hour, hour));
        if (!isNew)
            at->second = {std::min(at->second.first, hour), std::max(at->second.second, hour)};
    }
    std::map<qint64, int> byHour;
    for (const auto &[who, hours] : present) {
        for (qint64 hour = hours.first; hour <= hours.second; ++hour)
            ++byHour[hour];
    }
    std::array<std::pair<int, int>, weekHours> sums{};
    for (const auto &[hour, people] : byHour) {
        auto &[sum, weeks] = sums[hourOfWeek(hour)];
        sum += people;
        ++weeks;
    }
    Staff staff{};
    for (std::size_t hour = 0; hour < staff.size(); ++hour) {
        const auto [sum, weeks] = sums[hour];
        staff[hour] = weeks == 0 ? 0 : (2 * sum + weeks) / (2 * weeks);
    }
    return staff;
}

std::vector<quint32> handlingOf(const SignalColumns &columns)
{
    std::vector<std::vector<quint16>> worked(std::size_t(columns.names().size()));
    std::vector<quint16> all;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns.workedS[i] == 0)
            continue;
        worked[columns.intent[i]].push_back(columns.workedS[i]);
        all.push_back(columns.workedS[i]);
    }
    const quint32 usual = all.empty() ? unknownHandlingS : median(all);
    std::vector<quint32> handling(worked.size(), usual);
    for (std::size_t name = 0; name < worked.size(); ++name) {
        if (!worked[name].empty())
            handling[name] = median(worked[name]);
    }
    return handling;
}

Load loadOf(const SignalColumns &columns, const std::vector<quint32> &rules, const Policy &policy,
            const Staff &staff, const std::vector<quint32> &handling)
{
    Load load;
    std::vector<std::pair<qint64, quint32>> arrivals;
    qint64 seconds = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (routeOf(rules[i]) == Route::Contain)
            continue;
        arrivals.emplace_back(columns.startedMs[i] + columns.arrivedS[i] * 1000LL, quint32(i));
        seconds += handling[columns.intent[i]];
    }
    load.people = qint64(arrivals.size());
    load.hours = double(seconds) / 3600;
    if (std::all_of(staff.begin(), staff.end(), [](int people) { return people == 0; }))
        return load;
    std::sort(arrivals.begin(), arrivals.end());
    Shift shift(staff);
    Deadlines deadlines(columns, policy);
    qint64 late = 0;
    for (const auto &[arrivedMs, i] : arrivals) {
        const qint64 tookMs = handling[columns.intent[i]] * 1000LL;
        const qint64 repliedMs = shift.begin(arrivedMs, tookMs) + tookMs;
        const auto due = deadlines.of(i, {arrivedMs}, routeOf(rules[i]));
        late += due && repliedMs > due->ms ? 1 : 0;
    }
    load.late = late;
    return load;
}

} // namespace baton::policy
