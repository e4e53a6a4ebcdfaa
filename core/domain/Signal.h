#pragma once

#include "core/domain/Conversation.h"

/// What was observed in a conversation, always with where (DESIGN §1). Plain values; core/signals
/// makes them, core/policy decides on them.
namespace baton {

/// A stretch of a message that shows something; UTF-16 offsets into its text.
struct Evidence
{
    MessageId message;
    int begin = 0;
    int end = 0;
    QString text;
    bool operator==(const Evidence &) const = default;
};

/// What a customer's words can say. The first five are locked: no policy turns them off.
enum class Phrase {
    Safety,
    Legal,
    Fraud,
    AccountTakeover,
    AsksForPerson,
    ThreatToLeave,
    RepeatContact,
    Vulnerable,
    RegulatorOrPress,
    DataProtection,
    BrokenPromise
};

struct PhraseSignal
{
    Phrase phrase = Phrase::Safety;
    Evidence evidence;
    bool operator==(const PhraseSignal &) const = default;
};

enum class Trend { Falling, Level, Rising };
/// A word, an idiom or a sign that carried feeling.
struct MoodWord
{
    int begin = 0; ///< UTF-16 units into the message's text
    int end = 0;
    double valence = 0; ///< what it added, in the lexicon's −4 … 4 before negations and the like
    bool operator==(const MoodWord &) const = default;
};
struct MoodPoint
{
    MessageId message;
    double valence = 0;    ///< −1 … 1, in steps of 1e-4
    QList<MoodWord> words; ///< that carried it, by place
    bool again = false;    ///< it asks what was asked before, and is the colder for it
    bool operator==(const MoodPoint &) const = default;
};
struct Mood
{
    int level = 3; ///< 1 very upset … 5 happy (TOKENS §5)
    Trend trend = Trend::Level;
    QList<MoodPoint> points; ///< one a customer message, by time
    QList<Evidence> shown;   ///< the words that cooled it most, the coldest first
    bool operator==(const Mood &) const = default;
};

/// Lots run from 0 to here, exclusive.
constexpr int lots = 10'000;
/// Where a conversation stands in a draw by lot: by a hash of its id, the same everywhere and
/// always, so that a share of conversations is the same ones whoever asks.
int lotOf(const ConversationId &id);

struct FailedTool
{
    int step = 0; ///< index in stepsTried
    QString name;
    ToolStatus status = ToolStatus::Failed;
    bool operator==(const FailedTool &) const = default;
};

struct Signals
{
    /// Of the customer's words, calibrated, in steps of 1e-4; an empty name is *none of these*.
    IntentGuess intent;
    IntentGuess runnerUp;                 ///< confidence 0 where there is none
    std::optional<IntentGuess> botIntent; ///< as the packet says
    QList<PhraseSignal> phrases;          ///< by message, then by place in it
    Mood mood;
    QList<FailedTool> failedTools;
    int sameAnswers = 0;              ///< how often the bot gave the answer that it gave most often
    QList<Evidence> sameAnswersShown; ///< those, where there are at least two
    int contacts90d = 0;              ///< as the packet says
    ValueTier value = ValueTier::Absent;
    int lot = 0; ///< lotOf() its id
    bool operator==(const Signals &) const = default;
};

} // namespace baton
