#pragma once

#include "core/domain/Decision.h"
#include "core/domain/Feedback.h"

#include <QtCore/QStringList>

/// What became of drafts, and how people review them (DESIGN §6, §7). Plain values: core/quality
/// judges, core/store keeps, core/desk publishes.
namespace baton {

enum class DraftFate {
    AsIs,
    Light,     ///< under 40 % of the words changed
    Rewritten, ///< 40 % and more
    Discarded, ///< thrown away, with a reason
    Unused     ///< shown, and answered without it
};

/// What became of one sentence of a draft.
enum class Survival { Kept, Edited, Removed };

/// One draft that was shown to an agent.
struct DraftUse
{
    ConversationId conversation;
    QString suggested;
    QString sent; ///< the reply; empty where none went out with it
    DraftFate fate = DraftFate::AsIs;
    double distance = 0; ///< Levenshtein ÷ the longer length, 0 … 1; 1 of what was thrown away
    QList<Survival> survival; ///< of each sentence of the draft
    QString why;              ///< of one thrown away
    Person agent;
    Instant shownAt;
    Instant at; ///< sent, or thrown away
    bool operator==(const DraftUse &) const = default;
};

/// Why a conversation is reviewed. Of several the first of this order is named.
enum class MonitorKind {
    Rule,          ///< a trigger held: name is Rule's in JSON, as "legal"
    Override,      ///< sent with a sentence that nothing supports
    LowCsat,       ///< rated at most limit
    CameBack,      ///< contained, and the customer was back within 72 h
    Discarded,     ///< the draft was thrown away
    Rewritten,     ///< changed by limit % or more
    Hasty,         ///< a draft accepted as it was within limit seconds
    NewAgent,      ///< of the first limit conversations of a person
    LowConfidence, ///< the intent was read with less than limit
    Intent,        ///< name is one of the catalogue
    Tier,          ///< name is a letter
    Random
};

/// Picks share % of what it is about.
struct Monitor
{
    MonitorKind kind = MonitorKind::Random;
    QString name = {}; ///< of Rule, Intent, Tier
    double limit = 0;  ///< see MonitorKind; 0 for the others
    double share = 100;
    QString title = {}; ///< as a lead calls it; empty: by its kind
    int place = 0;      ///< whose lots it draws, from 1; 0: those of its place in the list
    bool operator==(const Monitor &) const = default;
};

constexpr qsizetype mostMonitors = 60;
constexpr qsizetype longestTitle = 80; ///< of a monitor, of a criterion

bool hasName(MonitorKind kind);
/// The highest limit of a kind; absent where it has none.
std::optional<double> mostLimit(MonitorKind kind);

/// What is reviewed. The same version picks the same conversations on every desk.
struct Monitors
{
    int version = 0;
    QList<Monitor> list;
    double doubled = 0; ///< % of what is picked that two people review
    double planted = 0; ///< % of what is picked that carries an error
    int lots = 0;       ///< the version whose lots are drawn; 0: its own
    bool operator==(const Monitors &) const = default;
};

/// What monitors look at in a conversation that was closed.
struct ReviewFacts
{
    ConversationId conversation;
    Instant closedAt;
    Route tier = Route::Assist;
    quint32 rules = 0; ///< that held: bit 1 << Rule
    QString intent;    ///< empty: none of these
    double confidence = 1;
    bool contained = false; ///< closed by the bot alone
    bool cameBack = false;
    int overrides = 0;
    int replies = 0; ///< public ones of people
    int ordinal = 0; ///< the how-manieth conversation of the person who closed it, from 1; 0:
                     ///< nobody's, or far beyond
    std::optional<int> csat;
    std::optional<DraftFate> fate; ///< absent where no draft was shown
    double changed = 0;            ///< DraftUse::distance
    std::optional<qint64> tookMs;  ///< from when the draft was shown
    bool operator==(const ReviewFacts &) const = default;
};

enum class Verdict { Pass, Coach, Fail };

/// A line of the list of what is to be reviewed.
struct ReviewRow
{
    qint64 row = 0; ///< the store's number; never shown
    ConversationId conversation;
    Instant closedAt;
    Monitor reason;
    bool monitorGone = false; ///< removed since
    bool doubled = false;     ///< two people review it
    bool planted = false;     ///< the copy that a reviewer sees may carry an error
    Route tier = Route::Assist;
    QString intent;
    QString need;
    bool contained = false;
    int replies = 0;
    std::optional<DraftFate> fate;
    double changed = 0;
    std::optional<Verdict>
        verdict; ///< this desk's own; else the newest, where nothing is left to do
    bool operator==(const ReviewRow &) const = default;
};

enum class Scale { Five, YesNo }; ///< yes is 5 points, no is 1

/// What can answer a criterion without a person.
enum class ScoreRule { None, Grounded, PolicyKept, NeedMet, NotAskedAgain, PromisesKept };

struct Criterion
{
    QString name;
    QString title; ///< as the scorecard's author wrote it, like hint
    QString hint;
    Scale scale = Scale::Five;
    double weight = 1;     ///< > 0
    bool critical = false; ///< two points or fewer fail the whole
    ScoreRule rule = ScoreRule::None;
    bool operator==(const Criterion &) const = default;
};

struct Scorecard
{
    int version = 0;
    QString title;
    QList<Criterion> criteria;
    bool operator==(const Scorecard &) const = default;
};

/// Whose answer it is; the two are never added up together.
enum class ScoredBy { Person, Rule };

struct Score
{
    QString criterion;
    ScoredBy by = ScoredBy::Person;
    int points = 0; ///< 1 … 5
    bool operator==(const Score &) const = default;
};

/// The answers of one side, added up.
struct ScoreTotal
{
    std::optional<double> points; ///< the weighted mean of what was answered, 1 … 5
    int answered = 0;
    QStringList failed; ///< critical criteria, by name
    bool operator==(const ScoreTotal &) const = default;
};

/// A wrong figure in the copy that a reviewer sees, and nowhere else.
struct PlantedError
{
    QString was;
    QString shown;
    int sentence = 0; ///< of the reply, from 0
    bool operator==(const PlantedError &) const = default;
};

struct Review
{
    ConversationId conversation;
    Person reviewer;
    Person agent; ///< whose work it was; empty: the bot's
    Instant at;
    qint64 tookMs = 0;
    int scorecard = 0; ///< its version
    Verdict verdict = Verdict::Pass;
    QList<Score> scores;
    QList<int> wrong; ///< sentences of the reply that were marked, from 0; without a planted one
    QString comment;
    bool planted = false; ///< the copy carried an error
    bool caught = false;  ///< and it was marked
    bool operator==(const Review &) const = default;
};

/// How well planted errors were found.
struct Catches
{
    int caught = 0;
    int planted = 0;
    bool operator==(const Catches &) const = default;
};

/// Cohen's kappa of two people's verdicts on the same conversations.
struct Agreement
{
    int n = 0;
    double observed = 0;         ///< share of the same verdicts
    double expected = 0;         ///< share that chance alone would give
    std::optional<double> kappa; ///< absent without n, or where chance alone gives all of it
    double error = 0;            ///< its standard error
    bool operator==(const Agreement &) const = default;
};

/// By its name in JSON, as "account_takeover"; absent where there is none of that name.
std::optional<Rule> ruleNamed(const QString &name);
QString nameInJson(Rule rule);

/// What is known of reviewing as a whole.
struct ReviewFigures
{
    Catches mine;
    Catches all;
    std::optional<qint64> medianMs; ///< of the newest of my reviews; absent with fewer than three
    Agreement agreement;
    bool operator==(const ReviewFigures &) const = default;
};

} // namespace baton
