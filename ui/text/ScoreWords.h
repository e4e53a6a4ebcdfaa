#pragma once

#include "core/desk/ScorecardTypes.h"

/// The plain words for the figures of the scorecard (TOKENS §9): a number never stands alone.
namespace baton::ui::words {

/// "Recontact, 72 h"
QString of(quality::Metric metric, qint64 windowMs = quality::recontactWindowMs);
QString of(quality::Arms arms);
QString of(Arm arm);
QString of(quality::Finding finding);
QString valueOf(quality::Metric metric, const quality::Figure &figure); ///< "78 %"; "—" if unknown
bool isWorse(const ScoreGauge &gauge); ///< than as many weeks before
/// "▲ 2.1 pt" since the weeks before; empty where unknown.
QString changeOf(const ScoreGauge &gauge);
QString levelOf(const ScoreGauge &gauge); ///< "stop at 65", "context only"
/// What it is counted over: "n 18,332", "9 % replied", "to 14 Nov".
QString footing(const ScoreGauge &gauge, const ScorecardSnapshot &snapshot);
QString notMatured(const ScorecardSnapshot &snapshot); ///< why a figure is unknown
/// Of each arm its own: "First reply 12 m, nine in ten within 1 h, n 840".
QStringList timesOf(const ScorecardSnapshot &snapshot);
/// "80 to 90 % sure: 91 % stood, 88 to 93 %, n 410"; without n where nothing was read so surely.
QString binOf(const quality::Reliability &curve, int bin);
QString binName(int bin); ///< "80 to 90 % sure"
/// "n 1,240, off by 3.1 % on average": the expected calibration error.
QString reliabilityOf(const quality::Reliability &curve);
QString countedAsRight(const ScorecardSnapshot &snapshot);  ///< what the curve holds for right
QString costOf(const ScorecardSnapshot &snapshot, Arm arm); ///< "€4.10"; "—" if unknown
/// "n 88 resolutions, 14.2 h of people …", or what lacks.
QString costFooting(const ScorecardSnapshot &snapshot, Arm arm);
/// All of a gauge in a sentence or two, for those who hear it.
QString spoken(const ScoreGauge &gauge, const ScorecardSnapshot &snapshot);

int weekNumber(int week);                     ///< of its year, ISO 8601
QString weekName(const ScorePeriod &period);  ///< "Week 46, 10–16 Nov"
QString datedWeek(const ScorePeriod &period); ///< with the year, for what is kept
QString dayName(int day);                     ///< "14 Nov"
QString points(double share);                 ///< "−6.1 pt"

/// "Tripped", "Armed" …; of an intent that no limit looks at.
QString stopOf(const ScoreIntent &line);
QString stopIcon(const ScoreIntent &line);
bool isTripped(const ScoreIntent &line); ///< at the newest evaluation

} // namespace baton::ui::words
