#pragma once

#include "core/signals/IntentModel.h"

namespace baton::signs {

/// Makes an IntentModel; IntentModel::train() is the way in.
class IntentTrainer
{
public:
    IntentTrainer(const Catalogue &catalogue, std::function<bool(double)> goOn);
    Result<IntentModel> run();

private:
    void readTexts();
    void readWords();
    void noteHeldOut(const std::vector<std::vector<float>> &margins);

    const Catalogue &m_catalogue;
    std::function<bool(double)> m_goOn;
    LabelledRows m_task;
    std::vector<int> m_folds; ///< by row
    IntentModel m_model;
};

} // namespace baton::signs
