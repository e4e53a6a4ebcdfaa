#include "ui/text/PlaceText.h"

#include "ui/text/Deadline.h"
#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace baton::ui {

namespace {

struct PlaceWords
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)
};

QString safetyReason(const Deadline &due, const QString &time)
{
    switch (due.state) {
    case DeadlineState::Plenty:
    case DeadlineState::Soon:
        return PlaceWords::tr("safety first, due in %1").arg(time);
    case DeadlineState::Breached:
        return PlaceWords::tr("safety first, overdue by %1").arg(time);
    case DeadlineState::None:
    case DeadlineState::Paused:
    case DeadlineState::Met:
        break;
    }
    return PlaceWords::tr("safety first");
}

QString dueReason(ValueTier value, const QString &time)
{
    switch (value) {
    case ValueTier::Absent:
    case ValueTier::Standard:
        return PlaceWords::tr("due in %1").arg(time);
    case ValueTier::Plus:
        return PlaceWords::tr("due in %1, plus customer").arg(time);
    case ValueTier::Vip:
        return PlaceWords::tr("due in %1, VIP customer").arg(time);
    }
    Q_UNREACHABLE();
}

QString overdueReason(ValueTier value, const QString &time)
{
    switch (value) {
    case ValueTier::Absent:
    case ValueTier::Standard:
        return PlaceWords::tr("overdue by %1").arg(time);
    case ValueTier::Plus:
        return PlaceWords::tr("overdue by %1, plus customer").arg(time);
    case ValueTier::Vip:
        return PlaceWords::tr("overdue by %1, VIP customer").arg(time);
    }
    Q_UNREACHABLE();
}

QString pausedReason(ValueTier value)
{
    switch (value) {
    case ValueTier::Absent:
    case ValueTier::Standard:
        return PlaceWords::tr("no deadline while we wait for the customer");
    case ValueTier::Plus:
        return PlaceWords::tr("no deadline while we wait for a plus customer");
    case ValueTier::Vip:
        return PlaceWords::tr("no deadline while we wait for a VIP customer");
    }
    Q_UNREACHABLE();
}

QString waitedReason(ValueTier value, const QString &time)
{
    switch (value) {
    case ValueTier::Absent:
    case ValueTier::Standard:
        return PlaceWords::tr("no deadline, waiting for %1").arg(time);
    case ValueTier::Plus:
        return PlaceWords::tr("no deadline, plus customer waiting for %1").arg(time);
    case ValueTier::Vip:
        return PlaceWords::tr("no deadline, VIP customer waiting for %1").arg(time);
    }
    Q_UNREACHABLE();
}

QString reason(const PlaceExplanation &place, Instant now)
{
    const Deadline due = deadline(place.sla, now);
    const QString time = due.leftMs < 0 ? format::duration(std::max<qint64>(-due.leftMs, 60'000))
                                        : format::countdown(due.leftMs);
    if (place.safety)
        return safetyReason(due, time);
    switch (due.state) {
    case DeadlineState::Plenty:
    case DeadlineState::Soon:
        return dueReason(place.value, time);
    case DeadlineState::Breached:
        return overdueReason(place.value, time);
    case DeadlineState::Paused:
        return pausedReason(place.value);
    case DeadlineState::Met:
        return PlaceWords::tr("answered in time");
    case DeadlineState::None:
        break;
    }
    if (place.waitingSince)
        return waitedReason(place.value, format::duration(now - *place.waitingSince));
    return PlaceWords::tr("no deadline");
}

QString inLine(int position)
{
    switch (position) {
    case 1:
        return PlaceWords::tr("First in line");
    case 2:
        return PlaceWords::tr("Second in line");
    case 3:
        return PlaceWords::tr("Third in line");
    case 4:
        return PlaceWords::tr("Fourth in line");
    case 5:
        return PlaceWords::tr("Fifth in line");
    default:
        return PlaceWords::tr("Number %1 in line").arg(format::count(position));
    }
}

} // namespace

QString placeText(const PlaceExplanation &place, std::optional<int> position, Instant now)
{
    const QString why = reason(place, now);
    if (position)
        return PlaceWords::tr("%1: %2", "place in the queue: the reason")
            .arg(inLine(*position), why);
    return PlaceWords::tr("Its place: %1", "the reason").arg(why);
}

QString slaSourceText(SlaSource source)
{
    switch (source) {
    case SlaSource::None:
        return PlaceWords::tr("No deadline");
    case SlaSource::Unanswered:
        return PlaceWords::tr("First unanswered message");
    case SlaSource::PromisedWait:
        return PlaceWords::tr("Wait that the customer was told");
    case SlaSource::Promise:
        return PlaceWords::tr("Next promise");
    }
    Q_UNREACHABLE();
}

} // namespace baton::ui
