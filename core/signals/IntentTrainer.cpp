#include "core/signals/IntentTrainer.h"

#include <linear.h>

#include <cmath>
#include <memory>

namespace baton::signs {

namespace {

constexpr int folds = 3;
constexpr int leastTexts = 2;     // a feature in one text only says nothing about others
constexpr double cost = 1;        // C; flat between 0.5 and 4 on texts of this length
constexpr double tolerance = 0.1; // of the solver
constexpr double bias = 1;

void quiet(const char * /*words*/) { }

struct FreeModel
{
    void operator()(model *made) const { free_and_destroy_model(&made); }
};

} // namespace

IntentTrainer::IntentTrainer(const Catalogue &catalogue, std::function<bool(double)> goOn)
    : m_fingerprint(catalogue.fingerprint)
    , m_goOn(std::move(goOn))
{
    const auto add = [this](const QString &name, const QList<Example> &examples) {
        const int label = int(m_classes.size());
        m_classes.append(name);
        int number = 0;
        for (const Example &example : examples)
            m_texts.push_back({featuresOf(example.text), label, number++ % folds});
    };
    for (const Intent &intent : catalogue.intents)
        add(intent.name, intent.examples);
    if (!catalogue.none.isEmpty())
        add(QString(), catalogue.none);
}

bool IntentTrainer::step(int done) const
{
    return !m_goOn || m_goOn(double(done) / (folds + 1));
}

std::vector<float> IntentTrainer::solve(const std::vector<Row> &rows, int columns,
                                        int leftOut) const
{
    std::vector<double> labels;
    std::vector<std::vector<feature_node>> nodes;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (m_texts[i].fold == leftOut)
            continue;
        labels.push_back(m_texts[i].label);
        std::vector<feature_node> &line = nodes.emplace_back();
        line.reserve(rows[i].size() + 2);
        for (const Vocabulary::Weighted &feature : rows[i])
            line.push_back({feature.column + 1, double(feature.value)});
        std::sort(line.begin(), line.end(),
                  [](const feature_node &a, const feature_node &b) { return a.index < b.index; });
        line.push_back({columns + 1, bias});
        line.push_back({-1, 0});
    }
    std::vector<feature_node *> lines;
    lines.reserve(nodes.size());
    for (auto &line : nodes)
        lines.push_back(line.data());
    problem task{};
    task.l = int(lines.size());
    task.n = columns + 1;
    task.y = labels.data();
    task.x = lines.data();
    task.bias = bias;
    parameter how{};
    how.solver_type = L2R_L2LOSS_SVC;
    how.C = cost;
    how.eps = tolerance;
    set_print_string_function(&quiet);
    const std::unique_ptr<model, FreeModel> made(::train(&task, &how));

    const size_t classes = size_t(m_classes.size());
    std::vector<float> weights((size_t(columns) + 1) * classes, 0);
    // Of two classes LIBLINEAR keeps one column: the first class's, whose negative is the other's.
    const size_t kept = made->nr_class == 2 ? 1 : size_t(made->nr_class);
    for (size_t seen = 0; seen < size_t(made->nr_class); ++seen) {
        const double sign = seen < kept ? 1 : -1;
        const size_t from = seen < kept ? seen : 0;
        for (size_t column = 0; column <= size_t(columns); ++column)
            weights[column * classes + size_t(made->label[seen])]
                = float(sign * made->w[column * kept + from]);
    }
    return weights;
}

float IntentTrainer::fitSharpness(const std::vector<std::vector<float>> &margins) const
{
    const auto loss = [&](double sharpness) {
        double sum = 0;
        for (size_t i = 0; i < margins.size(); ++i) {
            const std::vector<float> &found = margins[i];
            const double top = double(*std::max_element(found.begin(), found.end()));
            double total = 0;
            for (const float margin : found)
                total += std::exp(sharpness * (double(margin) - top));
            sum += std::log(total) - sharpness * (double(found[size_t(m_texts[i].label)]) - top);
        }
        return sum;
    };
    // Golden section over the logarithm; the loss is convex in the sharpness.
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double low = std::log(0.25);
    double high = std::log(32.0);
    for (int i = 0; i < 40; ++i) {
        const double left = high - ratio * (high - low);
        const double right = low + ratio * (high - low);
        (loss(std::exp(left)) < loss(std::exp(right)) ? high : low)
            = loss(std::exp(left)) < loss(std::exp(right)) ? right : left;
    }
    return float(std::exp((low + high) / 2));
}

Result<IntentModel> IntentTrainer::run()
{
    if (m_classes.size() < 2)
        return Error{ErrorCode::InvalidInput, QStringLiteral("catalogue"),
                     QStringLiteral("/intents: expected at least two")};
    const Error cancelled{ErrorCode::Cancelled, QStringLiteral("intents"), {}};
    std::vector<std::vector<Feature>> features;
    features.reserve(m_texts.size());
    for (const Text &text : m_texts)
        features.push_back(text.features);
    IntentModel result;
    result.m_fingerprint = m_fingerprint;
    result.m_classes = m_classes;
    result.m_vocabulary = Vocabulary::of(features, leastTexts);
    const int columns = result.m_vocabulary.size();
    std::vector<Row> rows;
    rows.reserve(m_texts.size());
    for (const Text &text : m_texts)
        rows.push_back(result.m_vocabulary.weigh(text.features));

    std::vector<std::vector<float>> margins(m_texts.size());
    const size_t classes = size_t(m_classes.size());
    for (int fold = 0; fold < folds; ++fold) {
        if (!step(fold))
            return cancelled;
        const std::vector<float> weights = solve(rows, columns, fold);
        for (size_t i = 0; i < rows.size(); ++i) {
            if (m_texts[i].fold != fold)
                continue;
            const float *last = weights.data() + size_t(columns) * classes;
            margins[i].assign(last, last + classes);
            for (const Vocabulary::Weighted &feature : rows[i]) {
                for (size_t c = 0; c < classes; ++c)
                    margins[i][c] += feature.value * weights[size_t(feature.column) * classes + c];
            }
        }
    }
    result.m_sharpness = fitSharpness(margins);
    const auto right = [&](size_t i) {
        const auto best = std::max_element(margins[i].begin(), margins[i].end());
        return best - margins[i].begin() == m_texts[i].label;
    };
    qsizetype correct = 0;
    for (size_t i = 0; i < margins.size(); ++i)
        correct += right(i) ? 1 : 0;
    result.m_heldOutAccuracy = double(correct) / double(margins.size());
    if (!step(folds))
        return cancelled;
    result.m_weights = solve(rows, columns, -1);
    return result;
}

Result<IntentModel> IntentModel::train(const Catalogue &catalogue,
                                       const std::function<bool(double)> &goOn)
{
    return IntentTrainer(catalogue, goOn).run();
}

} // namespace baton::signs
