#include "core/desk/KnowledgeSearch.h"
#include "core/desk/OpenConversation.h"
#include "core/desk/ReplyDrafter.h"

#include <algorithm>
#include <utility>

/// What is typed in the open conversation, and what it rests on.
namespace baton {

namespace {

constexpr int checkAfterMs = 250; ///< after the last key (TOKENS §10)
constexpr int passagesFound = 12;
constexpr int passagesOfSentence = 8;
constexpr qsizetype sentencesSought = 12; ///< of one reply; each makes a check longer

/// A whole sentence that has to be true, and that nothing on file speaks of yet.
bool isWorthSeeking(const DraftSentence &sentence)
{
    constexpr QStringView ends = u".!?…";
    if (!sentence.isClaim() || sentence.supported() || sentence.lack == Lack::Contradicts
        || sentence.text.isEmpty() || !ends.contains(sentence.text.back()))
        return false;
    return std::all_of(sentence.unmatched.begin(), sentence.unmatched.end(),
                       [](const Unmatched &one) { return one.nearest.isEmpty(); });
}

QList<Passage> passagesOf(const Result<QList<FoundPassage>> &answer)
{
    QList<Passage> passages;
    for (const FoundPassage &one : answer.value_or({}))
        passages.append(one.passage);
    return passages;
}

} // namespace

void OpenConversation::prepareChecks()
{
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkAfterMs);
    connect(&m_checkSoon, &QTimer::timeout, this, [this] { checkReply(m_reply); });
}

QList<Passage> OpenConversation::found() const
{
    QList<Passage> all = m_found;
    for (const QList<Passage> &some : m_foundFor) {
        for (const Passage &passage : some) {
            if (!all.contains(passage))
                all.append(passage);
        }
    }
    return all;
}

void OpenConversation::loadPassages(PassageQuery query)
{
    query.limit = passagesFound;
    find(std::move(query), [this](const Result<QList<FoundPassage>> &answer) {
        m_found = passagesOf(answer);
        return !m_found.isEmpty();
    });
}

/// take tells whether there is more to rest on than before. The reply is checked once all that was
/// asked for has come.
void OpenConversation::find(PassageQuery query,
                            std::function<bool(const Result<QList<FoundPassage>> &)> take)
{
    ++m_finding;
    onFinished(m_parts.knowledge.find(std::move(query)), this,
               [this, opening = m_opening,
                take = std::move(take)](const Result<QList<FoundPassage>> &answer) {
                   if (opening != m_opening)
                       return;
                   m_foundMore = take(answer) || m_foundMore;
                   if (--m_finding == 0 && std::exchange(m_foundMore, false))
                       checkReply(m_reply);
               });
}

void OpenConversation::typed(DraftKind kind, const QString &text)
{
    if (!m_snapshot)
        return;
    std::optional<Base> &base = typedBase(kind);
    if (!base)
        base = baseOf(m_snapshot->conversation);
    m_parts.autosave.note({m_id, kind, text, *base, m_parts.clock.now()});
    if (text.isEmpty())
        base.reset();
    if (kind == DraftKind::Reply && text != m_reply) {
        m_reply = text;
        m_checkSoon.start();
    }
}

void OpenConversation::checkReply(const QString &text)
{
    m_checkSoon.stop();
    m_reply = text; // a refresh checks it again, and must not drop the answer to this
    const quint64 checking = ++m_checking;
    if (text.trimmed().isEmpty() || !m_snapshot || !m_snapshot->checksReplies)
        return;
    const auto check = m_compute.run(
        [drafter = m_drafter, text, conversation = m_snapshot->conversation,
         signs = m_snapshot->judged->signs, agent = m_parts.agent.person(),
         now = m_parts.clock.now(), found = found(), lookUps = m_parts.lookUps(m_id)] {
            return drafter->check(text, conversation, signs, agent, now, found, lookUps);
        });
    onFinished(check, this, [this, checking](const Draft &checked) {
        if (checking != m_checking)
            return;
        m_checked = checked;
        Q_EMIT replyChecked(checked);
        if (checking == m_checking) // whoever was told may have opened another conversation
            seekFor(checked);
    });
}

/// The documents were asked about what the customer needs. What an agent writes beside it may stand
/// there too, or what they say in its place: "KB-212 allows €10". What was found for a sentence
/// goes with it.
void OpenConversation::seekFor(const Draft &checked)
{
    QSet<QString> standing;
    for (const DraftSentence &sentence : checked.sentences)
        standing.insert(sentence.text);
    m_foundFor.removeIf([&](const auto &entry) { return !standing.contains(entry.key()); });
    for (const DraftSentence &sentence : checked.sentences) {
        const QString text = sentence.text;
        if (m_foundFor.size() == sentencesSought)
            return;
        if (!isWorthSeeking(sentence) || m_foundFor.contains(text))
            continue;
        m_foundFor.insert(text, {});
        PassageQuery query;
        query.parts = {{text}};
        query.language = checked.language;
        query.limit = passagesOfSentence;
        find(std::move(query), [this, text](const Result<QList<FoundPassage>> &answer) {
            const auto sought = m_foundFor.find(text);
            if (sought == m_foundFor.end())
                return false; // it was altered meanwhile
            if (!answer) {
                m_foundFor.erase(sought); // to be asked for again
                return false;
            }
            *sought = passagesOf(answer);
            return !sought->isEmpty();
        });
    }
}

QList<PassagePlace> OpenConversation::citedIn(const QString &reply) const
{
    QList<PassagePlace> places;
    if (m_checked.text != reply)
        return places;
    for (const DraftSentence &sentence : m_checked.sentences) {
        if (!sentence.isClaim() || !sentence.supported() || sentence.supports.isEmpty())
            continue;
        const Support &strongest = sentence.supports.first();
        const PassagePlace place{DocumentId(strongest.source), strongest.version,
                                 strongest.heading};
        if (strongest.kind == SupportKind::Passage && !places.contains(place))
            places.append(place);
    }
    return places;
}

void OpenConversation::forgetReply()
{
    m_checked = {};
    m_checkSoon.stop();
    ++m_checking;
    m_reply.clear();
    m_used.clear();
}

Base OpenConversation::replyBase() const
{
    if (m_replyBase)
        return *m_replyBase;
    return m_snapshot ? baseOf(m_snapshot->conversation) : Base();
}

void OpenConversation::becameAct(DraftKind kind)
{
    m_parts.autosave.forget(m_id, kind);
    typedBase(kind).reset();
    if (kind == DraftKind::Reply)
        forgetReply();
}

} // namespace baton
