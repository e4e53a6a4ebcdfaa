#pragma once

#include "core/desk/StopTypes.h"
#include "ui/theme/Paintkit.h"

/// The plain words of the stop-loss.
namespace baton::ui::words {

QString of(GuardState state);
paint::ChipText chipOf(GuardState state);
/// "Fell past its limit in week 46", "Tripped by Ines: the price list is wrong".
QString whyOf(const StopEvent &event);
/// What it rests on, in a line; empty where no figure was kept.
QString figuresOf(const StopEvent &event);

/// What a release wants.
struct Condition
{
    QString text;
    bool met = false;
    bool operator==(const Condition &) const = default;
};
QList<Condition> conditionsOf(const StopSegment &segment, const quality::GuardLimits &limits);

/// An event in a few words: "Tripped by Ines: Refund status".
QString logOf(const StopEvent &event, const QString &title);

/// What is told of an event: a title, and a sentence that says what follows.
std::pair<QString, QString> noticeOf(const StopEvent &event, const QString &title);

} // namespace baton::ui::words
