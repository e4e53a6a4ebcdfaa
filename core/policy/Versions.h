#pragma once

#include "core/domain/PolicyVersion.h"
#include "core/policy/Policy.h"

/// Policies as files that follow one another. Pure.
namespace baton::policy {

QByteArray bundledPolicyFile();
QByteArray hashOf(const QByteArray &file); ///< SHA-256, hex

/// The file with this policy's version, judgement, stop-loss limits, deadlines and open hours in
/// place of its own, whose hours a queue has too; all else stays as it is. readPolicy() of it gives
/// them back.
/// Errors: those of readPolicy().
Result<QByteArray> withSettings(const QByteArray &file, const Policy &policy);

/// With every setting said: what is left out is its default. A file that does not read stays as it
/// is.
QByteArray complete(const QByteArray &file);

/// The file as this version. Errors: those of readPolicy().
Result<QByteArray> numbered(const QByteArray &file, int version);

/// What was set otherwise, by place; the version itself does not count. A file that is no JSON is
/// empty. Deadlines are told by whom they are for: "/targets/queue=payments tier=C/minutes".
QList<PolicyChange> differences(const QByteArray &before, const QByteArray &after);

/// What is well-formed but says two things at once, or nothing. By place.
QList<PolicyProblem> conflictsIn(const Policy &policy, const Catalogue &catalogue);

/// With these intents taken from the bot: they go from contain to assist until they are released.
Policy rolledBack(Policy policy, const QStringList &intents);
/// With these intents let go: for a canary's share (0 … 0.5) of their contacts, or 1 for all.
Policy givenBack(Policy policy, const QStringList &intents, double share);

/// What was rolled back or let go since a version, in a draft upon it.
void takeRollBacks(Judgement &draft, const Judgement &before, const Judgement &live);

/// What the console sets, of one policy upon another: that one's queues stay, with their hours
/// where the other knows no such queue, and a deadline of a queue that it has not is left out.
void takeSettings(Policy &to, const Policy &from);
/// A draft that was drawn up upon one version, upon a later one: what it set stays, but for what
/// was rolled back or let go since.
Policy carriedOver(Policy draft, const Policy &before, const Policy &live);

/// The first one, as it came with Baton: nobody's, without a time.
PolicyVersion bundledVersion();

} // namespace baton::policy
