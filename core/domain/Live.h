#pragma once

#include "core/base/Result.h"
#include "core/domain/Conversation.h"

#include <QtCore/QMap>

#include <variant>

/// What the systems of a team answer about the open conversation, and what an agent has them do.
/// Plain values; core/live asks, core/store keeps, ui shows.
namespace baton {

/// As it came in a JSON answer; texts are on one line and short, numbers as they were written.
using LiveValue = std::variant<QString, Money, Instant, bool>;

struct LiveLine
{
    QString label; ///< as declared
    LiveValue value;
    bool operator==(const LiveLine &) const = default;
};

/// One look-up of the open conversation: what was answered last, and how the newest asking stands.
struct LiveLookUp
{
    QString name;  ///< as declared, "order_status"
    QString title; ///< for people, as declared
    QString about; ///< the order, customer or address that was asked for
    bool asking = false;
    QList<LiveLine> lines;        ///< of the last good answer
    std::optional<Instant> at;    ///< of the last good answer
    qint64 freshMs = 0;           ///< from then on
    std::optional<Error> problem; ///< of the newest asking
    bool operator==(const LiveLookUp &) const = default;

    bool isStale(Instant now) const { return at && now - *at > freshMs; }
};

/// An action that could be taken for the open conversation.
struct ActionOffer
{
    QString name;
    QString title;
    QString about;
    bool asksAmount = false;
    std::optional<Money> amount; ///< to begin with: the order's total, where one is known
    bool operator==(const ActionOffer &) const = default;
};

/// Asked: a lead has to approve first. Waiting: approved, on disk, on its way. Unconfirmed: no
/// answer came, so it may have been done. Withdrawn: nobody approved it. All but the first two
/// last.
enum class ActionStatus { Asked, Waiting, Done, Refused, Unconfirmed, Withdrawn };

/// An action exactly as it is sent, and who wants it. key is the idempotency key: a system that
/// gets it twice does the thing once.
struct ActionRequest
{
    ActKey key;
    ConversationId conversation;
    QString name;
    QString title;
    QString about;
    QString system; ///< as declared: whose secret goes along
    QString method;
    QString url;
    QString body;                     ///< JSON; empty: none
    QString keyHeader;                ///< that the key goes in
    QMap<QString, QString> arguments; ///< what it was filled with, by name: what an answer is of
    std::optional<Money> amount;
    Person asked;
    Instant askedAt;
    bool operator==(const ActionRequest &) const = default;
};

struct ActionEntry
{
    ActionRequest request;
    ActionStatus status = ActionStatus::Waiting;
    std::optional<Person> approved;
    Instant approvedAt; ///< where somebody has
    bool begun = false; ///< sent at least once, and how it ended is not known
    int attempts = 0;
    std::optional<Error> problem; ///< of the last attempt
    QString answer;               ///< compact JSON of what was declared to be shown; once done
    Instant settledAt;            ///< once it is none of Asked and Waiting
    bool dismissed = false;       ///< of one that failed: somebody has seen that
    bool operator==(const ActionEntry &) const = default;

    bool isOpen() const { return status == ActionStatus::Asked || status == ActionStatus::Waiting; }
};

/// How an action that was sent ended, or that it is to be tried again (Waiting).
struct ActionSettlement
{
    ActKey key;
    ActionStatus status = ActionStatus::Done;
    std::optional<Error> problem;
    QString answer; ///< compact JSON of what is shown
    bool operator==(const ActionSettlement &) const = default;
};

} // namespace baton
