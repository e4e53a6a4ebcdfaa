#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QSet>

#include <nlohmann/json_fwd.hpp>

/// The written conversations of resources/demo: what is said and done, with {placeholders} for
/// whom and what it is about.
namespace baton::sync::demo {

/// Something said, or a tool called, so long after the one before.
struct Turn
{
    Sender from = Sender::Customer;
    qint64 afterMs = 0;
    QString text; ///< empty where a tool was called
    std::optional<ToolCall> tool;
    QString what; ///< of the tool's step
    StepOutcome outcome = StepOutcome::Unknown;
    bool toldCustomer = false;
    QList<Attachment> attachments; ///< their bytes lie in resources/demo/attachments
};

struct TemplatePromise
{
    qsizetype turn = 0; ///< index into turns
    QString text;
    std::optional<qint64> dueAfterMs; ///< from that turn
};

struct ComesBack
{
    qint64 afterMs = 0; ///< from the close
    QString text;
};

/// A customer who is written out, not drawn from the cast.
struct FixedCustomer
{
    Customer customer; ///< without orders
    QString locale;
    QList<Order> orders;     ///< without their times
    QList<int> orderDaysAgo; ///< beside orders
};

/// A contact of a fixed customer before the scenario starts.
struct EarlierContact
{
    QString id;
    qint64 endedAgoMs = 0; ///< before the scenario's start
    QString subject;
    QString intent;
    QString by; ///< colleague's id; empty: the bot alone
    OutcomeKind outcome = OutcomeKind::AssumedResolution;
    std::optional<int> csat;
    QList<Turn> turns;
};

struct Template
{
    QString name;
    QString intent; ///< empty: none of the catalogue
    QString language;
    Channel channel = Channel::Chat;
    QString subject;
    QString scene; ///< "any", "quiet", "refund_storm", "fraud_wave" or "page_down"
    double confidence = 0;
    QString runnerUp;
    std::optional<double> answerConfidence;
    Route route = Route::Assist;
    ValueTier value = ValueTier::Absent; ///< Absent: any
    QList<Turn> turns;
    QList<TemplatePromise> promises;
    std::optional<Handoff> handoff;
    QString reply;
    QString note;
    QList<Turn> afterReply;
    OutcomeKind outcome = OutcomeKind::AssumedResolution;
    std::optional<int> csat;
    std::optional<ComesBack> comesBack;
    std::optional<FixedCustomer> fixed;
    QList<EarlierContact> before;
    std::optional<int> deliveredDaysAgo; ///< as a tool of the conversation says
    QString orderStatus;                 ///< as a tool of the conversation says
    QString itemsTold;                   ///< as a tool of the conversation says; JSON
    std::optional<int> quantityTold;     ///< as a tool of the conversation says
    QString allText;                     ///< every text in it
    QSet<QString> placeholders;          ///< without braces
    bool countsInPounds = false;         ///< its customer does, so is from Britain
    QList<qsizetype> articles;           ///< of the cast's items, those that its texts name

    qint64 lengthMs() const; ///< from the first turn to the last
    /// Has one cause, which is there in its scene only.
    bool onlyInItsScene() const { return scene == QLatin1StringView("page_down"); }
    bool uses(const QString &placeholder) const { return placeholders.contains(placeholder); }
    bool handsOff() const { return route != Route::Contain; }
};

/// Trusts the form that tests/resources/CorpusTest checks.
Template toTemplate(const nlohmann::json &json);

} // namespace baton::sync::demo
