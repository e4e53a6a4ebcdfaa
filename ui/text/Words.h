#pragma once

#include "core/domain/Queue.h"

/// The plain words for the values of core, and the icons that go with them.
namespace baton::ui::words {

QString of(Channel channel);
QString of(State state);
QString of(OutcomeKind outcome);
QString of(ActKind act);
QString of(ActStatus status);
QString of(HoldReason reason); ///< a whole sentence; empty for None
QString of(ValueTier value);   ///< "Value 2 of 3"; empty where absent
QString of(QueueView view);
QString of(QueueSort sort);
/// What a filter leaves: "Tier C", "Chat"; empty where it leaves out nothing.
QStringList of(const QueueFilter &filter);
QString unclaimed(); ///< QueueFilter::unclaimed
QString upset();     ///< QueueFilter::upset
QString of(baton::Role role);
QString of(Sender sender);
QString of(ToolStatus status);
QString of(StepOutcome outcome);
/// "member_level" reads "Member level".
QString plainName(QString name);
QString of(Delivery delivery); ///< empty where delivered

QString iconOf(Channel channel);
QString iconOf(QueueView view);
QString iconOf(QueueSort sort);
QString iconOf(StepOutcome outcome);
QString iconOf(ActKind act);

/// What the agent did, as the outbox lists it: "Reply", "Transfer to Returns".
QString actLine(const Act &act, const QString &queueName);

} // namespace baton::ui::words
