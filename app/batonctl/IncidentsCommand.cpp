#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "core/base/Text.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

nlohmann::ordered_json toJson(const Incident &incident, const QList<QueueRow> &waiting)
{
    nlohmann::ordered_json ids = nlohmann::ordered_json::array();
    for (const QueueRow &row : waiting)
        ids.push_back(row.id.text().toStdString());
    return {{"words", incident.words.toStdString()},
            {"customers", incident.customers},
            {"since", toRfc3339(incident.since).toStdString()},
            {"newest", toRfc3339(incident.newest).toStdString()},
            {"waiting", std::move(ids)}};
}

} // namespace

Exit incidents(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto found = awaited(store->incidents());
    if (!found) {
        session.output.problem(words(found.error(), u"list the incidents"_s));
        return Exit::CouldNot;
    }
    for (const Incident &incident : *found) {
        const auto rows = awaited(store->rows(incident.waiting));
        if (!rows) {
            session.output.problem(words(rows.error(), u"list the incidents"_s));
            return Exit::CouldNot;
        }
        if (session.output.isJson())
            session.output.json(toJson(incident, *rows));
        else
            session.output.line(
                u"%1 customers, %2 waiting, since %3  %4"_s.arg(incident.customers)
                    .arg(rows->size())
                    .arg(toRfc3339(incident.since), text::firstWords(incident.words, 80)));
    }
    if (found->isEmpty() && !session.output.isJson())
        session.output.line(u"Nothing here."_s);
    return Exit::Done;
}

} // namespace baton::ctl
