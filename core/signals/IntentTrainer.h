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
    struct Text
    {
        std::vector<Feature> features;
        int label = 0;
        int fold = 0;
    };
    using Row = std::vector<Vocabulary::Weighted>;

    bool step(int done) const;
    /// Weights for the texts that are not in the fold (−1: for all), by column, then class.
    std::vector<float> solve(const std::vector<Row> &rows, int columns, int leftOut) const;
    float fitSharpness(const std::vector<std::vector<float>> &margins) const;

    QByteArray m_fingerprint;
    QList<QString> m_classes;
    std::vector<Text> m_texts;
    std::function<bool(double)> m_goOn;
};

} // namespace baton::signs
