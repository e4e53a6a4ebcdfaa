#pragma once

#include "core/signals/Sentiment.h"

/// How well feelings are read from texts that were not learnt. Pure, but for the clock that
/// measures how long things take; any thread.
namespace baton::signs {

struct SentimentScores
{
    qsizetype texts = 0;
    // Shares, 0 … 1.
    double accuracy = 0;
    double macroF1 = 0;        ///< mean over the feelings that stand in the texts
    double ece = 0;            ///< expected calibration error over 15 bins (Guo et al. 2017)
    double textsPerSecond = 0; ///< from text to chances, on one core
    double trainSeconds = 0;   ///< 0 where nothing was learnt
    qint64 modelBytes = 0;     ///< likewise
};

/// What a reader makes of texts, whatever it was made from.
SentimentScores scoresOf(const Sentiment &sentiment, const QList<FeltText> &test);
/// Cancelled, or what SentimentModel::train() says.
Result<SentimentScores> trySentiment(const Lexicon &lexicon, const QList<FeltText> &train,
                                     const QList<FeltText> &test,
                                     const std::function<bool(double)> &goOn = {});
/// Each of the parts is asked about by a model that learnt from the others: the scores of all texts
/// together, times added up, bytes of the largest. At least two parts.
Result<SentimentScores> crossTrySentiment(const Lexicon &lexicon, const QList<FeltText> &texts,
                                          int parts, const std::function<bool(double)> &goOn = {});

} // namespace baton::signs
