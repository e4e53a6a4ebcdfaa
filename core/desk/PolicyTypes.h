#pragma once

#include "core/base/Result.h"
#include "core/domain/Catalogue.h"
#include "core/domain/Decision.h"
#include "core/domain/PolicyVersion.h"
#include "core/domain/Queue.h"
#include "core/policy/Policy.h"

#include <array>
#include <memory>
#include <vector>

/// The immutable snapshots that PolicyBoard publishes. Values; thread-free.
namespace baton {

struct PolicyIntent
{
    QString name;
    QString title;
    Level risk = Level::Low;
    Level complexity = Level::Low;
    bool pinned = false;     ///< the catalogue gives it a tier, whatever its field says
    bool moved = false;      ///< by the draft
    bool open = false;       ///< to the bot, though it is tier B
    bool rolledBack = false; ///< taken from the bot, until it is released
    double canary = 0;       ///< the share that it was let go for; 0: no canary
    Route tier = Route::Assist;
    bool operator==(const PolicyIntent &) const = default;
};

struct PolicyRule
{
    Rule rule = Rule::Safety;
    Route leadsTo = Route::Assist;
    bool locked = false; ///< nothing switches it
    bool on = true;
    bool changed = false; ///< by the draft
    QStringList fires;    ///< texts it has to fire on, a few
    QStringList quiet;    ///< texts it must not
    bool operator==(const PolicyRule &) const = default;
};

/// Numbers of a policy that the console sets.
struct PolicyLimits
{
    double high = 0.85; ///< confidence; 0 … 1
    double medium = 0.55;
    double csatFall = 0.05;
    double recontactRise = 0.2;
    std::optional<double> csatLevel; ///< set in the file alone
    std::optional<double> recontactLevel;
    int mostSameAnswers = 2;
    int mostFailedTools = 0;
    int moodAtOrBelow = 2;
    bool operator==(const PolicyLimits &) const = default;
};

/// The policy that holds and the draft that is drawn up.
struct PolicyState
{
    PolicyVersion live;            ///< version 0: not read yet
    QList<PolicyVersion> versions; ///< the newest first; the last came with the program
    QList<PolicyChange> changes;   ///< of the draft
    QList<PolicyProblem> problems; ///< likewise
    PolicyLimits limits;
    PolicyLimits liveLimits;
    QList<PolicyIntent> intents; ///< by title
    QList<PolicyRule> rules;     ///< those that are shown, locked ones first
    QList<policy::Queue> queues;
    QList<policy::Target> targets; ///< of the draft
    QList<policy::Calendar> calendars;
    bool hoursChanged = false;   ///< targets or calendars, by the draft
    QStringList approvedAgents;  ///< whose replies a lead approves, by id
    QStringList approvedIntents; ///< replies about what, by name
    QString lastMoved; ///< the intent that the newest change moved; empty: it was another change
    bool mayChange = false; ///< only leads do
    bool canUndo = false;
    bool canRedo = false;
    bool publishing = false;

    bool isEdited() const { return !changes.isEmpty(); }
    int draftVersion() const { return live.version + 1; }
};

constexpr int confidenceBins = 30;

struct PeopleLoad
{
    double hoursAWeek = 0;
    std::optional<qint64> late; ///< replies; absent where nobody is known to have answered
    bool operator==(const PeopleLoad &) const = default;
};

/// How often intents were read rightly, by what was drawn and looked at.
struct ReadRightly
{
    double share = 0; ///< 0 … 1, as are the next; weighted by how many were read as surely
    double lower = 0; ///< of 95 %
    double upper = 1;
    qint64 n = 0; ///< looked at
    bool operator==(const ReadRightly &) const = default;
};

/// What a draft would have done with the conversations of a window.
struct PolicyWhatIf
{
    quint64 generation = 0;
    int days = 30;
    bool isRead = false;               ///< false: nothing is known yet
    qint64 stillReading = 0;           ///< texts read so far, where reading goes on
    std::optional<Error> problem = {}; ///< why the history could not be read
    qint64 all = 0;
    qint64 changed = 0;
    qint64 known = 0;                             ///< of the changed
    std::array<std::array<qint64, 3>, 3> flows{}; ///< from, to; by Route
    std::array<qint64, confidenceBins> confidence{};
    QHash<QString, qint64> intents; ///< by name
    std::array<qint64, 32> held{};  ///< by Rule, whatever is switched on
    qint64 toPerson = 0;            ///< the steps of routing, under the draft
    qint64 toDraft = 0;
    qint64 toBot = 0;
    qint64 otherwise = 0;
    std::optional<double> agreement; ///< of the bot's intent, from high on; 0 … 1
    std::optional<double> agreementBefore;
    qint64 drawn = 0; ///< readings of the window that were drawn and looked at
    /// How often those from high on are right; absent until enough were drawn, and one of those.
    std::optional<ReadRightly> readRightly;
    std::optional<ReadRightly> readRightlyBefore;
    std::optional<PeopleLoad> before; ///< once the queue was simulated
    std::optional<PeopleLoad> after;
    double tookMs = 0;
    std::shared_ptr<const std::vector<quint32>> changedAt; ///< never null; for rows()
};

/// A conversation that would change route.
struct PolicyMove
{
    QueueRow row;
    QString intent;
    Route from = Route::Contain;
    Route to = Route::Assist;
    bool intentMoved = false; ///< its field is another
    std::optional<Rule> rule; ///< that holds now and did not, or no longer does
    bool ruleGone = false;
    double confidence = 0;
    std::optional<OutcomeKind> outcome; ///< only where the new route was really taken
    int csat = 0;                       ///< likewise; 0: not rated
};

} // namespace baton
