#pragma once

#include "core/sync/demo/Facts.h"

namespace baton::sync::demo {

/// Something that happens in a conversation, so long after what came before.
struct Beat
{
    qint64 afterMs = 0;
    Sender from = Sender::Customer;
    QString text;             ///< empty where step is given
    std::optional<Step> step; ///< without its time
    QList<Attachment> attachments = {};
};

struct ScriptPromise
{
    qsizetype beat = 0;
    QString text;
    std::optional<qint64> dueAfterMs; ///< from that beat
    std::optional<Instant> dueAt;     ///< a day that the text names; goes before dueAfterMs
};

/// What one contact will be if nobody does anything else: a template, filled in. The customer's own
/// part goes on from it whoever answers.
struct Script
{
    const Template *story = nullptr; ///< of the stage, which outlives this
    int number = 0;
    Conversation blank; ///< as it begins, without messages
    QList<Beat> beats;  ///< until it is handed off, or ends with the bot
    QList<ScriptPromise> promises;
    bool handsOff = false;
    Route route = Route::Assist;
    std::optional<Handoff> handoff; ///< about one in five has none, though it is handed off
    QString reply;
    QString note;
    QList<Beat> after; ///< the customer's, once they were answered
    OutcomeKind outcome = OutcomeKind::AssumedResolution;
    std::optional<int> csat;
    std::optional<ComesBack> comesBack;
    Phrases phrases; ///< filled
};

Script scriptFor(const Stage &stage, quint64 seed, const Template &story, const Contact &contact);
/// The same customer about the same matter, once more.
Script scriptAgain(const Stage &stage, const Script &earlier, int number, Instant start);

// What happens to a conversation. Each makes a new version of it.

void begin(Conversation &conversation, const Script &script);
void play(Conversation &conversation, const Script &script, qsizetype beat, Instant at);
void handOff(Conversation &conversation, const Script &script, Instant at);
/// id empty: the next of the conversation's own.
void say(Conversation &conversation, Sender from, const Person &author, const QString &text,
         Instant at, const QString &id = {});
void note(Conversation &conversation, const Person &author, const QString &text, Instant at,
          const QString &id = {});
void close(Conversation &conversation, OutcomeKind outcome, Instant at);

Person wren(); ///< the bot
QString conversationId(int number);

} // namespace baton::sync::demo
