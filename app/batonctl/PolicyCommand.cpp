#include "app/batonctl/PolicyParts.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "core/desk/PolicyReplay.h"
#include "core/policy/Versions.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

const char *nameOf(PolicyConflict kind)
{
    switch (kind) {
    case PolicyConflict::UnknownIntent:
        return "unknown_intent";
    case PolicyConflict::OpensTierC:
        return "opens_tier_c";
    case PolicyConflict::OpensTierA:
        return "opens_tier_a";
    case PolicyConflict::OpenAndBack:
        return "open_and_rolled_back";
    case PolicyConflict::CanaryAndBack:
        return "canary_and_rolled_back";
    case PolicyConflict::SameTarget:
        return "same_target";
    case PolicyConflict::NothingLeft:
        return "nothing_left_for_the_bot";
    }
    return "";
}

Json toJson(const signs::TermExample &example)
{
    return {{"rule", utf8(example.rule)},
            {"language", utf8(example.language)},
            {"expected", example.fires ? "fires" : "quiet"},
            {"text", utf8(example.text)}};
}

Json toJson(const PolicyProblem &problem)
{
    return {{"conflict", nameOf(problem.kind)},
            {"place", utf8(problem.place)},
            {"subject", utf8(problem.subject)}};
}

QString lineOf(const PolicyProblem &problem)
{
    return u"%1: %2 %3"_s
        .arg(problem.place, QString::fromLatin1(nameOf(problem.kind)), problem.subject)
        .trimmed();
}

Exit check(Session &session)
{
    const auto policy = policyFor(session);
    const auto terms = termsFor(session);
    if (!policy || !terms)
        return Exit::CouldNot;
    const QList<signs::TermExample> wrong = terms->wrongExamples();
    const QList<PolicyProblem> conflicts = policy::conflictsIn(*policy, policy::bundledCatalogue());
    if (session.output.isJson()) {
        Json list = Json::array();
        for (const signs::TermExample &example : wrong)
            list.push_back(toJson(example));
        Json problems = Json::array();
        for (const PolicyProblem &problem : conflicts)
            problems.push_back(toJson(problem));
        session.output.json({{"policy_version", policy->version},
                             {"examples", terms->examples().size()},
                             {"wrong", list},
                             {"conflicts", problems}});
    } else {
        for (const signs::TermExample &example : wrong)
            session.output.line(u"%1 %2: %3 “%4”"_s.arg(
                example.rule, example.language, example.fires ? u"stays quiet on"_s : u"fires on"_s,
                example.text));
        for (const PolicyProblem &problem : conflicts)
            session.output.line(lineOf(problem));
        session.output.line(
            u"Policy v%1 is well-formed. %2 of %3 examples are right."_s.arg(policy->version)
                .arg(terms->examples().size() - wrong.size())
                .arg(terms->examples().size()));
    }
    return wrong.isEmpty() && conflicts.isEmpty() ? Exit::Done : Exit::DoneWithRejects;
}

/// The newest first; the bundled one is the last. Absent where that was told.
std::optional<QList<PolicyVersion>> versionsIn(Session &session, store::Store &store)
{
    auto versions = awaited(store.policies());
    if (!versions) {
        session.output.problem(words(versions.error(), u"read the policy's versions"_s));
        return {};
    }
    versions->append(policy::bundledVersion());
    return *versions;
}

Exit history(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    const auto versions = store ? versionsIn(session, *store) : std::nullopt;
    if (!versions)
        return Exit::CouldNot;
    for (const PolicyVersion &one : *versions) {
        const bool bundled = one.version == 1;
        if (session.output.isJson()) {
            Json json{{"version", one.version}, {"sha256", one.sha256.toStdString()}};
            json["author"] = bundled ? Json() : Json(utf8(one.author.id));
            json["at"] = bundled ? Json() : Json(utf8(toRfc3339(one.at)));
            json["note"] = bundled ? Json() : Json(utf8(one.note));
            session.output.json(json);
        } else {
            session.output.line(bundled ? u"v1  came with Baton"_s
                                        : u"v%1  %2  %3  %4"_s.arg(one.version)
                                              .arg(toRfc3339(one.at), one.author.id, one.note));
        }
    }
    return Exit::Done;
}

/// Null where there is no such version, which is told.
const PolicyVersion *find(Session &session, const QList<PolicyVersion> &versions,
                          const QString &number)
{
    const auto text = number.startsWith(u'v') ? number.mid(1) : number;
    for (const PolicyVersion &one : versions) {
        if (QString::number(one.version) == text)
            return &one;
    }
    session.output.problem(u"There is no version %1 of the policy. batonctl policy history lists "
                           "them."_s.arg(number));
    return nullptr;
}

Exit diff(Session &session)
{
    const QStringList &asked = session.options.operands;
    const auto store = openStore(session, store::Access::ReadOnly);
    const auto versions = store ? versionsIn(session, *store) : std::nullopt;
    if (!versions)
        return Exit::CouldNot;
    const PolicyVersion *from = find(session, *versions, asked[1]);
    const PolicyVersion *to
        = asked.size() > 2 ? find(session, *versions, asked[2]) : &versions->first();
    if (!from || !to)
        return Exit::CouldNot;
    for (const PolicyChange &change :
         policy::differences(policy::complete(from->file), policy::complete(to->file))) {
        if (session.output.isJson())
            session.output.json({{"place", utf8(change.place)},
                                 {"before", utf8(change.before)},
                                 {"after", utf8(change.after)}});
        else
            session.output.line(u"%1: %2 → %3"_s.arg(
                change.place, change.before.isEmpty() ? u"(none)"_s : change.before,
                change.after.isEmpty() ? u"(none)"_s : change.after));
    }
    return Exit::Done;
}

/// What is to be published: the file that --policy names, or an old version.
std::optional<QByteArray> fileToPublish(Session &session, const QList<PolicyVersion> &versions)
{
    const QStringList &asked = session.options.operands;
    if (session.options.policy.isEmpty() == (asked.size() == 1)) {
        session.output.problem(
            u"policy publish takes --policy FILE, or the version to go back to."_s);
        return {};
    }
    if (asked.size() > 1) {
        const PolicyVersion *old = find(session, versions, asked[1]);
        return old ? std::optional(old->file) : std::nullopt;
    }
    if (!policyFor(session)) // tells what is wrong with it
        return {};
    QFile file(session.options.policy);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

Exit publish(Session &session)
{
    if (session.options.note.trimmed().isEmpty()) {
        session.output.problem(u"A version says why it was made: --note TEXT."_s);
        return Exit::Usage;
    }
    const Agent agent = agentOf(session);
    if (agent.role != Role::Lead) {
        session.output.problem(u"Only a lead publishes a policy. The role is in the settings."_s);
        return Exit::CouldNot;
    }
    const auto store = openStore(session, store::Access::ReadWrite);
    const auto versions = store ? versionsIn(session, *store) : std::nullopt;
    const auto file = versions ? fileToPublish(session, *versions) : std::nullopt;
    if (!file)
        return Exit::CouldNot;
    const int next = versions->first().version + 1;
    const auto made = policy::numbered(*file, next);
    if (!made) {
        session.output.problem(words(made.error(), u"publish the policy"_s));
        return Exit::CouldNot;
    }
    const auto done
        = awaited(store->addPolicy({next, agent.person(), session.clock.now(),
                                    session.options.note.trimmed(), policy::hashOf(*made), *made}));
    if (!done) {
        session.output.problem(words(done.error(), u"publish the policy"_s));
        return Exit::CouldNot;
    }
    const auto read = policy::readPolicy(*made);
    for (const PolicyProblem &problem :
         policy::conflictsIn(read.value_or({}), policy::bundledCatalogue()))
        session.output.aside(lineOf(problem));
    if (session.output.isJson())
        session.output.json({{"version", next}, {"sha256", policy::hashOf(*made).toStdString()}});
    else
        session.output.line(u"Policy v%1 holds now."_s.arg(next));
    return Exit::Done;
}

} // namespace

Exit policyCommand(Session &session)
{
    const QStringList &asked = session.options.operands;
    const QString what = asked.first();
    if (what == "check"_L1 && asked.size() == 1)
        return check(session);
    if (what == "replay"_L1 && asked.size() == 1)
        return replayPolicy(session);
    if (what == "replay"_L1 && asked.mid(1) == QStringList{u"selftest"_s})
        return timeReplay(session);
    if (what == "history"_L1 && asked.size() == 1)
        return history(session);
    if (what == "diff"_L1 && asked.size() > 1)
        return diff(session);
    if (what == "publish"_L1 && asked.size() < 3)
        return publish(session);
    session.output.problem(u"policy takes check, replay, history, diff or publish"_s);
    return Exit::Usage;
}

} // namespace baton::ctl
