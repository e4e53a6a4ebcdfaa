#include "app/batonctl/Sources.h"

#include "app/batonctl/ErrorWords.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

double Source::fraction() const
{
    const qint64 total = lines->bytesTotal();
    return total > 0 ? double(lines->bytesRead()) / double(total) : 0;
}

std::optional<std::vector<Source>> openSources(Session &session)
{
    std::vector<Source> sources;
    for (const QString &operand : session.options.operands) {
        auto lines = packet::LineSource::open(operand);
        if (!lines) {
            session.output.problem(words(lines.error(), u"read %1"_s.arg(operand)));
            return {};
        }
        sources.push_back({operand == "-"_L1 ? u"<stdin>"_s : operand, std::move(lines).value()});
    }
    return sources;
}

} // namespace baton::ctl
