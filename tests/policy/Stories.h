#pragma once

#include "core/policy/Policy.h"

#include <QtCore/QTimeZone>

/// Small words in which the policy tests tell their stories.
namespace baton::policy::stories {

inline Instant at(QStringView rfc3339)
{
    const auto instant = instantFromRfc3339(rfc3339);
    Q_ASSERT(instant);
    return *instant;
}

/// The same local hours from Monday to Sunday.
inline Calendar everyDay(const char *zone, const QList<Span> &hours)
{
    Calendar calendar;
    calendar.id = QStringLiteral("c");
    calendar.zone = zone;
    calendar.week.fill(hours);
    return calendar;
}

inline Calendar weekdays(const char *zone, const QList<Span> &hours)
{
    Calendar calendar = everyDay(zone, hours);
    calendar.week[5].clear();
    calendar.week[6].clear();
    return calendar;
}

constexpr int clock(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

inline Message says(Sender from, const QString &id, QStringView when)
{
    Message message;
    message.id = MessageId(id);
    message.at = at(when);
    message.from = from;
    message.text = QStringLiteral("words");
    return message;
}

/// A chat that waits, with one customer message at the given time.
inline Conversation customerWrote(QStringView when)
{
    Conversation conversation;
    conversation.id = ConversationId(QStringLiteral("k1"));
    conversation.version = 1;
    conversation.createdAt = at(when);
    conversation.messages.append(says(Sender::Customer, QStringLiteral("m1"), when));
    return conversation;
}

/// One queue that never closes, one that keeps Berlin office hours; ten minutes everywhere.
inline Policy tenMinutes()
{
    Policy policy;
    policy.version = 1;
    policy.name = QStringLiteral("test");
    policy.calendars
        = {everyDay("UTC", {{0, 1440}}), weekdays("Europe/Berlin", {{clock(9), clock(17)}})};
    policy.calendars[0].id = QStringLiteral("always");
    policy.calendars[1].id = QStringLiteral("office");
    policy.queues = {
        {QueueId(QStringLiteral("general")), QStringLiteral("General"), QStringLiteral("always")},
        {QueueId(QStringLiteral("office")), QStringLiteral("Office"), QStringLiteral("office")}};
    policy.defaultQueue = QueueId(QStringLiteral("general"));
    Target target;
    target.minutes = 10;
    policy.targets = {target};
    return policy;
}

} // namespace baton::policy::stories
