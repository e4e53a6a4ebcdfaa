#pragma once

#include "core/domain/Signal.h"

#include <algorithm>
#include <array>

/// What a person must know to take a conversation over in thirty seconds (DESIGN §4): from the
/// packet where it says so, inferred and marked as inferred where it does not.
namespace baton {

enum class Given { Missing, Said, Inferred };

struct CardText
{
    QString text;
    Given given = Given::Missing;
    QList<Evidence> evidence; ///< where it was inferred from
    bool operator==(const CardText &) const = default;
};

struct CardStep
{
    QString what; ///< as the packet words it, or the bot's repeated sentence
    QString tool; ///< its name, where one was called
    StepOutcome outcome = StepOutcome::Unknown;
    int times = 1;
    bool toldCustomer = false;
    Given given = Given::Said;
    bool operator==(const CardStep &) const = default;
};

struct CardPromise
{
    QString text;
    Sender by = Sender::Bot;
    MessageId message;
    std::optional<Instant> made;
    std::optional<Instant> due;
    Given given = Given::Said;
    bool operator==(const CardPromise &) const = default;
};

/// The nine fields that completeness counts.
enum class CardField {
    Need,
    Expectation,
    Reason,
    Steps,
    Promises,
    Identity,
    Intent,
    OpenQuestions,
    PromisedWait
};
constexpr int cardFields = 9;

struct HandoffCard
{
    QList<CardText> need; ///< one, or the first and the last thing they said
    CardText expectation;
    CardText reason; ///< one of the schema's reasons
    QList<CardStep> steps;
    QList<CardPromise> promises;
    QList<QString> riskFlags; ///< as the packet says, then what was heard
    CardText nextStep;
    QList<CardText> openQuestions;
    QString intent;
    std::optional<qint64> promisedWaitMs;
    std::optional<Instant> handedOffAt;
    std::array<Given, cardFields> fields{};

    Given given(CardField field) const { return fields[static_cast<size_t>(field)]; }
    int count(Given wanted) const
    {
        return static_cast<int>(std::count(fields.begin(), fields.end(), wanted));
    }
    bool operator==(const HandoffCard &) const = default;
};

} // namespace baton
