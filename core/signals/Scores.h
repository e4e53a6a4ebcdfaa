#pragma once

#include <QtCore/QtGlobal>

#include <vector>

/// How good answers are; definitions shared by the trials. Pure.
namespace baton::signs {

/// What a model made of one text.
struct Guess
{
    int label = -1; ///< the right class; −1: none that the model knows
    int best = 0;   ///< the class that it named
    double confidence = 0;
};

double share(qsizetype some, qsizetype all); ///< 0 where there are none
double accuracy(const std::vector<Guess> &guesses);
/// The mean of F1 over the classes that stand among the labels; texts of unknown classes are one
/// class more.
double macroF1(const std::vector<Guess> &guesses, size_t classes);
/// Expected calibration error over 15 bins (Guo et al. 2017).
double calibrationError(const std::vector<Guess> &guesses);

} // namespace baton::signs
