#pragma once

#include "core/desk/ScorecardTypes.h"
#include "ui/theme/Look.h"

/// A scorecard as a file: what a spreadsheet, a program or a person reads. Each figure with its n.
namespace baton::ui {

QByteArray scoreCsv(const ScorecardSnapshot &snapshot); ///< UTF-8; a line a figure and segment
QByteArray scoreJson(const ScorecardSnapshot &snapshot);
/// Two pages of A4: the figures and their trends; the intents.
QByteArray scorePdf(const ScorecardSnapshot &snapshot, const QString &title);

} // namespace baton::ui
