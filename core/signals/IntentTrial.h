#pragma once

#include "core/signals/IntentModel.h"

/// How good a model of intents is on texts that it did not learn from. Pure, but for the clock that
/// measures how long things take; any thread.
namespace baton::signs {

struct LabelledText
{
    QString text;
    QString intent;
    bool operator==(const LabelledText &) const = default;
};

/// What is learnt from, and what is asked then. Texts of an intent that nothing was learnt of count
/// as wrong.
struct IntentTrial
{
    QList<LabelledText> train;
    QList<LabelledText> validation; ///< for the threshold; where there is none, the examples held
                                    ///< apart while learning are
    QList<LabelledText> test;
    // Outside the catalogue; those of train are learnt as *none of these*.
    QStringList outsideTrain;
    QStringList outsideTest;
};

struct IntentScores
{
    qsizetype texts = 0;
    // Shares, 0 … 1, of the test texts, without a reject.
    double accuracy = 0;
    double top3 = 0;
    double macroF1 = 0;        ///< mean over the intents that stand in the test texts
    double ece = 0;            ///< expected calibration error over 15 bins (Guo et al. 2017)
    double linearAccuracy = 0; ///< of the linear part alone: a plain tf-idf SVM
    /// How many can be answered at the least confidence at which at most 2 % were wrong of the
    /// examples held apart, and how many of those are right.
    double coverageAt98 = 0;
    double precisionAt98 = 0;
    struct Outside
    {
        double auroc = 0;
        // At the lowest limit that still takes 90 % of the validation texts and reads them rightly,
        // and surely: at one-sided 5 %.
        double inScopeAccuracy = 0; ///< taken and right
        double recall = 0;
        double precision = 0;
    };
    std::optional<Outside> outside; ///< where there are such test texts
    double textsPerSecond = 0;      ///< from text to chances, on one core
    double trainSeconds = 0;
    qint64 modelBytes = 0;
};

/// Cancelled, or what IntentModel::train() says.
Result<IntentScores> tryIntents(const IntentTrial &trial,
                                const std::function<bool(double)> &goOn = {});
/// Each of the parts is asked about by a model that learnt from the others: the scores of all texts
/// together, times added up, bytes of the largest. At least two parts.
Result<IntentScores> crossTryIntents(const QList<LabelledText> &texts, int parts,
                                     const std::function<bool(double)> &goOn = {});

/// The examples of each intent, by the order in which intents first appear.
Catalogue catalogueOf(const QList<LabelledText> &texts, const QStringList &outside = {});

} // namespace baton::signs
