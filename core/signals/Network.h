#pragma once

#include "core/signals/Features.h"

#include <functional>
#include <optional>
#include <vector>

namespace baton::signs {

/// What a model learns from: features of texts and what each text is about.
struct LabelledRows
{
    std::vector<std::vector<Vocabulary::Weighted>> rows;
    std::vector<int> labels; ///< by row, from 0
    int columns = 0;
    int classes = 0;
};

/// One layer of rectified units between features and the margins of classes, trained with dropout
/// (Srivastava et al. 2014) and steps that shrink with what each feature has seen (AdaGrad, Duchi
/// et al. 2011, one sum a feature). Deterministic.
class Network
{
public:
    static constexpr int units = 128;

    /// On the rows named by chosen, in about 10 µs a row and round; for one thread. Nothing where
    /// goOn, asked now and then, says no. plain: as on a processor without AVX2, with the same
    /// result.
    static std::optional<Network> train(const LabelledRows &task, const std::vector<int> &chosen,
                                        quint64 seed, const std::function<bool()> &goOn = {},
                                        bool plain = false);

    std::vector<float> margins(const std::vector<Vocabulary::Weighted> &row) const;

    std::vector<float> first;      ///< by column, then unit
    std::vector<float> firstBias;  ///< by unit
    std::vector<float> second;     ///< by unit, then class
    std::vector<float> secondBias; ///< by class
};

/// From units of one or several networks to margins: margins += each unit above 0 × its row of
/// second, which is by unit, then class.
void addUnits(const std::vector<float> &units, const std::vector<float> &second,
              std::vector<float> &margins);

} // namespace baton::signs
