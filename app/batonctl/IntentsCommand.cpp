#include "app/batonctl/Command.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Labelled.h"
#include "core/policy/Policy.h"
#include "core/signals/IntentTrial.h"
#include "core/signals/SignalReader.h"
#include "core/signals/TaughtExamples.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr int leastParts = 2;

Json toJson(const signs::IntentScores &scores)
{
    Json json{{"texts", scores.texts},        {"accuracy", percent(scores.accuracy)},
              {"top3", percent(scores.top3)}, {"macro_f1", percent(scores.macroF1)},
              {"ece", percent(scores.ece)},   {"svm_accuracy", percent(scores.linearAccuracy)}};
    if (scores.outside) {
        json["oos_auroc"] = percent(scores.outside->auroc);
        json["in_scope_accuracy"] = percent(scores.outside->inScopeAccuracy);
        json["oos_recall"] = percent(scores.outside->recall);
        json["oos_precision"] = percent(scores.outside->precision);
    }
    json["coverage_at_98"] = percent(scores.coverageAt98);
    json["precision_there"] = percent(scores.precisionAt98);
    json["texts_per_second"] = std::round(scores.textsPerSecond);
    json["train_seconds"] = std::round(scores.trainSeconds * 10) / 10;
    json["model_bytes"] = scores.modelBytes;
    return json;
}

/// Reads the file that an option names, if it does, into one of the lists.
class Inputs
{
public:
    explicit Inputs(Session &session)
        : m_session(session)
    { }

    QList<signs::LabelledText> read(const char *option)
    {
        const QString file = m_session.options.files.value(QLatin1StringView(option));
        if (file.isEmpty() || !m_good)
            return {};
        Result<QList<signs::LabelledText>> texts = readLabelled(file);
        if (texts)
            return *std::move(texts);
        m_good = false;
        m_session.output.problem(documentWords(texts.error(), u"read the texts"_s));
        return {};
    }
    QStringList readTexts(const char *option)
    {
        QStringList texts;
        for (const signs::LabelledText &one : read(option))
            texts.append(one.text);
        return texts;
    }
    bool isGood() const { return m_good; }

private:
    Session &m_session;
    bool m_good = true;
};

Exit evaluate(Session &session)
{
    const Interrupt interrupt;
    Inputs inputs(session);
    signs::IntentTrial trial;
    trial.train = inputs.read("train");
    trial.validation = inputs.read("val");
    trial.test = inputs.read("test");
    trial.outsideTrain = inputs.readTexts("oos-train");
    inputs.readTexts("oos-val"); // only looked over: the limit is chosen on what is inside
    trial.outsideTest = inputs.readTexts("oos-test");
    if (!inputs.isGood())
        return Exit::CouldNot;
    const int parts = session.options.folds;
    if (trial.train.isEmpty() || (trial.test.isEmpty() == (parts < leastParts))) {
        session.output.problem(
            u"evaluate takes --train FILE, and either --test FILE or --folds N"_s);
        return Exit::Usage;
    }
    const auto goOn = [&session](double done) {
        session.output.progress(u"Learning"_s, done);
        return !Interrupt::isRequested();
    };
    const auto scores = parts >= leastParts ? signs::crossTryIntents(trial.train, parts, goOn)
                                            : signs::tryIntents(trial, goOn);
    session.output.endProgress();
    if (!scores) {
        session.output.problem(scores.error().code == ErrorCode::InvalidInput
                                   ? u"--train has fewer than two intents"_s
                                   : words(scores.error(), u"learn the intents"_s));
        return Exit::CouldNot;
    }
    writeScores(session, toJson(*scores));
    return Exit::Done;
}

/// How many of the texts a model reads rightly.
qsizetype rightlyRead(const signs::IntentModel &model, const QList<signs::LabelledText> &texts)
{
    return std::count_if(texts.begin(), texts.end(), [&](const signs::LabelledText &one) {
        return model.predict({{one.text, 1}}).best.name == one.intent;
    });
}

/// Both halves of the examples, each read by a model that was taught the other.
Result<qsizetype> rightlyReadApart(const Catalogue &catalogue,
                                   const QList<signs::LabelledText> &examples,
                                   const std::function<bool(double)> &goOn)
{
    qsizetype right = 0;
    for (const int asked : {0, 1}) {
        QList<signs::LabelledText> halves[2];
        for (qsizetype i = 0; i < examples.size(); ++i)
            halves[i % 2 == asked ? 1 : 0].append(examples[i]);
        const auto model = signs::IntentModel::train(signs::taught(catalogue, halves[0]), goOn);
        if (!model)
            return model.error();
        right += rightlyRead(*model, halves[1]);
    }
    return right;
}

struct Taught
{
    qsizetype before = 0; ///< of the examples, rightly read by the catalogue's own model
    qsizetype after = 0;  ///< by models that were taught the other half
    double heldApart = 0; ///< share of all examples, by models that did not see them
};

/// Measures what the examples bring, then keeps them and the model that learnt them.
Result<Taught> taughtFrom(const Catalogue &catalogue, const QList<signs::LabelledText> &examples,
                          const QString &models, const std::function<bool(double)> &goOn)
{
    const auto alone = signs::IntentModel::train(catalogue, goOn);
    if (!alone)
        return alone.error();
    const Result<qsizetype> after = rightlyReadApart(catalogue, examples, goOn);
    if (!after)
        return after.error();
    if (const auto kept = signs::keepTaught(models, examples); !kept)
        return kept.error();
    const auto model = signs::intentModelFor(catalogue, models, goOn);
    if (!model)
        return model.error();
    return Taught{rightlyRead(*alone, examples), *after, model->heldOutAccuracy()};
}

/// The number of the first example, from 1, of an intent that the catalogue does not know; 0: none.
qsizetype firstUnknown(const Catalogue &catalogue, const QList<signs::LabelledText> &examples)
{
    const auto unknown = std::find_if(
        examples.begin(), examples.end(), [&catalogue](const signs::LabelledText &one) {
            return !one.intent.isEmpty() && !catalogue.find(one.intent);
        });
    return unknown == examples.end() ? 0 : unknown - examples.begin() + 1;
}

Exit teach(Session &session)
{
    const Interrupt interrupt;
    if (!session.options.files.contains(u"examples"_s)) {
        session.output.problem(u"train takes --examples FILE"_s);
        return Exit::Usage;
    }
    Inputs inputs(session);
    const QList<signs::LabelledText> examples = inputs.read("examples");
    if (!inputs.isGood())
        return Exit::CouldNot;
    const Catalogue catalogue = policy::bundledCatalogue();
    if (const qsizetype unknown = firstUnknown(catalogue, examples); unknown > 0) {
        session.output.problem(
            u"--examples: text %1 is of “%2”, which the catalogue does not know; "
            "nothing was learnt"_s.arg(unknown)
                .arg(examples[unknown - 1].intent));
        return Exit::CouldNot;
    }
    const auto taught = taughtFrom(catalogue, examples, session.profile.paths.data + u"/models"_s,
                                   [&](double done) {
                                       session.output.progress(u"Learning"_s, done);
                                       return !Interrupt::isRequested();
                                   });
    session.output.endProgress();
    if (!taught) {
        session.output.problem(words(taught.error(), u"learn the intents"_s));
        return Exit::CouldNot;
    }
    const double texts = std::max<double>(1, double(examples.size()));
    writeScores(session,
                {{"examples", examples.size()},
                 {"right_before", percent(double(taught->before) / texts)},
                 {"right_after", percent(double(taught->after) / texts)},
                 {"catalogue_held_apart", percent(taught->heldApart)}});
    return Exit::Done;
}

} // namespace

Exit intents(Session &session)
{
    if (session.options.operands == QStringList{u"evaluate"_s})
        return evaluate(session);
    if (session.options.operands == QStringList{u"train"_s})
        return teach(session);
    session.output.problem(u"intents takes evaluate or train"_s);
    return Exit::Usage;
}

} // namespace baton::ctl
