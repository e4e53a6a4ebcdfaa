#pragma once

#include "core/signals/Blend.h"

#include <atomic>
#include <thread>

namespace baton::signs {

/// Makes a Blend; Blend::train() is the way in.
class BlendTrainer
{
public:
    BlendTrainer(const LabelledRows &task, const std::vector<int> &folds,
                 const Blend::Recipe &recipe, const std::function<bool(double)> &goOn);
    std::optional<Blend::Learnt> run();

private:
    bool goesOn();
    int jobs() const; ///< the linear models are one
    bool trainAll();
    void trainLinear();
    std::vector<int> without(int fold) const; ///< −1: all rows
    void readFold(int fold, const std::vector<float> &weights);
    void readFold(int fold, Network::Reads reads, const Network &network);
    void trainNetwork(int place);
    void trainFold(int fold, Network::Reads reads);
    void joinMargins();
    void fitWeights();
    void assemble();
    float shareOf(Network::Reads reads) const; ///< of all networks' margins
    Blend::Layers sideBySide(std::span<const Network> networks, float share);

    const LabelledRows &m_task;
    const std::vector<int> &m_folds; ///< by row
    LinearSolver m_solver;
    const std::function<bool(double)> &m_goOn;
    std::thread::id m_caller = std::this_thread::get_id();
    std::atomic<bool> m_stopped{false};
    std::atomic<int> m_done{0};

    // By models that were trained without the row, by row and class.
    std::vector<std::vector<float>> m_linearMargins;
    std::vector<std::vector<float>> m_networkMargins;
    std::vector<std::vector<float>> m_wordMargins; ///< of networks too; empty without such ones
    // Trained on all rows.
    std::vector<float> m_weights;    ///< by column, then class; the last row is the bias
    std::vector<Network> m_networks; ///< those that read whole texts are first
    size_t m_wholes;                 ///< of these
    Blend m_blend;
};

} // namespace baton::signs
