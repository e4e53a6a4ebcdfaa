#include "app/batonctl/Totals.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

void tell(Session &session, const ImportTotals &totals)
{
    if (session.output.isJson()) {
        session.output.json({{"read", totals.read},
                             {"added", totals.added},
                             {"updated", totals.updated},
                             {"unchanged", totals.unchanged},
                             {"rejected", totals.rejected}});
        return;
    }
    session.output.line(
        u"%L1 read: %L2 added, %L3 updated, %L4 unchanged, %L5 rejected"_s.arg(totals.read)
            .arg(totals.added)
            .arg(totals.updated)
            .arg(totals.unchanged)
            .arg(totals.rejected));
}

} // namespace baton::ctl
