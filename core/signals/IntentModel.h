#pragma once

#include "core/base/Result.h"
#include "core/domain/Catalogue.h"
#include "core/signals/Features.h"

#include <functional>

namespace baton::signs {

/// Which intent of a catalogue a text is about: one linear SVM an intent and one for what is
/// outside (LIBLINEAR, L2-regularised L2-loss, primal: deterministic), their margins made
/// probabilities by one temperature that is fitted on folds held apart (Guo et al. 2017). Immutable
/// once made; any thread.
class IntentModel
{
public:
    /// Seconds of one core. goOn is asked now and then with 0 … 1; false ends it with Cancelled.
    /// InvalidInput: fewer than two intents.
    static Result<IntentModel> train(const Catalogue &catalogue,
                                     const std::function<bool(double)> &goOn = {});

    /// What save() wrote; Corrupt where it is damaged, NotFound where it is missing or made from
    /// another catalogue or by another version of this code.
    static Result<IntentModel> load(const QString &path, const QByteArray &fingerprint);
    Result<void> save(const QString &path) const; ///< appears whole or not at all

    struct Prediction
    {
        IntentGuess best;     ///< confidence in steps of 1e-4; an empty name is *none of these*
        IntentGuess runnerUp; ///< likewise
    };
    /// Texts of one customer with their weights; what they say is added up before it is judged.
    struct Part
    {
        QStringView text;
        float weight = 1;
    };
    Prediction predict(const std::vector<Part> &parts) const;

    const QByteArray &fingerprint() const { return m_fingerprint; } ///< the catalogue's
    const QList<QString> &classes() const { return m_classes; }
    /// Share of the catalogue's own examples that models trained without them got right.
    double heldOutAccuracy() const { return m_heldOutAccuracy; }

private:
    friend class IntentTrainer;
    std::vector<float> margins(const std::vector<Part> &parts) const;

    QByteArray m_fingerprint;
    QList<QString> m_classes; ///< the empty one is *none of these*
    Vocabulary m_vocabulary;
    std::vector<float> m_weights; ///< by column, then by class; the last column is the bias
    float m_sharpness = 1;        ///< 1 ÷ temperature
    double m_heldOutAccuracy = 0;
};

} // namespace baton::signs
