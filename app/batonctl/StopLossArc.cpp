#include "app/batonctl/Figures.h"
#include "app/batonctl/StopLossParts.h"
#include "core/desk/StopFigures.h"
#include "core/quality/AutomationArc.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using ArcJson = nlohmann::ordered_json;
constexpr int weeksBetweenLines = 4;

double toThree(double share)
{
    return std::round(share * 1e3) / 1e3;
}

ArcJson figures(const quality::ArcWeek &week)
{
    const auto share = [](const quality::Proportion &rated) {
        return rated.n > 0 ? ArcJson(toThree(rated.value())) : ArcJson();
    };
    return {{"contacts", week.contacts},
            {"containment", toThree(week.containment())},
            {"effective_containment", toThree(week.effectiveContainment())},
            {"recontact_72h", toThree(week.recontact())},
            {"csat_bot", share(week.botRated)},
            {"csat_bot_n", week.botRated.n},
            {"csat_people", share(week.peopleRated)},
            {"csat_people_n", week.peopleRated.n},
            {"agent_hours", std::round(week.agentHours)}};
}

ArcJson yearJson(const quality::ArcYear &year)
{
    ArcJson weeks = ArcJson::array();
    for (const quality::ArcWeek &week : year.weeks)
        weeks.push_back(figures(week));
    ArcJson events = ArcJson::array();
    for (const quality::GuardEvent &event : year.events)
        events.push_back(guardEventJson(event));
    return {{"sum", figures(year.sum())}, {"weeks", weeks}, {"events", events}};
}

QString percentOf(double share)
{
    return QString::number(share * 100, 'f', 1).rightJustified(6);
}

QString weekLine(int week, const quality::ArcWeek &without, const quality::ArcWeek &with)
{
    return u"%1  %2%3  %4%5  %6%7  %8%9"_s.arg(week + 1, 4)
        .arg(percentOf(without.containment()), percentOf(with.containment()),
             percentOf(without.effectiveContainment()), percentOf(with.effectiveContainment()),
             percentOf(without.botRated.value()), percentOf(with.botRated.value()),
             percentOf(without.recontact()), percentOf(with.recontact()));
}

} // namespace

nlohmann::ordered_json guardEventJson(const quality::GuardEvent &event)
{
    ArcJson json{{"week", event.week + 1},
                 {"segment", utf8(event.segment)},
                 {"was", baton::nameOf(event.was)},
                 {"became", baton::nameOf(event.became)},
                 {"cause", baton::nameOf(event.cause)}};
    if (!event.reason.isEmpty())
        json["reason"] = utf8(event.reason);
    if (event.verdict) {
        json["before"] = toThree(event.verdict->before.value());
        json["before_n"] = event.verdict->before.n;
        json["now"] = toThree(event.verdict->now.value());
        json["now_n"] = event.verdict->now.n;
        json["mix_adjusted"] = toThree(event.verdict->adjusted);
        json["least_fall"] = toThree(event.verdict->interval.lower);
        json["window_weeks"] = event.verdict->window;
    }
    return json;
}

QString guardEventLine(const quality::GuardEvent &event)
{
    QString line = u"week %1: %2 %3 → %4 (%5)"_s.arg(event.week + 1)
                       .arg(event.segment, QString::fromLatin1(baton::nameOf(event.was)),
                            QString::fromLatin1(baton::nameOf(event.became)),
                            QString::fromLatin1(baton::nameOf(event.cause)));
    if (event.verdict)
        line += u", %1 → %2 % satisfied"_s.arg(percentOf(event.verdict->before.value()).trimmed(),
                                               percentOf(event.verdict->now.value()).trimmed());
    return line;
}

/// A year of an invented company, with and without a stop-loss.
Exit automationArc(Session &session)
{
    const quality::AutomationArc arc = quality::automationArc(session.options.seed);
    if (session.output.isJson()) {
        ArcJson scenes;
        const std::array names{"launch", "scale", "erosion", "first_trip", "reset", "release"};
        for (size_t i = 0; i < names.size(); ++i)
            scenes[names[i]] = arc.scenes[i] < 0 ? ArcJson() : ArcJson(arc.scenes[i] + 1);
        session.output.json({{"seed", session.options.seed},
                             {"scenes", scenes},
                             {"without", yearJson(arc.without)},
                             {"with", yearJson(arc.with)}});
        return Exit::Done;
    }
    session.output.line(u"In per cent, without and with a stop-loss:"_s);
    session.output.line(u"week  contained     effectively   satisfied     came back"_s);
    for (int week = 0; week < quality::arcWeeks; week += weeksBetweenLines)
        session.output.line(weekLine(week, arc.without.weeks[week], arc.with.weeks[week]));
    for (const quality::GuardEvent &event : arc.with.events)
        session.output.line(guardEventLine(event));
    const quality::ArcWeek without = arc.without.sum();
    const quality::ArcWeek with = arc.with.sum();
    session.output.line(
        u"The year: came back %L1 and %L2, hours of people %L3 and %L4."_s.arg(without.cameBack)
            .arg(with.cameBack)
            .arg(qint64(without.agentHours))
            .arg(qint64(with.agentHours)));
    return Exit::Done;
}

} // namespace baton::ctl
