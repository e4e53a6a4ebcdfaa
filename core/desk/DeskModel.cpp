#include "core/desk/Desk.h"
#include "core/desk/DeskPrivate.h"

/// What a language model writes for whoever sits here.
namespace baton {

void Desk::draftWithModel()
{
    const auto &open = d->conversation.snapshot();
    if (!open)
        return;
    if (open->model == ModelOffer::StaysHere)
        return d->writer.refuse(openId(), ModelTask::Reply, ModelTrouble::StaysHere);
    std::optional<ModelWriter::Job> job;
    if (open->model == ModelOffer::Offered)
        job = d->conversation.replyJob();
    if (!job)
        return d->writer.refuse(openId(), ModelTask::Reply, ModelTrouble::Unchecked);
    d->conversation.beginReply();
    d->writer.write(std::move(*job));
}

void Desk::rewrite(const QString &text, ModelTask task)
{
    const auto &open = d->conversation.snapshot();
    if (!open || task == ModelTask::Reply || task == ModelTask::Summary)
        return;
    if (open->model == ModelOffer::StaysHere)
        return d->writer.refuse(openId(), task, ModelTrouble::StaysHere);
    std::optional<ModelWriter::Job> job;
    if (open->model == ModelOffer::Offered)
        job = d->conversation.rewriteJob(text, task);
    if (job)
        d->writer.write(std::move(*job));
}

void Desk::summarise()
{
    d->conversation.summarise();
}

void Desk::summariseWithModel()
{
    const auto &open = d->conversation.snapshot();
    if (!open)
        return;
    if (open->model == ModelOffer::StaysHere)
        return d->writer.refuse(openId(), ModelTask::Summary, ModelTrouble::StaysHere);
    std::optional<ModelWriter::Job> job;
    if (open->model == ModelOffer::Offered)
        job = d->conversation.summaryJob();
    if (!job)
        return d->writer.refuse(openId(), ModelTask::Summary, ModelTrouble::Unchecked);
    d->writer.write(std::move(*job));
}

void Desk::stopModel()
{
    d->writer.stop();
}

const QList<SentToModel> &Desk::sentToModel() const
{
    return d->writer.sent();
}

void Desk::tellModelText(const ModelText &text)
{
    if (text.conversation != openId())
        return;
    if (isOver(text.state) && text.text.isEmpty())
        d->conversation.giveUpReply();
    if (text.task == ModelTask::Summary && text.state == ModelState::Complete)
        d->conversation.readSummary(text.text);
    Q_EMIT modelTextChanged(text);
}

} // namespace baton
