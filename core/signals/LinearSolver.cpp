#include "core/signals/LinearSolver.h"

#include <linear.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace baton::signs {

namespace {

constexpr double hingeTolerance = 0.1; // of the solver
constexpr double logisticTolerance = 0.01;
constexpr double bias = 1;

void quiet(const char * /*words*/) { }

struct FreeModel
{
    void operator()(model *made) const { free_and_destroy_model(&made); }
};

} // namespace

LinearSolver::LinearSolver(const LabelledRows &task, Loss loss, double cost)
    : m_task(task)
    , m_loss(loss)
    , m_cost(cost)
{
    set_print_string_function(&quiet);
    for (const auto &row : task.rows) {
        std::vector<feature_node> &line = m_lines.emplace_back();
        line.reserve(row.size() + 2);
        for (const Vocabulary::Weighted &feature : row)
            line.push_back({feature.column + 1, double(feature.value)});
        line.push_back({task.columns + 1, bias});
        line.push_back({-1, 0});
    }
}

LinearSolver::~LinearSolver() = default;

std::vector<float> LinearSolver::solve(const std::vector<int> &chosen) const
{
    std::vector<double> labels;
    std::vector<const feature_node *> lines;
    for (const int i : chosen) {
        labels.push_back(m_task.labels[size_t(i)]);
        lines.push_back(m_lines[size_t(i)].data());
    }
    problem task{};
    task.l = int(lines.size());
    task.n = m_task.columns + 1;
    task.y = labels.data();
    task.x = const_cast<feature_node **>(lines.data()); // LIBLINEAR only reads them
    task.bias = bias;
    parameter how{};
    // The dual one is twice as fast as the primal one. It draws numbers of the C library: from the
    // same beginning each time, so that the same texts give the same weights.
    const bool hinge = m_loss == Loss::Hinge;
    how.solver_type = hinge ? L2R_L2LOSS_SVC_DUAL : L2R_LR;
    std::srand(1);
    how.C = m_cost;
    how.eps = hinge ? hingeTolerance : logisticTolerance;
    const std::unique_ptr<model, FreeModel> made(::train(&task, &how));

    const auto classes = size_t(m_task.classes);
    const auto columns = size_t(m_task.columns);
    std::vector<float> weights((columns + 1) * classes, 0);
    // What no chosen row is about is never said.
    std::fill(weights.end() - m_task.classes, weights.end(), -1.0F);
    // Of two classes LIBLINEAR keeps one column: the first class's, whose negative is the other's.
    const size_t kept = made->nr_class == 2 ? 1 : size_t(made->nr_class);
    for (size_t seen = 0; seen < size_t(made->nr_class); ++seen) {
        const double sign = seen < kept ? 1 : -1;
        const size_t from = seen < kept ? seen : 0;
        for (size_t column = 0; column <= columns; ++column)
            weights[column * classes + size_t(made->label[seen])]
                = float(sign * made->w[column * kept + from]);
    }
    return weights;
}

} // namespace baton::signs
