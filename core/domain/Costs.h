#pragma once

#include <QtCore/QString>

#include <optional>

namespace baton {

/// What work costs, in one currency, as a policy says it. Absent: it does not say.
struct Costs
{
    QString currency;                 ///< ISO 4217; empty where no rate is said
    std::optional<double> agentHour;  ///< of a person
    std::optional<double> botContact; ///< of the models, for a contact that the bot worked on
    bool operator==(const Costs &) const = default;
};

} // namespace baton
