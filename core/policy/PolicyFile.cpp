#include "core/base/JsonNode.h"
#include "core/policy/Policy.h"
#include "core/policy/StopLossFile.h"

#include <QtCore/QFile>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::policy {

namespace {

/// "09:30" in minutes from midnight; "24:00" is the end of the day.
int readMinute(const JsonNode &node)
{
    const QString text = node.text();
    const auto digit = [&text](int i) { return text[i] >= u'0' && text[i] <= u'9'; };
    if (text.size() == 5 && text[2] == u':' && digit(0) && digit(1) && digit(3) && digit(4)) {
        const int hour = text.first(2).toInt();
        const int minute = text.last(2).toInt();
        if (minute < 60 && hour * 60 + minute <= 1440)
            return hour * 60 + minute;
    }
    node.fail(u"expected a time from 00:00 to 24:00"_s);
    return 0;
}

QList<Span> readSpans(const JsonNode &node)
{
    QList<Span> spans;
    int closed = 0;
    for (const JsonNode &entry : node.list()) {
        const std::vector<JsonNode> ends = entry.list();
        if (ends.size() != 2) {
            entry.fail(u"expected two times"_s);
            continue;
        }
        const Span span{readMinute(ends[0]), readMinute(ends[1])};
        if (span.begin >= span.end)
            entry.fail(u"must end after it begins; a shift over midnight is two spans"_s);
        else if (span.begin < closed)
            entry.fail(u"must begin after the span before it ends"_s);
        closed = span.end;
        spans.append(span);
    }
    return spans;
}

Calendar readCalendar(const JsonNode &node)
{
    Calendar calendar;
    if (!node.object({"id", "zone", "week"}, {"holidays"}))
        return calendar;
    calendar.id = node.at("id").text();
    calendar.zone = node.at("zone").text().toUtf8();
    if (!QTimeZone::isTimeZoneIdAvailable(calendar.zone))
        node.at("zone").fail(u"no time zone that this system knows"_s);
    const JsonNode week = node.at("week");
    if (week.object({}, {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})) {
        for (std::size_t day = 0; day < std::size(weekdayKeys); ++day) {
            if (week.has(weekdayKeys[day]))
                calendar.week[day] = readSpans(week.at(weekdayKeys[day]));
        }
    }
    if (std::ranges::all_of(calendar.week,
                            [](const QList<Span> &spans) { return spans.isEmpty(); }))
        week.fail(u"opens on no day"_s);
    if (node.has("holidays")) {
        for (const JsonNode &holiday : node.at("holidays").list()) {
            const QDate date = QDate::fromString(holiday.text(), Qt::ISODate);
            if (!isHoliday(date))
                holiday.fail(u"expected a date as 2025-12-25"_s);
            calendar.holidays.append(date);
        }
        std::ranges::sort(calendar.holidays);
    }
    return calendar;
}

Queue readQueue(const JsonNode &node, const QList<Calendar> &calendars)
{
    Queue queue;
    if (!node.object({"id", "name", "calendar"}))
        return queue;
    queue.id = QueueId(node.at("id").text());
    queue.name = node.at("name").text();
    queue.calendar = node.at("calendar").text();
    if (std::ranges::find(calendars, queue.calendar, &Calendar::id) == calendars.end())
        node.at("calendar").fail(u"names no calendar"_s);
    return queue;
}

Target readTarget(const JsonNode &node, const QList<Queue> &queues)
{
    Target target;
    if (!node.object({"minutes"}, {"queue", "channel", "tier", "value"}))
        return target;
    target.minutes = node.at("minutes").number(1, longestTarget);
    if (node.has("queue")) {
        target.queue = QueueId(node.at("queue").text());
        if (std::ranges::find(queues, *target.queue, &Queue::id) == queues.end())
            node.at("queue").fail(u"names no queue"_s);
    }
    if (node.has("channel"))
        target.channel = node.at("channel").oneOf<Channel>({{"chat"_L1, Channel::Chat},
                                                            {"email"_L1, Channel::Email},
                                                            {"voice"_L1, Channel::Voice},
                                                            {"social"_L1, Channel::Social},
                                                            {"web"_L1, Channel::Web},
                                                            {"form"_L1, Channel::Form}});
    if (node.has("tier"))
        target.tier = node.at("tier").oneOf<Route>(
            {{"A"_L1, Route::Contain}, {"B"_L1, Route::Assist}, {"C"_L1, Route::Escalate}});
    if (node.has("value"))
        target.value = node.at("value").oneOf<ValueTier>({{"standard"_L1, ValueTier::Standard},
                                                          {"plus"_L1, ValueTier::Plus},
                                                          {"vip"_L1, ValueTier::Vip}});
    return target;
}

QSet<QString> readNames(const JsonNode &node)
{
    QSet<QString> names;
    for (const JsonNode &name : node.list())
        names.insert(name.text());
    return names;
}

/// "switches": {"mood": false}. What is locked, or what contain rests on, has no switch.
QSet<Rule> readSwitches(const JsonNode &node)
{
    QSet<Rule> off;
    if (!node.isObject())
        node.fail(u"expected an object"_s);
    for (const QString &key : node.keys()) {
        const JsonNode entry = node.at(key.toStdString());
        const std::optional<Rule> rule = ruleNamed(key);
        if (!rule)
            entry.fail(u"no rule of this name"_s);
        else if (isLocked(*rule))
            entry.fail(u"is locked: nothing switches it"_s);
        else if (!isSwitchable(*rule))
            entry.fail(u"cannot be switched"_s);
        else if (!entry.flag())
            off.insert(*rule);
    }
    return off;
}

/// "matrix": {"refund_status": {"risk": "high", "complexity": "low"}}.
QHash<QString, Cell> readMatrix(const JsonNode &node)
{
    QHash<QString, Cell> matrix;
    if (!node.isObject())
        node.fail(u"expected an object"_s);
    const auto level = [](const JsonNode &at) {
        return at.oneOf<Level>({{"low"_L1, Level::Low}, {"high"_L1, Level::High}});
    };
    for (const QString &name : node.keys()) {
        const JsonNode cell = node.at(name.toStdString());
        if (cell.object({"risk", "complexity"}))
            matrix.insert(name, {level(cell.at("risk")), level(cell.at("complexity"))});
    }
    return matrix;
}

/// "canary": {"refund_status": 0.05}.
QHash<QString, double> readShares(const JsonNode &node)
{
    QHash<QString, double> shares;
    if (!node.isObject())
        node.fail(u"expected an object"_s);
    for (const QString &name : node.keys())
        shares.insert(name, node.at(name.toStdString()).real(0, mostCanaryShare));
    return shares;
}

Judgement readJudgement(const JsonNode &node)
{
    Judgement judgement;
    if (!node.object({"contain_confidence"},
                     {"medium_confidence", "mood_at_or_below", "most_failed_tools",
                      "most_same_answers", "most_contacts_90d", "value_from", "switches", "matrix",
                      "open", "rolled_back", "rolled_back_tiers", "canary"}))
        return judgement;
    judgement.containConfidence = node.at("contain_confidence").real(0.5, 1);
    judgement.mediumConfidence = std::min(judgement.mediumConfidence, judgement.containConfidence);
    if (node.has("medium_confidence"))
        judgement.mediumConfidence
            = node.at("medium_confidence").real(0, judgement.containConfidence);
    const auto number = [&node](const char *key, int least, int most, int &value) {
        if (node.has(key))
            value = node.at(key).number(least, most);
    };
    number("mood_at_or_below", 1, 4, judgement.moodAtOrBelow);
    number("most_failed_tools", 0, 100, judgement.mostFailedTools);
    number("most_same_answers", 1, 100, judgement.mostSameAnswers);
    number("most_contacts_90d", 0, 1000, judgement.mostContacts);
    if (node.has("value_from"))
        judgement.valueFrom = node.at("value_from")
                                  .oneOf<ValueTier>({{"standard"_L1, ValueTier::Standard},
                                                     {"plus"_L1, ValueTier::Plus},
                                                     {"vip"_L1, ValueTier::Vip}});
    if (node.has("switches"))
        judgement.off = readSwitches(node.at("switches"));
    if (node.has("matrix"))
        judgement.matrix = readMatrix(node.at("matrix"));
    if (node.has("open"))
        judgement.open = readNames(node.at("open"));
    if (node.has("rolled_back"))
        judgement.rolledBack = readNames(node.at("rolled_back"));
    if (node.has("canary"))
        judgement.canary = readShares(node.at("canary"));
    if (node.has("rolled_back_tiers")) {
        for (const JsonNode &tier : node.at("rolled_back_tiers").list())
            judgement.rolledBackTiers.insert(
                tier.oneOf<Route>({{"A"_L1, Route::Contain}, {"B"_L1, Route::Assist}}));
    }
    return judgement;
}

/// "arrivals": {"incident_window_minutes": 120}. All of it may be left out.
ArrivalLimits readArrivals(const JsonNode &node)
{
    ArrivalLimits limits;
    if (!node.object({}, {"incident_window_minutes", "incident_customers", "recontact_hours"}))
        return limits;
    if (node.has("incident_window_minutes"))
        limits.incidentWindowMs = node.at("incident_window_minutes").number(5, 1440) * minuteMs;
    if (node.has("incident_customers"))
        limits.incidentCustomers = node.at("incident_customers").number(2, 1000);
    if (node.has("recontact_hours"))
        limits.recontactMs = node.at("recontact_hours").number(1, 720) * hourMs;
    return limits;
}

/// "actions": {"refund": {"approve_above": [{"amount": 100, "currency": "EUR"}]}}.
QList<ActionLimit> readActions(const JsonNode &node)
{
    QList<ActionLimit> limits;
    if (!node.isObject())
        node.fail(u"expected an object"_s);
    for (const QString &name : node.keys()) {
        const JsonNode one = node.at(name.toStdString());
        ActionLimit limit;
        limit.action = name;
        if (one.object({}, {"approve_above", "lead"}) && one.has("approve_above")) {
            for (const JsonNode &most : one.at("approve_above").list()) {
                if (most.object({"amount", "currency"}))
                    limit.approveAbove.append(
                        {most.at("amount").real(0, 1e9), most.at("currency").text(3)});
            }
        }
        if (one.has("lead"))
            limit.lead = one.at("lead").flag();
        limits.append(limit);
    }
    return limits;
}

Rule readRule(const JsonNode &node)
{
    return node.oneOf<Rule>({{"safety"_L1, Rule::Safety},
                             {"legal"_L1, Rule::Legal},
                             {"fraud"_L1, Rule::Fraud},
                             {"account_takeover"_L1, Rule::AccountTakeover},
                             {"vulnerable"_L1, Rule::Vulnerable},
                             {"regulator_press"_L1, Rule::RegulatorOrPress},
                             {"data_protection"_L1, Rule::DataProtection}});
}

/// "stays_here": {"rules": ["safety"]}. All of it may be left out.
StaysHere readStaysHere(const JsonNode &node, const QList<Queue> &queues)
{
    StaysHere stays;
    if (!node.object({}, {"queues", "intents", "risk_flags", "rules"}))
        return stays;
    if (node.has("queues")) {
        for (const JsonNode &queue : node.at("queues").list()) {
            stays.queues.append(QueueId(queue.text()));
            if (std::ranges::find(queues, stays.queues.last(), &Queue::id) == queues.end())
                queue.fail(u"names no queue"_s);
        }
    }
    if (node.has("intents")) {
        for (const JsonNode &intent : node.at("intents").list())
            stays.intents.append(intent.text());
    }
    if (node.has("risk_flags")) {
        for (const JsonNode &flag : node.at("risk_flags").list())
            stays.riskFlags.append(flag.text());
    }
    if (node.has("rules")) {
        for (const JsonNode &rule : node.at("rules").list())
            stays.rules.append(readRule(rule));
    }
    return stays;
}

/// "approval": {"agents": ["lea"], "intents": ["refund_missing"]}. All of it may be left out.
ApprovalNames readApproval(const JsonNode &node)
{
    ApprovalNames names;
    if (!node.object({}, {"agents", "intents"}))
        return names;
    const auto read = [&node](const char *key, const auto &take) {
        QStringList known;
        if (!node.has(key))
            return;
        for (const JsonNode &one : node.at(key).list()) {
            const QString name = one.text();
            if (name.trimmed().isEmpty())
                one.fail(u"expected a name"_s);
            else if (known.contains(name))
                one.fail(u"is there twice"_s);
            known.append(name);
            take(name);
        }
    };
    read("agents", [&names](const QString &name) { names.agents.append(AgentId(name)); });
    read("intents", [&names](const QString &name) { names.intents.append(name); });
    return names;
}

constexpr double mostRate = 1e6;

/// "costs": {"agent_hour": {"amount": 38, "currency": "EUR"}}. All of it may be left out.
Costs readCosts(const JsonNode &node)
{
    Costs costs;
    if (!node.object({}, {"agent_hour", "bot_contact"}))
        return costs;
    const auto read = [&](const char *key, std::optional<double> &rate) {
        if (!node.has(key) || !node.at(key).object({"amount", "currency"}))
            return;
        const JsonNode currency = node.at(key).at("currency");
        const QString code = currency.text(3);
        if (code.size() != 3
            || !std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; }))
            currency.fail(u"expected a currency as EUR"_s);
        else if (!costs.currency.isEmpty() && code != costs.currency)
            currency.fail(u"expected one currency for all: %1"_s.arg(costs.currency));
        costs.currency = code;
        rate = node.at(key).at("amount").real(0, mostRate);
    };
    read("agent_hour", costs.agentHour);
    read("bot_contact", costs.botContact);
    return costs;
}

template <class List, class Of>
void refuseDoubles(const JsonNode &node, const List &list, Of of)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        for (qsizetype before = 0; before < i; ++before) {
            if (list[before].*of == list[i].*of)
                node.list()[i].at("id").fail(u"is there twice"_s);
        }
    }
}

Policy readPolicyRoot(const JsonNode &root)
{
    Policy policy;
    if (!root.object(
            {"policy", "version", "name", "default_queue", "queues", "calendars", "targets"},
            {"judgement", "arrivals", "actions", "stays_here", "stop_loss", "approval", "costs"}))
        return policy;
    if (root.at("policy").text() != "baton-policy/1"_L1)
        root.at("policy").fail(u"expected baton-policy/1"_s);
    policy.version = root.at("version").number(1, 1'000'000);
    policy.name = root.at("name").text();
    for (const JsonNode &node : root.at("calendars").list())
        policy.calendars.append(readCalendar(node));
    for (const JsonNode &node : root.at("queues").list())
        policy.queues.append(readQueue(node, policy.calendars));
    for (const JsonNode &node : root.at("targets").list())
        policy.targets.append(readTarget(node, policy.queues));
    refuseDoubles(root.at("calendars"), policy.calendars, &Calendar::id);
    refuseDoubles(root.at("queues"), policy.queues, &Queue::id);
    policy.defaultQueue = QueueId(root.at("default_queue").text());
    if (std::ranges::find(policy.queues, policy.defaultQueue, &Queue::id) == policy.queues.end())
        root.at("default_queue").fail(u"names no queue"_s);
    if (root.has("judgement"))
        policy.judgement = readJudgement(root.at("judgement"));
    if (root.has("arrivals"))
        policy.arrivals = readArrivals(root.at("arrivals"));
    if (root.has("actions"))
        policy.actions = readActions(root.at("actions"));
    if (root.has("stays_here"))
        policy.staysHere = readStaysHere(root.at("stays_here"), policy.queues);
    if (root.has("stop_loss"))
        policy.stopLoss = readStopLoss(root.at("stop_loss"));
    if (root.has("approval"))
        policy.approval = readApproval(root.at("approval"));
    if (root.has("costs"))
        policy.costs = readCosts(root.at("costs"));
    return policy;
}

} // namespace

Result<Policy> readPolicy(const QByteArray &json)
{
    const nlohmann::json document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (document.is_discarded())
        return Error{ErrorCode::InvalidInput, u"policy"_s, u": not JSON"_s};
    std::optional<Error> problem;
    Policy policy = readPolicyRoot(JsonNode(document, u"policy"_s, problem));
    if (problem)
        return *problem;
    return policy;
}

Policy bundledPolicy()
{
    QFile file(u":/policy/policy.json"_s);
    Result<Policy> policy = file.open(QIODevice::ReadOnly)
        ? readPolicy(file.readAll())
        : Error{ErrorCode::Internal, file.fileName(), {}};
    Q_ASSERT(policy);
    return std::move(policy).value_or(Policy{});
}

} // namespace baton::policy
