#include "app/batonctl/Command.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Labelled.h"
#include "core/signals/SignalReader.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Texts = QList<signs::FeltText>;
using Scores = signs::SentimentScores;

constexpr int leastMoodFolds = 2;

nlohmann::ordered_json toJson(const Scores &scores)
{
    return {{"texts", scores.texts},
            {"accuracy", percent(scores.accuracy)},
            {"macro_f1", percent(scores.macroF1)},
            {"ece", percent(scores.ece)},
            {"texts_per_second", std::round(scores.textsPerSecond)},
            {"train_seconds", std::round(scores.trainSeconds * 10) / 10},
            {"model_bytes", scores.modelBytes}};
}

QString fileOf(const Session &session, QLatin1StringView option)
{
    return session.options.files.value(option);
}

/// Nothing where an option names no file; told where the file cannot be read.
std::optional<Texts> textsOf(Session &session, QLatin1StringView option)
{
    const QString file = fileOf(session, option);
    if (file.isEmpty())
        return Texts();
    Result<Texts> texts = readFelt(file);
    if (texts)
        return std::move(texts).value();
    session.output.problem(documentWords(texts.error(), u"read the texts"_s));
    return {};
}

std::function<bool(double)> learning(Session &session)
{
    return [&session](double done) {
        session.output.progress(u"Learning"_s, done);
        return !Interrupt::isRequested();
    };
}

Exit cannotLearn(Session &session, const Error &error, const QString &option)
{
    session.output.problem(
        error.code == ErrorCode::InvalidInput
            ? u"--%1 has fewer than two of negative, neutral and positive"_s.arg(option)
            : words(error, u"learn the moods"_s));
    return Exit::CouldNot;
}

Result<Scores> judgeStored(const QString &file, const Texts &test)
{
    const signs::Lexicon lexicon = signs::bundledLexicon();
    if (file.isEmpty())
        return signs::scoresOf(signs::Sentiment(lexicon), test);
    Result<signs::SentimentModel> model = signs::SentimentModel::load(file, lexicon);
    if (!model)
        return model.error();
    return signs::scoresOf(signs::Sentiment(lexicon, std::move(model).value()), test);
}

Exit evaluateMoods(Session &session)
{
    const Interrupt interrupt;
    const auto train = textsOf(session, "train"_L1);
    const auto test = textsOf(session, "test"_L1);
    if (!train || !test)
        return Exit::CouldNot;
    const int parts = session.options.folds;
    const QString model = fileOf(session, "model"_L1);
    const bool learns = !train->isEmpty();
    const bool folded = parts >= leastMoodFolds;
    if (test->isEmpty() != folded || (folded && !learns) || (learns && !model.isEmpty())) {
        session.output.problem(u"evaluate takes --test FILE with or without --train or --model, or "
                               "--train FILE and --folds N"_s);
        return Exit::Usage;
    }
    const signs::Lexicon lexicon = signs::bundledLexicon();
    const Result<Scores> scores = folded
        ? signs::crossTrySentiment(lexicon, *train, parts, learning(session))
        : learns ? signs::trySentiment(lexicon, *train, *test, learning(session))
                 : judgeStored(model, *test);
    session.output.endProgress();
    if (!scores && !learns) {
        session.output.problem(words(scores.error(), u"read the model"_s));
        return Exit::CouldNot;
    }
    if (!scores)
        return cannotLearn(session, scores.error(), u"train"_s);
    writeScores(session, toJson(*scores));
    return Exit::Done;
}

Exit trainMoods(Session &session)
{
    const Interrupt interrupt;
    const auto examples = textsOf(session, "examples"_L1);
    if (!examples)
        return Exit::CouldNot;
    if (examples->isEmpty()) {
        session.output.problem(u"train takes --examples FILE"_s);
        return Exit::Usage;
    }
    const Result<signs::SentimentModel> model
        = signs::SentimentModel::train(signs::bundledLexicon(), *examples, learning(session));
    session.output.endProgress();
    if (!model)
        return cannotLearn(session, model.error(), u"examples"_s);
    const QString path = session.options.output.isEmpty()
        ? signs::sentimentPath(session.profile.paths.data + u"/models"_s)
        : session.options.output;
    if (const auto saved = model->save(path); !saved) {
        session.output.problem(words(saved.error(), u"write the model"_s));
        return Exit::CouldNot;
    }
    if (session.output.isJson())
        session.output.json({{"examples", examples->size()}, {"model", path.toStdString()}});
    else
        session.output.line(u"Learnt from %1 examples: %2"_s.arg(examples->size()).arg(path));
    return Exit::Done;
}

} // namespace

Exit sentiment(Session &session)
{
    if (session.options.operands == QStringList{u"evaluate"_s})
        return evaluateMoods(session);
    if (session.options.operands == QStringList{u"train"_s})
        return trainMoods(session);
    session.output.problem(u"sentiment takes evaluate or train"_s);
    return Exit::Usage;
}

} // namespace baton::ctl
