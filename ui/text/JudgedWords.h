#pragma once

#include "core/domain/HandoffCard.h"
#include "core/domain/Judged.h"

/// The plain words for what was read and decided (TOKENS §9), and the icons that go with them.
namespace baton::ui::words {

QString of(Trend trend); ///< "falling"
QString of(Rule rule);   ///< as a chip says it: "Legal wording"
/// "Rules 3 and 4, policy v14." by the rules that led to the route; "Policy v14." where none did.
QString ruledBy(const Decision &decision);
QString mood(int level);                      ///< 1 … 5: "Very upset"
QString moodWithin(int level);                ///< the same within a line: "very upset"
QString tierLetter(Route route);              ///< "C"
QString tierName(Route route);                ///< "Tier C"
QString tier(Route route);                    ///< "Tier C, people lead"
QString confidence(const JudgedLine &judged); ///< "0.71 medium"
/// A confidence with two decimals, rounded down: it stays below its limit.
QString observed(const Trigger &trigger);
QString limitOf(const Trigger &trigger);
QString reason(const QString &code);   ///< of a handoff; the code itself where it is unknown
QString riskFlag(const QString &flag); ///< likewise
QString riskIcon(const QString &flag);
/// In the order in which a row names one: what must be seen first.
const QList<Rule> &tagRules();

QString iconOf(Trend trend);
QString iconOf(Rule rule);
QString moodIcon(int level); ///< 1 … 5

/// One thing that would have to be otherwise: "without “my solicitor”" and the like needs the
/// conversation's words, so the phrase is named by its rule.
QString of(const Change &change);
/// "With a confidence of 0.85 this would be", before the badge of its tier. Empty where nothing
/// flips it.
QString of(const Flip &flip);
QString changeOf(const Flip &flip); ///< "With a confidence of 0.85", before an arrow

/// An intent as it was read, by titles of the catalogue; empty ones are none of these.
struct ReadIntent
{
    QString best;
    QString next;
    QList<Evidence> decidedBy;
};
/// "Read as Refund status (82 %), next: Return (9 %); decided by “refund”, “where is”."
QString readAs(const Signals &signs, const ReadIntent &intent);

} // namespace baton::ui::words
