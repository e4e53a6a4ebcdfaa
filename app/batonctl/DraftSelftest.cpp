#include "app/batonctl/Documents.h"
#include "app/batonctl/DraftParts.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Figures.h"
#include "app/batonctl/Files.h"
#include "core/base/Text.h"
#include "core/drafting/CheckTrial.h"
#include "core/drafting/PlaybookDrafter.h"
#include "core/packet/LineSource.h"
#include "core/policy/Policy.h"
#include "core/policy/Targets.h"
#include "core/sync/demo/DemoUpstream.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int falsehoodsTried = 500;
constexpr int mostOfAFile = 200; ///< packets
constexpr qint64 demoHours = 6;

constexpr std::array kindNames{
    "amount",   "currency",       "date",        "deadline",        "name",        "id",
    "negation", "swapped_entity", "stale_value", "invented_policy", "over_promise"};

/// What a desk of the demo has seen in its first hours.
QList<Conversation> demoConversations(quint64 seed)
{
    const SystemClock steady;
    sync::DemoClock clock(sync::DemoUpstream::startsAt(), steady, sync::Playing::No);
    clock.jumpTo(Instant{sync::DemoUpstream::startsAt().ms + demoHours * 3'600'000});
    sync::DemoControl control(clock, sync::DemoUpstream::scenes());
    sync::DemoUpstream upstream({seed, {u"ines"_s, u"Ines Okafor"_s}, sync::Past::None}, clock,
                                control);
    QList<Conversation> conversations;
    sync::Cursor cursor;
    for (bool more = true; more;) {
        const auto delta = upstream.pull(cursor, mostOfAFile);
        if (!delta)
            break;
        for (const store::Incoming &incoming : delta->packets)
            conversations.append(incoming.packet.conversation);
        cursor = delta->next;
        more = delta->more;
    }
    return conversations;
}

Result<QList<Conversation>> conversationsIn(const QString &path)
{
    const Result<QStringList> files = filesBelow({path}, {u"jsonl"_s, u"gz"_s});
    if (!files)
        return files.error();
    QList<Conversation> conversations;
    const packet::Reader reader(packet::Reader::Hash::LeftOut);
    for (const QString &file : *files) {
        const auto lines = packet::LineSource::open(file);
        if (!lines)
            return lines.error();
        for (int i = 0; i < mostOfAFile && (*lines)->next() == packet::LineSource::Next::Line;
             ++i) {
            if (packet::Reading reading = reader.read((*lines)->line()))
                conversations.append(reading.packet().conversation);
        }
    }
    if (conversations.isEmpty())
        return Error{ErrorCode::NotFound, path, u"no packet there"_s};
    return conversations;
}

/// Drafts of conversations, and what else is said in them and in the documents.
class TrialMaker
{
public:
    TrialMaker(drafting::Playbooks books, const QList<Document> &documents)
        : m_drafter(std::move(books), drafting::bundledPhrases())
        , m_policy(policy::bundledPolicy())
    {
        for (const Document &document : documents) {
            drafting::TrueSentences own;
            for (const Passage &passage : document.passages) {
                own.grounds.passages.append(passage);
                own.sentences += text::sentences(passage.text);
                readNames(passage.text);
                Passage &section = m_sections[{passage.document, passage.heading}];
                const QString before = section.text;
                section = passage;
                section.text = before.isEmpty() ? passage.text : before + u'\n' + passage.text;
            }
            own.grounds.now = sync::DemoUpstream::startsAt();
            m_trial.others.append(own);
        }
    }

    void add(const Conversation &conversation)
    {
        drafting::Request request;
        request.calendar = policy::calendarOf(conversation, m_policy);
        request.intent = conversation.bot && conversation.bot->intent
            ? conversation.bot->intent->name
            : QString();
        request.grounds.conversation = conversation;
        request.grounds.agent = {u"ana"_s, u"Ana Duarte"_s};
        request.grounds.now = conversation.messages.isEmpty() ? conversation.createdAt
                                                              : conversation.messages.back().at;
        if (request.calendar)
            request.grounds.zone = request.calendar->zone;
        const drafting::Composed composed = m_drafter.compose(
            request, [this](const drafting::Cite &cite) -> std::optional<Passage> {
                const auto found = m_sections.constFind(cite);
                return found == m_sections.cend() ? std::nullopt : std::optional(*found);
            });
        m_trial.drafts.append({composed.grounds, text::sentences(composed.text)});
        QStringList said;
        for (const Message &message : conversation.messages) {
            if (message.from == Sender::Bot || message.from == Sender::Agent)
                said += text::sentences(message.text);
        }
        if (!said.isEmpty())
            m_trial.others.append({composed.grounds, said});
        for (const Order &order : conversation.customer.orders) {
            if (!order.id.isEmpty())
                m_trial.swaps.codes.append(order.id);
        }
    }

    drafting::CheckTrial take()
    {
        for (auto it = m_names.cbegin(); it != m_names.cend(); ++it) {
            if (it.value() > 1 && !m_words.contains(it.key().toLower()))
                m_trial.swaps.names.append(it.key());
        }
        m_trial.swaps.names.sort();
        m_trial.swaps.codes.removeDuplicates();
        return std::move(m_trial);
    }

private:
    /// Capitals within a sentence, as brands and things have them; take() leaves out what is
    /// written small elsewhere.
    void readNames(const QString &text)
    {
        static const QRegularExpression name(
            u"(?<=[a-z,] )([A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]{2,})*)"_s);
        static const QRegularExpression calendar(u"days?$|^(Mon|Tue|Wed|Thu|Fri|Sat|Sun|January|"
                                                 u"February|March|April|May|June|July|August|"
                                                 "September|October|November|December)\\b"_s);
        static const QRegularExpression word(u"\\b[a-z]{3,}\\b"_s);
        for (auto found = word.globalMatch(text); found.hasNext();)
            m_words.insert(found.next().captured());
        for (auto found = name.globalMatch(text); found.hasNext();) {
            const QString one = found.next().captured(1);
            if (!one.contains(calendar))
                ++m_names[one];
        }
    }

    drafting::PlaybookDrafter m_drafter;
    policy::Policy m_policy;
    QHash<drafting::Cite, Passage> m_sections;
    QHash<QString, int> m_names;
    QSet<QString> m_words; ///< written small
    drafting::CheckTrial m_trial;
};

nlohmann::ordered_json toJson(const drafting::CheckScores &scores, quint64 seed)
{
    using Scores = nlohmann::ordered_json;
    Scores kinds = Scores::object();
    for (size_t i = 0; i < kindNames.size(); ++i) {
        const auto &[made, caught] = scores.kinds[i];
        kinds[kindNames[i]] = {{"made", made},
                               {"caught", caught},
                               {"caught_rate", percent(double(caught) / std::max(1, made))}};
    }
    Scores misses = Scores::array();
    for (const auto &[falsehood, supports] : scores.missed) {
        Scores by = Scores::array();
        for (const Support &support : supports)
            by.push_back(utf8(support.source + u": "_s + support.quote));
        misses.push_back(
            {{"kind", kindNames[size_t(falsehood.kind)]},
             {"sentence", utf8(falsehood.sentence)},
             {"true", falsehood.was.isEmpty() ? Scores() : Scores(utf8(falsehood.was))},
             {"by", std::move(by)}});
    }
    Scores alarms = Scores::array();
    for (const QString &one : scores.alarms)
        alarms.push_back(utf8(one));
    return {
        {"seed", seed},
        {"falsehoods", scores.made()},
        {"caught", scores.caught()},
        {"missed", scores.made() - scores.caught()},
        {"caught_rate", percent(double(scores.caught()) / std::max(1, scores.made()))},
        {"untouched", scores.untouched},
        {"false_alarms", scores.alarms.size()},
        {"false_alarm_rate", percent(double(scores.alarms.size()) / std::max(1, scores.untouched))},
        {"kinds", std::move(kinds)},
        {"misses", std::move(misses)},
        {"alarms", std::move(alarms)}};
}

} // namespace

Exit checkSelftest(Session &session)
{
    const auto refuse = [&](const Error &error, const QString &doing) {
        session.output.problem(documentWords(error, doing));
        return Exit::CouldNot;
    };
    const auto books = drafting::readPlaybooks(u":/playbooks"_s);
    if (!books)
        return refuse(books.error(), u"read the playbooks"_s);
    const auto documents = documentsIn(u":/knowledge"_s);
    if (!documents)
        return refuse(documents.error(), u"read the knowledge"_s);
    TrialMaker maker(*books, *documents);
    for (const Conversation &conversation : demoConversations(1))
        maker.add(conversation);
    if (const QString path = session.options.files.value(u"packets"_s); !path.isEmpty()) {
        const auto conversations = conversationsIn(path);
        if (!conversations)
            return refuse(conversations.error(), u"read %1"_s.arg(path));
        for (const Conversation &conversation : *conversations)
            maker.add(conversation);
    }
    const quint64 seed = session.options.seed;
    writeScores(
        session,
        toJson(drafting::tryCheck(maker.take(), quint32(seed ^ (seed >> 32)), falsehoodsTried),
               seed));
    return Exit::Done;
}

} // namespace baton::ctl
