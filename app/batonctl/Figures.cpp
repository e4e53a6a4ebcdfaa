#include "app/batonctl/Figures.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ctl {

double percent(double share)
{
    return std::round(share * 10'000) / 100;
}

void writeScores(Session &session, const nlohmann::ordered_json &scores)
{
    if (session.output.isJson()) {
        session.output.json(scores);
        return;
    }
    for (const auto &[name, value] : scores.items())
        session.output.line(u"%1 %2"_s.arg(QString::fromStdString(name), -18)
                                .arg(QString::fromStdString(value.dump())));
}

} // namespace baton::ctl
