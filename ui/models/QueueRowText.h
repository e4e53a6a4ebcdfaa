#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/text/Deadline.h"

#include <QtCore/QTimeZone>

namespace baton::ui {

/// By conversation; of several at one, one who writes.
QHash<ConversationId, ColleagueAt> byConversation(const QList<ColleagueAt> &all);

/// What a row of the queue is read against.
struct QueueContext
{
    Instant now;
    AgentId me;
    QHash<QueueId, QString> queues; ///< their names
    QTimeZone zone = QTimeZone::systemTimeZone();
    QHash<ConversationId, ColleagueAt> colleagues{};

    void setQueues(const QList<QueueName> &names);
};

/// A mark in the third line: where the conversation stands.
struct RowTag
{
    enum class Kind { State, Bot, Back, Rule, Queue, Tag };
    Kind kind = Kind::Queue;
    QString icon; ///< empty for none
    QString text;
    bool operator==(const RowTag &) const = default;
};

/// Who has it: nobody, a colleague, or the agent at this desk.
enum class Holding { Nobody, Colleague, Me };

/// Everything that a row of the queue says, in words. A function of the row and the context.
struct QueueRowText
{
    QString name;
    QString need;
    Deadline deadline;
    QString time; ///< beside the ring; a date where there is no deadline
    QList<RowTag> tags;
    Holding holding = Holding::Nobody;
    QString holder;             ///< the colleague's name, or "You"
    std::optional<Doing> doing; ///< what the colleague does there now
    bool operator==(const QueueRowText &) const = default;
};

QueueRowText queueRowText(const QueueRow &row, const QueueContext &context);
/// "Back in 51 h": so long after the contact before.
QString backWords(qint64 ms);
/// Only what changes with the time.
QString queueRowTime(const QueueRow &row, const QueueContext &context);
/// The row as a screen reader says it (TOKENS §10).
QString queueRowSpoken(const QueueRow &row, const QueueContext &context);

} // namespace baton::ui
