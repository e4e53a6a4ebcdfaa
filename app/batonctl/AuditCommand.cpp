#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Stores.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int auditPageRows = 5'000;

/// The newest first; with --json a line an entry.
Exit listAudit(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const AuditFilter filter{session.options.actor, session.options.kind, session.options.subject};
    qint64 before = 0;
    for (int left = session.options.limit; left > 0;) {
        const auto page = awaited(store->auditPage(filter, before, std::min(left, auditPageRows)));
        if (!page) {
            session.output.problem(words(page.error(), u"read the audit log"_s));
            return Exit::CouldNot;
        }
        for (const AuditRow &row : page->rows) {
            if (session.output.isJson())
                session.output.json({{"seq", row.seq},
                                     {"at", utf8(toRfc3339(row.at))},
                                     {"actor", utf8(row.actor)},
                                     {"kind", utf8(row.kind)},
                                     {"subject", utf8(row.subject)},
                                     {"detail", utf8(row.detail)},
                                     {"hash", row.hash.toHex().toStdString()}});
            else
                session.output.line(u"%1  %2  %3  %4  %5  %6"_s.arg(row.seq).arg(
                    toRfc3339(row.at), row.actor, row.kind, row.subject, row.detail));
        }
        left -= int(page->rows.size());
        if (page->last || page->rows.isEmpty())
            break;
        before = page->rows.last().seq;
    }
    return Exit::Done;
}

} // namespace

Exit audit(Session &session)
{
    if (session.options.operands.first() == "list"_L1)
        return listAudit(session);
    if (session.options.operands.first() != "verify"_L1) {
        session.output.problem(u"audit takes verify or list"_s);
        return Exit::Usage;
    }
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto report = awaited(store->verifyAudit());
    if (!report) {
        session.output.problem(words(report.error(), u"read the audit log"_s));
        return Exit::CouldNot;
    }
    const bool intact = !report->firstBad && report->problem.isEmpty();
    if (session.output.isJson()) {
        nlohmann::ordered_json json{{"intact", intact},
                                    {"entries", report->entries},
                                    {"head", report->head.toHex().toStdString()},
                                    {"first_bad", nullptr},
                                    {"problem", nullptr}};
        if (report->firstBad)
            json["first_bad"] = *report->firstBad;
        if (!report->problem.isEmpty())
            json["problem"] = utf8(report->problem);
        session.output.json(json);
    } else if (intact) {
        session.output.line(u"The log is intact. Entries: %L1."_s.arg(report->entries));
    } else if (report->firstBad) {
        session.output.line(
            u"The log was altered at entry %1: %2."_s.arg(*report->firstBad).arg(report->problem));
    } else {
        session.output.line(u"The log was altered: %1."_s.arg(report->problem));
    }
    return intact ? Exit::Done : Exit::DoneWithRejects;
}

} // namespace baton::ctl
