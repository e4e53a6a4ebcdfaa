#pragma once

#include "core/desk/PolicyTypes.h"

class QTimeZone;

/// The words of the policy screen. Pure.
namespace baton::ui::words {

QString whoOwns(Level risk, Level complexity);  ///< "Bot drafts, people send"
QString cellName(Level risk, Level complexity); ///< "low risk, high complexity"
/// "Refund status, 3,462 in 30 days, bot solves; changed in this draft".
QString intentName(const PolicyIntent &intent, qint64 count, int days);
QString ruleName(const PolicyRule &rule, const PolicyLimits &limits); ///< "Same answer 3×"
/// What is set otherwise: "High confidence 0.85 → 0.82". Titles are by intents' names.
QString of(const PolicyChange &change, const QHash<QString, QString> &titles);
QString of(const PolicyProblem &problem, const QHash<QString, QString> &titles);
/// Of a version whose note is empty: what it changes, the first two.
QString summaryOf(const QList<PolicyChange> &changes, const QHash<QString, QString> &titles);
QString whenAndWho(const PolicyVersion &version, Instant now, const QTimeZone &zone);
/// "confidence 0.79, under 0.82 · outcome unknown".
QString reasonOf(const PolicyMove &move, const PolicyLimits &limits);
QString signedHours(double hours);  ///< "+37 h"
QString signedCount(qint64 number); ///< "+9", "−3", "0"
QString twoDecimals(double value);

} // namespace baton::ui::words
