#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Rows.h"
#include "app/batonctl/Stores.h"
#include "core/base/Text.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr qint64 soonMs = 10 * 60'000LL; // as the console's view of what is due soon

} // namespace

Exit queue(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const Instant now = session.clock.now();
    const store::QueueQuery query{session.options.view, agentOf(session).id, now + soonMs};
    const auto rows = awaited(store->firstRows(query, session.options.limit));
    if (!rows) {
        session.output.problem(words(rows.error(), u"list the queue"_s));
        return Exit::CouldNot;
    }
    QStringList ids;
    for (const QueueRow &row : *rows)
        ids.append(row.id.text());
    const int width = idWidth(ids);
    for (const QueueRow &row : *rows) {
        if (session.output.isJson())
            session.output.json(toJson(row));
        else
            session.output.line(column(deadline(row.sla, now), 10) + u"  "_s
                                + idColumn(row.id, width) + u"  "_s + column(row.name, 24) + u"  "_s
                                + text::firstWords(row.need, 80));
    }
    if (rows->isEmpty() && !session.output.isJson())
        session.output.line(u"Nothing here."_s);
    return Exit::Done;
}

} // namespace baton::ctl
