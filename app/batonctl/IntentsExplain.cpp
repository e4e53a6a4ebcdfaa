#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/IntentsParts.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Stores.h"
#include "core/packet/LineSource.h"
#include "core/policy/Policy.h"
#include "core/signals/SignalReader.h"
#include "core/signals/TaughtExamples.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

/// Says of texts what they are about, and why.
class Explainer
{
public:
    Explainer(Session &session, const Catalogue &catalogue, const signs::IntentModel &model)
        : m_output(session.output)
        , m_catalogue(catalogue)
        , m_model(model)
    { }

    void explain(const QString &text)
    {
        const auto [best, next] = m_model.predict({{text, 1}});
        const auto words = m_model.deciders({{text, 1}});
        if (!m_output.isJson()) {
            m_output.line(u"Read as %1, next: %2"_s.arg(named(best), named(next))
                          + decided(text, words));
            return;
        }
        Json decided = Json::array();
        for (const auto &word : words)
            decided.push_back({{"begin", word.begin},
                               {"end", word.end},
                               {"text", utf8(text.mid(word.begin, word.end - word.begin))},
                               {"weight", std::round(double(word.weight) * 100) / 100}});
        m_output.json({{"text", utf8(text)},
                       {"intent", toJson(best)},
                       {"runner_up", toJson(next)},
                       {"decided_by", std::move(decided)}});
    }

private:
    QString titleOf(const IntentGuess &guess) const
    {
        const Intent *intent = m_catalogue.find(guess.name);
        return intent ? intent->title : u"none of these"_s;
    }
    QString named(const IntentGuess &guess) const
    {
        return u"%1 (%2 %)"_s.arg(titleOf(guess)).arg(std::round(guess.confidence * 100));
    }
    Json toJson(const IntentGuess &guess) const
    {
        return {{"name", intentName(guess.name)},
                {"title", utf8(titleOf(guess))},
                {"confidence", guess.confidence}};
    }
    static QString decided(const QString &text,
                           const std::vector<signs::IntentModel::Decider> &words)
    {
        QStringList quoted;
        for (const auto &word : words)
            quoted.append(u"“%1”"_s.arg(text.mid(word.begin, word.end - word.begin)));
        return quoted.isEmpty() ? QString() : u"; decided by "_s + quoted.join(u", "_s);
    }

    Output &m_output;
    const Catalogue &m_catalogue;
    const signs::IntentModel &m_model;
};

Result<void> eachLine(const QString &source, const std::function<void(const QString &)> &take)
{
    using Next = packet::LineSource::Next;
    const auto lines = packet::LineSource::open(source);
    if (!lines)
        return lines.error();
    for (Next next = (*lines)->next(); next != Next::End; next = (*lines)->next()) {
        if (next == Next::Broken)
            return (*lines)->error();
        if (next == Next::TooLong)
            return Error{ErrorCode::TooLarge, source, u"line %1"_s.arg((*lines)->number())};
        const QString text = QString::fromUtf8((*lines)->line()).trimmed();
        if (!text.isEmpty())
            take(text);
    }
    return {};
}

} // namespace

Exit explainIntents(Session &session)
{
    const Interrupt interrupt;
    const Catalogue catalogue = policy::bundledCatalogue();
    const auto model = signs::intentModelFor(
        catalogue, session.profile.paths.data + u"/models"_s, [&session](double done) {
            session.output.progress(u"Learning the intents"_s, done);
            return !Interrupt::isRequested();
        });
    session.output.endProgress();
    if (!model) {
        session.output.problem(words(model.error(), u"learn the intents"_s));
        return Exit::CouldNot;
    }
    Explainer explainer(session, catalogue, *model);
    const QStringList given = session.options.operands.sliced(1);
    if (given != QStringList{u"-"_s}) {
        explainer.explain(given.join(u' '));
        return Exit::Done;
    }
    const auto read = eachLine(u"-"_s, [&](const QString &text) { explainer.explain(text); });
    if (read)
        return Exit::Done;
    session.output.problem(words(read.error(), u"read standard input"_s));
    return Exit::CouldNot;
}

Exit listCorrections(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    const auto corrections = awaited(store->corrections());
    if (!corrections) {
        session.output.problem(words(corrections.error(), u"read the corrections"_s));
        return Exit::CouldNot;
    }
    if (const QString file = session.options.files.value(u"export"_s); !file.isEmpty()) {
        const QList<signs::LabelledText> examples = signs::examplesOf(*corrections);
        if (const auto written = signs::writeExamples(file, examples); !written) {
            session.output.problem(words(written.error(), u"write %1"_s.arg(file)));
            return Exit::CouldNot;
        }
        writeScores(session, {{"exported", examples.size()}});
        return Exit::Done;
    }
    for (const IntentCorrection &one : *corrections) {
        if (session.output.isJson())
            session.output.json(
                {{"conversation", utf8(one.conversation.text())},
                 {"text", utf8(one.text)},
                 {"was", intentName(one.was)},
                 {"became", intentName(one.became)},
                 {"stands", one.stands()},
                 {"drawn_at", one.drawn ? nlohmann::json(*one.drawn) : nlohmann::json()},
                 {"agent", utf8(one.agent.id)},
                 {"at", utf8(toRfc3339(one.at))},
                 {"used", one.used}});
        else
            session.output.line(u"%1  %2  %3 %4  %5  %6"_s.arg(
                toRfc3339(one.at), one.used ? u"used    "_s : u"left out"_s,
                QString::fromStdString(intentName(one.was)),
                one.stands() ? u"stands"_s
                             : u"-> "_s + QString::fromStdString(intentName(one.became)),
                one.conversation.text(), one.text));
    }
    if (corrections->isEmpty() && !session.output.isJson())
        session.output.line(u"Nobody has corrected an intent yet."_s);
    return Exit::Done;
}

} // namespace baton::ctl
