#include "core/signals/IntentTrial.h"

#include "core/signals/Scores.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace baton::signs {

namespace {

constexpr double mostWrong = 0.02;
constexpr double leastTaken = 0.9;
constexpr double oneSided95 = 1.6449; // of the normal distribution

/// What a model makes of one text; best is of the intents.
struct Answer : Guess
{
    bool amongThree = false;
    bool linearRight = false;
    double outside = 0;
};

Answer ask(const IntentModel &model, const QString &text, int label)
{
    Answer answer;
    answer.label = label;
    IntentModel::Reading reading = model.read({{text}});
    answer.outside = double(reading.outside);
    const int none = model.noneClass();
    std::vector<float> linear = model.linearMargins({{text}});
    if (none >= 0) {
        reading.chances[size_t(none)] = -1;
        linear[size_t(none)] = -1e9F;
    }
    std::vector<int> order(reading.chances.size());
    std::iota(order.begin(), order.end(), 0);
    const auto first = order.begin() + std::min<qsizetype>(3, qsizetype(order.size()));
    std::partial_sort(order.begin(), first, order.end(), [&](int a, int b) {
        return reading.chances[size_t(a)] > reading.chances[size_t(b)];
    });
    answer.best = order.front();
    answer.confidence = double(reading.chances[size_t(answer.best)]);
    answer.amongThree = std::find(order.begin(), first, label) != first;
    answer.linearRight = std::max_element(linear.begin(), linear.end()) - linear.begin() == label;
    return answer;
}

std::vector<Answer> askAll(const IntentModel &model, const QList<LabelledText> &texts)
{
    std::vector<Answer> answers;
    answers.reserve(size_t(texts.size()));
    for (const LabelledText &one : texts)
        answers.push_back(ask(model, one.text, int(model.classes().indexOf(one.intent))));
    return answers;
}

/// The share of pairs of one text inside and one outside in which the latter is further outside.
double auroc(const std::vector<Answer> &inside, const std::vector<double> &outside)
{
    std::vector<double> sorted;
    sorted.reserve(inside.size());
    for (const Answer &answer : inside)
        sorted.push_back(answer.outside);
    std::sort(sorted.begin(), sorted.end());
    double pairs = 0;
    for (const double one : outside) {
        const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), one);
        pairs += double(low - sorted.begin()) + double(high - low) / 2;
    }
    return pairs / (double(sorted.size()) * double(outside.size()));
}

/// The lowest limit on Answer::outside under which the texts taken and read rightly are at least
/// this share of all; infinite where no limit does that.
double limitFor(const std::vector<std::pair<double, bool>> &sorted, double least)
{
    qsizetype right = 0;
    for (const auto &[outside, isRight] : sorted) {
        right += isRight ? 1 : 0;
        if (share(right, qsizetype(sorted.size())) >= least)
            return outside;
    }
    return std::numeric_limits<double>::infinity();
}

/// A share that is just leastTaken on these texts is less on every second set of others: so much
/// more is asked for that leastTaken is sure, by the score test of one proportion (Wilson 1927) at
/// one-sided 5 %. Where no limit does that, leastTaken itself.
double limitFor(std::vector<std::pair<double, bool>> outsideAndRight)
{
    std::sort(outsideAndRight.begin(), outsideAndRight.end());
    const double texts = std::max(1.0, double(outsideAndRight.size()));
    const double sure = leastTaken + oneSided95 * std::sqrt(leastTaken * (1 - leastTaken) / texts);
    const double limit = limitFor(outsideAndRight, sure);
    return std::isfinite(limit) ? limit : limitFor(outsideAndRight, leastTaken);
}

double limitFor(const IntentModel &model, const QList<LabelledText> &validation)
{
    std::vector<std::pair<double, bool>> seen;
    if (!validation.isEmpty()) {
        for (const Answer &answer : askAll(model, validation))
            seen.emplace_back(answer.outside, answer.best == answer.label);
    } else {
        for (const IntentModel::HeldOut &one : model.heldOut()) {
            if (!one.isOutside)
                seen.emplace_back(one.outside, one.right);
        }
    }
    return limitFor(std::move(seen));
}

IntentScores::Outside scoresOutside(const IntentModel &model, const IntentTrial &trial,
                                    const std::vector<Answer> &answers)
{
    const double limit = limitFor(model, trial.validation);
    std::vector<double> outside;
    qsizetype caught = 0;
    for (const QString &text : trial.outsideTest) {
        outside.push_back(ask(model, text, -1).outside);
        caught += outside.back() > limit ? 1 : 0;
    }
    qsizetype right = 0;
    qsizetype refused = 0;
    for (const Answer &answer : answers) {
        if (answer.outside > limit)
            ++refused;
        else
            right += answer.best == answer.label ? 1 : 0;
    }
    return {auroc(answers, outside), share(right, qsizetype(answers.size())),
            share(caught, trial.outsideTest.size()), share(caught, caught + refused)};
}

/// How fast one core reads the texts; asked for long enough to be measured.
double speed(const IntentModel &model, const QList<LabelledText> &texts)
{
    constexpr qint64 longEnoughMs = 300;
    QElapsedTimer timer;
    timer.start();
    qsizetype read = 0;
    while (!texts.isEmpty() && timer.elapsed() < longEnoughMs) {
        for (const LabelledText &one : texts)
            model.predict({{one.text}});
        read += texts.size();
    }
    return double(read) * 1e9 / double(timer.nsecsElapsed());
}

/// Of what was answered, and how sure each answer had to be.
IntentScores scoresOf(const std::vector<Answer> &answers, const std::vector<double> &least,
                      size_t classes)
{
    IntentScores scores;
    scores.texts = qsizetype(answers.size());
    qsizetype right = 0;
    qsizetype three = 0;
    qsizetype linear = 0;
    qsizetype taken = 0;
    qsizetype takenRight = 0;
    for (size_t i = 0; i < answers.size(); ++i) {
        const Answer &answer = answers[i];
        const bool isRight = answer.best == answer.label;
        right += isRight ? 1 : 0;
        three += answer.amongThree ? 1 : 0;
        linear += answer.linearRight ? 1 : 0;
        if (answer.confidence >= least[i]) {
            ++taken;
            takenRight += isRight ? 1 : 0;
        }
    }
    scores.accuracy = share(right, scores.texts);
    scores.top3 = share(three, scores.texts);
    scores.linearAccuracy = share(linear, scores.texts);
    const std::vector<Guess> guesses(answers.begin(), answers.end());
    scores.macroF1 = macroF1(guesses, classes);
    scores.ece = calibrationError(guesses);
    scores.coverageAt98 = share(taken, scores.texts);
    scores.precisionAt98 = share(takenRight, taken);
    return scores;
}

} // namespace

Catalogue catalogueOf(const QList<LabelledText> &texts, const QStringList &outside)
{
    Catalogue catalogue;
    QHash<QString, qsizetype> places;
    for (const LabelledText &one : texts) {
        const qsizetype place = places.value(one.intent, catalogue.intents.size());
        if (place == catalogue.intents.size()) {
            places.insert(one.intent, place);
            Intent intent;
            intent.name = one.intent;
            catalogue.intents.append(intent);
        }
        catalogue.intents[place].examples.append({one.text, {}});
    }
    for (const QString &text : outside)
        catalogue.none.append({text, {}});
    catalogue.index();
    return catalogue;
}

Result<IntentScores> tryIntents(const IntentTrial &trial, const std::function<bool(double)> &goOn)
{
    QElapsedTimer timer;
    timer.start();
    const Result<IntentModel> model
        = IntentModel::train(catalogueOf(trial.train, trial.outsideTrain), goOn);
    if (!model)
        return model.error();
    const double seconds = double(timer.elapsed()) / 1000;
    const std::vector<Answer> answers = askAll(*model, trial.test);
    IntentScores scores
        = scoresOf(answers, std::vector<double>(answers.size(), model->confidenceFor(mostWrong)),
                   size_t(model->classes().size()));
    if (!trial.outsideTest.isEmpty() && !answers.empty())
        scores.outside = scoresOutside(*model, trial, answers);
    scores.textsPerSecond = speed(*model, trial.test);
    scores.trainSeconds = seconds;
    scores.modelBytes = model->toBytes().size();
    return scores;
}

Result<IntentScores> crossTryIntents(const QList<LabelledText> &texts, int parts,
                                     const std::function<bool(double)> &goOn)
{
    QHash<QString, int> seen;
    std::vector<int> part;
    for (const LabelledText &one : texts)
        part.push_back(seen[one.intent]++ % parts);
    // One list of classes for all parts, so that answers of one text mean the same as of another.
    const QList<QString> classes = [&] {
        QList<QString> names;
        for (const Intent &intent : catalogueOf(texts).intents)
            names.append(intent.name);
        return names;
    }();
    std::vector<Answer> all;
    std::vector<double> least;
    IntentScores sums;
    for (int out = 0; out < parts; ++out) {
        IntentTrial trial;
        for (qsizetype i = 0; i < texts.size(); ++i)
            (part[size_t(i)] == out ? trial.test : trial.train).append(texts[i]);
        QElapsedTimer timer;
        timer.start();
        const auto step = [&](double done) { return !goOn || goOn((out + done) / parts); };
        const Result<IntentModel> model = IntentModel::train(catalogueOf(trial.train), step);
        if (!model)
            return model.error();
        sums.trainSeconds += double(timer.elapsed()) / 1000;
        sums.modelBytes = std::max(sums.modelBytes, qint64(model->toBytes().size()));
        sums.textsPerSecond += speed(*model, trial.test) / parts;
        for (const LabelledText &one : trial.test) {
            Answer answer = ask(*model, one.text, int(model->classes().indexOf(one.intent)));
            answer.label = int(classes.indexOf(one.intent));
            answer.best = int(classes.indexOf(model->classes()[answer.best]));
            all.push_back(answer);
            least.push_back(model->confidenceFor(mostWrong));
        }
    }
    IntentScores scores = scoresOf(all, least, size_t(classes.size()));
    scores.trainSeconds = sums.trainSeconds;
    scores.modelBytes = sums.modelBytes;
    scores.textsPerSecond = sums.textsPerSecond;
    return scores;
}

} // namespace baton::signs
