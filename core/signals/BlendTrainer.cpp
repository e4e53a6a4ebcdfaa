#include "core/signals/BlendTrainer.h"

#include "core/base/Parallel.h"
#include "core/signals/FastLoops.h"

#include <cmath>

namespace baton::signs {

namespace {

constexpr quint64 firstSeed = 1;
// Of the networks' margins, those that read word by word. Found on the folds of the training parts
// of Banking77 and HWU64, where 0.2 to 0.4 are alike.
constexpr float wordsShare = 0.3F;

} // namespace

BlendTrainer::BlendTrainer(const LabelledRows &task, const std::vector<int> &folds,
                           const Blend::Recipe &recipe, const std::function<bool(double)> &goOn)
    : m_task(task)
    , m_folds(folds)
    , m_solver(task, recipe.loss, recipe.cost)
    , m_goOn(goOn)
    , m_linearMargins(task.rows.size())
    , m_networkMargins(task.rows.size())
    , m_wordMargins(recipe.wordNetworks > 0 ? task.rows.size() : 0)
    , m_networks(size_t(recipe.networks + recipe.wordNetworks))
    , m_wholes(size_t(recipe.networks))
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
    return 1 + int(m_networks.size()) + (m_wordMargins.empty() ? 1 : 2) * Blend::folds;
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

void BlendTrainer::readFold(int fold, Network::Reads reads, const Network &network)
{
    auto &margins = reads == Network::Reads::Words ? m_wordMargins : m_networkMargins;
    for (size_t i = 0; i < m_folds.size(); ++i) {
        if (m_folds[i] == fold)
            margins[i] = network.margins(partsOf(m_task, int(i), reads));
    }
}

void BlendTrainer::trainNetwork(int place)
{
    const auto reads = size_t(place) < m_wholes ? Network::Reads::Whole : Network::Reads::Words;
    if (auto made = Network::train(m_task, without(-1), reads, firstSeed + 1 + quint64(place),
                                   [this] { return goesOn(); }))
        m_networks[size_t(place)] = *std::move(made);
}

void BlendTrainer::trainFold(int fold, Network::Reads reads)
{
    if (const auto made
        = Network::train(m_task, without(fold), reads, firstSeed, [this] { return goesOn(); }))
        readFold(fold, reads, *made);
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
    inParallel(jobs(), [&](int job) {
        if (!goesOn())
            return;
        const int fold = job - networks - 1;
        if (job == 0)
            trainLinear();
        else if (fold < 0)
            trainNetwork(job - 1);
        else if (fold < Blend::folds)
            trainFold(fold, Network::Reads::Whole);
        else
            trainFold(fold - Blend::folds, Network::Reads::Words);
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

float BlendTrainer::shareOf(Network::Reads reads) const
{
    if (m_wordMargins.empty())
        return 1;
    return reads == Network::Reads::Words ? wordsShare : 1 - wordsShare;
}

Blend::Layers BlendTrainer::sideBySide(std::span<const Network> networks, float share)
{
    constexpr auto units = size_t(Network::units);
    const size_t all = units * networks.size();
    Blend::Layers layers;
    std::vector<float> first(size_t(m_task.columns) * all);
    for (size_t n = 0; n < networks.size(); ++n) {
        const Network &one = networks[n];
        for (size_t column = 0; column < size_t(m_task.columns); ++column)
            std::copy_n(one.first.begin() + qsizetype(column * units), units,
                        first.begin() + qsizetype(column * all + n * units));
        layers.bias.insert(layers.bias.end(), one.firstBias.begin(), one.firstBias.end());
        for (const float cell : one.second)
            layers.second.push_back(cell * share);
        for (size_t c = 0; c < one.secondBias.size(); ++c)
            m_blend.m_secondBias[c] += one.secondBias[c] * share;
    }
    layers.first = PackedRows(first, int(all));
    return layers;
}

/// Each network has its share of the mean.
void BlendTrainer::assemble()
{
    m_blend.m_linear = PackedRows(m_weights, m_task.classes);
    m_blend.m_secondBias.assign(size_t(m_task.classes), 0);
    const std::span<const Network> all(m_networks);
    m_blend.m_wholes
        = sideBySide(all.first(m_wholes), shareOf(Network::Reads::Whole) / float(m_wholes));
    if (const size_t words = all.size() - m_wholes; words > 0)
        m_blend.m_words
            = sideBySide(all.last(words), shareOf(Network::Reads::Words) / float(words));
}

/// From here on m_networkMargins are those of both kinds.
void BlendTrainer::joinMargins()
{
    for (size_t i = 0; i < m_wordMargins.size(); ++i) {
        std::vector<float> &whole = m_networkMargins[i];
        for (size_t c = 0; c < whole.size(); ++c)
            whole[c] = shareOf(Network::Reads::Whole) * whole[c]
                + shareOf(Network::Reads::Words) * m_wordMargins[i][c];
    }
}

std::optional<Blend::Learnt> BlendTrainer::run()
{
    if (!trainAll())
        return {};
    joinMargins();
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
