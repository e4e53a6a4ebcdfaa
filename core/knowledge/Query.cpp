#include "core/knowledge/Query.h"

#include "core/base/Text.h"

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr int longestPart = 600; // UTF-16 units
constexpr int mostMessages = 3;  // of the customer
constexpr double fade = 0.6;     // of a message's weight, for each one after it
constexpr double intentWeight = 2;

} // namespace

Query queryFor(const Conversation &conversation, const Signals &signs)
{
    Query query;
    const auto add = [&](const QString &text, double weight) {
        const QString part = text::firstWords(text, longestPart);
        if (!part.isEmpty())
            query.parts.append({part, weight});
    };
    const bool says = conversation.handoff && !conversation.handoff->need.isEmpty();
    add(says ? conversation.handoff->need : conversation.subject, 1);
    double weight = 1;
    int messages = 0;
    for (auto m = conversation.messages.crbegin();
         m != conversation.messages.crend() && messages < mostMessages; ++m) {
        if (m->from != Sender::Customer || m->visibility != Visibility::Public
            || m->presence != Presence::Present || m->text.isEmpty())
            continue;
        add(m->text, weight);
        weight *= fade;
        ++messages;
    }
    if (!signs.intent.name.isEmpty()) {
        add(QString(signs.intent.name).replace(u'_', u' '), intentWeight);
        query.intents.append(signs.intent.name);
    }
    return query;
}

} // namespace baton::knowledge
