#include "ui/models/SnoozeChoices.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace baton::ui {

namespace {

struct SnoozeWords
{
    Q_DECLARE_TR_FUNCTIONS(SnoozeChoices)
};

const QTime morning(9, 0);
const QTime afternoon(14, 0);
constexpr int afternoonUntil = 13; ///< later it would be no more than the hour

} // namespace

QList<SnoozeChoice> snoozeChoices(Instant now, const QTimeZone &zone)
{
    const QDateTime local = now.utc().toTimeZone(zone);
    const auto at
        = [&](const QDate &day, QTime time) { return Instant::from(QDateTime(day, time, zone)); };
    QList<SnoozeChoice> choices{{SnoozeWords::tr("In 1 hour"), now + hourMs}};
    if (local.time().hour() < afternoonUntil)
        choices += {SnoozeWords::tr("This afternoon"), at(local.date(), afternoon)};
    const QDate tomorrow = local.date().addDays(1);
    choices += {SnoozeWords::tr("Tomorrow"), at(tomorrow, morning)};
    const QDate monday = local.date().addDays(8 - local.date().dayOfWeek());
    if (monday != tomorrow)
        choices += {SnoozeWords::tr("Next Monday"), at(monday, morning)};
    std::sort(choices.begin(), choices.end(),
              [](const SnoozeChoice &a, const SnoozeChoice &b) { return a.until < b.until; });
    return choices;
}

} // namespace baton::ui
