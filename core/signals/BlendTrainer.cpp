#include "core/signals/BlendTrainer.h"

#include "core/base/Parallel.h"
#include "core/signals/FastLoops.h"

#include <cmath>

namespace baton::signs {

namespace {

constexpr quint64 firstSeed = 1;

} // namespace

BlendTrainer::BlendTrainer(const LabelledRows &task, const std::vector<int> &folds,
                           const Blend::Recipe &recipe, const std::function<bool(double)> &goOn)
    : m_task(task)
    , m_folds(folds)
    , m_solver(task, recipe.loss, recipe.cost)
    , m_goOn(goOn)
    , m_linearMargins(task.rows.size())
    , m_networkMargins(task.rows.size())
    , m_networks(size_t(recipe.networks))
{ }

/// Only the thread that asked for the model is told how far it is and may say no.
bool BlendTrainer::goesOn()
{
    if (!m_stopped && m_goOn && std::this_thread::get_id() == m_caller
        && !m_goOn(double(m_done) / jobs()))
        m_stopped = true;
    return !m_stopped;
}

int BlendTrainer::jobs() const
{
    return 1 + int(m_networks.size()) + Blend::folds;
}

std::vector<int> BlendTrainer::without(int fold) const
{
    std::vector<int> chosen;
    for (size_t i = 0; i < m_folds.size(); ++i) {
        if (m_folds[i] != fold)
            chosen.push_back(int(i));
    }
    return chosen;
}

void BlendTrainer::readFold(int fold, const std::vector<float> &weights)
{
    const auto classes = size_t(m_task.classes);
    const float *last = weights.data() + size_t(m_task.columns) * classes;
    for (size_t i = 0; i < m_folds.size(); ++i) {
        if (m_folds[i] != fold)
            continue;
        std::vector<float> &margins = m_linearMargins[i];
        margins.assign(last, last + classes);
        for (const Vocabulary::Weighted &feature : m_task.rows[i])
            addScaled(margins.data(), weights.data() + size_t(feature.column) * classes,
                      feature.value, m_task.classes);
    }
}

void BlendTrainer::readFold(int fold, const Network &network)
{
    for (size_t i = 0; i < m_folds.size(); ++i) {
        if (m_folds[i] == fold)
            m_networkMargins[i] = network.margins(m_task.rows[i]);
    }
}

void BlendTrainer::trainLinear()
{
    m_weights = m_solver.solve(without(-1));
    for (int fold = 0; fold < Blend::folds && goesOn(); ++fold)
        readFold(fold, m_solver.solve(without(fold)));
}

/// The longest jobs come first, so that no core waits for the last one.
bool BlendTrainer::trainAll()
{
    const int networks = int(m_networks.size());
    const auto goOn = [this] { return goesOn(); };
    inParallel(jobs(), [&](int job) {
        if (!goesOn())
            return;
        if (job == 0) {
            trainLinear();
        } else if (job <= networks) {
            if (auto made = Network::train(m_task, without(-1), firstSeed + quint64(job), goOn))
                m_networks[size_t(job - 1)] = *std::move(made);
        } else {
            const int fold = job - networks - 1;
            if (const auto made = Network::train(m_task, without(fold), firstSeed, goOn))
                readFold(fold, *made);
        }
        ++m_done;
    });
    return !m_stopped;
}

/// The two weights under which the held out rows are likeliest: Newton's method on a convex loss,
/// kept from going below 0.
void BlendTrainer::fitWeights()
{
    constexpr int rounds = 30;
    constexpr double ridge = 1e-6;
    double linear = 1;
    double network = 1;
    const size_t classes = size_t(m_task.classes);
    std::vector<double> chance(classes);
    for (int round = 0; round < rounds; ++round) {
        double slopeA = 0;
        double slopeB = 0;
        double aa = ridge;
        double ab = 0;
        double bb = ridge;
        for (size_t i = 0; i < m_folds.size(); ++i) {
            const std::vector<float> &a = m_linearMargins[i];
            const std::vector<float> &b = m_networkMargins[i];
            double top = -1e30;
            for (size_t c = 0; c < classes; ++c) {
                chance[c] = linear * double(a[c]) + network * double(b[c]);
                top = std::max(top, chance[c]);
            }
            double total = 0;
            double meanA = 0;
            double meanB = 0;
            double squareA = 0;
            double squareB = 0;
            double both = 0;
            for (size_t c = 0; c < classes; ++c) {
                const double weight = std::exp(chance[c] - top);
                total += weight;
                meanA += weight * double(a[c]);
                meanB += weight * double(b[c]);
                squareA += weight * double(a[c]) * double(a[c]);
                squareB += weight * double(b[c]) * double(b[c]);
                both += weight * double(a[c]) * double(b[c]);
            }
            meanA /= total;
            meanB /= total;
            const auto label = size_t(m_task.labels[i]);
            slopeA += meanA - double(a[label]);
            slopeB += meanB - double(b[label]);
            aa += squareA / total - meanA * meanA;
            bb += squareB / total - meanB * meanB;
            ab += both / total - meanA * meanB;
        }
        const double determinant = aa * bb - ab * ab;
        double stepA = (bb * slopeA - ab * slopeB) / determinant;
        double stepB = (aa * slopeB - ab * slopeA) / determinant;
        // At the border only the other one moves.
        if (linear - stepA < 0) {
            stepA = linear;
            stepB = (slopeB - ab * stepA) / bb;
        }
        if (network - stepB < 0) {
            stepB = network;
            stepA = std::min((slopeA - ab * stepB) / aa, linear);
        }
        linear -= stepA;
        network -= stepB;
        if (std::abs(stepA) + std::abs(stepB) < ridge)
            break;
    }
    m_blend.m_linearWeight = float(linear);
    m_blend.m_networkWeight = float(network);
}

/// The networks stand side by side, each with its share of the mean.
void BlendTrainer::assemble()
{
    constexpr auto units = size_t(Network::units);
    const size_t all = units * m_networks.size();
    const auto share = 1 / float(m_networks.size());
    m_blend.m_linear = PackedRows(m_weights, m_task.classes);
    std::vector<float> first(size_t(m_task.columns) * all);
    m_blend.m_secondBias.assign(size_t(m_task.classes), 0);
    for (size_t n = 0; n < m_networks.size(); ++n) {
        const Network &one = m_networks[n];
        for (size_t column = 0; column < size_t(m_task.columns); ++column)
            std::copy_n(one.first.begin() + qsizetype(column * units), units,
                        first.begin() + qsizetype(column * all + n * units));
        m_blend.m_unitBias.insert(m_blend.m_unitBias.end(), one.firstBias.begin(),
                                  one.firstBias.end());
        for (const float cell : one.second)
            m_blend.m_second.push_back(cell * share);
        for (size_t c = 0; c < one.secondBias.size(); ++c)
            m_blend.m_secondBias[c] += one.secondBias[c] * share;
    }
    m_blend.m_first = PackedRows(first, int(all));
}

std::optional<Blend::Learnt> BlendTrainer::run()
{
    if (!trainAll())
        return {};
    fitWeights();
    assemble();
    Blend::Learnt learnt;
    for (size_t i = 0; i < m_folds.size(); ++i)
        learnt.heldOut.push_back(m_blend.mixed(m_linearMargins[i], m_networkMargins[i]));
    learnt.blend = std::move(m_blend);
    return learnt;
}

std::optional<Blend::Learnt> Blend::train(const LabelledRows &task, const std::vector<int> &foldOf,
                                          const Recipe &recipe,
                                          const std::function<bool(double)> &goOn)
{
    return BlendTrainer(task, foldOf, recipe, goOn).run();
}

} // namespace baton::signs
