#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "core/base/Text.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

nlohmann::ordered_json toJson(const store::SearchHit &hit)
{
    nlohmann::ordered_json json = ctl::toJson(hit.row);
    json["where"] = utf8(hit.where);
    json["excerpt"] = utf8(hit.excerpt);
    json["hits"] = nlohmann::ordered_json::array();
    for (const store::Span &span : hit.spans)
        json["hits"].push_back(utf8(hit.excerpt.mid(span.begin, span.end - span.begin)));
    return json;
}

} // namespace

Exit search(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto hits
        = awaited(store->search(session.options.operands.join(u' '), session.options.limit));
    if (!hits) {
        session.output.problem(words(hits.error(), u"search"_s));
        return Exit::CouldNot;
    }
    QStringList ids;
    for (const store::SearchHit &hit : *hits)
        ids.append(hit.row.id.text());
    const int width = idWidth(ids);
    for (const store::SearchHit &hit : *hits) {
        if (session.output.isJson())
            session.output.json(toJson(hit));
        else
            session.output.line(idColumn(hit.row.id, width) + u"  "_s + column(hit.row.name, 24)
                                + u"  "_s + text::folded(hit.excerpt));
    }
    if (hits->isEmpty() && !session.output.isJson())
        session.output.line(u"Nothing found."_s);
    return Exit::Done;
}

} // namespace baton::ctl
