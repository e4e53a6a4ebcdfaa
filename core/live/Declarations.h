#pragma once

#include "core/base/Result.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QUrl>

#include <chrono>

/// Live systems (DESIGN §1): a team's own servers, which are asked about a customer or an order
/// and, with an agent's approval, told to do something.
namespace baton::live {

/// What a call may be told, each by its placeholder: "{order}". Amount and Currency are what the
/// agent enters for an action; all others are facts of the conversation.
enum class Argument { Order, Customer, Email, Phone, Card, Conversation, Amount, Currency };
QLatin1StringView nameOf(Argument argument); ///< "order"

/// Where calls go. No argument ever becomes a part of it.
struct System
{
    QString name;
    QUrl base; ///< https, or http to this computer or where the file allows it; no query, no user
    QByteArray secretHeader; ///< empty: it wants none
    QByteArray secretPrefix; ///< "Bearer "
    QString secretName;      ///< under which it is kept
    bool inKeychain = false; ///< else in the environment variable of that name
    bool operator==(const System &) const = default;
};

enum class Shape { Text, Number, Money, Time, Flag };

/// A value of the answer that people see and drafts may rest on.
struct Shown
{
    QString label;
    QByteArray pointer; ///< RFC 6901
    Shape shape = Shape::Text;
    QString currency;      ///< of Money: an ISO 4217 code …
    QByteArray currencyAt; ///< … or where it stands
    bool operator==(const Shown &) const = default;
};

struct Endpoint
{
    QString name;
    QString title;
    qsizetype system = 0; ///< index in Declarations::systems
    QByteArray method;
    QString path; ///< with placeholders, each percent-encoded when it is filled
    QMap<QString, QString> query;
    QByteArray body; ///< JSON with placeholders in its texts; empty: none
    /// What the answer must be about: a value that is not the argument's makes it a lie.
    QMap<QByteArray, Argument> about;
    QList<Shown> shown;
    std::chrono::milliseconds wait{0}; ///< for the whole answer
    bool operator==(const Endpoint &) const = default;
};

struct LookUpSpec
{
    Endpoint endpoint;
    qint64 freshMs = 0;
    bool operator==(const LookUpSpec &) const = default;
};

struct ActionSpec
{
    Endpoint endpoint;
    QByteArray keyHeader; ///< the idempotency key goes there
    bool operator==(const ActionSpec &) const = default;
};

struct Declarations
{
    QList<System> systems;
    QList<LookUpSpec> lookUps;
    QList<ActionSpec> actions;
    bool operator==(const Declarations &) const = default;

    const System &systemOf(const Endpoint &endpoint) const { return systems[endpoint.system]; }
    const ActionSpec *action(const QString &name) const;
};

/// Those that a call needs before it can be made, in the order of the enum.
QList<Argument> argumentsOf(const Endpoint &endpoint);

/// Reads live-systems.json (resources/schema/live-systems-1.schema.json); unknown keys are refused.
/// InvalidInput: the detail is "line N: POINTER: what", or "line N: what" where it is no JSON.
Result<Declarations> readDeclarations(const QByteArray &json);
/// A missing file declares nothing. Blocking. Errors: Io, TooLarge, those above; subject is the
/// path.
Result<Declarations> loadDeclarations(const QString &path);

/// "127.0.0.1", "::1", "localhost".
bool isLoopback(const QUrl &url);

} // namespace baton::live
