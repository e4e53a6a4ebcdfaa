#include "core/policy/HoursFile.h"

#include "core/domain/Decision.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::policy {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char *channels[] = {"chat", "email", "voice", "social", "web", "form"};

std::string timeOf(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0'))
        .arg(minute % 60, 2, 10, QChar(u'0'))
        .toStdString();
}

Json weekOf(const Calendar &calendar)
{
    Json week = Json::object();
    for (std::size_t day = 0; day < calendar.week.size(); ++day) {
        if (calendar.week[day].isEmpty())
            continue;
        Json spans = Json::array();
        for (const Span &span : calendar.week[day])
            spans.push_back(Json::array({timeOf(span.begin), timeOf(span.end)}));
        week[weekdayKeys[day]] = spans;
    }
    return week;
}

Json holidaysOf(const Calendar &calendar)
{
    Json dates = Json::array();
    for (const QDate &date : calendar.holidays)
        dates.push_back(date.toString(Qt::ISODate).toStdString());
    return dates;
}

} // namespace

nlohmann::ordered_json targetsJson(const QList<Target> &targets)
{
    Json list = Json::array();
    for (const Target &target : targets) {
        Json one = Json::object();
        if (target.queue)
            one["queue"] = target.queue->text().toStdString();
        if (target.channel)
            one["channel"] = channels[int(*target.channel)];
        if (target.tier)
            one["tier"] = std::string(1, tierLetter(*target.tier));
        if (target.value)
            one["value"] = valueNames[int(*target.value)];
        one["minutes"] = target.minutes;
        list.push_back(one);
    }
    return list;
}

void writeCalendars(nlohmann::ordered_json &json, const QList<Calendar> &read,
                    const QList<Calendar> &calendars)
{
    const auto idOf
        = [](const Json &one) { return QString::fromStdString(one.value("id", std::string())); };
    for (std::size_t i = json.size(); i-- > 0;) {
        if (std::ranges::find(calendars, idOf(json[i]), &Calendar::id) == calendars.end())
            json.erase(i);
    }
    for (const Calendar &calendar : calendars) {
        const auto before = std::ranges::find(read, calendar.id, &Calendar::id);
        if (before == read.end()) {
            json.push_back({{"id", calendar.id.toStdString()},
                            {"zone", calendar.zone.toStdString()},
                            {"week", weekOf(calendar)},
                            {"holidays", holidaysOf(calendar)}});
            continue;
        }
        const auto one = std::ranges::find(json, calendar.id, idOf);
        if (before->zone != calendar.zone)
            (*one)["zone"] = calendar.zone.toStdString();
        if (before->week != calendar.week)
            (*one)["week"] = weekOf(calendar);
        if (before->holidays != calendar.holidays)
            (*one)["holidays"] = holidaysOf(calendar);
    }
}

void writeQueueHours(nlohmann::ordered_json &json, const QList<Queue> &queues)
{
    for (Json &one : json) {
        const auto queue = std::ranges::find(
            queues, QueueId(QString::fromStdString(one.value("id", std::string()))), &Queue::id);
        if (queue != queues.end())
            one["calendar"] = queue->calendar.toStdString();
    }
}

std::string selectorOf(const nlohmann::ordered_json &target)
{
    std::string selector;
    for (const char *key : {"queue", "channel", "tier", "value"}) {
        if (target.contains(key) && target.at(key).is_string())
            selector += (selector.empty() ? "" : " ") + std::string(key) + "="
                + target.at(key).get<std::string>();
    }
    return selector.empty() ? "all" : selector;
}

} // namespace baton::policy
