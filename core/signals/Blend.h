#pragma once

#include "core/signals/LinearSolver.h"
#include "core/signals/PackedRows.h"

class QDataStream;

namespace baton::signs {

/// A linear model and a few small networks (Network.h) on the same rows, whose margins are added up
/// with the two weights that make probabilities of them; these are fitted on folds held apart
/// (Platt 1999, Guo et al. 2017). Immutable once made; any thread.
class Blend
{
public:
    struct Recipe
    {
        LinearSolver::Loss loss = LinearSolver::Loss::Hinge;
        double cost = 1; ///< of the linear model
        int networks = 2;
    };
    static constexpr int folds = 4; ///< that rows are held apart in

    struct Learnt;
    /// folds: by row, from 0. Seconds of all cores. goOn is asked now and then with 0 … 1, on this
    /// thread; nothing where it says no. Deterministic.
    static std::optional<Learnt> train(const LabelledRows &task, const std::vector<int> &folds,
                                       const Recipe &recipe,
                                       const std::function<bool(double)> &goOn = {});

    /// By class; their softmax are the chances.
    std::vector<float> margins(const std::vector<Vocabulary::Weighted> &row) const;
    /// Of the linear part alone, unweighted.
    std::vector<float> linearMargins(const std::vector<Vocabulary::Weighted> &row) const;

    void write(QDataStream &out) const;
    /// most: bytes that there can be at all. False where what is read does not fit together.
    bool read(QDataStream &in, quint64 most, int columns, int classes);

private:
    friend class BlendTrainer;
    std::vector<float> mixed(const std::vector<float> &linear,
                             const std::vector<float> &networks) const;

    PackedRows m_linear;             ///< by column, then class; the last row is the bias
    PackedRows m_first;              ///< by column, then unit of any network
    std::vector<float> m_unitBias;   ///< by unit
    std::vector<float> m_second;     ///< by unit, then class
    std::vector<float> m_secondBias; ///< by class
    float m_linearWeight = 1;
    float m_networkWeight = 1;
};

struct Blend::Learnt
{
    Blend blend;
    std::vector<std::vector<float>> heldOut; ///< margins by row, of models that did not learn it
};

/// From margins to chances, whose sum is 1.
void softmax(std::vector<float> &margins);
/// The place of the best, of all but the one left out (−1: of all).
int bestOf(const std::vector<float> &margins, int leftOut);

} // namespace baton::signs
