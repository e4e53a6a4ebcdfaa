#include "ui/text/Words.h"

#include "ui/text/JudgedWords.h"

#include <QtCore/QCoreApplication>

namespace baton::ui::words {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString of(Channel channel)
{
    switch (channel) {
    case Channel::Chat:
        return Words::tr("Chat");
    case Channel::Email:
        return Words::tr("Email");
    case Channel::Voice:
        return Words::tr("Phone");
    case Channel::Social:
        return Words::tr("Social media");
    case Channel::Web:
        return Words::tr("Web");
    case Channel::Form:
        return Words::tr("Form");
    }
    Q_UNREACHABLE();
}

QString of(State state)
{
    switch (state) {
    case State::Bot:
        return Words::tr("With the bot");
    case State::Waiting:
        return Words::tr("Waiting");
    case State::Claimed:
        return Words::tr("Taken");
    case State::Snoozed:
        return Words::tr("Snoozed");
    case State::Closed:
        return Words::tr("Closed");
    }
    Q_UNREACHABLE();
}

QString of(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::ConfirmedResolution:
        return Words::tr("Resolved, customer confirmed");
    case OutcomeKind::AssumedResolution:
        return Words::tr("Resolved, not confirmed");
    case OutcomeKind::Escalated:
        return Words::tr("Passed on");
    case OutcomeKind::NegativeFeedback:
        return Words::tr("Customer not content");
    case OutcomeKind::Abandoned:
        return Words::tr("Customer left");
    }
    Q_UNREACHABLE();
}

QString of(ActKind act)
{
    switch (act) {
    case ActKind::Claim:
        return Words::tr("Take");
    case ActKind::Release:
        return Words::tr("Give back");
    case ActKind::Reply:
        return Words::tr("Reply");
    case ActKind::Note:
        return Words::tr("Internal note");
    case ActKind::Snooze:
        return Words::tr("Snooze");
    case ActKind::Transfer:
        return Words::tr("Transfer");
    case ActKind::Close:
        return Words::tr("Close");
    case ActKind::Tag:
        return Words::tr("Tags");
    }
    Q_UNREACHABLE();
}

QString of(ActStatus status)
{
    switch (status) {
    case ActStatus::Waiting:
        return Words::tr("Waiting", "an act in the outbox");
    case ActStatus::Held:
        return Words::tr("Held");
    case ActStatus::Acknowledged:
        return Words::tr("Sent");
    case ActStatus::Undone:
        return Words::tr("Undone");
    case ActStatus::Discarded:
        return Words::tr("Discarded");
    case ActStatus::Refused:
        return Words::tr("Refused");
    }
    Q_UNREACHABLE();
}

QString of(HoldReason reason)
{
    switch (reason) {
    case HoldReason::None:
        return {};
    case HoldReason::NewPublicMessage:
        return Words::tr("Somebody wrote after you began.");
    case HoldReason::OwnerChanged:
        return Words::tr("A colleague has taken this conversation.");
    case HoldReason::Closed:
        return Words::tr("This conversation was closed meanwhile.");
    }
    Q_UNREACHABLE();
}

QString of(ValueTier value)
{
    switch (value) {
    case ValueTier::Absent:
        return {};
    case ValueTier::Standard:
        return Words::tr("Value 1 of 3");
    case ValueTier::Plus:
        return Words::tr("Value 2 of 3");
    case ValueTier::Vip:
        return Words::tr("Value 3 of 3");
    }
    Q_UNREACHABLE();
}

QString of(QueueView view)
{
    switch (view) {
    case QueueView::AllWaiting:
        return Words::tr("All waiting");
    case QueueView::Mine:
        return Words::tr("Mine");
    case QueueView::TierC:
        return Words::tr("Tier C");
    case QueueView::BreachingSoon:
        return Words::tr("Breaching soon");
    case QueueView::Recontacts:
        return Words::tr("Recontacts");
    case QueueView::Archive:
        return Words::tr("Archive");
    }
    Q_UNREACHABLE();
}

QString of(QueueSort sort)
{
    switch (sort) {
    case QueueSort::Deadline:
        return Words::tr("Soonest deadline first");
    case QueueSort::LongestWaiting:
        return Words::tr("Longest waiting first");
    case QueueSort::NewestFirst:
        return Words::tr("Newest first");
    case QueueSort::Value:
        return Words::tr("Highest value first");
    }
    Q_UNREACHABLE();
}

QStringList of(const QueueFilter &filter)
{
    QStringList shown;
    for (const Route route : {Route::Escalate, Route::Assist, Route::Contain}) {
        if ((filter.tiers & tierBit(route)) != 0)
            shown += tierName(route);
    }
    for (const Channel channel : {Channel::Chat, Channel::Email, Channel::Voice, Channel::Social,
                                  Channel::Web, Channel::Form}) {
        if ((filter.channels & channelBit(channel)) != 0)
            shown += of(channel);
    }
    if (filter.unclaimed)
        shown += unclaimed();
    if (filter.upset)
        shown += upset();
    if (!filter.tag.isEmpty())
        shown += filter.tag;
    return shown;
}

QString unclaimed()
{
    return Words::tr("Nobody has it");
}

QString upset()
{
    return Words::tr("Upset");
}

QString of(baton::Role role)
{
    switch (role) {
    case baton::Role::Agent:
        return Words::tr("Agent");
    case baton::Role::Lead:
        return Words::tr("Team lead");
    case baton::Role::Viewer:
        return Words::tr("Viewer");
    }
    Q_UNREACHABLE();
}

QString of(Sender sender)
{
    switch (sender) {
    case Sender::Customer:
        return Words::tr("Customer");
    case Sender::Bot:
        return Words::tr("Bot");
    case Sender::Agent:
        return Words::tr("Agent", "who wrote a message");
    case Sender::System:
        return Words::tr("System");
    }
    Q_UNREACHABLE();
}

QString of(ToolStatus status)
{
    switch (status) {
    case ToolStatus::Ok:
        return Words::tr("Done");
    case ToolStatus::Failed:
        return Words::tr("Failed");
    case ToolStatus::Timeout:
        return Words::tr("No answer in time");
    }
    Q_UNREACHABLE();
}

QString of(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Worked:
        return Words::tr("Worked");
    case StepOutcome::Failed:
        return Words::tr("Did not work");
    case StepOutcome::Unknown:
        return Words::tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString of(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Delivered:
        return {};
    case Delivery::Waiting:
        return Words::tr("In the outbox");
    case Delivery::Held:
        return Words::tr("Held");
    case Delivery::Refused:
        return Words::tr("Refused");
    }
    Q_UNREACHABLE();
}

QString iconOf(Channel channel)
{
    switch (channel) {
    case Channel::Chat:
        return u"chat"_s;
    case Channel::Email:
        return u"email"_s;
    case Channel::Voice:
        return u"phone"_s;
    case Channel::Social:
        return u"mobile"_s;
    case Channel::Web:
        return u"monitor"_s;
    case Channel::Form:
        return u"form"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(QueueView view)
{
    switch (view) {
    case QueueView::AllWaiting:
        return u"desk"_s;
    case QueueView::Mine:
        return u"user"_s;
    case QueueView::TierC:
        return {}; // a small badge
    case QueueView::BreachingSoon:
        return u"clock"_s;
    case QueueView::Recontacts:
        return u"recontact"_s;
    case QueueView::Archive:
        return u"package"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(QueueSort sort)
{
    switch (sort) {
    case QueueSort::Deadline:
        return u"clock"_s;
    case QueueSort::LongestWaiting:
        return u"pause"_s;
    case QueueSort::NewestFirst:
        return u"calendar"_s;
    case QueueSort::Value:
        return u"value"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Worked:
        return u"step-ok"_s;
    case StepOutcome::Failed:
        return u"step-fail"_s;
    case StepOutcome::Unknown:
        return u"step-unknown"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(ActKind act)
{
    switch (act) {
    case ActKind::Claim:
        return u"assign"_s;
    case ActKind::Release:
        return u"undo"_s;
    case ActKind::Reply:
        return u"send"_s;
    case ActKind::Note:
        return u"note"_s;
    case ActKind::Snooze:
        return u"snooze"_s;
    case ActKind::Transfer:
        return u"handoff"_s;
    case ActKind::Close:
        return u"check"_s;
    case ActKind::Tag:
        return u"tag"_s;
    }
    Q_UNREACHABLE();
}

QString actLine(const Act &act, const QString &queueName)
{
    if (act.kind != ActKind::Transfer)
        return of(act.kind);
    if (act.toAgent)
        return Words::tr("Transfer to %1").arg(act.toAgent->name);
    return Words::tr("Transfer to %1").arg(queueName);
}

QString plainName(QString name)
{
    name.replace(u'_', u' ');
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace baton::ui::words
