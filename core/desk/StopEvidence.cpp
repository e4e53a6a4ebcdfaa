#include "core/desk/StopEvidence.h"

#include "core/base/Async.h"
#include "core/base/PersonalData.h"
#include "core/base/WholeFile.h"
#include "core/desk/StopFigures.h"
#include "core/desk/StopHistory.h"
#include "core/desk/StopLimits.h"
#include "core/policy/Versions.h"
#include "core/store/Store.h"

#include <QtCore/QDate>
#include <QtCore/QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Json = nlohmann::ordered_json;

constexpr int longestName = 60; // of a segment, in a folder's name

/// The window that tripped; of a trip without a figure the longest.
void setWindow(StopEvidence &evidence, const policy::StopLossLimits &limits)
{
    const quality::FallLimit fall = guardLimitsOf(limits).fall;
    const int longest = *std::max_element(limits.windows.begin(), limits.windows.end());
    const bool fell = evidence.verdict && evidence.verdict->window > 0;
    const int weeks = fell ? evidence.verdict->window : longest;
    // A fall is seen once its weeks have matured; all else at once.
    evidence.windowTo = evidence.event.week - (fell ? fall.maturingWeeks : 0);
    evidence.windowFrom = evidence.windowTo - weeks + 1;
    evidence.referenceFrom = evidence.windowFrom - limits.reference;
}

void setWeeks(StopEvidence &evidence, const store::Tallies &tallies, const store::StopFacts &facts)
{
    std::map<int, StopEvidence::WeekLine> weeks;
    for (int week = evidence.referenceFrom; week <= evidence.windowTo; ++week) {
        weeks[week].week = week;
        weeks[week].inWindow = week >= evidence.windowFrom;
    }
    for (const store::TallyLine &line : tallies.lines) {
        const auto at = weeks.find(line.at);
        if (at == weeks.end() || line.arm != Arm::BotOnly
            || !evidence.event.intents.contains(line.intent))
            continue;
        StopEvidence::WeekLine &week = at->second;
        week.ended += line.counts[Count::Ended];
        week.rated += line.counts[Count::Rated];
        week.satisfied += line.counts[Count::Satisfied];
        if (line.matured) {
            week.matured += line.counts[Count::Ended];
            week.back += line.counts[Count::Back];
        }
    }
    for (const store::StopFacts::Hard &hard : facts.hard) {
        const auto at = weeks.find(weekOfDay(hard.day));
        if (at != weeks.end() && evidence.event.intents.contains(hard.intent))
            at->second.hardEvents += int(hard.n);
    }
    for (const auto &[week, line] : weeks)
        evidence.weeks.append(line);
}

bool isWorse(const store::ContactLine &a, const store::ContactLine &b)
{
    constexpr static int unrated = 6;
    const auto key = [](const store::ContactLine &line) {
        return std::tuple(line.facts.csat.value_or(unrated), !line.cameBack,
                          -line.facts.endedAt.value_or(Instant()).ms, line.row);
    };
    return key(a) < key(b);
}

Result<void> setWorst(StopEvidence &evidence, store::Store &store)
{
    const QStringList intents = evidence.event.intents;
    const int last = firstDayOfWeek(evidence.windowTo + 1) - 1;
    auto lines = awaited(store.contactLines(
        firstDayOfWeek(evidence.windowFrom), last, [intents](const ContactFacts &facts, bool) {
            return facts.arm == Arm::BotOnly && intents.contains(facts.intent);
        }));
    if (!lines)
        return lines.error();
    evidence.ofContacts = qint64(lines->size());
    const auto many = std::min<std::size_t>(mostWorst, lines->size());
    std::partial_sort(lines->begin(), lines->begin() + qsizetype(many), lines->end(), &isWorse);
    lines->resize(many);
    QList<qint64> rows;
    for (const store::ContactLine &line : *lines)
        rows.append(line.row);
    const auto known = awaited(store.rows(rows));
    if (!known)
        return known.error();
    for (const store::ContactLine &line : *lines) {
        const auto row = std::find_if(known->begin(), known->end(),
                                      [&](const QueueRow &one) { return one.row == line.row; });
        evidence.worst.append({row == known->end() ? ConversationId() : row->id,
                               line.facts.endedAt.value_or(Instant()), line.facts.csat,
                               line.cameBack, line.facts.intent,
                               row == known->end() ? QString() : text::masked(row->need)});
    }
    return {};
}

/// What came in the window, each beside the one before it.
void setVersions(StopEvidence &evidence, QList<PolicyVersion> versions, Instant from, Instant to)
{
    versions.append(policy::bundledVersion());
    for (qsizetype i = versions.size() - 2; i >= 0; --i) {
        const PolicyVersion &one = versions[i];
        if (one.at >= from && one.at < to)
            evidence.policy.append({one.version, one.author, one.at, one.note,
                                    policy::differences(versions[i + 1].file, one.file)});
    }
}

Json personJson(const Person &person)
{
    return {{"id", person.id.toStdString()}, {"name", person.name.toStdString()}};
}

std::string bytesOf(const QString &text)
{
    return text.toStdString();
}

} // namespace

Result<StopEvidence> gatherEvidence(store::Store &store, const StopEvent &event,
                                    const policy::Policy &policy, const Catalogue &catalogue,
                                    int maturedDay)
{
    StopEvidence evidence;
    evidence.event = event;
    evidence.title = catalogue.titleOf(event.segment);
    evidence.verdict = verdictOf(event.figures);
    if (evidence.verdict && evidence.verdict->window == 0)
        evidence.verdict.reset(); // too few to say anything
    evidence.limits = guardLimitsOf(policy.stopLoss);
    setWindow(evidence, policy.stopLoss);
    const int first = firstDayOfWeek(evidence.referenceFrom);
    const int last = firstDayOfWeek(evidence.windowTo + 1) - 1;
    const auto tallies = awaited(store.tallies({first, last, maturedDay, store::By::Week}));
    if (!tallies)
        return tallies.error();
    const auto facts = awaited(store.stopFacts(first, last, hardPhrases()));
    if (!facts)
        return facts.error();
    setWeeks(evidence, *tallies, *facts);
    if (const auto worst = setWorst(evidence, store); !worst)
        return worst.error();
    const auto versions = awaited(store.policies());
    if (!versions)
        return versions.error();
    // Up to the event itself: what it brought about is no cause of it.
    const Instant from{firstDayOfWeek(evidence.windowFrom) * dayMs};
    const Instant to = event.at > from ? event.at : Instant{(last + 1) * dayMs};
    setVersions(evidence, *versions, from, to);
    auto knowledge = awaited(store.knowledgeChanges(from, to));
    if (!knowledge)
        return knowledge.error();
    evidence.knowledge = std::move(knowledge).value();
    return evidence;
}

nlohmann::ordered_json toJson(const StopEvidence &evidence)
{
    const StopEvent &event = evidence.event;
    Json json{{"evidence", "baton-stop-loss/1"},
              {"segment", bytesOf(event.segment)},
              {"title", bytesOf(evidence.title)},
              {"week", bytesOf(isoWeek(event.week))},
              {"at", event.at.ms > 0 ? Json(bytesOf(toRfc3339(event.at))) : Json()},
              {"was", nameOf(event.was)},
              {"became", nameOf(event.became)},
              {"cause", event.became == GuardState::Armed ? Json() : Json(nameOf(event.cause))},
              {"reason", event.reason.isEmpty() ? Json() : Json(bytesOf(event.reason))},
              {"who", event.who.id.isEmpty() ? Json() : personJson(event.who)},
              {"policy_version", event.policy}};
    json["intents"] = Json::array();
    for (const QString &intent : event.intents)
        json["intents"].push_back(bytesOf(intent));
    json["window"] = {{"from", bytesOf(isoWeek(evidence.windowFrom))},
                      {"to", bytesOf(isoWeek(evidence.windowTo))},
                      {"held_against_from", bytesOf(isoWeek(evidence.referenceFrom))}};
    json["figures"] = evidence.verdict ? toJson(*evidence.verdict) : Json();
    Json weeks = Json::array();
    for (const StopEvidence::WeekLine &week : evidence.weeks)
        weeks.push_back({{"week", bytesOf(isoWeek(week.week))},
                         {"in_window", week.inWindow},
                         {"ended", week.ended},
                         {"rated", week.rated},
                         {"satisfied", week.satisfied},
                         {"matured", week.matured},
                         {"came_back", week.back},
                         {"hard_events", week.hardEvents}});
    json["weeks"] = weeks;
    Json worst = Json::array();
    for (const StopEvidence::Worst &one : evidence.worst)
        worst.push_back({{"id", bytesOf(one.conversation.text())},
                         {"ended_at", bytesOf(toRfc3339(one.endedAt))},
                         {"csat", one.csat ? Json(*one.csat) : Json()},
                         {"came_back", one.cameBack},
                         {"intent", bytesOf(one.intent)},
                         {"need", bytesOf(one.need)}});
    json["worst_conversations"]
        = {{"order", "csat ascending, unrated last; came_back first; newest first"},
           {"of", evidence.ofContacts},
           {"list", worst}};
    Json policy = Json::array();
    for (const StopEvidence::Version &one : evidence.policy) {
        Json changes = Json::array();
        for (const PolicyChange &change : one.changes)
            changes.push_back({{"place", bytesOf(change.place)},
                               {"before", bytesOf(change.before)},
                               {"after", bytesOf(change.after)}});
        policy.push_back({{"version", one.version},
                          {"at", bytesOf(toRfc3339(one.at))},
                          {"author", personJson(one.author)},
                          {"note", bytesOf(one.note)},
                          {"changes", changes}});
    }
    json["policy_changes"] = policy;
    Json knowledge = Json::array();
    for (const KnowledgeChange &one : evidence.knowledge)
        knowledge.push_back({{"at", bytesOf(toRfc3339(one.at))},
                             {"document", bytesOf(one.document.text())},
                             {"version", one.version},
                             {"title", bytesOf(one.title)},
                             {"author", bytesOf(one.author)},
                             {"retired", one.retired}});
    json["knowledge_changes"] = knowledge;
    return json;
}

QString evidenceName(const StopEvent &event)
{
    QString segment = event.segment.left(longestName);
    for (QChar &c : segment) {
        const bool fine = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
            || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
        if (!fine)
            c = u'_';
    }
    const int day = event.at.ms > 0 ? dayOf(event.at) : firstDayOfWeek(event.week + 1) - 1;
    return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate) + u'-' + segment;
}

Result<void> writeEvidence(const QString &folder, const StopEvidence &evidence,
                           const QByteArray &page)
{
    const QString made = folder + u".part"_s;
    QDir(made).removeRecursively();
    if (!QDir().mkpath(made))
        return Error{ErrorCode::Io, made, u"the folder cannot be made"_s};
    const QByteArray json = QByteArray::fromStdString(
        toJson(evidence).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    if (const auto done = writeWhole(made + u"/evidence.json"_s, json + '\n'); !done)
        return done;
    if (!page.isEmpty()) {
        if (const auto done = writeWhole(made + u"/index.html"_s, page); !done)
            return done;
    }
    if (QDir(folder).exists() && !QDir(folder).removeRecursively())
        return Error{ErrorCode::Io, folder, u"what was there cannot be removed"_s};
    if (!QDir().rename(made, folder))
        return Error{ErrorCode::Io, folder, u"the folder cannot be named so"_s};
    return {};
}

} // namespace baton
