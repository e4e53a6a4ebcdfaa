#include "ui/text/LoadWords.h"

#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton::ui::words {

namespace {

struct LoadWords
{
    Q_DECLARE_TR_FUNCTIONS(LoadWords)
};

constexpr qsizetype pullInNamed = 3;

QString clockTime(Instant at)
{
    return format::time(at, QTimeZone::systemTimeZone());
}

} // namespace

QString dutyOf(const LoadPerson &person, Instant now)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    switch (person.duty) {
    case Duty::On:
        return person.since
            ? LoadWords::tr("On since %1").arg(format::when(*person.since, now, zone))
            : LoadWords::tr("On");
    case Duty::Away:
        return person.since
            ? LoadWords::tr("Away since %1").arg(format::when(*person.since, now, zone))
            : LoadWords::tr("Away");
    case Duty::Unknown:
        break;
    }
    return LoadWords::tr("unknown", "whether somebody is on");
}

QString waitsSince(const std::optional<Instant> &since, Instant now)
{
    return since ? format::duration(std::max<qint64>(0, now - *since)) : u"—"_s;
}

QString lateIn(const policy::LateRange &range)
{
    return range.fewest == range.most ? QString::number(range.middle)
                                      : LoadWords::tr("%1 (%2 to %3)", "the middle, fewest, most")
                                            .arg(range.middle)
                                            .arg(range.fewest)
                                            .arg(range.most);
}

QString nextHoursTitle(const LoadSnapshot &load)
{
    if (!load.whatIfReady)
        return LoadWords::tr("The next two hours are being worked out.");
    if (!load.next.isKnown())
        return LoadWords::tr("Too little history to say what the next two hours bring.");
    const QString until = clockTime(load.at + policy::nextHoursMs);
    const policy::LateRange &range = load.next.total.first();
    if (range.most == 0)
        return LoadWords::tr("No deadline would be missed by %1.").arg(until);
    return LoadWords::tr("%n deadline(s) would be missed by %1.", nullptr, range.middle).arg(until);
}

QString withMore(const LoadSnapshot &load)
{
    if (!load.next.isKnown())
        return {};
    return LoadWords::tr("With the people now %1, with one more %2, with two more %3.")
        .arg(lateIn(load.next.total[0]), lateIn(load.next.total[1]), lateIn(load.next.total[2]));
}

QString pullIn(const LoadSnapshot &load)
{
    if (!load.next.isKnown() || load.next.total.first().most == 0 || load.pullIn.isEmpty())
        return {};
    QStringList names;
    for (const Person &person : load.pullIn.mid(0, pullInNamed))
        names += displayName(person);
    return LoadWords::tr("Could be asked, the longest away first: %1.").arg(names.join(u", "_s));
}

QString assumptions(const LoadSnapshot &load)
{
    if (!load.whatIfReady)
        return {};
    const policy::NextHours &next = load.next;
    if (!next.isKnown())
        return LoadWords::tr("Needed: the same hours of %1 weeks and %2 handled conversations. "
                             "There are %3 and %4.")
            .arg(QString::number(policy::weeksNeeded), QString::number(policy::handledNeeded),
                 QString::number(next.weeks), format::count(next.handled));
    const QString who = load.dutyKnown
        ? LoadWords::tr("%n person(s) on", nullptr, next.people)
        : LoadWords::tr("%n person(s) who have a conversation; who is on is not known", nullptr,
                        next.people);
    return LoadWords::tr(
               "Played: what waits now, and behind it what arrived in these hours of the last %1 "
               "weeks (n %2); the middle week is told, in brackets the fewest and the most. %3, "
               "each works on one reply after the other for %4 (median of n %5), the earliest "
               "deadline first, in every queue. What somebody has, only they answer; what an away "
               "colleague has, nobody does. No deadline that has passed is counted.")
        .arg(QString::number(next.weeks), format::count(next.arrivals), who,
             format::duration(next.takesMs), format::count(next.handled));
}

} // namespace baton::ui::words
