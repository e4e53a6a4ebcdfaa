#pragma once

#include "core/domain/ModelText.h"
#include "core/drafting/Masks.h"
#include "core/drafting/Sources.h"

namespace baton::drafting {

/// What a model is asked. All that came from outside stands masked between marks that it cannot
/// write itself, and is called data.
struct Prompt
{
    QString system;
    QString user;
    QByteArray schema;  ///< of the answer; empty: text
    int mostTokens = 0; ///< of the answer
    bool operator==(const Prompt &) const = default;
};

constexpr qsizetype longestPrompt = 14'000; ///< UTF-16 units of sources

/// As a prompt names a language: "German".
QString languageName(const QString &language);

/// Public, with words, not taken back, and nobody's notice.
bool isTold(const Message &message);
/// Of the public messages with words the first one and as many of the newest as fit into that many
/// UTF-16 units, by time: those that a prompt shows as M1, M2 and so on.
QList<const Message *> toldMessages(const Conversation &conversation, qsizetype room);
/// Such messages as a prompt shows them, masked and fenced.
QString toldAs(const QList<const Message *> &messages, const QByteArray &zone, Masks &masks);

/// A reply to the customer's last words, from what the grounds say: passages, orders,
/// steps, the newest messages and the first one; internal notes and the customer's attributes stay
/// here. What does not fit is left out, the oldest messages first. intent: as people call it; may
/// be empty.
Prompt replyPrompt(const Grounds &grounds, const QString &intent, const QString &language,
                   Masks &masks);

/// The agent's own words in another way. language: to be translated into.
Prompt rewritePrompt(const QString &text, ModelTask task, const QString &language, Masks &masks);

} // namespace baton::drafting
