#pragma once

#include "core/domain/Contact.h"
#include "core/domain/Teaching.h"

#include <functional>
#include <vector>

namespace baton::store {

enum class By { Day, Week, Whole };

/// Which sums are asked for.
struct TallyQuery
{
    int from = 0; ///< days, both included (dayOf())
    int to = 0;
    int maturedDay = 0; ///< sums of days up to it and after it are kept apart
    By by = By::Week;
    bool operator==(const TallyQuery &) const = default;
};

struct TallyLine
{
    int at = 0; ///< a day, a week (weekOfDay()), or 0
    bool matured = false;
    QString intent;
    Channel channel = Channel::Chat;
    Arm arm = Arm::BotOnly;
    Counts counts;
};

/// Histograms of some days, added up.
struct SpreadLine
{
    QString intent;
    Arm arm = Arm::BotOnly;
    Spread spread = Spread::FirstReply;
    Histogram histogram;
};

struct Tallies
{
    std::vector<TallyLine> lines; ///< by at, intent, channel, arm
    qint64 uncounted = 0;         ///< rows of an older cache that may still have to be counted
    int first = 0;                ///< the oldest day and the newest of all; 0 where there is none
    int last = 0;
};

/// What the stop-loss looks at beside sums, by day.
struct StopFacts
{
    struct Hard
    {
        int day = 0;
        QString intent;
        qint64 n = 0;
        bool operator==(const Hard &) const = default;
    };
    struct Reviewed
    {
        int day = 0;
        int planted = 0; ///< errors in what was reviewed
        int caught = 0;
        bool operator==(const Reviewed &) const = default;
    };
    std::vector<Hard> hard; ///< contacts of the bot alone whose words should have reached a person
    std::vector<Reviewed> reviewed;
};

/// A contact that has ended.
struct ContactLine
{
    qint64 row = 0;
    ContactFacts facts;
    bool cameBack = false;
};

/// A conversation whose intent somebody looked at.
struct LookedLine
{
    qint64 row = 0;
    QString became;               ///< what they say it is; empty: none of these
    bool stood = false;           ///< as it was read then
    std::optional<quint16> drawn; ///< how sure it was read then, where it was drawn; likewise
    LookedAt looked() const { return drawn ? LookedAt::Drawn : LookedAt::CameUpon; }
    /// saidNow: what is read now is what they say.
    bool right(bool saidNow) const { return drawn ? stood : saidNow; }
    bool operator==(const LookedLine &) const = default;
};

/// How sure the intent of a contact that ended with a person was read, and whether it stood: nobody
/// corrected it, or to what is read now. What named no intent is none. Of what was drawn it is as
/// it was read when somebody looked: a model that learnt it since would flatter itself.
struct ReadingLine
{
    qint64 row = 0;
    quint16 confidence = 0; ///< in steps of 1e-4
    bool right = true;
    LookedAt looked = LookedAt::No;
    bool operator==(const ReadingLine &) const = default;
};

/// Which contacts of those that ended within some days; called on the store's thread.
using Wanted = std::function<bool(const ContactFacts &, bool cameBack)>;

} // namespace baton::store
