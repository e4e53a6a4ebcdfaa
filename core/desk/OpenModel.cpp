#include "core/desk/ConversationJudge.h"
#include "core/desk/OpenConversation.h"
#include "core/desk/ReplyDrafter.h"

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
               found = m_found](drafting::Masks &masks) {
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
