#include "core/signals/IntentLesson.h"

#include "core/signals/SignalReader.h"

#include <QtCore/QHash>

namespace baton::signs {

namespace {

/// As predict() would answer, which may be none of these.
bool readRightly(const IntentModel &model, const IntentModel::HeldOut &one)
{
    const bool outside = model.noneClass() >= 0 && one.outside > 0;
    return one.isOutside ? outside : one.right && !outside;
}

/// The texts that a model learns, in the order of IntentModel::heldOut().
QList<LabelledText> textsOf(const Catalogue &catalogue)
{
    QList<LabelledText> texts;
    for (const Intent &intent : catalogue.intents) {
        for (const Example &example : intent.examples)
            texts.append({example.text, intent.name});
    }
    for (const Example &example : catalogue.none)
        texts.append({example.text, {}});
    return texts;
}

/// Which texts the model in use reads rightly, as long as it has not learnt them.
class Before
{
public:
    Before(const IntentModel &model, const QList<LabelledText> &learnt)
        : m_model(model)
    {
        if (size_t(learnt.size()) != model.heldOut().size())
            return;
        for (qsizetype i = 0; i < learnt.size(); ++i)
            m_heldOut.insert({learnt[i].intent, learnt[i].text},
                             readRightly(model, model.heldOut()[size_t(i)]));
    }
    bool reads(const LabelledText &text) const
    {
        const auto known = m_heldOut.constFind({text.intent, text.text});
        if (known != m_heldOut.cend())
            return *known;
        return m_model.predict({{text.text, 1}}).best.name == text.intent;
    }

private:
    const IntentModel &m_model;
    QHash<std::pair<QString, QString>, bool> m_heldOut;
};

void compare(const Before &before, const Catalogue &catalogue, const QList<LabelledText> &texts,
             IntentLesson &lesson)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (lesson.intents.isEmpty() || lesson.intents.last().intent != texts[i].intent)
            lesson.intents.append({texts[i].intent});
        TaughtIntent &intent = lesson.intents.last();
        const Intent *own = catalogue.find(texts[i].intent);
        // What was taught comes after the catalogue's own.
        const bool isTaught = intent.texts >= (own ? own->examples.size() : catalogue.none.size());
        const int was = before.reads(texts[i]) ? 1 : 0;
        const int is = readRightly(lesson.model, lesson.model.heldOut()[size_t(i)]) ? 1 : 0;
        for (TaughtIntent *sum : {&intent, isTaught ? &lesson.taught : nullptr}) {
            if (!sum)
                continue;
            ++sum->texts;
            sum->before += was;
            sum->after += is;
            sum->flips += was != is ? 1 : 0;
            sum->taught += isTaught ? 1 : 0;
        }
    }
}

} // namespace

Result<IntentLesson> teachIntents(const Catalogue &catalogue, const IntentModel &inUse,
                                  const QList<LabelledText> &knew,
                                  const QList<LabelledText> &learns,
                                  const std::function<bool(double)> &goOn)
{
    const Catalogue learnt = taught(catalogue, learns);
    IntentLesson lesson;
    if (learnt.fingerprint == inUse.fingerprint()) {
        lesson.model = inUse;
    } else {
        Result<IntentModel> model = IntentModel::train(learnt, goOn);
        if (!model)
            return model.error();
        lesson.model = std::move(model).value();
    }
    const Catalogue known = taught(catalogue, knew);
    const bool isThat = known.fingerprint == inUse.fingerprint();
    const Before before(inUse, isThat ? textsOf(known) : QList<LabelledText>());
    compare(before, catalogue, textsOf(learnt), lesson);
    return lesson;
}

/// What was taught names the model, so it comes last.
Result<void> keepLesson(const QString &models, TaughtBy by, const QList<LabelledText> &examples,
                        const IntentModel &model)
{
    if (auto kept = keepIntentModel(model, models); !kept)
        return kept;
    if (auto kept = keepTaught(models, by, examples); !kept)
        return kept;
    dropOtherModels(models, model.fingerprint());
    return {};
}

TaughtIntent sumOf(const QList<TaughtIntent> &intents)
{
    TaughtIntent sum;
    for (const TaughtIntent &one : intents) {
        sum.texts += one.texts;
        sum.before += one.before;
        sum.after += one.after;
        sum.flips += one.flips;
        sum.taught += one.taught;
    }
    return sum;
}

double heldOutRight(const IntentModel &model)
{
    const auto &all = model.heldOut();
    const auto right = std::count_if(all.begin(), all.end(),
                                     [&](const auto &one) { return readRightly(model, one); });
    return all.empty() ? 0 : double(right) / double(all.size());
}

} // namespace baton::signs
