#include "core/signals/IntentTrainer.h"

#include "core/base/Parallel.h"
#include "core/signals/FastLoops.h"

#include <linear.h>

#include <cmath>
#include <cstdlib>
#include <memory>

namespace baton::signs {

namespace {

constexpr int folds = 4;
// The mean of more networks is better by less and less; few texts have little to tell them apart.
constexpr int rowsANetwork = 1800;
constexpr int leastNetworks = 2;
constexpr int mostNetworks = 8;
constexpr int leastTexts = 2;     // a feature in one text only says nothing about others
constexpr double cost = 1;        // C; flat between 0.5 and 4 on texts of this length
constexpr double tolerance = 0.1; // of the solver
constexpr double bias = 1;
constexpr quint64 firstSeed = 1;

void quiet(const char * /*words*/) { }

struct FreeModel
{
    void operator()(model *made) const { free_and_destroy_model(&made); }
};

} // namespace

struct IntentTrainer::Lines
{
    std::vector<std::vector<feature_node>> nodes;
};

IntentTrainer::IntentTrainer(const Catalogue &catalogue, std::function<bool(double)> goOn)
    : m_catalogue(catalogue)
    , m_goOn(std::move(goOn))
{
    m_model.m_fingerprint = catalogue.fingerprint;
    for (const Intent &intent : catalogue.intents)
        m_model.m_classes.append(intent.name);
    if (!catalogue.none.isEmpty())
        m_model.m_classes.append(QString());
}

IntentTrainer::~IntentTrainer() = default;

void IntentTrainer::readTexts()
{
    std::vector<std::vector<Feature>> features;
    const auto add = [&](int label, const QList<Example> &examples) {
        int number = 0;
        for (const Example &example : examples) {
            features.push_back(featuresOf(example.text));
            m_task.labels.push_back(label);
            m_folds.push_back(number++ % folds);
        }
    };
    for (qsizetype i = 0; i < m_catalogue.intents.size(); ++i)
        add(int(i), m_catalogue.intents[i].examples);
    add(int(m_catalogue.intents.size()), m_catalogue.none);

    m_model.m_vocabulary = Vocabulary::of(features, leastTexts);
    m_task.columns = m_model.m_vocabulary.size();
    m_task.classes = int(m_model.m_classes.size());
    m_lines = std::make_unique<Lines>();
    for (const std::vector<Feature> &one : features) {
        const auto &row = m_task.rows.emplace_back(m_model.m_vocabulary.weigh(one));
        std::vector<feature_node> &line = m_lines->nodes.emplace_back();
        line.reserve(row.size() + 2);
        for (const Vocabulary::Weighted &feature : row)
            line.push_back({feature.column + 1, double(feature.value)});
        line.push_back({m_task.columns + 1, bias});
        line.push_back({-1, 0});
    }
    m_networks.resize(
        size_t(std::clamp(int(features.size()) / rowsANetwork, leastNetworks, mostNetworks)));
    m_linearMargins.resize(features.size());
    m_networkMargins.resize(features.size());
}

/// Only the thread that asked for the model is told how far it is and may say no.
bool IntentTrainer::goesOn()
{
    if (!m_stopped && m_goOn && std::this_thread::get_id() == m_caller
        && !m_goOn(double(m_done) / jobs()))
        m_stopped = true;
    return !m_stopped;
}

int IntentTrainer::jobs() const
{
    return 1 + int(m_networks.size()) + folds;
}

std::vector<int> IntentTrainer::without(int fold) const
{
    std::vector<int> chosen;
    for (size_t i = 0; i < m_folds.size(); ++i) {
        if (m_folds[i] != fold)
            chosen.push_back(int(i));
    }
    return chosen;
}

std::vector<float> IntentTrainer::solve(const std::vector<int> &chosen) const
{
    std::vector<double> labels;
    std::vector<feature_node *> lines;
    for (const int i : chosen) {
        labels.push_back(m_task.labels[size_t(i)]);
        lines.push_back(m_lines->nodes[size_t(i)].data());
    }
    problem task{};
    task.l = int(lines.size());
    task.n = m_task.columns + 1;
    task.y = labels.data();
    task.x = lines.data();
    task.bias = bias;
    parameter how{};
    // The dual one is twice as fast as the primal one. It draws numbers of the C library: from the
    // same beginning each time, so that the same texts give the same weights.
    how.solver_type = L2R_L2LOSS_SVC_DUAL;
    std::srand(1);
    how.C = cost;
    how.eps = tolerance;
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

void IntentTrainer::readFold(int fold, const std::vector<float> &weights)
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

void IntentTrainer::readFold(int fold, const Network &network)
{
    for (size_t i = 0; i < m_folds.size(); ++i) {
        if (m_folds[i] == fold)
            m_networkMargins[i] = network.margins(m_task.rows[i]);
    }
}

void IntentTrainer::trainLinear()
{
    set_print_string_function(&quiet);
    m_weights = solve(without(-1));
    for (int fold = 0; fold < folds && goesOn(); ++fold)
        readFold(fold, solve(without(fold)));
}

/// The longest jobs come first, so that no core waits for the last one.
bool IntentTrainer::trainAll()
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
void IntentTrainer::fitWeights()
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
    m_model.m_linearWeight = float(linear);
    m_model.m_networkWeight = float(network);
}

void IntentTrainer::noteHeldOut()
{
    const int none = m_model.noneClass();
    for (size_t i = 0; i < m_folds.size(); ++i) {
        std::vector<float> margins(size_t(m_task.classes));
        for (size_t c = 0; c < margins.size(); ++c)
            margins[c] = m_model.m_linearWeight * m_linearMargins[i][c]
                + m_model.m_networkWeight * m_networkMargins[i][c];
        IntentModel::Reading reading = m_model.readingOf(std::move(margins));
        if (none >= 0)
            reading.chances[size_t(none)] = 0;
        const auto best = std::max_element(reading.chances.begin(), reading.chances.end());
        m_model.m_heldOut.push_back({*best, reading.outside,
                                     best - reading.chances.begin() == m_task.labels[i],
                                     m_task.labels[i] == none});
    }
}

/// The networks stand side by side, each with its share of the mean.
void IntentTrainer::assemble()
{
    constexpr auto units = size_t(Network::units);
    const size_t all = units * m_networks.size();
    const auto share = 1 / float(m_networks.size());
    m_model.m_linear = PackedRows(m_weights, m_task.classes);
    std::vector<float> first(size_t(m_task.columns) * all);
    m_model.m_secondBias.assign(size_t(m_task.classes), 0);
    for (size_t n = 0; n < m_networks.size(); ++n) {
        const Network &one = m_networks[n];
        for (size_t column = 0; column < size_t(m_task.columns); ++column)
            std::copy_n(one.first.begin() + qsizetype(column * units), units,
                        first.begin() + qsizetype(column * all + n * units));
        m_model.m_unitBias.insert(m_model.m_unitBias.end(), one.firstBias.begin(),
                                  one.firstBias.end());
        for (const float cell : one.second)
            m_model.m_second.push_back(cell * share);
        for (size_t c = 0; c < one.secondBias.size(); ++c)
            m_model.m_secondBias[c] += one.secondBias[c] * share;
    }
    m_model.m_first = PackedRows(first, int(all));
}

Result<IntentModel> IntentTrainer::run()
{
    if (m_model.m_classes.size() < 2)
        return Error{ErrorCode::InvalidInput, QStringLiteral("catalogue"),
                     QStringLiteral("/intents: expected at least two")};
    readTexts();
    if (!trainAll())
        return Error{ErrorCode::Cancelled, QStringLiteral("intents"), {}};
    fitWeights();
    noteHeldOut();
    assemble();
    return std::move(m_model);
}

Result<IntentModel> IntentModel::train(const Catalogue &catalogue,
                                       const std::function<bool(double)> &goOn)
{
    return IntentTrainer(catalogue, goOn).run();
}

} // namespace baton::signs
