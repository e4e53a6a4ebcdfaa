#pragma once

#include "core/signals/IntentModel.h"
#include "core/signals/Network.h"

#include <atomic>
#include <thread>

namespace baton::signs {

/// Makes an IntentModel; IntentModel::train() is the way in.
class IntentTrainer
{
public:
    IntentTrainer(const Catalogue &catalogue, std::function<bool(double)> goOn);
    ~IntentTrainer();
    Result<IntentModel> run();

private:
    struct Lines; ///< the rows as LIBLINEAR takes them

    void readTexts();
    bool goesOn();
    int jobs() const; ///< the linear models are one
    bool trainAll();
    void trainLinear(); ///< LIBLINEAR draws from one source of numbers: never two at once
    std::vector<int> without(int fold) const; ///< −1: all rows
    std::vector<float> solve(const std::vector<int> &chosen) const;
    void readFold(int fold, const std::vector<float> &weights);
    void readFold(int fold, const Network &network);
    void fitWeights();
    void noteHeldOut();
    void assemble();

    const Catalogue &m_catalogue;
    std::function<bool(double)> m_goOn;
    std::thread::id m_caller = std::this_thread::get_id();
    std::atomic<bool> m_stopped{false};
    std::atomic<int> m_done{0};

    LabelledRows m_task;
    std::vector<int> m_folds; ///< by row
    std::unique_ptr<Lines> m_lines;
    // By models that were trained without the row, by row and class.
    std::vector<std::vector<float>> m_linearMargins;
    std::vector<std::vector<float>> m_networkMargins;
    // Trained on all rows.
    std::vector<float> m_weights; ///< by column, then class; the last row is the bias
    std::vector<Network> m_networks;
    IntentModel m_model;
};

} // namespace baton::signs
