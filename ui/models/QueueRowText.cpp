#include "ui/models/QueueRowText.h"

#include "ui/text/Format.h"
#include "ui/text/JudgedWords.h"
#include "ui/text/Words.h"

#include <QtCore/QCoreApplication>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

struct RowWords
{
    Q_DECLARE_TR_FUNCTIONS(QueueRow)
};

bool isMine(const QueueRow &row, const QueueContext &context)
{
    return !row.owner.id.isEmpty() && row.owner.id == context.me.text();
}

QString timeText(const Deadline &deadline, const QueueRow &row, const QueueContext &context)
{
    switch (deadline.state) {
    case DeadlineState::Plenty:
    case DeadlineState::Soon:
    case DeadlineState::Breached:
        return format::countdown(deadline.leftMs);
    case DeadlineState::Paused:
        return RowWords::tr("paused", "a deadline");
    case DeadlineState::Met:
        return RowWords::tr("met", "a deadline");
    case DeadlineState::None:
        break;
    }
    const qint64 since = row.place.waitingSince;
    return since > 0 ? format::when({since}, context.now, context.zone) : QString();
}

/// The weightiest rule that held.
std::optional<RowTag> ruleTag(const JudgedLine &judged)
{
    for (const Rule rule : words::tagRules()) {
        if (judged.holds(rule))
            return RowTag{RowTag::Kind::Rule, words::iconOf(rule), words::of(rule)};
    }
    return {};
}

/// Else how sure the reading is.
RowTag sureTag(const JudgedLine &judged)
{
    return {RowTag::Kind::Rule, u"gauge"_s, words::confidence(judged)};
}

RowTag judgedTag(const JudgedLine &judged)
{
    const auto rule = ruleTag(judged);
    return rule ? *rule : sureTag(judged);
}

QList<RowTag> tagsOf(const QueueRow &row, const QueueContext &context)
{
    QList<RowTag> tags;
    switch (row.state) {
    case State::Bot:
        tags.append({RowTag::Kind::Bot, u"bot"_s, words::of(row.state)});
        break;
    case State::Snoozed:
        tags.append({RowTag::Kind::State, u"snooze"_s,
                     row.snoozedUntil
                         ? RowWords::tr("until %1")
                               .arg(format::when(*row.snoozedUntil, context.now, context.zone))
                         : words::of(row.state)});
        break;
    case State::Closed:
        tags.append({RowTag::Kind::State, u"check"_s, words::of(row.state)});
        break;
    case State::Waiting:
    case State::Claimed:
        break;
    }
    if (!row.duplicateOf.isEmpty())
        tags.append({RowTag::Kind::Back, u"merge"_s, RowWords::tr("Duplicate")});
    if (row.backMs)
        tags.append({RowTag::Kind::Back, u"recontact"_s, backWords(*row.backMs)});
    const auto named = [&] {
        for (const QString &tag : row.tags)
            tags.append({RowTag::Kind::Tag, u"tag"_s, tag});
    };
    if (row.judged) {
        // There is room for one. Who is back about the same says more than most rules, and how sure
        // the reading is stands only where nothing weightier does.
        if (const auto rule = ruleTag(*row.judged)) {
            if (!row.backMs || row.judged->holds(Rule::Safety))
                tags.append(*rule);
        } else if (tags.isEmpty()) {
            tags.append(sureTag(*row.judged));
        }
        named();
        return tags;
    }
    const QString queue = context.queues.value(row.queue, row.queue.text());
    if (!queue.isEmpty())
        tags.append({RowTag::Kind::Queue, {}, queue});
    named();
    return tags;
}

QString spokenMood(const JudgedLine &judged)
{
    return RowWords::tr("%1, %2.", "mood, trend")
        .arg(words::mood(judged.mood), words::of(judged.trend));
}

/// One has a sentence of its own: the source language has no plural file.
QString spokenLength(qint64 ms)
{
    if (ms < hourMs) {
        const int n = int(std::max<qint64>(ms / minuteMs, 1));
        return n == 1 ? RowWords::tr("1 minute") : RowWords::tr("%n minutes", nullptr, n);
    }
    if (ms < dayMs) {
        const int n = int(ms / hourMs);
        return n == 1 ? RowWords::tr("1 hour") : RowWords::tr("%n hours", nullptr, n);
    }
    const int n = int(ms / dayMs);
    return n == 1 ? RowWords::tr("1 day") : RowWords::tr("%n days", nullptr, n);
}

QString spokenDeadline(const Deadline &deadline)
{
    switch (deadline.state) {
    case DeadlineState::Plenty:
    case DeadlineState::Soon:
        return deadline.leftMs < minuteMs
            ? RowWords::tr("Due in less than a minute.")
            : RowWords::tr("Due in %1.", "a length of time").arg(spokenLength(deadline.leftMs));
    case DeadlineState::Breached:
        return RowWords::tr("Overdue by %1.", "a length of time")
            .arg(spokenLength(-deadline.leftMs));
    case DeadlineState::Paused:
        return RowWords::tr("Waits for the customer.");
    case DeadlineState::Met:
        return RowWords::tr("Deadline met.");
    case DeadlineState::None:
        break;
    }
    return {};
}

QString spokenState(const QueueRow &row, const QueueContext &context)
{
    switch (row.state) {
    case State::Bot:
        return RowWords::tr("With the bot.");
    case State::Snoozed:
        return row.snoozedUntil
            ? RowWords::tr("Snoozed until %1.")
                  .arg(format::when(*row.snoozedUntil, context.now, context.zone))
            : RowWords::tr("Snoozed.");
    case State::Closed:
        return RowWords::tr("Closed.");
    case State::Waiting:
    case State::Claimed:
        break;
    }
    return {};
}

QString spokenHolder(const QueueRow &row, const QueueContext &context)
{
    if (row.draft)
        return RowWords::tr("You are writing.");
    if (isMine(row, context))
        return RowWords::tr("You have it.");
    const auto at = context.colleagues.constFind(row.id);
    if (at != context.colleagues.cend())
        return (at->doing == Doing::Composing ? RowWords::tr("%1 is writing.", "a colleague")
                                              : RowWords::tr("%1 is looking at it.", "a colleague"))
            .arg(at->person.name);
    if (!row.owner.id.isEmpty())
        return RowWords::tr("%1 has it.", "a colleague").arg(row.owner.name);
    return {};
}

QString sentence(const QString &text)
{
    const bool ended = text.isEmpty() || u".!?…"_s.contains(text.back());
    return ended ? text : RowWords::tr("%1.", "ends a sentence").arg(text);
}

} // namespace

void QueueContext::setQueues(const QList<QueueName> &names)
{
    queues.clear();
    for (const QueueName &queue : names)
        queues.insert(queue.id, queue.name);
}

QHash<ConversationId, ColleagueAt> byConversation(const QList<ColleagueAt> &all)
{
    QHash<ConversationId, ColleagueAt> colleagues;
    for (const ColleagueAt &one : all) {
        if (one.doing == Doing::Composing || !colleagues.contains(one.conversation))
            colleagues.insert(one.conversation, one);
    }
    return colleagues;
}

QueueRowText queueRowText(const QueueRow &row, const QueueContext &context)
{
    QueueRowText text;
    text.name = row.name.simplified();
    text.need = row.need.simplified();
    text.deadline = deadline(row.sla, context.now);
    text.time = timeText(text.deadline, row, context);
    text.tags = tagsOf(row, context);
    if (row.draft || isMine(row, context)) {
        text.holding = Holding::Me;
        text.holder = RowWords::tr("You");
    } else if (!row.owner.id.isEmpty()) {
        text.holding = Holding::Colleague;
        text.holder = row.owner.name;
    }
    const auto at = context.colleagues.constFind(row.id);
    if (at != context.colleagues.cend() && text.holding != Holding::Me) {
        text.holding = Holding::Colleague;
        text.holder = at->person.name;
        text.doing = at->doing;
    }
    return text;
}

QString backWords(qint64 ms)
{
    return RowWords::tr("Back in %1 h", "hours").arg(std::max<qint64>(ms / hourMs, 1));
}

QString queueRowTime(const QueueRow &row, const QueueContext &context)
{
    return timeText(deadline(row.sla, context.now), row, context);
}

QString queueRowSpoken(const QueueRow &row, const QueueContext &context)
{
    const QString value = words::of(row.value);
    const QString name = row.name.simplified();
    const std::optional<JudgedLine> &judged = row.judged;
    QStringList all{
        judged ? RowWords::tr("%1.", "a tier").arg(words::tierName(judged->route)) : QString(),
        value.isEmpty() ? sentence(name)
                        : RowWords::tr("%1, %2.", "customer, value").arg(name, value.toLower()),
        sentence(row.need.simplified()),
        sentence(words::of(row.channel)),
        spokenDeadline(deadline(row.sla, context.now)),
        judged ? spokenMood(*judged) : QString(),
        row.duplicateOf.isEmpty() ? QString() : RowWords::tr("Duplicate of an older one."),
        row.tags.isEmpty() ? QString() : RowWords::tr("Tags: %1.").arg(row.tags.join(u", "_s)),
        row.backMs ? RowWords::tr("Back after %1.").arg(spokenLength(*row.backMs)) : QString(),
        judged ? sentence(judgedTag(*judged).text) : QString(),
        spokenState(row, context),
        spokenHolder(row, context),
        row.unread ? RowWords::tr("New message.") : QString()};
    all.removeAll(QString());
    return all.join(u' ');
}

} // namespace baton::ui
