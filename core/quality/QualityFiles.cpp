#include "core/base/JsonNode.h"
#include "core/quality/Monitors.h"
#include "core/quality/Scorecards.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

/// The team's documents on reviewing (DESIGN §5): JSON, unknown keys refused.
namespace baton::quality {

namespace {

constexpr int mostVersions = 1'000'000;

constexpr std::initializer_list<std::pair<QLatin1StringView, MonitorKind>> monitorNames{
    {"rule"_L1, MonitorKind::Rule},
    {"override"_L1, MonitorKind::Override},
    {"low_csat"_L1, MonitorKind::LowCsat},
    {"came_back"_L1, MonitorKind::CameBack},
    {"discarded"_L1, MonitorKind::Discarded},
    {"rewritten"_L1, MonitorKind::Rewritten},
    {"hasty"_L1, MonitorKind::Hasty},
    {"new_agent"_L1, MonitorKind::NewAgent},
    {"low_confidence"_L1, MonitorKind::LowConfidence},
    {"intent"_L1, MonitorKind::Intent},
    {"tier"_L1, MonitorKind::Tier},
    {"random"_L1, MonitorKind::Random},
};

constexpr std::initializer_list<std::pair<QLatin1StringView, ScoreRule>> scoreRuleNames{
    {"grounded"_L1, ScoreRule::Grounded},          {"policy_kept"_L1, ScoreRule::PolicyKept},
    {"need_met"_L1, ScoreRule::NeedMet},           {"not_asked_again"_L1, ScoreRule::NotAskedAgain},
    {"promises_kept"_L1, ScoreRule::PromisesKept},
};

QLatin1StringView nameOf(MonitorKind kind)
{
    for (const auto &[name, named] : monitorNames) {
        if (named == kind)
            return name;
    }
    return {};
}

Monitor readMonitor(const JsonNode &node)
{
    Monitor monitor;
    if (!node.object({"about"}, {"name", "limit", "share", "title", "place"}))
        return monitor;
    monitor.kind = node.at("about").oneOf<MonitorKind>(monitorNames);
    if (hasName(monitor.kind))
        monitor.name = node.at("name").text();
    else if (node.has("name"))
        node.at("name").fail(u"this monitor has none"_s);
    if (monitor.kind == MonitorKind::Rule && !ruleNamed(monitor.name))
        node.at("name").fail(u"no such trigger"_s);
    if (monitor.kind == MonitorKind::Tier
        && !QStringList{u"A"_s, u"B"_s, u"C"_s}.contains(monitor.name))
        node.at("name").fail(u"expected A, B or C"_s);
    if (const std::optional<double> most = mostLimit(monitor.kind))
        monitor.limit = node.at("limit").real(0, *most);
    else if (node.has("limit"))
        node.at("limit").fail(u"this monitor has none"_s);
    if (node.has("share"))
        monitor.share = node.at("share").real(0, 100);
    if (node.has("title"))
        monitor.title = node.at("title").text();
    if (monitor.title.size() > longestTitle)
        node.at("title").fail(u"expected %1 characters at most"_s.arg(longestTitle));
    if (node.has("place"))
        monitor.place = node.at("place").number(1, mostVersions);
    return monitor;
}

Monitors readMonitorsRoot(const JsonNode &root)
{
    Monitors monitors;
    if (!root.object({"monitors", "version", "list", "doubled", "planted"}, {"lots"}))
        return monitors;
    if (root.at("monitors").text() != "baton-monitors/1"_L1)
        root.at("monitors").fail(u"expected baton-monitors/1"_s);
    monitors.version = root.at("version").number(1, mostVersions);
    if (root.has("lots"))
        monitors.lots = root.at("lots").number(1, mostVersions);
    monitors.doubled = root.at("doubled").real(0, 100);
    monitors.planted = root.at("planted").real(0, 100);
    for (const JsonNode &node : root.at("list").list())
        monitors.list.append(readMonitor(node));
    if (monitors.list.size() > mostMonitors)
        root.at("list").fail(u"expected %1 at most"_s.arg(mostMonitors));
    return monitors;
}

Criterion readCriterion(const JsonNode &node)
{
    Criterion criterion;
    if (!node.object({"name", "title", "scale", "weight"}, {"hint", "critical", "rule"}))
        return criterion;
    criterion.name = node.at("name").text();
    criterion.title = node.at("title").text();
    if (node.has("hint"))
        criterion.hint = node.at("hint").text();
    criterion.scale
        = node.at("scale").oneOf<Scale>({{"1-5"_L1, Scale::Five}, {"yes-no"_L1, Scale::YesNo}});
    criterion.weight = node.at("weight").real(0, heaviestCriterion);
    if (criterion.weight <= 0)
        node.at("weight").fail(u"expected more than 0"_s);
    criterion.critical = node.has("critical") && node.at("critical").flag();
    if (node.has("rule"))
        criterion.rule = node.at("rule").oneOf<ScoreRule>(scoreRuleNames);
    return criterion;
}

Scorecard readScorecardRoot(const JsonNode &root)
{
    Scorecard card;
    if (!root.object({"scorecard", "version", "title", "criteria"}))
        return card;
    if (root.at("scorecard").text() != "baton-scorecard/1"_L1)
        root.at("scorecard").fail(u"expected baton-scorecard/1"_s);
    card.version = root.at("version").number(1, mostVersions);
    card.title = root.at("title").text();
    for (const JsonNode &node : root.at("criteria").list()) {
        const Criterion criterion = readCriterion(node);
        if (std::ranges::find(card.criteria, criterion.name, &Criterion::name)
            != card.criteria.end())
            node.at("name").fail(u"is there twice"_s);
        card.criteria.append(criterion);
    }
    if (card.criteria.isEmpty())
        root.at("criteria").fail(u"expected at least one"_s);
    return card;
}

template <class T>
Result<T> read(const QByteArray &json, const QString &document, T (*root)(const JsonNode &))
{
    const nlohmann::json parsed = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (parsed.is_discarded())
        return Error{ErrorCode::InvalidInput, document, u": not JSON"_s};
    std::optional<Error> problem;
    T made = root(JsonNode(parsed, document, problem));
    if (problem)
        return *problem;
    return made;
}

QString quoted(const QString &text)
{
    return QString::fromStdString(nlohmann::json(text.toStdString()).dump());
}

QByteArray bundled(const QString &name)
{
    QFile file(u":/quality/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<Monitors> readMonitors(const QByteArray &json)
{
    return read<Monitors>(json, u"monitors"_s, &readMonitorsRoot);
}

Monitors bundledMonitors()
{
    Result<Monitors> monitors = readMonitors(bundled(u"monitors.json"_s));
    Q_ASSERT(monitors);
    return std::move(monitors).value_or(Monitors{});
}

QByteArray writeMonitors(const Monitors &monitors)
{
    QStringList list;
    for (const Monitor &monitor : monitors.list) {
        QString line = u"  {\"about\": \"%1\""_s.arg(nameOf(monitor.kind));
        if (hasName(monitor.kind))
            line += u", \"name\": "_s + quoted(monitor.name);
        if (mostLimit(monitor.kind))
            line += u", \"limit\": "_s + QString::number(monitor.limit);
        if (monitor.share != 100)
            line += u", \"share\": "_s + QString::number(monitor.share);
        if (!monitor.title.isEmpty())
            line += u", \"title\": "_s + quoted(monitor.title);
        if (monitor.place > 0)
            line += u", \"place\": "_s + QString::number(monitor.place);
        list += line + u'}';
    }
    QString lots;
    if (monitors.lots > 0)
        lots = u" \"lots\": %1,\n"_s.arg(monitors.lots);
    return u"{\n \"monitors\": \"baton-monitors/1\",\n \"version\": %1,\n%2 \"list\": [\n%3\n ],\n"
           " \"doubled\": %4,\n \"planted\": %5\n}\n"_s
               .arg(QString::number(monitors.version), lots, list.join(u",\n"_s),
                    QString::number(monitors.doubled), QString::number(monitors.planted))
               .toUtf8();
}

QByteArray writeScorecard(const Scorecard &card)
{
    QStringList list;
    for (const Criterion &criterion : card.criteria) {
        QString line = u"  {\"name\": %1, \"title\": %2"_s.arg(quoted(criterion.name),
                                                               quoted(criterion.title));
        if (!criterion.hint.isEmpty())
            line += u", \"hint\": "_s + quoted(criterion.hint);
        line += u", \"scale\": \"%1\", \"weight\": %2"_s.arg(
            criterion.scale == Scale::YesNo ? "yes-no"_L1 : "1-5"_L1,
            QString::number(criterion.weight));
        if (criterion.critical)
            line += u", \"critical\": true"_s;
        for (const auto &[name, rule] : scoreRuleNames) {
            if (rule == criterion.rule)
                line += u", \"rule\": \"%1\""_s.arg(name);
        }
        list += line + u'}';
    }
    return u"{\n \"scorecard\": \"baton-scorecard/1\",\n \"version\": %1,\n \"title\": %2,\n"
           " \"criteria\": [\n%3\n ]\n}\n"_s
               .arg(QString::number(card.version), quoted(card.title), list.join(u",\n"_s))
               .toUtf8();
}

Result<Scorecard> readScorecard(const QByteArray &json)
{
    return read<Scorecard>(json, u"scorecard"_s, &readScorecardRoot);
}

Scorecard bundledScorecard()
{
    Result<Scorecard> card = readScorecard(bundled(u"scorecard.json"_s));
    Q_ASSERT(card);
    return std::move(card).value_or(Scorecard{});
}

} // namespace baton::quality
