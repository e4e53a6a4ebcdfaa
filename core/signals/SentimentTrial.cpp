#include "core/signals/SentimentTrial.h"

#include "core/signals/Scores.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace baton::signs {

namespace {

/// Asks about each text, adding to the guesses. How many texts a second.
double askAbout(const Sentiment &sentiment, const QList<FeltText> &texts,
                std::vector<Guess> &guesses)
{
    QElapsedTimer timer;
    timer.start();
    for (const FeltText &one : texts) {
        const SentimentModel::Chances chances = sentiment.chances(one.text, one.locale);
        const auto best = std::max_element(chances.begin(), chances.end());
        guesses.push_back({int(one.feeling), int(best - chances.begin()), double(*best)});
    }
    return double(texts.size()) * 1e9 / double(std::max<qint64>(timer.nsecsElapsed(), 1));
}

SentimentScores scoresOf(const std::vector<Guess> &guesses)
{
    SentimentScores scores;
    scores.texts = qsizetype(guesses.size());
    scores.accuracy = accuracy(guesses);
    scores.macroF1 = macroF1(guesses, feelings);
    scores.ece = calibrationError(guesses);
    return scores;
}

struct Trained
{
    Sentiment sentiment;
    double seconds = 0;
    qint64 bytes = 0;
};

Result<Trained> trained(const Lexicon &lexicon, const QList<FeltText> &texts,
                        const std::function<bool(double)> &goOn)
{
    QElapsedTimer timer;
    timer.start();
    Result<SentimentModel> model = SentimentModel::train(lexicon, texts, goOn);
    if (!model)
        return model.error();
    const double seconds = double(timer.elapsed()) / 1000;
    const qint64 bytes = model->toBytes().size();
    return Trained{Sentiment(lexicon, std::move(model).value()), seconds, bytes};
}

} // namespace

SentimentScores scoresOf(const Sentiment &sentiment, const QList<FeltText> &test)
{
    std::vector<Guess> guesses;
    const double speed = askAbout(sentiment, test, guesses);
    SentimentScores scores = scoresOf(guesses);
    scores.textsPerSecond = speed;
    return scores;
}

Result<SentimentScores> trySentiment(const Lexicon &lexicon, const QList<FeltText> &train,
                                     const QList<FeltText> &test,
                                     const std::function<bool(double)> &goOn)
{
    const Result<Trained> model = trained(lexicon, train, goOn);
    if (!model)
        return model.error();
    SentimentScores scores = scoresOf(model->sentiment, test);
    scores.trainSeconds = model->seconds;
    scores.modelBytes = model->bytes;
    return scores;
}

Result<SentimentScores> crossTrySentiment(const Lexicon &lexicon, const QList<FeltText> &texts,
                                          int parts, const std::function<bool(double)> &goOn)
{
    std::array<int, feelings> seen{};
    std::vector<int> part;
    for (const FeltText &one : texts)
        part.push_back(seen[size_t(one.feeling)]++ % parts);
    std::vector<Guess> guesses;
    SentimentScores sums;
    for (int out = 0; out < parts; ++out) {
        QList<FeltText> train;
        QList<FeltText> test;
        for (qsizetype i = 0; i < texts.size(); ++i)
            (part[size_t(i)] == out ? test : train).append(texts[i]);
        const auto step = [&](double done) { return !goOn || goOn((out + done) / parts); };
        const Result<Trained> model = trained(lexicon, train, step);
        if (!model)
            return model.error();
        sums.textsPerSecond += askAbout(model->sentiment, test, guesses) / parts;
        sums.trainSeconds += model->seconds;
        sums.modelBytes = std::max(sums.modelBytes, model->bytes);
    }
    SentimentScores scores = scoresOf(guesses);
    scores.textsPerSecond = sums.textsPerSecond;
    scores.trainSeconds = sums.trainSeconds;
    scores.modelBytes = sums.modelBytes;
    return scores;
}

} // namespace baton::signs
