#include "core/quality/LabelSample.h"

#include "core/quality/Reliability.h"

#include <tuple>

namespace baton::quality {

std::vector<LabelCandidate> drawLabels(std::vector<LabelCandidate> candidates, int count)
{
    std::array<std::vector<LabelCandidate>, confidenceBins> bins;
    std::sort(candidates.begin(), candidates.end(),
              [](const LabelCandidate &a, const LabelCandidate &b) {
                  return std::tie(a.lot, a.row) < std::tie(b.lot, b.row);
              });
    for (const LabelCandidate &one : candidates)
        bins[static_cast<size_t>(confidenceBin(one.confidence))].push_back(one);
    std::vector<LabelCandidate> drawn;
    const size_t turns = candidates.size();
    for (size_t turn = 0; turn < turns; ++turn) {
        for (auto bin = bins.rbegin(); bin != bins.rend(); ++bin) {
            if (drawn.size() >= static_cast<size_t>(std::max(0, count)))
                return drawn;
            if (turn < bin->size())
                drawn.push_back((*bin)[turn]);
        }
    }
    return drawn;
}

} // namespace baton::quality
