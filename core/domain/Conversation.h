#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

/// Plain values of one customer's contact, as baton-handoff/1 carries them (DESIGN §4). What a
/// packet leaves out is empty or absent here, never guessed. Values may cross threads freely.
namespace baton {

enum class Channel { Chat, Email, Voice, Social, Web, Form };
enum class State { Bot, Waiting, Claimed, Snoozed, Closed };
enum class Sender { Customer, Bot, Agent, System };
enum class Visibility { Public, Internal };
enum class Route { Contain, Assist, Escalate };
enum class ValueTier { Absent, Standard, Plus, Vip };
enum class OutcomeKind {
    ConfirmedResolution,
    AssumedResolution,
    Escalated,
    NegativeFeedback,
    Abandoned
};
enum class ToolStatus { Ok, Failed, Timeout };
enum class StepOutcome { Worked, Failed, Unknown };
/// Withdrawn: an earlier version of the packet had the message, the newest has not.
enum class Presence { Present, Withdrawn };
/// Where a message that this desk wrote is on its way; anything read from upstream is Delivered.
enum class Delivery { Delivered, Waiting, Held, Refused };

struct Person
{
    QString id;
    QString name;
    bool operator==(const Person &) const = default;
};

struct Money
{
    double amount = 0; ///< in units of currency; for display, never for arithmetic
    QString currency;  ///< ISO 4217, as given
    bool operator==(const Money &) const = default;
};

struct Attachment
{
    QString name;
    QString sha256;
    qint64 bytes = 0;
    QString mime;
    bool operator==(const Attachment &) const = default;
};

struct Message
{
    MessageId id;
    Instant at;
    Sender from = Sender::Customer;
    Person author;
    Visibility visibility = Visibility::Public;
    QString text; ///< plain text, never markup
    QList<Attachment> attachments;
    Presence presence = Presence::Present;
    Delivery delivery = Delivery::Delivered;
    bool operator==(const Message &) const = default;
};

struct ToolCall
{
    QString name;
    QString arguments; ///< compact JSON
    ToolStatus status = ToolStatus::Ok;
    QString result; ///< compact JSON, or the text where it was a string
    bool operator==(const ToolCall &) const = default;
};

struct Step
{
    std::optional<Instant> at;
    QString what;
    Sender by = Sender::Bot;
    std::optional<ToolCall> tool;
    StepOutcome outcome = StepOutcome::Unknown;
    bool toldCustomer = false;
    QList<QString> sideEffects;
    bool operator==(const Step &) const = default;
};

struct Promise
{
    MessageId message;
    QString text;
    std::optional<Instant> dueAt;
    bool operator==(const Promise &) const = default;
};

struct Verification
{
    QString how;
    std::optional<Instant> at;
    bool operator==(const Verification &) const = default;
};

struct OrderItem
{
    QString name;
    int quantity = 1;
    std::optional<Money> price;
    bool operator==(const OrderItem &) const = default;
};

/// What was, or will be, taken for an order.
struct Payment
{
    QString id;
    QString status;
    std::optional<Money> amount;
    std::optional<Instant> at;
    std::optional<Instant> due;
    bool operator==(const Payment &) const = default;
};

/// What the customer pane can show of an order; producers differ, so each field may be empty.
struct Order
{
    QString id;
    QString status;
    std::optional<Money> total;
    std::optional<Instant> at;
    QList<OrderItem> items;
    QList<Payment> payments = {};
    bool operator==(const Order &) const = default;
};

struct Attribute
{
    QString name;
    QString value; ///< a string as it is, anything else as compact JSON
    bool operator==(const Attribute &) const = default;
};

struct Customer
{
    CustomerId id;
    QString name;
    QString contact;
    QString timeZone; ///< IANA, empty where unknown
    std::optional<Verification> verified;
    ValueTier value = ValueTier::Absent;
    std::optional<Money> lifetimeValue;
    QList<Attribute> attributes; ///< in the packet's order
    QList<Order> orders;
    std::optional<int> contacts90d;
    bool operator==(const Customer &) const = default;
};

struct IntentGuess
{
    QString name;          ///< of a catalogue; empty: none of these
    double confidence = 0; ///< 0 … 1
    bool operator==(const IntentGuess &) const = default;
};

/// What the bot says about itself and this conversation.
struct Bot
{
    QString name;
    QString policyVersion; ///< that it last worked by
    std::optional<IntentGuess> intent;
    std::optional<IntentGuess> runnerUp;
    std::optional<double> answerConfidence; ///< 0 … 1
    QList<QString> gaps;                    ///< what it did not know
    bool operator==(const Bot &) const = default;
};

struct Handoff
{
    QString reason; ///< one of the schema's reasons, empty where absent
    QString kind;   ///< "class" in the packet
    QString need;
    QString expectation;
    QList<QString> riskFlags;
    QString nextStep;
    std::optional<qint64> toldCustomerWaitMs;
    QList<QString> openQuestions;
    bool operator==(const Handoff &) const = default;
};

struct Outcome
{
    OutcomeKind kind = OutcomeKind::AssumedResolution;
    std::optional<Instant> at;
    std::optional<int> csat; ///< 1 to 5
    bool reopened = false;
    bool operator==(const Outcome &) const = default;
};

struct Conversation
{
    ConversationId id;
    int version = 0; ///< ≥ 1 in every packet
    Channel channel = Channel::Chat;
    QString locale; ///< BCP 47
    QString subject;
    QueueId queue;
    Instant createdAt;
    std::optional<Instant> handedOffAt;
    std::optional<Instant> waitingSince;
    State state = State::Waiting;
    std::optional<Person> owner;
    std::optional<Instant> snoozedUntil;
    std::optional<Route> routeTaken;
    Customer customer;
    QList<Message> messages; ///< by time, ties in packet order
    QList<Step> stepsTried;
    QList<Promise> promises;
    std::optional<Bot> bot;
    std::optional<Handoff> handoff;
    std::optional<Outcome> outcome;
    QStringList tags; ///< as core/domain/Tags.h has them
    bool operator==(const Conversation &) const = default;
};

/// The last message both sides can see, or null.
const Message *lastPublicMessage(const Conversation &conversation);
/// The first customer message after the last public agent message; null while we wait for them.
/// A bot's message does not answer a conversation once it was handed off.
const Message *firstUnanswered(const Conversation &conversation);
/// The customer's name; else the first words of their first message; else the customer's id.
QString displayName(const Conversation &conversation);
QString displayName(const Person &person); ///< their name; else their id
/// One line on what they want: handoff need, else subject, else the first customer message.
QString needLine(const Conversation &conversation);

} // namespace baton
