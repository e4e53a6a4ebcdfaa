#include "core/quality/Kappa.h"

#include <array>
#include <cmath>

namespace baton::quality {

Agreement agreementOf(const QList<VerdictPair> &pairs)
{
    constexpr size_t verdicts = 3;
    std::array<double, verdicts> first{};
    std::array<double, verdicts> second{};
    Agreement agreement;
    agreement.n = int(pairs.size());
    if (pairs.isEmpty())
        return agreement;
    const double n = double(pairs.size());
    int same = 0;
    for (const auto &[a, b] : pairs) {
        ++first[static_cast<size_t>(a)];
        ++second[static_cast<size_t>(b)];
        same += a == b ? 1 : 0;
    }
    agreement.observed = same / n;
    for (size_t i = 0; i < verdicts; ++i)
        agreement.expected += first[i] / n * (second[i] / n);
    const double room = 1 - agreement.expected;
    if (room <= 0)
        return agreement;
    agreement.kappa = (agreement.observed - agreement.expected) / room;
    agreement.error = std::sqrt(agreement.observed * (1 - agreement.observed) / (n * room * room));
    return agreement;
}

} // namespace baton::quality
