#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/KnowledgeParts.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "core/base/Text.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

const char *nameOf(Audience audience)
{
    return audience == Audience::Customer ? "customer" : "internal";
}

Json day(const std::optional<Instant> &instant)
{
    return instant ? Json(utf8(instant->utc().date().toString(Qt::ISODate))) : Json();
}

bool isWanted(const Options &options, const Document &document)
{
    return (!options.audience || *options.audience == document.audience)
        && text::sameLanguage(options.language, document.language);
}

Exit list(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto known = awaited(store->documents());
    if (!known) {
        session.output.problem(words(known.error(), u"list the documents"_s));
        return Exit::CouldNot;
    }
    QStringList ids;
    for (const store::KnownDocument &one : *known)
        ids.append(one.document.id.text());
    const int width = idWidth(ids);
    int shown = 0;
    for (const auto &[document, passages, retired] : *known) {
        if (session.options.limitGiven && shown == session.options.limit)
            break;
        if (!isWanted(session.options, document))
            continue;
        ++shown;
        if (!session.output.isJson()) {
            session.output.line(u"%1  %2  %3  %4"_s.arg(
                document.id.text().leftJustified(width),
                QString::number(document.version).rightJustified(4),
                retired ? u"retired "_s : QString::fromLatin1(nameOf(document.audience)),
                document.title));
            continue;
        }
        Json intents = Json::array();
        for (const QString &intent : document.intents)
            intents.push_back(utf8(intent));
        session.output.json({{"document", utf8(document.id.text())},
                             {"version", document.version},
                             {"title", utf8(document.title)},
                             {"kind", utf8(document.kind)},
                             {"audience", nameOf(document.audience)},
                             {"language", utf8(document.language)},
                             {"changed", day(document.changed)},
                             {"review", day(document.review)},
                             {"intents", std::move(intents)},
                             {"passages", passages},
                             {"retired", retired}});
    }
    if (shown == 0 && !session.output.isJson())
        session.output.line(u"Nothing here."_s);
    return Exit::Done;
}

Exit find(Session &session, const QStringList &operands)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    PassageQuery query;
    query.parts = {{operands.join(u' '), 1}};
    query.language = session.options.language;
    query.audience = session.options.audience;
    query.limit = session.options.limit;
    const auto found = awaited(store->findPassages(query));
    if (!found) {
        session.output.problem(words(found.error(), u"search the knowledge"_s));
        return Exit::CouldNot;
    }
    QStringList ids;
    for (const FoundPassage &hit : *found)
        ids.append(hit.passage.document.text());
    const int width = idWidth(ids);
    for (const FoundPassage &hit : *found) {
        const Passage &passage = hit.passage;
        if (session.output.isJson())
            session.output.json({{"document", utf8(passage.document.text())},
                                 {"version", passage.version},
                                 {"title", utf8(passage.title)},
                                 {"heading", utf8(passage.heading)},
                                 {"text", utf8(passage.text)},
                                 {"score", hit.score}});
        else
            session.output.line(passage.document.text().leftJustified(width) + u"  "_s
                                + column(passage.heading, 40) + u"  "_s
                                + text::firstWords(passage.text, 100));
    }
    if (found->isEmpty() && !session.output.isJson())
        session.output.line(u"Nothing found."_s);
    return Exit::Done;
}

} // namespace

Exit knowledge(Session &session)
{
    QStringList operands = session.options.operands;
    const QString what = operands.takeFirst();
    if (what == "add"_L1 && !operands.isEmpty())
        return addKnowledge(session, operands);
    if (what == "list"_L1 && operands.isEmpty())
        return list(session);
    if (what == "check"_L1 && operands.isEmpty())
        return checkKnowledge(session);
    if (what == "search"_L1 && !operands.isEmpty())
        return find(session, operands);
    if (what == "embeddings"_L1 && operands.size() <= 1)
        return chooseEmbeddings(session, operands.value(0));
    if (what == "evaluate"_L1 && operands.isEmpty())
        return evaluateKnowledge(session);
    session.output.problem(u"knowledge can add PATH…, list, check, search TEXT…, embeddings "
                           u"DIR|URL|none, or evaluate. "
                           "Try batonctl knowledge --help."_s);
    return Exit::Usage;
}

} // namespace baton::ctl
