#pragma once

#include "core/signals/Network.h"

struct feature_node;

namespace baton::signs {

/// One linear model a class against all others (LIBLINEAR). It draws from one source of numbers:
/// never two at once. Deterministic.
class LinearSolver
{
public:
    enum class Loss {
        Hinge,   ///< squared: a support vector machine
        Logistic ///< margins are the logarithms of odds
    };

    /// cost: LIBLINEAR's C, what a row that is read wrongly costs beside large weights. The task
    /// outlives this.
    LinearSolver(const LabelledRows &task, Loss loss, double cost);
    ~LinearSolver();

    /// Of the rows named by chosen: weights by column, then class; the last row is the bias. A
    /// class without rows is never said.
    std::vector<float> solve(const std::vector<int> &chosen) const;

private:
    const LabelledRows &m_task;
    Loss m_loss;
    double m_cost;
    std::vector<std::vector<feature_node>> m_lines; ///< the rows as LIBLINEAR takes them
};

} // namespace baton::signs
