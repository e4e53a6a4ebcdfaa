#include "ui/panels/TranscriptWords.h"

#include "core/base/Text.h"
#include "core/domain/Attachments.h"
#include "ui/text/AttachmentWords.h"
#include "ui/text/Format.h"
#include "ui/text/Words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Transcript)
};

/// The whole name.
QString whoWrote(const Message &message, const QString &customer)
{
    const QString &name = message.author.name;
    switch (message.from) {
    case Sender::Customer:
        return !customer.isEmpty() ? customer : name.isEmpty() ? Say::tr("Customer") : name;
    case Sender::Bot:
        return Say::tr("Bot"); // what it is, whatever it is called
    case Sender::Agent:
        if (!name.isEmpty())
            return name;
        return message.author.id.isEmpty() ? Say::tr("Agent") : message.author.id;
    case Sender::System:
        return name.isEmpty() ? Say::tr("System") : name;
    }
    Q_UNREACHABLE();
}

bool isPerson(Sender from)
{
    return from == Sender::Customer || from == Sender::Agent;
}

void addState(TurnWords &words, const Turn &turn)
{
    if (turn.message.presence == Presence::Withdrawn) {
        words.tail = Say::tr("withdrawn");
        return;
    }
    switch (turn.message.delivery) {
    case Delivery::Waiting:
        words.tail = Say::tr("waiting in the outbox");
        return;
    case Delivery::Held:
        words.tail = Say::tr("held, the thread moved");
        words.tailTone = WordTone::Careful;
        return;
    case Delivery::Refused:
        words.tail = Say::tr("refused, not sent");
        words.tailTone = WordTone::Bad;
        return;
    case Delivery::Delivered:
        if (turn.mine && turn.kind == TurnKind::Message) {
            words.tail = Say::tr("sent");
            words.tailTone = WordTone::Good;
        }
        return;
    }
}

QString attachmentWords(const Attachment &attachment)
{
    return attachment.mime.isEmpty()
        ? words::fileLine(attachment)
        : Say::tr("%1 · %2 · %3", "attachment: name, size, type")
              .arg(safeFileName(attachment.name), format::bytes(attachment.bytes), attachment.mime);
}

void sayMessage(TurnWords &words, const Turn &turn, const TextBlock &block, const WordsInput &input)
{
    const Message &message = turn.message;
    words.person = whoWrote(message, input.customer);
    words.who = isPerson(message.from) ? text::firstName(words.person) : words.person;
    if (message.from == Sender::Bot)
        words.icon = u"bot"_s;
    else if (message.from == Sender::System)
        words.icon = u"info"_s;
    addState(words, turn);
    if (turn.kind == TurnKind::Note) {
        words.icon = u"note"_s;
        words.right = Say::tr("Internal");
    }
    words.filesOpen = input.filesOpen;
    for (const Attachment &attachment : message.attachments)
        words.attachments += attachmentWords(attachment);
    if (block.folded)
        words.unfold = Say::tr("Show all %1").arg(format::bytes(message.text.toUtf8().size()));
    const QString text = message.text.sliced(block.begin, block.length);
    words.spoken = turn.kind == TurnKind::Note
        ? Say::tr("Internal note, %1, %2. %3").arg(words.who, words.time, text)
        : Say::tr("%1, %2. %3", "who, when, what").arg(words.who, words.time, text);
    if (!words.tail.isEmpty())
        words.spoken += u' ' + words.tail + u'.';
    for (const QString &attachment : std::as_const(words.attachments))
        words.spoken += u' ' + Say::tr("Attachment: %1.").arg(attachment);
}

void sayTool(TurnWords &words, const ToolCall &call)
{
    words.label = toolCallText(call);
    const QString result = toolResultText(call);
    switch (call.status) {
    case ToolStatus::Ok:
        words.icon = u"tool"_s;
        words.right = result.isEmpty() ? Say::tr("Done") : result;
        break;
    case ToolStatus::Failed:
        words.icon = u"tool-fail"_s;
        words.right = result.isEmpty() ? Say::tr("Failed") : Say::tr("Failed: %1").arg(result);
        words.rightTone = WordTone::Bad;
        break;
    case ToolStatus::Timeout:
        words.icon = u"clock"_s;
        words.right = Say::tr("No answer in time");
        words.rightTone = WordTone::Careful;
        break;
    }
    words.spoken = Say::tr("Tool %1. %2.").arg(words.label, words.right);
}

void sayStep(TurnWords &words, const Step &step)
{
    words.right = ui::words::of(step.outcome);
    words.icon = ui::words::iconOf(step.outcome);
    words.rightTone = step.outcome == StepOutcome::Worked ? WordTone::Good
        : step.outcome == StepOutcome::Failed             ? WordTone::Bad
                                                          : WordTone::Quiet;
    QStringList parts{step.what, words.right};
    if (step.toldCustomer)
        parts += Say::tr("the customer was told");
    parts += step.sideEffects;
    words.label = parts.join(u" · "_s);
    words.spoken = Say::tr("Tried: %1.").arg(words.label);
}

/// Up to an hour in minutes, beyond in hours and minutes, as people say it.
QString waitWords(qint64 ms)
{
    const int minutes = int((ms + 59'999) / 60'000);
    if (minutes < 60)
        return Say::tr("%n min", nullptr, minutes);
    if (minutes % 60 == 0)
        return Say::tr("%n h", nullptr, minutes / 60);
    return Say::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString passWords(const Turn &turn, const QString &time)
{
    const bool bot = !turn.botName.isEmpty();
    if (!turn.toldWaitMs)
        return bot ? Say::tr("Bot passed the baton at %1 and is muted").arg(time)
                   : Say::tr("People took over at %1").arg(time);
    const QString wait = waitWords(*turn.toldWaitMs);
    return bot
        ? Say::tr("Bot passed the baton at %1 and is muted. Told: a person replies within %2")
              .arg(time, wait)
        : Say::tr("People took over at %1. They were told: a person replies within %2")
              .arg(time, wait);
}

} // namespace

TurnWords turnWords(const Turn &turn, const TextBlock &block, const WordsInput &input)
{
    TurnWords words;
    words.time = turn.at ? format::time(*turn.at, input.zone) : QString();
    switch (turn.kind) {
    case TurnKind::Message:
    case TurnKind::Note:
        sayMessage(words, turn, block, input);
        break;
    case TurnKind::Tool:
        sayTool(words, *turn.step.tool);
        break;
    case TurnKind::Step:
        sayStep(words, turn.step);
        break;
    case TurnKind::Pass:
        words.label = passWords(turn, words.time);
        words.spoken = words.label;
        break;
    case TurnKind::Day:
        words.label = format::day(*turn.at, input.now, input.zone);
        words.spoken = words.label;
        break;
    case TurnKind::NewMark:
        words.label = Say::tr("%n new since you looked", nullptr, turn.newCount);
        words.spoken = words.label;
        break;
    }
    return words;
}

} // namespace baton::ui
