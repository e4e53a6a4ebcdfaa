#include "core/policy/ZoneOffsets.h"

#include "core/base/Clock.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace baton::policy {

namespace {

constexpr Instant first{0};            // 1970-01-01T00:00:00Z
constexpr Instant last{7258118400000}; // 2200-01-01T00:00:00Z
constexpr qint64 always = std::numeric_limits<qint64>::max();
constexpr qint64 aheadMs = 400 * dayMs;
constexpr qint64 probeMs = 28 * dayMs; // shorter than any summer time of a zone's closing rule

qint64 offsetAt(const QTimeZone &zone, qint64 utcMs)
{
    return zone.offsetFromUtc(Instant{utcMs}.utc()) * 1000LL;
}

/// The first whole second after begin, and at or before end, with another offset than begin.
qint64 changeBetween(const QTimeZone &zone, qint64 begin, qint64 end)
{
    const qint64 before = offsetAt(zone, begin);
    while (end - begin > 1000) {
        const qint64 middle = begin + (end - begin) / 2000 * 1000;
        (offsetAt(zone, middle) == before ? begin : end) = middle;
    }
    return end;
}

} // namespace

ZoneOffsets::ZoneOffsets(const QByteArray &zone)
    : m_rules(zone)
{
    const qint64 offset = m_rules.isValid() ? offsetAt(m_rules, first.ms) : 0;
    m_stretches.push_back({std::numeric_limits<qint64>::min(), always, offset});
    m_listed = m_rules.isValid() && m_rules.hasTransitions() ? first.ms : always;
    if (m_listed == always)
        return;
    for (const auto &transition : m_rules.transitions(first.utc(), last.utc())) {
        m_listed = transition.atUtc.toMSecsSinceEpoch();
        append(m_listed, transition.offsetFromUtc * 1000LL);
    }
}

void ZoneOffsets::append(qint64 at, qint64 offset)
{
    if (offset == m_stretches.back().offset)
        return;
    m_stretches.back().end = at;
    m_stretches.push_back({at, always, offset});
}

void ZoneOffsets::probeUntil(qint64 utcMs)
{
    for (; m_listed < utcMs; m_listed += probeMs) {
        const qint64 offset = offsetAt(m_rules, m_listed + probeMs);
        if (offset != m_stretches.back().offset)
            append(changeBetween(m_rules, m_listed, m_listed + probeMs), offset);
    }
}

ZoneOffsets::Stretch ZoneOffsets::at(qint64 utcMs)
{
    if (utcMs + probeMs > m_listed)
        probeUntil(std::min(utcMs + aheadMs, last.ms + aheadMs));
    const auto after
        = std::upper_bound(m_stretches.begin() + 1, m_stretches.end(), utcMs,
                           [](qint64 ms, const Stretch &stretch) { return ms < stretch.begin; });
    return *(after - 1);
}

ZoneOffsets &ZoneOffsets::of(const QByteArray &zone)
{
    struct Known
    {
        QByteArray zone;
        std::unique_ptr<ZoneOffsets> offsets;
    };
    thread_local std::vector<Known> known;
    for (const Known &entry : known) {
        if (entry.zone == zone)
            return *entry.offsets;
    }
    known.push_back({zone, std::make_unique<ZoneOffsets>(zone)});
    return *known.back().offsets;
}

} // namespace baton::policy
