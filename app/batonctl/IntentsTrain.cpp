#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/IntentsParts.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Labelled.h"
#include "app/batonctl/Packets.h"
#include "app/batonctl/Stores.h"
#include "core/desk/ConversationJudge.h"
#include "core/desk/RouteComparison.h"
#include "core/signals/IntentLesson.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;
using Examples = QList<signs::LabelledText>;

/// The number of the first example, from 1, of an intent that the catalogue does not know; 0: none.
qsizetype firstUnknown(const Catalogue &catalogue, const Examples &examples)
{
    const auto unknown = std::find_if(
        examples.begin(), examples.end(), [&catalogue](const signs::LabelledText &one) {
            return !one.intent.isEmpty() && !catalogue.find(one.intent);
        });
    return unknown == examples.end() ? 0 : unknown - examples.begin() + 1;
}

std::optional<Examples> examplesFrom(Session &session, const QString &file,
                                     const Catalogue &catalogue)
{
    Result<Examples> examples = readLabelled(file);
    if (!examples) {
        session.output.problem(documentWords(examples.error(), u"read the texts"_s));
        return {};
    }
    if (const qsizetype unknown = firstUnknown(catalogue, *examples); unknown > 0) {
        session.output.problem(
            u"--examples: text %1 is of “%2”, which the catalogue does not know; "
            "nothing was learnt"_s.arg(unknown)
                .arg(examples->at(unknown - 1).intent));
        return {};
    }
    return std::move(examples).value();
}

/// One teaching from beginning to end. What fails has been told.
class Teaching
{
public:
    explicit Teaching(Session &session)
        : m_session(session)
        , m_catalogue(policy::bundledCatalogue())
        , m_models(session.profile.paths.data + u"/models"_s)
        , m_file(session.options.files.value(u"examples"_s))
        , m_where(session.options.files.value(u"changes"_s))
    { }

    Exit run()
    {
        if ((m_file.isEmpty() || m_where == "store"_L1)
            && !(m_store = openStore(m_session, store::Access::ReadOnly)))
            return Exit::CouldNot;
        const std::optional<Examples> examples
            = m_file.isEmpty() ? corrected() : examplesFrom(m_session, m_file, m_catalogue);
        if (!examples)
            return Exit::CouldNot;
        m_examples = *examples;
        const Result<void> learnt = learn();
        m_session.output.endProgress();
        if (!learnt)
            return couldNot(learnt.error());
        const Exit compared = m_where.isEmpty() ? Exit::Done : compare();
        if (compared == Exit::CouldNot)
            return compared;
        if (!m_session.options.dryRun) {
            if (const auto kept = signs::keepLesson(m_models, by(), m_examples, m_lesson.model);
                !kept)
                return couldNot(kept.error());
        }
        tell();
        return compared;
    }

private:
    Exit couldNot(const Error &error)
    {
        m_session.output.problem(words(error, u"learn the intents"_s));
        return Exit::CouldNot;
    }
    std::optional<Examples> corrected()
    {
        const auto corrections = awaited(m_store->corrections());
        if (corrections)
            return signs::examplesOf(*corrections);
        m_session.output.problem(words(corrections.error(), u"read the corrections"_s));
        return {};
    }
    signs::TaughtBy by() const
    {
        return m_file.isEmpty() ? signs::TaughtBy::Corrections : signs::TaughtBy::File;
    }
    Result<void> learn();
    Exit compare();
    void tell() const;
    void tellChange(const RouteChange &change) const;

    Session &m_session;
    Catalogue m_catalogue;
    QString m_models;
    QString m_file;  ///< of examples; empty: what agents corrected
    QString m_where; ///< to look for changes; empty: nowhere
    std::unique_ptr<store::Store> m_store;
    Examples m_examples;
    signs::IntentModel m_inUse;
    signs::IntentLesson m_lesson;
    RouteChanges m_changes;
};

Result<void> Teaching::learn()
{
    const auto goOn = [this](double done) {
        m_session.output.progress(u"Learning"_s, done);
        return !Interrupt::isRequested();
    };
    const auto knew = signs::taughtExamples(m_models);
    const auto other = signs::taughtExamples(
        m_models, m_file.isEmpty() ? signs::TaughtBy::File : signs::TaughtBy::Corrections);
    if (!knew || !other)
        return knew ? other.error() : knew.error();
    auto inUse = signs::intentModelFor(m_catalogue, m_models, goOn);
    if (!inUse)
        return inUse.error();
    m_inUse = std::move(inUse).value();
    auto lesson
        = signs::teachIntents(m_catalogue, m_inUse, *knew,
                              m_file.isEmpty() ? *other + m_examples : m_examples + *other, goOn);
    if (!lesson)
        return lesson.error();
    m_lesson = std::move(lesson).value();
    return {};
}

Exit Teaching::compare()
{
    const auto judge = [this](const signs::IntentModel &model) {
        return ConversationJudge(signs::SignalReader::around(model, m_models),
                                 policy::bundledPolicy(), m_catalogue);
    };
    const ConversationJudge before = judge(m_inUse);
    const ConversationJudge after = judge(m_lesson.model);
    if (m_where == "store"_L1) {
        auto changes = compareRoutes(*m_store, before, after, [this](double done) {
            m_session.output.progress(u"Comparing"_s, done);
            return !Interrupt::isRequested();
        });
        m_session.output.endProgress();
        if (!changes)
            return couldNot(changes.error());
        m_changes = std::move(changes).value();
        return Exit::Done;
    }
    Options options = m_session.options;
    options.operands = {m_where};
    Session reading{options, m_session.profile, m_session.clock, m_session.output};
    PacketCounts counts;
    return readPackets(reading, u"The comparison"_s, counts, [&](packet::Packet &packet) {
        ++m_changes.compared;
        if (auto change = routeChange(packet.conversation, before, after))
            m_changes.changes.append(*std::move(change));
    });
}

Json toJson(const TaughtIntent &intent)
{
    return {{"texts", intent.texts},
            {"taught", intent.taught},
            {"before", intent.before},
            {"after", intent.after},
            {"moved", isMoved(intent)}};
}

void Teaching::tellChange(const RouteChange &change) const
{
    const auto title = [this](const QString &name) {
        const Intent *intent = m_catalogue.find(name);
        return intent ? intent->title : u"none of these"_s;
    };
    m_session.output.line(u"%1  %2: %3, %4 -> %5, %6"_s.arg(
        change.conversation.text(), change.customer, title(change.intentBefore),
        QLatin1StringView(routeName(change.before)), title(change.intentAfter),
        QLatin1StringView(routeName(change.after))));
}

void Teaching::tell() const
{
    const TaughtIntent &taught = m_lesson.taught;
    const TaughtIntent all = signs::sumOf(m_lesson.intents);
    const auto share
        = [](int right, int texts) { return percent(double(right) / std::max(1, texts)); };
    Json told{{"examples", m_examples.size()},
              {"right_before", share(taught.before, taught.texts)},
              {"right_after", share(taught.after, taught.texts)},
              {"catalogue_held_apart", percent(m_lesson.model.heldOutAccuracy())},
              {"all_before", share(all.before, all.texts)},
              {"all_after", share(all.after, all.texts)},
              {"kept", !m_session.options.dryRun}};
    if (!m_where.isEmpty()) {
        told["compared"] = m_changes.compared;
        told["changed"] = m_changes.changes.size();
    }
    if (!m_session.output.isJson()) {
        writeScores(m_session, told);
        for (const TaughtIntent &one : m_lesson.intents) {
            if (one.taught > 0 || isMoved(one))
                m_session.output.line(
                    u"%1 %2 -> %3 of %4"_s.arg(QString::fromStdString(intentName(one.intent)), -30)
                        .arg(one.before)
                        .arg(one.after)
                        .arg(one.texts));
        }
        for (const RouteChange &change : m_changes.changes)
            tellChange(change);
        return;
    }
    Json intents = Json::array();
    for (const TaughtIntent &one : m_lesson.intents) {
        if (one.before == one.after)
            continue;
        Json json{{"intent", intentName(one.intent)}};
        json.update(toJson(one));
        intents.push_back(std::move(json));
    }
    told["intents"] = std::move(intents);
    if (!m_where.isEmpty()) {
        Json changes = Json::array();
        for (const RouteChange &change : m_changes.changes)
            changes.push_back({{"id", utf8(change.conversation.text())},
                               {"customer", utf8(change.customer)},
                               {"intent_before", intentName(change.intentBefore)},
                               {"intent_after", intentName(change.intentAfter)},
                               {"route_before", routeName(change.before)},
                               {"route_after", routeName(change.after)}});
        told["changes"] = std::move(changes);
    }
    m_session.output.json(told);
}

} // namespace

Exit trainIntents(Session &session)
{
    const Interrupt interrupt;
    return Teaching(session).run();
}

} // namespace baton::ctl
