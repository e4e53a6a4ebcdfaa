#pragma once

#include "core/quality/StopLossGuard.h"

/// A year of an invented company that lets its bot contain everything (the published case of 2024
/// and 2025, whose figures are not used): containment soars, answers age, disputes and refunds come
/// back, people are hired again. Lived through twice with the same dice: as it went, and with a
/// stop-loss.
namespace baton::quality {

/// What happens to the company, whoever watches; by week.
enum class ArcScene {
    Launch,    ///< the bot answers routine contacts
    Scale,     ///< and then all others; people leave
    Erosion,   ///< what it knows ages, in disputes and refunds first
    FirstTrip, ///< the stop-loss rolls the first intent back
    Reset,     ///< as it went: customers have left, people are hired back
    Release    ///< with the stop-loss: the first intent is let go again
};
constexpr int arcScenes = 6;
constexpr int arcWeeks = 52;

/// One week of one of the two years, all intents together.
struct ArcWeek
{
    qint64 contacts = 0;
    qint64 contained = 0;   ///< the bot alone
    qint64 cameBack = 0;    ///< of those, within 72 h
    Proportion botRated;    ///< 4 or 5, of the bot's alone
    Proportion peopleRated; ///< of those that a person answered
    double agentHours = 0;

    double containment() const { return contacts > 0 ? double(contained) / double(contacts) : 0; }
    double effectiveContainment() const
    {
        return contacts > 0 ? double(contained - cameBack) / double(contacts) : 0;
    }
    double recontact() const { return contained > 0 ? double(cameBack) / double(contained) : 0; }
    bool operator==(const ArcWeek &) const = default;
};

struct ArcYear
{
    QList<ArcWeek> weeks;
    QList<GuardEvent> events; ///< without a stop-loss: none

    ArcWeek sum() const;
    bool operator==(const ArcYear &) const = default;
};

struct AutomationArc
{
    ArcYear without;
    ArcYear with;
    QList<QString> intents;              ///< of the invented catalogue
    std::array<int, arcScenes> scenes{}; ///< the week at which each begins; −1: it never came
    bool operator==(const AutomationArc &) const = default;
};

/// The same for the same seed, on every platform. A few milliseconds.
AutomationArc automationArc(quint64 seed, const GuardLimits &limits = {});

} // namespace baton::quality
