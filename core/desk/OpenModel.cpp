#include "core/desk/ConversationJudge.h"
#include "core/desk/OpenConversation.h"
#include "core/desk/ReplyDrafter.h"
#include "core/drafting/DraftCheck.h"
#include "core/drafting/ModelSummary.h"
#include "core/drafting/Summaries.h"
#include "core/policy/Targets.h"

/// What a language model is asked about the open conversation.
namespace baton {

std::optional<ModelWriter::Job> OpenConversation::replyJob()
{
    if (!m_snapshot || !m_snapshot->checksReplies)
        return {};
    ModelWriter::Job job;
    job.conversation = m_id;
    job.task = ModelTask::Reply;
    job.ask = [drafter = m_drafter, conversation = m_snapshot->conversation,
               signs = m_snapshot->judged->signs, intent = m_snapshot->intentTitle,
               agent = m_parts.agent.person(), now = m_parts.clock.now(),
               found = found()](drafting::Masks &masks) {
        masks.learn(conversation, agent);
        return drafting::replyPrompt(drafter->grounds(conversation, signs, agent, now, found),
                                     intent, drafting::languageFor(conversation), masks);
    };
    return job;
}

std::optional<ModelWriter::Job> OpenConversation::rewriteJob(const QString &text,
                                                             ModelTask task) const
{
    if (!m_snapshot || !m_snapshot->checksReplies || text.trimmed().isEmpty())
        return {};
    ModelWriter::Job job;
    job.conversation = m_id;
    job.task = task;
    job.original = text;
    job.ask = [text, task, conversation = m_snapshot->conversation,
               agent = m_parts.agent.person()](drafting::Masks &masks) {
        masks.learn(conversation, agent);
        return drafting::rewritePrompt(text, task, drafting::languageFor(conversation), masks);
    };
    return job;
}

std::optional<ModelWriter::Job> OpenConversation::summaryJob()
{
    if (!m_snapshot || !m_snapshot->checksReplies)
        return {};
    ModelWriter::Job job;
    job.conversation = m_id;
    job.task = ModelTask::Summary;
    m_toldOf = m_snapshot->conversation;
    const policy::Calendar *calendar = policy::calendarOf(m_toldOf, m_judge->policy());
    const QByteArray zone = calendar ? calendar->zone : QByteArray("UTC");
    job.ask
        = [conversation = m_toldOf, agent = m_parts.agent.person(), zone](drafting::Masks &masks) {
              masks.learn(conversation, agent);
              return drafting::summaryPrompt(conversation, zone,
                                             drafting::languageFor(conversation), masks);
          };
    return job;
}

void OpenConversation::summarise()
{
    if (!m_snapshot)
        return;
    const auto made = m_compute.run(
        [conversation = m_snapshot->conversation, card = m_snapshot->card.value_or(HandoffCard{})] {
            return drafting::summaryOf(conversation, card);
        });
    onFinished(made, this, [this, opening = m_opening](const Summary &summary) {
        if (opening == m_opening)
            Q_EMIT summaryMade(summary);
    });
}

void OpenConversation::readSummary(const QString &answer)
{
    if (!m_snapshot || !m_snapshot->checksReplies || m_toldOf.id != m_id)
        return;
    const auto made = m_compute.run(
        [answer, drafter = m_drafter, told = m_toldOf, conversation = m_snapshot->conversation,
         signs = m_snapshot->judged->signs, agent = m_parts.agent.person(),
         now = m_parts.clock.now(), found = found(), lookUps = m_parts.lookUps(m_id)] {
            const drafting::DraftCheck check(
                drafter->grounds(conversation, signs, agent, now, found, lookUps));
            // Labels are those of what was asked about; the status is of now.
            Summary summary = drafting::summaryFrom(answer, told, check);
            drafting::addStatus(summary, conversation);
            return summary;
        });
    onFinished(made, this, [this, opening = m_opening](const Summary &summary) {
        if (opening == m_opening)
            Q_EMIT summaryMade(summary);
    });
}

void OpenConversation::beginReply()
{
    if (m_snapshot && !m_replyBase)
        m_replyBase = baseOf(m_snapshot->conversation);
}

void OpenConversation::giveUpReply()
{
    if (m_reply.isEmpty())
        m_replyBase.reset();
}

} // namespace baton
