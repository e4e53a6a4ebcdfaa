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
    for (size_t turn = 0; turn < candidates.size(); ++turn) {
        for (size_t surest = bins.size(); surest-- > 0;) {
            const std::vector<LabelCandidate> &bin = bins[surest];
            if (drawn.size() >= static_cast<size_t>(std::max(0, count)))
                return drawn;
            if (turn < bin.size())
                drawn.push_back(bin[turn]);
        }
    }
    return drawn;
}

} // namespace baton::quality
