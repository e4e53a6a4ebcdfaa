#include "core/drafting/Summaries.h"

#include "core/base/Text.h"
#include "core/drafting/Phrasing.h"
#include "core/drafting/Prompt.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr int longestLine = 240; // UTF-16 units
constexpr qsizetype leastWords = 3;

SummaryLine lineOf(const QString &text, QList<MessageId> messages)
{
    SummaryLine line;
    line.text = text::firstWords(text, longestLine);
    line.messages = std::move(messages);
    return line;
}

/// The customer's message that shares most words with it; the first of equals.
QList<MessageId> saidIn(const Conversation &conversation, const QString &text)
{
    const ContentWords words = contentWords(text);
    const Message *best = nullptr;
    double most = 0;
    for (const Message &message : conversation.messages) {
        if (message.from != Sender::Customer || !isTold(message))
            continue;
        const double share = shareIn(words, contentWords(message.text), {});
        if (share > most) {
            most = share;
            best = &message;
        }
    }
    return best ? QList{best->id} : QList<MessageId>{};
}

QList<MessageId> messagesOf(const CardText &text)
{
    QList<MessageId> ids;
    for (const Evidence &one : text.evidence) {
        if (!ids.contains(one.message))
            ids += one.message;
    }
    return ids;
}

void addCardText(QList<SummaryLine> &to, const CardText &text, const Conversation &conversation)
{
    if (text.given == Given::Missing || text.text.trimmed().isEmpty())
        return;
    QList<MessageId> where = messagesOf(text);
    if (where.isEmpty())
        where = saidIn(conversation, text.text);
    to += lineOf(text.text, std::move(where));
}

/// What somebody of ours says that they did or shall do.
std::optional<QString> deedIn(const QString &text)
{
    for (const QString &sentence : text::sentences(text)) {
        const SentenceKind kind = kindOf(sentence, false);
        if (kind == SentenceKind::Action || kind == SentenceKind::Promise)
            return sentence;
    }
    return {};
}

std::optional<QString> firstClaimIn(const QString &text)
{
    for (const QString &sentence : text::sentences(text)) {
        const SentenceKind kind = kindOf(sentence, false);
        const bool says = kind != SentenceKind::Courtesy && kind != SentenceKind::Question;
        if (says && qsizetype(contentWords(sentence).size()) >= leastWords)
            return sentence;
    }
    return {};
}

void addActions(Summary &summary, const Conversation &conversation, const HandoffCard &card)
{
    QList<SummaryLine> &actions = summary.lines(SummaryPart::Actions);
    for (const CardStep &step : card.steps) {
        SummaryLine line = lineOf(step.what, {});
        line.outcome = step.outcome;
        actions += line;
    }
    const qsizetype steps = actions.size();
    for (const Message &message : conversation.messages) {
        if (!isTold(message) || message.from == Sender::Customer)
            continue;
        const auto promise = std::find_if(
            card.promises.begin(), card.promises.end(),
            [&message](const CardPromise &one) { return one.message == message.id; });
        std::optional<QString> said;
        if (promise != card.promises.end())
            said = promise->text;
        else
            said = deedIn(message.text);
        if (!said && message.from == Sender::Agent)
            said = firstClaimIn(message.text);
        if (said)
            actions += lineOf(*said, {message.id});
    }
    // What bot and colleagues said grows with the conversation; what was tried stays.
    const qsizetype room = std::max<qsizetype>(mostSummaryActions - steps, mostSummaryActions / 2);
    if (actions.size() - steps > room) {
        summary.actionsLeftOut = actions.size() - steps - room;
        actions.remove(steps, summary.actionsLeftOut);
    }
}

} // namespace

void addStatus(Summary &summary, const Conversation &conversation)
{
    summary.state = conversation.state;
    summary.unanswered = firstUnanswered(conversation) != nullptr;
    summary.last.reset();
    const auto last
        = std::find_if(conversation.messages.rbegin(), conversation.messages.rend(), isTold);
    if (last == conversation.messages.rend())
        return;
    summary.last = last->id;
    summary.lastFrom = last->from;
    summary.lastAt = last->at;
}

Summary summaryOf(const Conversation &conversation, const HandoffCard &card)
{
    Summary summary;
    summary.conversation = conversation.id;
    for (const CardText &need : card.need)
        addCardText(summary.lines(SummaryPart::Need), need, conversation);
    addCardText(summary.lines(SummaryPart::Expectation), card.expectation, conversation);
    addActions(summary, conversation, card);
    addStatus(summary, conversation);
    addCardText(summary.lines(SummaryPart::NextStep), card.nextStep, conversation);
    for (const CardText &question : card.openQuestions)
        addCardText(summary.lines(SummaryPart::NextStep), question, conversation);
    return summary;
}

} // namespace baton::drafting
