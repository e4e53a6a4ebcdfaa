#include "app/batonctl/Command.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/Rows.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const signs::TermExample &example)
{
    return {{"rule", utf8(example.rule)},
            {"language", utf8(example.language)},
            {"expected", example.fires ? "fires" : "quiet"},
            {"text", utf8(example.text)}};
}

Exit check(Session &session)
{
    const auto policy = policyFor(session);
    const auto terms = termsFor(session);
    if (!policy || !terms)
        return Exit::CouldNot;
    const QList<signs::TermExample> wrong = terms->wrongExamples();
    if (session.output.isJson()) {
        Json list = Json::array();
        for (const signs::TermExample &example : wrong)
            list.push_back(toJson(example));
        session.output.json({{"policy_version", policy->version},
                             {"examples", terms->examples().size()},
                             {"wrong", list}});
    } else {
        for (const signs::TermExample &example : wrong)
            session.output.line(u"%1 %2: %3 “%4”"_s.arg(
                example.rule, example.language, example.fires ? u"stays quiet on"_s : u"fires on"_s,
                example.text));
        session.output.line(
            u"Policy v%1 is well-formed. %2 of %3 examples are right."_s.arg(policy->version)
                .arg(terms->examples().size() - wrong.size())
                .arg(terms->examples().size()));
    }
    return wrong.isEmpty() ? Exit::Done : Exit::DoneWithRejects;
}

} // namespace

Exit policyCommand(Session &session)
{
    if (session.options.operands != QStringList{u"check"_s}) {
        session.output.problem(u"policy takes check"_s);
        return Exit::Usage;
    }
    return check(session);
}

} // namespace baton::ctl
