#include "core/desk/StopFigures.h"

#include "core/domain/Contact.h"

#include <QtCore/QDate>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

using namespace quality;

namespace {

using Json = nlohmann::ordered_json;

const QDate stopEpoch(1970, 1, 1);

double sixDigits(double value)
{
    return std::round(value * 1e6) / 1e6;
}

Json shareJson(const Proportion &of)
{
    const Bounds bounds = wilson(of, z95);
    Json json{
        {"share", of.n > 0 ? Json(sixDigits(of.value())) : Json()}, {"hits", of.hits}, {"n", of.n}};
    if (of.n > 0) {
        json["low"] = sixDigits(bounds.lower);
        json["high"] = sixDigits(bounds.upper);
    }
    return json;
}

Proportion shareFrom(const Json &json)
{
    return {json.value("hits", qint64(0)), json.value("n", qint64(0))};
}

} // namespace

QString isoWeek(int week)
{
    int year = 0;
    const int number = stopEpoch.addDays(firstDayOfWeek(week)).weekNumber(&year);
    return u"%1-W%2"_s.arg(year).arg(number, 2, 10, QLatin1Char('0'));
}

std::optional<int> weekFromIso(const QString &text)
{
    bool ok = false;
    bool weekOk = false;
    const int year = text.section(u"-W"_s, 0, 0).toInt(&ok);
    const int number = text.section(u"-W"_s, 1).toInt(&weekOk);
    if (!ok || !weekOk || year < 1971 || year > 2200)
        return {};
    // The week with the year's fourth of January is its first.
    const int week = weekOfDay(int(stopEpoch.daysTo(QDate(year, 1, 4)))) + number - 1;
    return isoWeek(week) == text ? std::optional(week) : std::nullopt;
}

const char *nameOf(GuardState state)
{
    switch (state) {
    case GuardState::Armed:
        return "armed";
    case GuardState::Tripped:
        return "tripped";
    case GuardState::Ready:
        return "ready";
    case GuardState::Canary:
        return "canary";
    }
    return "";
}

const char *nameOf(GuardCause cause)
{
    switch (cause) {
    case GuardCause::Fall:
        return "fall";
    case GuardCause::Breaker:
        return "breaker";
    case GuardCause::Person:
        return "person";
    case GuardCause::Level:
        return "level";
    case GuardCause::Expired:
        return "expired";
    case GuardCause::Recovered:
        return "recovered";
    }
    return "";
}

const char *nameOf(Watch watch)
{
    return watch == Watch::Satisfaction ? "csat" : "recontact";
}

const char *nameOf(Finding finding)
{
    switch (finding) {
    case Finding::Quiet:
        return "quiet";
    case Finding::TooFew:
        return "too_few";
    case Finding::Fell:
        return "fell";
    case Finding::Mixed:
        return "mix_disagrees";
    case Finding::Unheard:
        return "too_few_rated";
    case Finding::Trips:
        return "trips";
    }
    return "";
}

nlohmann::ordered_json toJson(const SegmentVerdict &verdict)
{
    Json json{{"metric", nameOf(verdict.watch)},
              {"finding", nameOf(verdict.finding)},
              {"window_weeks", verdict.window},
              {"now", shareJson(verdict.now)}};
    if (verdict.level) {
        json["level"] = sixDigits(*verdict.level);
        json["least_short"] = sixDigits(verdict.interval.lower);
    } else {
        json["before"] = shareJson(verdict.before);
        json["fall"] = sixDigits(verdict.before.value() - verdict.now.value());
        json["least_fall"] = sixDigits(verdict.interval.lower);
        json["mix_adjusted"] = sixDigits(verdict.adjusted);
        json["response_of_before"] = sixDigits(verdict.response);
    }
    json["p"] = verdict.p;
    json["p_holm"] = verdict.counted;
    return json;
}

std::optional<SegmentVerdict> verdictOf(const QByteArray &bytes)
{
    const Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object() || !json.contains("now")
        || json.contains("before") == json.contains("level"))
        return {};
    SegmentVerdict verdict;
    const std::string finding = json.value("finding", std::string());
    for (const Finding one : {Finding::Quiet, Finding::TooFew, Finding::Fell, Finding::Mixed,
                              Finding::Unheard, Finding::Trips}) {
        if (finding == nameOf(one))
            verdict.finding = one;
    }
    verdict.watch = json.value("metric", std::string()) == nameOf(Watch::NoRecontact)
        ? Watch::NoRecontact
        : Watch::Satisfaction;
    verdict.window = json.value("window_weeks", 0);
    verdict.now = shareFrom(json.at("now"));
    if (json.contains("level")) {
        verdict.level = json.value("level", 0.0);
    } else {
        verdict.before = shareFrom(json.at("before"));
        verdict.adjusted = json.value("mix_adjusted", 0.0);
        verdict.response = json.value("response_of_before", 0.0);
    }
    verdict.p = json.value("p", 1.0);
    verdict.counted = json.value("p_holm", 1.0);
    verdict.interval.lower = json.value(verdict.level ? "least_short" : "least_fall", -1.0);
    return verdict;
}

} // namespace baton
