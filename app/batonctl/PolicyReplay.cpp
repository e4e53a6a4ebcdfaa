#include "core/desk/PolicyReplay.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/IntentsParts.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/PolicyParts.h"
#include "app/batonctl/Stores.h"
#include "core/base/Dice.h"
#include "core/desk/ConversationJudge.h"
#include "core/packet/Words.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr int windowDays = 30;
constexpr Route routes[] = {Route::Contain, Route::Assist, Route::Escalate};

Json byRoute(const std::array<qint64, 3> &counts)
{
    Json json;
    for (const Route route : routes)
        json[routeName(route)] = counts[std::size_t(route)];
    return json;
}

Json toJson(const policy::Load &load)
{
    Json json{{"conversations", load.people}, {"agent_hours", std::round(load.hours * 10) / 10}};
    json["late"] = load.late ? Json(*load.late) : Json();
    return json;
}

Json toJson(const PolicyTrial &trial)
{
    const policy::Comparison &found = trial.routes;
    Json flows = Json::array();
    for (const Route from : routes) {
        for (const Route to : routes) {
            if (const qint64 n = found.flows[std::size_t(from)][std::size_t(to)]; n > 0)
                flows.push_back({{"from", routeName(from)}, {"to", routeName(to)}, {"n", n}});
        }
    }
    Json intents = Json::array();
    for (const policy::IntentFlow &intent : found.intents) {
        if (intent.changed > 0)
            intents.push_back({{"intent", intentName(intent.intent)},
                               {"n", intent.all},
                               {"changed", intent.changed},
                               {"before", byRoute(intent.before)},
                               {"after", byRoute(intent.after)}});
    }
    return {{"conversations", found.all},   {"changed", found.changed},
            {"outcome_known", found.known}, {"flows", flows},
            {"intents", intents},           {"before", toJson(trial.before)},
            {"after", toJson(trial.after)}};
}

/// Ids of rows, as many as are there.
QHash<qint64, ConversationId> idsOf(store::Store &store, const QList<qint64> &rows)
{
    QHash<qint64, ConversationId> ids;
    const auto found = awaited(store.rows(rows));
    for (const QueueRow &row : found.value_or({}))
        ids.insert(row.row, row.id);
    return ids;
}

Json changedList(Session &session, store::Store &store, const PolicyHistory &history,
                 const PolicyTrial &trial, const policy::Policy &draft)
{
    const SignalColumns &columns = history.columns();
    const std::vector<quint32> rules = history.rulesUnder(draft);
    const auto count = std::min(trial.routes.changedAt.size(), std::size_t(session.options.limit));
    QList<qint64> rows;
    for (std::size_t i = 0; i < count; ++i)
        rows.append(columns.row[trial.routes.changedAt[i]]);
    const auto ids = idsOf(store, rows);
    Json list = Json::array();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = trial.routes.changedAt[i];
        const SignalRecord record = columns.at(at);
        const Route to = policy::routeOf(rules[at]);
        Json json{{"id", utf8(ids.value(columns.row[at]).text())},
                  {"intent", intentName(record.intent)},
                  {"confidence", record.confidence / 1e4},
                  {"from", routeName(policy::routeOf(history.rulesNow()[at]))},
                  {"to", routeName(to)}};
        json["outcome"] = policy::isKnown(columns, at, to)
            ? Json(std::string(packet::wordOf(packet::outcomeWords, *record.outcome)))
            : Json("unknown");
        list.push_back(std::move(json));
    }
    return list;
}

void tell(Session &session, const PolicyTrial &trial, const Json &changed)
{
    const policy::Comparison &found = trial.routes;
    Output &output = session.output;
    output.line(u"%1 of %2 conversations would change route; of %3 the outcome is known."_s
                    .arg(found.changed)
                    .arg(found.all)
                    .arg(found.known));
    for (const Route from : routes) {
        for (const Route to : routes) {
            const qint64 n = found.flows[std::size_t(from)][std::size_t(to)];
            if (from != to && n > 0)
                output.line(
                    u"  %1 to %2: %3"_s
                        .arg(QLatin1StringView(routeName(from)), QLatin1StringView(routeName(to)))
                        .arg(n));
        }
    }
    output.line(u"Hours of people: %1, now %2."_s.arg(trial.after.hours, 0, 'f', 1)
                    .arg(trial.before.hours, 0, 'f', 1));
    if (trial.after.late && trial.before.late)
        output.line(u"Late replies in a simulated queue: %1, now %2."_s.arg(*trial.after.late)
                        .arg(*trial.before.late));
    else
        output.line(u"Late replies are unknown: no person answered in that time."_s);
    for (const Json &one : changed)
        output.line(u"  %1  %2 to %3  %4  outcome %5"_s.arg(
            QString::fromStdString(one["id"]), QString::fromStdString(one["from"]),
            QString::fromStdString(one["to"]), QString::fromStdString(one["intent"]),
            QString::fromStdString(one["outcome"])));
}

SignalRecord invented(Dice &dice, const QList<Intent> &intents)
{
    SignalRecord record;
    record.at = {1'760'000'000'000 + dice.below(qsizetype(windowDays) * 86'400) * 1000LL};
    record.arrivedS = quint32(dice.below(900));
    record.intent = dice.pick(intents).name;
    record.confidence = quint16(dice.below(10'001));
    record.phrases = dice.chance(12) ? quint16(1U << unsigned(dice.below(11))) : quint16(0);
    record.botDisagrees = dice.chance(10);
    record.mood = quint8(dice.between(1, 5));
    record.failedTools = dice.chance(8) ? 1 : 0;
    record.sameAnswers = quint16(dice.below(4));
    record.contacts90d = quint16(dice.below(5));
    record.value = static_cast<ValueTier>(dice.below(4));
    record.taken = static_cast<Route>(dice.below(3));
    return record;
}

} // namespace

Exit replayPolicy(Session &session)
{
    if (session.options.policy.isEmpty()) {
        session.output.problem(u"policy replay needs --policy FILE: what is to be tried."_s);
        return Exit::Usage;
    }
    const auto draft = policyFor(session);
    const auto now = draft ? policyOf(session) : std::nullopt;
    if (!now)
        return Exit::CouldNot;
    auto access = store::Access::ReadOnly;
    const auto store = openStoreAsItCan(session, access);
    if (!store)
        return Exit::CouldNot;
    const Catalogue catalogue = policy::bundledCatalogue();
    auto reader = readerFor(session, catalogue);
    if (!reader)
        return Exit::CouldNot;
    const ConversationJudge judge(std::move(*reader), *now, catalogue);
    const Instant to = session.options.to.value_or(session.clock.now());
    const Instant from = session.options.from.value_or(to + -windowDays * dayMs);
    const Interrupt interrupt;
    const auto columns
        = signalsOf(*store, judge, {from, to},
                    access == store::Access::ReadWrite ? Keep::Yes : Keep::No, [&](qint64 read) {
                        session.output.progress(u"Reading texts (%1)"_s.arg(read), 0);
                        return !Interrupt::isRequested();
                    });
    session.output.endProgress();
    if (!columns) {
        session.output.problem(words(columns.error(), u"read the conversations"_s));
        return Exit::CouldNot;
    }
    const PolicyHistory history(*columns, *now, catalogue);
    const PolicyTrial trial = history.tryOut(*draft);
    const Json changed = changedList(session, *store, history, trial, *draft);
    if (!session.output.isJson()) {
        tell(session, trial, changed);
        return Exit::Done;
    }
    Json json{
        {"from", utf8(toRfc3339(from))}, {"to", utf8(toRfc3339(to))}, {"policy_now", now->version}};
    json.update(toJson(trial));
    json["list"] = changed;
    session.output.json(json);
    return Exit::Done;
}

Exit timeReplay(Session &session)
{
    constexpr int many = 1'000'000;
    constexpr int month = 20'000;
    constexpr int slice = 10'000;
    const QTemporaryDir folder;
    const QString place = folder.path();
    const policy::Policy now = policy::bundledPolicy();
    policy::Policy draft = now;
    draft.judgement.containConfidence = 0.8;
    const Catalogue catalogue = policy::bundledCatalogue();
    auto store
        = store::Store::open({place + u"/data"_s, place + u"/state"_s}, store::Access::ReadWrite,
                             {[](const Conversation &c, const auto &) { return c; },
                              [](const Conversation &, const auto &) { return Placement(); },
                              {}},
                             session.clock);
    if (!store) {
        session.output.problem(words(store.error(), u"make a store to try it in"_s));
        return Exit::CouldNot;
    }
    Dice dice(session.options.seed);
    for (int begin = 0; begin < many; begin += slice) {
        QList<store::StoredSignals> some;
        for (int i = begin; i < begin + slice; ++i)
            some.append({i + 1, invented(dice, catalogue.intents)});
        if (const auto saved = awaited((*store)->saveSignals(some, 1)); !saved) {
            session.output.problem(words(saved.error(), u"store signals"_s));
            return Exit::CouldNot;
        }
        session.output.progress(u"Inventing conversations"_s, double(begin) / many);
    }
    session.output.endProgress();
    QElapsedTimer timer;
    timer.start();
    const auto columns
        = awaited((*store)->signalColumns({0}, {std::numeric_limits<qint64>::max()}));
    const double loadMs = double(timer.nsecsElapsed()) / 1e6;
    if (!columns)
        return Exit::CouldNot;
    timer.restart();
    const auto before = policy::replay(*columns, now, catalogue);
    const double replayMs = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    const auto found
        = policy::compare(*columns, before, policy::replay(*columns, draft, catalogue));
    const double comparedMs = double(timer.nsecsElapsed()) / 1e6;
    SignalColumns some;
    for (std::size_t i = 0; i < month; ++i)
        some.append(columns->row[i], columns->at(i));
    const PolicyHistory history(some, now, catalogue);
    constexpr int steps = 20;
    double worstMs = 0;
    for (int step = 0; step < steps; ++step) {
        draft.judgement.containConfidence = 0.7 + step / 100.0;
        timer.restart();
        const auto dragged = history.compare(draft);
        worstMs = std::max(worstMs, double(timer.nsecsElapsed()) / 1e6);
    }
    const auto toTenth = [](double ms) { return std::round(ms * 10) / 10; };
    writeScores(session,
                {{"conversations", many},
                 {"bytes_each", SignalColumns::bytesEach},
                 {"load_ms", toTenth(loadMs)},
                 {"replay_ms", toTenth(replayMs)},
                 {"replay_and_compare_ms", toTenth(comparedMs)},
                 {"changed", found.changed},
                 {"drag_20000_worst_ms", toTenth(worstMs)}});
    return Exit::Done;
}

} // namespace baton::ctl
