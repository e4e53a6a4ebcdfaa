#pragma once

#include <QtCore/QDateTime>

#include <compare>
#include <optional>

namespace baton {

/// In milliseconds.
inline constexpr qint64 secondMs = 1000;
inline constexpr qint64 minuteMs = 60 * secondMs;
inline constexpr qint64 hourMs = 60 * minuteMs;
inline constexpr qint64 dayMs = 24 * hourMs;

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Sane moments lie in the years 1970 to
/// 2200.
struct Instant
{
    qint64 ms = 0;

    auto operator<=>(const Instant &) const = default;
    Instant operator+(qint64 milliseconds) const { return {ms + milliseconds}; }
    qint64 operator-(Instant other) const { return ms - other.ms; }

    QDateTime utc() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }
    static Instant from(const QDateTime &time) { return {time.toMSecsSinceEpoch()}; }
};

/// RFC 3339 with a mandatory offset ("2026-01-05T08:00:00Z", "…+01:00", fractions of any length cut
/// to milliseconds, a space or lower-case t and z accepted). Nothing outside 1970 to 2200.
std::optional<Instant> instantFromRfc3339(QStringView text);
/// In UTC, with milliseconds only where they are not zero.
QString toRfc3339(Instant instant);
/// ISO 8601 durations without years and months ("PT5M", "P1DT2H", "PT0.5S"), in milliseconds, 0 to
/// 366 days.
std::optional<qint64> durationFromIso8601(QStringView text);

/// Where time comes from. now() is the scenario's time (deadlines, ages, snooze); steadyMs() only
/// ever grows and drives undo, autosave, back-off and time-outs. Called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual qint64 steadyMs() const = 0;
    /// What now() will say once realMs have passed by steadyMs(), if its pace stays as it is.
    virtual Instant after(qint64 realMs) const { return now() + realMs; }
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    qint64 steadyMs() const override;
};

/// Runs at the speed of time, but starts at a moment of its own: for invented conversations that
/// have a date.
class ScenarioClock final : public Clock
{
public:
    explicit ScenarioClock(Instant start);
    Instant now() const override;
    qint64 steadyMs() const override { return m_system.steadyMs(); }

private:
    SystemClock m_system;
    Instant m_start;
    qint64 m_startedMs;
};

} // namespace baton
