#include "core/quality/AutomationArc.h"

#include "core/base/Dice.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::quality {

namespace {

constexpr int scaleWeek = 4;   // the bot answers these too
constexpr int resetWeek = 41;  // as it went: the board has seen the churn
constexpr int hiringWeeks = 5; // until people are there
constexpr int repairWeeks = 4; // after a trip: gaps are written down
constexpr int botRates = 12;   // per cent of the bot's customers
constexpr int peopleRate = 20; // of people's
constexpr double peopleSatisfied = 0.88;
constexpr double volumeSpread = 0.06;  // of weekly volumes
constexpr double assistSaves = 0.4;    // of a person's minutes, with a draft
constexpr double comesBackCosts = 1.5; // minutes of a first contact

/// One kind of contact.
struct ArcIntent
{
    const char *name;
    bool routine;   // answered by the bot from the start
    int aWeek;      // contacts
    double minutes; // of a person
    double good;    // satisfied with the bot, as long as it knows
    double aged;    // and once its answers are old
    int agesFrom;   // week
    int agesFor;    // weeks until all of it shows
    double back;    // within 72 h, as long as it knows
    double agedBack;
};
constexpr std::array arcIntents{
    ArcIntent{"order_status", true, 1460, 4, 0.90, 0.88, 20, 30, 0.05, 0.06},
    ArcIntent{"invoice_request", true, 420, 4, 0.91, 0.90, 20, 30, 0.04, 0.05},
    ArcIntent{"refund_status", true, 980, 6, 0.87, 0.83, 18, 24, 0.09, 0.13},
    ArcIntent{"delivery_delayed", false, 900, 8, 0.84, 0.70, 24, 14, 0.12, 0.21},
    ArcIntent{"refund_missing", false, 760, 11, 0.84, 0.60, 18, 12, 0.11, 0.30},
    ArcIntent{"duplicate_charge", false, 520, 12, 0.83, 0.58, 20, 12, 0.12, 0.31},
    ArcIntent{"unrecognised_payment", false, 480, 14, 0.82, 0.57, 22, 12, 0.13, 0.33},
    ArcIntent{"return_how_to", false, 640, 7, 0.86, 0.76, 26, 16, 0.09, 0.15}};

/// How old the bot's answers to a contact are: 0 as at launch, 1 at the worst.
double ageAt(const ArcIntent &intent, int week)
{
    return std::clamp(double(week - intent.agesFrom) / intent.agesFor, 0.0, 1.0);
}

Proportion rated(Dice &dice, qint64 customers, int percent, double satisfied)
{
    Proportion out;
    for (qint64 i = 0; i < customers; ++i) {
        // Both dice fall for everybody, so that the two years differ by what was decided alone.
        const bool rates = dice.chance(percent);
        const bool content = dice.unit() < satisfied;
        out.n += rates ? 1 : 0;
        out.hits += rates && content ? 1 : 0;
    }
    return out;
}

qint64 share(qint64 of, double part)
{
    return std::llround(double(of) * part);
}

/// One of the two years, week by week.
class YearRunner
{
public:
    YearRunner(quint64 seed, const GuardLimits *limits)
        : m_seed(seed)
        , m_guard(limits ? std::optional(StopLossGuard(*limits)) : std::nullopt)
    {
        for (const ArcIntent &intent : arcIntents)
            m_segments += {QString::fromLatin1(intent.name), {}};
        m_repaired.fill(-1);
    }

    ArcYear run()
    {
        for (int week = 0; week < arcWeeks; ++week) {
            ArcWeek all;
            QHash<QString, GuardWeek> beside;
            for (size_t i = 0; i < arcIntents.size(); ++i)
                live(int(i), week, all, beside);
            m_year.weeks += all;
            if (m_guard)
                decide(week, beside);
        }
        return std::move(m_year);
    }

private:
    double aloneAt(const ArcIntent &intent, int week) const
    {
        if (!intent.routine && week < scaleWeek)
            return 0;
        if (m_guard)
            return m_guard->shareAlone(QString::fromLatin1(intent.name));
        if (intent.routine)
            return 1;
        // People come back one after the other, and answer what went wrong.
        return 1 - std::clamp(double(week - resetWeek) / hiringWeeks, 0.0, 1.0);
    }

    /// What is written down after a trip is not old any more.
    double knownAge(int intent, int week) const
    {
        const int repaired = m_repaired[size_t(intent)];
        return repaired >= 0 && week >= repaired ? 0 : ageAt(arcIntents[size_t(intent)], week);
    }

    void live(int number, int week, ArcWeek &all, QHash<QString, GuardWeek> &beside)
    {
        const ArcIntent &intent = arcIntents[size_t(number)];
        Dice dice(m_seed, quint64(number), quint64(week));
        const auto contacts = qint64(intent.aWeek * (1 + volumeSpread * (2 * dice.unit() - 1)));
        const double alone = aloneAt(intent, week);
        const double age = knownAge(number, week);
        const qint64 contained = share(contacts, alone);
        const qint64 answered = contacts - contained;
        const Proportion bot
            = rated(dice, contained, botRates, std::lerp(intent.good, intent.aged, age));
        const qint64 back = share(contained, std::lerp(intent.back, intent.agedBack, age));
        Dice people(m_seed, quint64(number) + arcIntents.size(), quint64(week));
        const Proportion person = rated(people, answered, peopleRate, peopleSatisfied);
        const bool drafts = m_guard && alone < 1 && (intent.routine || week >= scaleWeek);
        const double minutes = intent.minutes * (drafts ? 1 - assistSaves : 1);
        all.contacts += contacts;
        all.contained += contained;
        all.cameBack += back;
        all.botRated.hits += bot.hits;
        all.botRated.n += bot.n;
        all.peopleRated.hits += person.hits;
        all.peopleRated.n += person.n;
        all.agentHours
            += (double(answered) * minutes + double(back) * intent.minutes * comesBackCosts) / 60;
        m_segments[number].weeks += Week{contained, {{m_segments[number].name, bot}}};
        if (drafts) {
            // A draft is as good as what it rests on.
            GuardWeek drafting;
            drafting.acceptance = std::lerp(0.78, 0.42, age);
            drafting.caught = 0.80;
            beside.insert(m_segments[number].name, drafting);
        }
    }

    void decide(int week, const QHash<QString, GuardWeek> &beside)
    {
        for (const GuardEvent &event : m_guard->week(week, m_segments, beside)) {
            m_year.events += event;
            const auto number = numberOf(event.segment);
            if (event.became == GuardState::Tripped && m_repaired[number] < 0)
                m_repaired[number] = week + repairWeeks;
            if (event.became == GuardState::Ready)
                m_signedOff += event.segment;
        }
        // A lead looks at the pack in the week after, and lets go.
        for (const QString &segment : std::exchange(m_waiting, std::exchange(m_signedOff, {}))) {
            const auto released = m_guard->release(week, segment, u"gaps written down"_s, 0);
            if (released)
                m_year.events += *released;
        }
    }

    size_t numberOf(const QString &segment) const
    {
        const auto at
            = std::find_if(m_segments.begin(), m_segments.end(),
                           [&segment](const Segment &one) { return one.name == segment; });
        return size_t(at - m_segments.begin());
    }

    quint64 m_seed;
    std::optional<StopLossGuard> m_guard;
    QList<Segment> m_segments;
    std::array<int, arcIntents.size()> m_repaired{}; // week from which it is; −1: not yet
    QList<QString> m_signedOff;                      // became ready this week
    QList<QString> m_waiting;                        // and in the week before
    ArcYear m_year;
};

int firstWeek(const ArcYear &year, GuardState became)
{
    const auto at
        = std::find_if(year.events.begin(), year.events.end(),
                       [became](const GuardEvent &event) { return event.became == became; });
    return at == year.events.end() ? -1 : int(at->week);
}

} // namespace

ArcWeek ArcYear::sum() const
{
    ArcWeek sum;
    for (const ArcWeek &week : weeks) {
        sum.contacts += week.contacts;
        sum.contained += week.contained;
        sum.cameBack += week.cameBack;
        sum.botRated.hits += week.botRated.hits;
        sum.botRated.n += week.botRated.n;
        sum.peopleRated.hits += week.peopleRated.hits;
        sum.peopleRated.n += week.peopleRated.n;
        sum.agentHours += week.agentHours;
    }
    return sum;
}

AutomationArc automationArc(quint64 seed, const GuardLimits &limits)
{
    AutomationArc arc;
    arc.without = YearRunner(seed, nullptr).run();
    arc.with = YearRunner(seed, &limits).run();
    int ages = arcWeeks;
    for (const ArcIntent &intent : arcIntents) {
        arc.intents += QString::fromLatin1(intent.name);
        ages = std::min(ages, intent.agesFrom);
    }
    arc.scenes = {0,         scaleWeek,
                  ages,      firstWeek(arc.with, GuardState::Tripped),
                  resetWeek, firstWeek(arc.with, GuardState::Canary)};
    return arc;
}

} // namespace baton::quality
