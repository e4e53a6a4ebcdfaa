#include "app/batonctl/DraftEvidence.h"
#include "app/batonctl/DraftParts.h"
#include "app/batonctl/DraftWords.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/JsonObjects.h"
#include "core/base/Text.h"
#include "core/drafting/DraftCheck.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using ReplyJson = nlohmann::ordered_json;
using PassagesById = QHash<QString, ReplyJson>;

/// A line as `draft check` reads it; null where there is no reply, or not all that it rests on.
ReplyJson judgedLine(const ReplyJson &query, const PassagesById &passages)
{
    const auto reply = textOf(query, "reference_reply");
    const auto gold = query.find("gold");
    if (!reply || gold == query.end() || !gold->is_array() || gold->empty())
        return {};
    ReplyJson evidence{{"passages", ReplyJson::array()}, {"conversation", ReplyJson::array()}};
    for (const ReplyJson &id : *gold) {
        const auto found = id.is_string()
            ? passages.constFind(QString::fromStdString(id.get<std::string>()))
            : passages.cend();
        if (found == passages.cend())
            return {};
        evidence["passages"].push_back(*found);
    }
    const auto context = query.find("context");
    for (const ReplyJson &turn :
         context != query.end() && context->is_array() ? *context : ReplyJson::array()) {
        const QString said
            = turn.is_string() ? QString::fromStdString(turn.get<std::string>()) : QString();
        const bool agent = said.startsWith("agent: "_L1);
        evidence["conversation"].push_back(
            {{"from", agent ? "agent" : "customer"}, {"text", utf8(said.section(u": "_s, 1))}});
    }
    evidence["conversation"].push_back(
        {{"from", "customer"}, {"text", utf8(textOf(query, "query").value_or(QString()))}});
    ReplyJson sentences = ReplyJson::array();
    for (const QString &sentence : text::sentences(*reply))
        sentences.push_back({{"text", utf8(sentence)}});
    return {{"id", utf8(textOf(query, "qid").value_or(QString()))},
            {"evidence", std::move(evidence)},
            {"sentences", std::move(sentences)}};
}

struct ReplyCounts
{
    int replies = 0;
    int repliesFlagged = 0;
    int sentences = 0;
    int claims = 0;
    ReplyJson alarms = ReplyJson::array();

    void add(const GivenDraft &given)
    {
        const drafting::DraftCheck check(given.grounds);
        const size_t before = alarms.size();
        for (const QString &text : given.sentences) {
            const DraftSentence judged = check.sentence(text);
            ++sentences;
            claims += judged.isClaim() ? 1 : 0;
            if (!judged.supported())
                alarms.push_back({{"id", utf8(given.id)},
                                  {"sentence", utf8(judged.text)},
                                  {"why", utf8(whyUnsupported(judged))}});
        }
        ++replies;
        repliesFlagged += alarms.size() > before ? 1 : 0;
    }
};

} // namespace

Exit checkReplies(Session &session)
{
    const QString docs = session.options.files.value(u"docs"_s);
    const QString queries = session.options.files.value(u"queries"_s);
    PassagesById passages;
    ReplyCounts counts;
    Result<void> done = eachObject(docs, [&](const ReplyJson &line) {
        passages.insert(textOf(line, "id").value_or(QString()), line);
        return QString();
    });
    if (done) {
        done = eachObject(queries, [&](const ReplyJson &query) {
            const ReplyJson line = judgedLine(query, passages);
            if (line.is_null())
                return QString();
            const Result<GivenDraft> given = readGivenDraft(line, session.clock.now());
            if (!given)
                return given.error().detail;
            counts.add(*given);
            return QString();
        });
    }
    if (!done) {
        session.output.problem(documentWords(done.error(), u"measure replies"_s));
        return Exit::CouldNot;
    }
    const auto flagged = int(counts.alarms.size());
    writeScores(
        session,
        {{"replies", counts.replies},
         {"sentences", counts.sentences},
         {"claims", counts.claims},
         {"false_alarms", flagged},
         {"false_alarm_rate", percent(double(flagged) / std::max(1, counts.sentences))},
         {"of_claims", percent(double(flagged) / std::max(1, counts.claims))},
         {"replies_flagged", percent(double(counts.repliesFlagged) / std::max(1, counts.replies))},
         {"alarms", std::move(counts.alarms)}});
    return Exit::Done;
}

} // namespace baton::ctl
