#pragma once

#include "core/signals/Features.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace baton::signs {

using Row = std::vector<Vocabulary::Weighted>;

/// What a model learns from: features of texts and what each text is about.
struct LabelledRows
{
    std::vector<Row> rows;
    std::vector<std::vector<Row>> words; ///< by row: one a word; empty where nothing reads them
    std::vector<int> labels;             ///< by row, from 0
    int columns = 0;
    int classes = 0;
};

/// One layer of rectified units between features and the margins of classes, trained with dropout
/// (Srivastava et al. 2014) and steps that shrink with what each feature has seen (AdaGrad, Duchi
/// et al. 2011, one sum a feature). It reads a text as a whole, or word by word: then a unit is
/// what the word that rouses it most makes it (max pooling, Collobert et al. 2011), so that one
/// telling word is not drowned by the others. Deterministic.
class Network
{
public:
    static constexpr int units = 128;
    enum class Reads {
        Whole, ///< LabelledRows::rows
        Words  ///< LabelledRows::words
    };

    /// On the rows named by chosen, in about 10 µs a row and round; for one thread. Nothing where
    /// goOn, asked now and then, says no. plain: as on a processor without AVX2, with the same
    /// result.
    static std::optional<Network> train(const LabelledRows &task, const std::vector<int> &chosen,
                                        Reads reads, quint64 seed,
                                        const std::function<bool()> &goOn = {}, bool plain = false);

    /// parts: a whole text's one row, or its words'.
    std::vector<float> margins(std::span<const Row> parts) const;

    std::vector<float> first;      ///< by column, then unit
    std::vector<float> firstBias;  ///< by unit
    std::vector<float> second;     ///< by unit, then class
    std::vector<float> secondBias; ///< by class
};

/// What a network reads of a row of the task.
std::span<const Row> partsOf(const LabelledRows &task, int row, Network::Reads reads);

/// units becomes, one by one, the greater of the two.
void raise(std::vector<float> &units, const std::vector<float> &others);

/// From units of one or several networks to margins: margins += each unit above 0 × its row of
/// second, which is by unit, then class.
void addUnits(const std::vector<float> &units, const std::vector<float> &second,
              std::vector<float> &margins);

} // namespace baton::signs
