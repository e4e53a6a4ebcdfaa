#pragma once

#include "core/domain/Act.h"

#include <QtCore/QStringList>

/// The three-way comparison before a send (DESIGN §6): what is new, what they wrote, what I wrote.
namespace baton {

enum class SentenceMark {
    SaidAlready,
    Differs,
    OnlyInYours,
    Courtesy ///< worded otherwise than theirs, as courtesies are: nothing differs by it
};
struct MarkedSentence
{
    QString text;
    SentenceMark mark = SentenceMark::OnlyInYours;
    QString theirs;   ///< the colleague's sentence that it repeats or differs from
    Person colleague; ///< who wrote that
    bool operator==(const MarkedSentence &) const = default;
};

struct Comparison
{
    OutboxEntry held;
    Instant writtenFrom;            ///< when the base message was written
    QList<Message> added;           ///< public messages by others after base, by time
    QList<Message> theirs;          ///< the agents' among them
    std::optional<Person> newOwner; ///< where ownership moved
    bool closed = false;            ///< somebody closed it
    QList<MarkedSentence> yours;
    QString proposal; ///< my own sentences that nobody said already, paragraphs kept; may be empty
    bool operator==(const Comparison &) const = default;
};

/// held is a Reply in status Held; current is the conversation now, without that reply. Pure.
/// Two sentences say the same when their comparable() forms are equal, or when they share ≥ 80 % of
/// their words (multiset overlap over the longer) and no number, name or negation stands in only
/// one of them; they differ when they share ≥ 50 % otherwise, but for
/// a mere courtesy ("Hello Maren, this is Ines.").
Comparison compare(const OutboxEntry &held, const Conversation &current);

} // namespace baton
