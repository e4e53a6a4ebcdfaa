#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Stores.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

Exit audit(Session &session)
{
    if (session.options.operands.first() != "verify"_L1) {
        session.output.problem(u"audit can only verify. Try batonctl audit --help."_s);
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
