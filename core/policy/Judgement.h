#pragma once

#include "core/domain/Catalogue.h"
#include "core/domain/Decision.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

/// The part of a policy that routes (DESIGN §5). Pure values and functions: no clock, no I/O, any
/// thread.
namespace baton::policy {

/// A field of the risk × complexity matrix.
struct Cell
{
    Level risk = Level::Low;
    Level complexity = Level::Low;
    bool operator==(const Cell &) const = default;
};

/// Of an intent's contacts.
constexpr double mostCanaryShare = 0.5;

/// Limits and switches. The locked rules (safety, legal, fraud, account takeover, asks for a
/// person) have none: nothing in a policy can turn them off.
struct Judgement
{
    double containConfidence = 0.85; ///< least for contain; 0 … 1
    /// What is shown as medium, from here to there; below it is low. No route hangs on it.
    double mediumConfidence = 0.55;
    int moodAtOrBelow = 2;                ///< 1 … 5: as upset as this goes to a person
    int mostFailedTools = 0;              ///< in a contained conversation
    int mostSameAnswers = 2;              ///< likewise
    int mostContacts = 3;                 ///< in 90 days, likewise
    ValueTier valueFrom = ValueTier::Vip; ///< as valuable as this goes to a person
    QSet<Rule> off;                       ///< of those that can be
    QHash<QString, Cell> matrix;          ///< intents that this policy places otherwise
    QSet<QString> open;                   ///< tier B intents that this policy opens to the bot
    QSet<QString> rolledBack;             ///< intents that stop-loss took from the bot
    QSet<Route> rolledBackTiers;          ///< likewise, whole tiers (Contain is A, Assist B)
    QHash<QString, double> canary; ///< intents given back for a share of their contacts; 0 … 0.5
    bool operator==(const Judgement &) const = default;
};

/// Safety, Legal, Fraud, AccountTakeover, AsksForPerson.
bool isLocked(Rule rule);
/// Whether a policy may switch the rule off. Not the locked ones, nor those without which contain
/// would have no meaning: TierC, TierB, Rollback, NoneOfThese, Confidence.
bool isSwitchable(Rule rule);
/// As JSON and policy files spell it: "asks_for_person".
QLatin1StringView nameOf(Rule rule);
std::optional<Rule> ruleNamed(QStringView name);

struct Policy;

/// First match decides: escalate, assist, contain, else assist; all triggers that held are listed
/// whatever decided. Nothing here reads from a handoff that has happened: it is what *would have
/// been*.
Decision decide(const Signals &signs, const Policy &policy, const Catalogue &catalogue);
/// The route of decide(), without its words.
Route routeFor(const Signals &signs, const Policy &policy, const Catalogue &catalogue);

/// The smallest change of one signal that gives another route; where no single one does, the fewest
/// together. Each number is the nearest value that still flips (confidence in steps of 1e-4). Sizes
/// are compared as shares of each signal's range, phrases and intents as half of theirs. Empty only
/// where nothing that can be observed otherwise would change the route.
std::optional<Flip> explain(const Signals &signs, const Policy &policy, const Catalogue &catalogue);

/// What the signals would have been.
Signals changed(Signals signs, const Change &change);

} // namespace baton::policy
