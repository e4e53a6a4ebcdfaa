#include "ui/text/StopWords.h"

#include "core/desk/StopFigures.h"
#include "ui/text/Format.h"
#include "ui/text/ScoreWords.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton::ui::words {

namespace {

struct Stops
{
    Q_DECLARE_TR_FUNCTIONS(Stops)
};

QString shareOf(const std::optional<double> &share)
{
    return share ? format::percent(*share) : Stops::tr("too few to say");
}

} // namespace

QString of(GuardState state)
{
    switch (state) {
    case GuardState::Armed:
        return Stops::tr("Armed");
    case GuardState::Tripped:
        return Stops::tr("Tripped");
    case GuardState::Ready:
        return Stops::tr("Ready for a release");
    case GuardState::Canary:
        return Stops::tr("Released on trial");
    }
    return {};
}

paint::ChipText chipOf(GuardState state)
{
    switch (state) {
    case GuardState::Tripped:
        return {u"stop"_s, of(state), paint::Tone::Danger};
    case GuardState::Ready:
        return {u"check"_s, of(state), paint::Tone::Ok};
    case GuardState::Canary:
        return {u"eye"_s, of(state), paint::Tone::Warn};
    case GuardState::Armed:
        break;
    }
    return {u"verified"_s, of(state), paint::Tone::Neutral};
}

QString whyOf(const StopEvent &event)
{
    const int week = weekNumber(event.week);
    switch (event.cause) {
    case GuardCause::Fall:
        return Stops::tr("Its figures fell past the limit; seen at the end of week %1.").arg(week);
    case GuardCause::Breaker:
        return Stops::tr("Hard events in week %1: the bot alone answered what must reach a person.")
            .arg(week);
    case GuardCause::Person:
        return event.became == GuardState::Tripped ? Stops::tr("Tripped by %1 in week %2: %3")
                                                         .arg(event.who.name)
                                                         .arg(week)
                                                         .arg(event.reason)
                                                   : Stops::tr("Released by %1 in week %2: %3")
                                                         .arg(event.who.name)
                                                         .arg(week)
                                                         .arg(event.reason);
    case GuardCause::Level:
        return event.became == GuardState::Ready
            ? Stops::tr("The level of a release has been held since week %1.").arg(week)
            : Stops::tr("The level of a release was lost in week %1.").arg(week);
    case GuardCause::Expired:
        return Stops::tr("A release for a time expired in week %1.").arg(week);
    case GuardCause::Recovered:
        return Stops::tr("A trial held until week %1.").arg(week);
    }
    return {};
}

QString figuresOf(const StopEvent &event)
{
    const auto verdict = verdictOf(event.figures);
    if (!verdict)
        return {};
    const bool back = verdict->watch == quality::Watch::NoRecontact;
    if (verdict->level)
        return (back ? Stops::tr("came back %1, at most %2 wanted; n %3, %4 weeks; p %5, corrected")
                     : Stops::tr(
                         "satisfied %1, at least %2 wanted; n %3, %4 weeks; p %5, corrected"))
            .arg(format::percent(back ? 1 - verdict->now.value() : verdict->now.value()),
                 format::percent(back ? 1 - *verdict->level : *verdict->level),
                 format::count(verdict->now.n))
            .arg(verdict->window)
            .arg(verdict->counted, 0, 'g', 2);
    const double before = back ? 1 - verdict->before.value() : verdict->before.value();
    const double now = back ? 1 - verdict->now.value() : verdict->now.value();
    return (back ? Stops::tr("came back %1 → %2; n %3 → %4, %5 weeks; p %6, corrected")
                 : Stops::tr("satisfied %1 → %2; n %3 → %4, %5 weeks; p %6, corrected"))
        .arg(format::percent(before), format::percent(now), format::count(verdict->before.n),
             format::count(verdict->now.n))
        .arg(verdict->window)
        .arg(verdict->counted, 0, 'g', 2);
}

QList<Condition> conditionsOf(const StopSegment &segment, const quality::GuardLimits &limits)
{
    const quality::GuardWeek &week = segment.week;
    return {
        {Stops::tr("Cool-down: %1 of %2 weeks").arg(segment.weeksSince).arg(limits.coolDownWeeks),
         segment.weeksSince >= limits.coolDownWeeks},
        {Stops::tr("Drafts sent as they were or nearly: %1, at least %2")
             .arg(shareOf(week.acceptance), format::percent(limits.leastAcceptance)),
         week.acceptance && *week.acceptance >= limits.leastAcceptance},
        {Stops::tr("Planted errors caught: %1, at least %2")
             .arg(shareOf(week.caught), format::percent(limits.leastCaught)),
         week.caught && *week.caught >= limits.leastCaught},
        {Stops::tr("Hard events last week: %1, none wanted").arg(week.hardEvents),
         week.hardEvents == 0},
        {Stops::tr("All of it held in a row: %1 of %2 weeks")
             .arg(segment.weeksAtLevel)
             .arg(limits.levelWeeks),
         segment.weeksAtLevel >= limits.levelWeeks},
    };
}

QString logOf(const StopEvent &event, const QString &title)
{
    return event.who.name.isEmpty()
        ? Stops::tr("%1: %2", "how it stands, an intent").arg(of(event.became), title)
        : Stops::tr("%1 by %2: %3", "how it stands, a person, an intent")
              .arg(of(event.became), event.who.name, title);
}

std::pair<QString, QString> noticeOf(const StopEvent &event, const QString &title)
{
    if (event.became == GuardState::Canary)
        return {Stops::tr("Stop-loss: %1 goes back to the bot, on trial.").arg(title),
                whyOf(event)};
    if (event.became == GuardState::Armed)
        return {Stops::tr("Stop-loss: %1 is the bot's again.").arg(title), whyOf(event)};
    return {Stops::tr("Stop-loss tripped: %1.").arg(title),
            Stops::tr("The bot drafts, and people send. %1").arg(whyOf(event))};
}

} // namespace baton::ui::words
