#include "app/batonctl/Command.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/IntentsParts.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Labelled.h"
#include "core/signals/IntentTrial.h"

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

} // namespace

Exit intents(Session &session)
{
    const QStringList &operands = session.options.operands;
    if (operands.first() == "explain"_L1 && operands.size() > 1)
        return explainIntents(session);
    if (operands == QStringList{u"evaluate"_s})
        return evaluate(session);
    if (operands == QStringList{u"train"_s})
        return trainIntents(session);
    if (operands == QStringList{u"corrections"_s})
        return listCorrections(session);
    session.output.problem(u"intents takes evaluate, train, corrections or explain TEXT"_s);
    return Exit::Usage;
}

} // namespace baton::ctl
