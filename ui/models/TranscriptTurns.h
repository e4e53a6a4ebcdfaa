#pragma once

#include "core/domain/Signal.h"

#include <QtCore/QTimeZone>

/// What the transcript shows of a conversation, as values. Pure; words are made where they are
/// painted.
namespace baton::ui {

enum class TurnKind {
    Day,     ///< a separator; at is the day's first moment of anything
    Message, ///< public
    Note,    ///< internal
    Tool,    ///< a step that called a tool
    Step,    ///< any other step
    Pass,    ///< the moment people took over
    NewMark  ///< what follows came since the agent last looked
};

/// Who holds the baton from this turn on: a machine (dashed) or people (solid).
enum class Holder { Bot, Person };

/// A stretch of a message that a trigger rests on; UTF-16 offsets.
struct TextMark
{
    int begin = 0;
    int end = 0;
    bool operator==(const TextMark &) const = default;
};

struct Turn
{
    TurnKind kind = TurnKind::Message;
    /// The same thing has the same key in every snapshot of a conversation; unique within one.
    QString key;
    std::optional<Instant> at; ///< absent only where a step carries no time
    Holder holder = Holder::Bot;
    bool mine = false;                ///< Message, Note: I wrote it
    bool joined = false;              ///< the line in the gutter goes on to the next turn
    Message message;                  ///< Message, Note
    QList<TextMark> marks;            ///< Message: in order, not overlapping
    Step step;                        ///< Tool, Step
    QString botName;                  ///< Pass; empty where no bot was there
    std::optional<qint64> toldWaitMs; ///< Pass: what the customer was told, in milliseconds
    int newCount = 0;                 ///< NewMark
    bool operator==(const Turn &) const = default;
};

struct TurnInput
{
    const Conversation &conversation;
    MessageId seen; ///< the last message looked at before; empty: never looked
    QString mineId; ///< whose messages are never "new"; empty where unknown
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< where a day begins
    QList<Evidence> evidence = {};                ///< what the triggers rest on
};

/// In order of time; at one moment messages come before steps, and the pass comes after both. Steps
/// without a time stand before the pass, or at the end where there was none.
QList<Turn> transcriptTurns(const TurnInput &input);

/// "refund.create(order: NW-48213, amount: 106)"; at most limit UTF-16 units, cut with "…".
QString toolCallText(const ToolCall &call, int limit = 240);
/// The result on one line, at most limit UTF-16 units; empty where there was none.
QString toolResultText(const ToolCall &call, int limit = 80);

/// Links in plain text: http and https only, without the punctuation that ends a sentence. Offsets
/// are UTF-16.
struct Link
{
    qsizetype begin = 0;
    qsizetype length = 0;
    QString url;  ///< as written
    QString host; ///< in the form that shows look-alike letters (punycode)
    bool operator==(const Link &) const = default;
};
QList<Link> linksIn(QStringView text);

} // namespace baton::ui
