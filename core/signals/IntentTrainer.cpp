#include "core/signals/IntentTrainer.h"

#include <algorithm>

namespace baton::signs {

namespace {

// The mean of more networks is better by less and less; where there are few texts it brings nothing
// (DSTC11, TwACS by 5 folds), and every reading pays for it.
constexpr size_t manyTexts = 6000;
constexpr int networksOfFew = 2;
constexpr int networksOfMany = 10;
constexpr int wordNetworksOfMany = 6; // of few they would double the time that learning takes
constexpr int leastTexts = 2;         // a feature in one text only says nothing about others
constexpr double linearCost = 1;      // C; flat between 0.5 and 4 on texts of this length

} // namespace

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

void IntentTrainer::readTexts()
{
    std::vector<std::vector<Feature>> features;
    const auto add = [&](int label, const QList<Example> &examples) {
        int number = 0;
        for (const Example &example : examples) {
            features.push_back(featuresOf(example.text));
            m_task.labels.push_back(label);
            m_folds.push_back(number++ % Blend::folds);
        }
    };
    for (qsizetype i = 0; i < m_catalogue.intents.size(); ++i)
        add(int(i), m_catalogue.intents[i].examples);
    add(int(m_catalogue.intents.size()), m_catalogue.none);

    m_model.m_vocabulary = Vocabulary::of(features, leastTexts);
    m_task.columns = m_model.m_vocabulary.size();
    m_task.classes = int(m_model.m_classes.size());
    for (const std::vector<Feature> &one : features)
        m_task.rows.push_back(m_model.m_vocabulary.weigh(one));
}

void IntentTrainer::readWords()
{
    const auto add = [&](const QList<Example> &examples) {
        for (const Example &example : examples)
            m_task.words.push_back(m_model.wordRowsOf({{example.text}}, {}));
    };
    for (const Intent &intent : m_catalogue.intents)
        add(intent.examples);
    add(m_catalogue.none);
}

void IntentTrainer::noteHeldOut(const std::vector<std::vector<float>> &margins)
{
    const int none = m_model.noneClass();
    for (size_t i = 0; i < m_folds.size(); ++i) {
        IntentModel::Reading reading = m_model.readingOf(margins[i]);
        if (none >= 0)
            reading.chances[size_t(none)] = 0;
        const auto best = std::max_element(reading.chances.begin(), reading.chances.end());
        m_model.m_heldOut.push_back({*best, reading.outside,
                                     best - reading.chances.begin() == m_task.labels[i],
                                     m_task.labels[i] == none});
    }
}

Result<IntentModel> IntentTrainer::run()
{
    if (m_model.m_classes.size() < 2)
        return Error{ErrorCode::InvalidInput, QStringLiteral("catalogue"),
                     QStringLiteral("/intents: expected at least two")};
    readTexts();
    Blend::Recipe recipe;
    recipe.loss = LinearSolver::Loss::Hinge;
    recipe.cost = linearCost;
    const bool few = m_task.rows.size() < manyTexts;
    recipe.networks = few ? networksOfFew : networksOfMany;
    recipe.wordNetworks = few ? 0 : wordNetworksOfMany;
    if (recipe.wordNetworks > 0)
        readWords();
    std::optional<Blend::Learnt> learnt = Blend::train(m_task, m_folds, recipe, m_goOn);
    if (!learnt)
        return Error{ErrorCode::Cancelled, QStringLiteral("intents"), {}};
    m_model.m_blend = std::move(learnt->blend);
    noteHeldOut(learnt->heldOut);
    return std::move(m_model);
}

Result<IntentModel> IntentModel::train(const Catalogue &catalogue,
                                       const std::function<bool(double)> &goOn)
{
    return IntentTrainer(catalogue, goOn).run();
}

} // namespace baton::signs
