#include "core/policy/StopLossFile.h"

#include "core/policy/Judgement.h"

using namespace Qt::StringLiterals;

namespace baton::policy {

namespace {

constexpr int mostWeeks = 26;     // of a window, or of what it is held against
constexpr int mostWindows = 4;    // each is one more comparison
constexpr int leastInWindow = 20; // of fewer, no interval says anything
constexpr int mostInWindow = 100'000;

/// Whole or real: one of the two is set.
struct Number
{
    const char *name;
    int StopLossLimits::*whole;
    double StopLossLimits::*real;
    double least;
    double most;
};
constexpr Number numbers[] = {
    {"csat_fall", nullptr, &StopLossLimits::csatFall, 0.01, 1},
    {"recontact_rise", nullptr, &StopLossLimits::recontactRise, 0.01, 10},
    {"reference_weeks", &StopLossLimits::reference, nullptr, 1, mostWeeks},
    {"least_n", &StopLossLimits::leastN, nullptr, leastInWindow, mostInWindow},
    {"alpha", nullptr, &StopLossLimits::alpha, 1e-9, 0.05},
    {"dwell", &StopLossLimits::dwell, nullptr, 1, 4},
    {"least_response", nullptr, &StopLossLimits::leastResponse, 0, 1},
    {"hard_events", &StopLossLimits::hardEvents, nullptr, 1, 1000},
    {"cool_down_weeks", &StopLossLimits::coolDownWeeks, nullptr, 1, mostWeeks},
    {"level_weeks", &StopLossLimits::levelWeeks, nullptr, 1, mostWeeks},
    {"least_acceptance", nullptr, &StopLossLimits::leastAcceptance, 0, 1},
    {"least_caught", nullptr, &StopLossLimits::leastCaught, 0, 1},
    {"canary_share", nullptr, &StopLossLimits::canaryShare, 0.001, mostCanaryShare},
    {"canary_weeks", &StopLossLimits::canaryWeeks, nullptr, 1, mostWeeks},
};

struct LevelName
{
    const char *name;
    std::optional<double> StopLossLimits::*level;
};
constexpr LevelName levels[] = {{"csat_level", &StopLossLimits::csatLevel},
                                {"recontact_level", &StopLossLimits::recontactLevel}};
constexpr double leastLevel = 0.01;

/// Figures that can be marked, as core/quality/Metrics.h names them.
constexpr const char *marked[] = {"containment",       "effective_containment",    "resolution",
                                  "recontact",         "first_contact_resolution", "csat_bot",
                                  "csat_person",       "draft_acceptance",         "draft_coverage",
                                  "escalation_quality"};

void only(const JsonNode &node, QLatin1StringView value, const QString &why)
{
    if (node.text() != value)
        node.fail(why);
}

void readNumbers(const JsonNode &node, StopLossLimits &limits)
{
    for (const Number &one : numbers) {
        if (!node.has(one.name))
            continue;
        if (one.whole)
            limits.*one.whole = node.at(one.name).number(int(one.least), int(one.most));
        else
            limits.*one.real = node.at(one.name).real(one.least, one.most);
    }
}

void readWindows(const JsonNode &node, StopLossLimits &limits)
{
    limits.windows.clear();
    for (const JsonNode &one : node.list()) {
        const int weeks = one.number(1, mostWeeks);
        if (!limits.windows.isEmpty() && weeks <= limits.windows.last())
            one.fail(u"windows grow: each has to be longer than the one before it"_s);
        limits.windows.append(weeks);
    }
    if (limits.windows.isEmpty() || limits.windows.size() > mostWindows)
        node.fail(u"expected 1 to %1 windows, in weeks"_s.arg(mostWindows));
}

void readMetrics(const JsonNode &node, StopLossLimits &limits)
{
    limits.watchesCsat = limits.watchesRecontacts = false;
    for (const JsonNode &one : node.list()) {
        const QString name = one.text();
        if (name == "csat"_L1)
            limits.watchesCsat = true;
        else if (name == "recontact"_L1)
            limits.watchesRecontacts = true;
        else
            one.fail(u"the stop-loss holds csat and recontact only"_s);
    }
    if (!limits.watchesCsat && !limits.watchesRecontacts)
        node.fail(u"names nothing to watch: csat, recontact or both"_s);
}

nlohmann::ordered_json metricsOf(const StopLossLimits &limits)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    if (limits.watchesCsat)
        json.push_back("csat");
    if (limits.watchesRecontacts)
        json.push_back("recontact");
    return json;
}

} // namespace

StopLossLimits readStopLoss(const JsonNode &node)
{
    StopLossLimits limits;
    if (!node.object({},
                     {"csat_fall",
                      "csat_level",
                      "recontact_rise",
                      "recontact_level",
                      "reference_weeks",
                      "least_n",
                      "alpha",
                      "dwell",
                      "least_response",
                      "hard_events",
                      "cool_down_weeks",
                      "level_weeks",
                      "least_acceptance",
                      "least_caught",
                      "canary_share",
                      "canary_weeks",
                      "metrics",
                      "arm",
                      "segment",
                      "windows_weeks",
                      "action",
                      "owner",
                      "marks"}))
        return limits;
    readNumbers(node, limits);
    for (const auto &[name, level] : levels) {
        if (node.has(name))
            limits.*level = node.at(name).real(leastLevel, 1 - leastLevel);
    }
    if (node.has("metrics"))
        readMetrics(node.at("metrics"), limits);
    if (node.has("windows_weeks"))
        readWindows(node.at("windows_weeks"), limits);
    if (node.has("arm"))
        only(node.at("arm"), "bot_only"_L1,
             u"expected bot_only: only what the bot answers alone can be rolled back"_s);
    if (node.has("action"))
        only(node.at("action"), "assist"_L1, u"expected assist: the bot drafts, and people send"_s);
    if (node.has("segment")) {
        const QString by = node.at("segment").text();
        limits.byTier = by == "tier"_L1;
        if (!limits.byTier && by != "intent"_L1)
            node.at("segment").fail(u"expected intent or tier"_s);
    }
    if (node.has("owner"))
        limits.owner = node.at("owner").text(200);
    if (node.has("marks")
        && node.at("marks").object({},
                                   {marked[0], marked[1], marked[2], marked[3], marked[4],
                                    marked[5], marked[6], marked[7], marked[8], marked[9]})) {
        for (const char *name : marked) {
            if (node.at("marks").has(name))
                limits.marks.insert(QString::fromLatin1(name),
                                    node.at("marks").at(name).real(0, 1));
        }
    }
    return limits;
}

void writeStopLoss(nlohmann::ordered_json &json, const StopLossLimits &limits)
{
    using Json = nlohmann::ordered_json;
    if (!json.is_object())
        json = Json::object();
    const StopLossLimits left; // what a file that says nothing means
    const auto put = [&json](const char *key, const Json &value, const Json &otherwise) {
        if (json.contains(key) || value != otherwise)
            json[key] = value;
    };
    const auto valueOf = [](const StopLossLimits &of, const Number &one) {
        return one.whole ? Json(of.*one.whole) : Json(of.*one.real);
    };
    json["csat_fall"] = limits.csatFall; // said always
    json["recontact_rise"] = limits.recontactRise;
    for (const Number &one : numbers)
        put(one.name, valueOf(limits, one), valueOf(left, one));
    for (const auto &[name, level] : levels) {
        if (limits.*level)
            json[name] = *(limits.*level);
        else
            json.erase(name);
    }
    put("metrics", metricsOf(limits), metricsOf(left));
    put("segment", limits.byTier ? "tier" : "intent", "intent");
    put("windows_weeks", limits.windows, left.windows);
    put("owner", limits.owner.toStdString(), left.owner.toStdString());
    Json marks = Json::object();
    for (auto it = limits.marks.begin(); it != limits.marks.end(); ++it)
        marks[it.key().toStdString()] = it.value();
    put("marks", marks, Json::object());
}

} // namespace baton::policy
