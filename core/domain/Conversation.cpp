#include "core/domain/Conversation.h"

#include "core/base/Text.h"

#include <algorithm>

namespace baton {

namespace {

constexpr int nameLength = 48;
constexpr int needLength = 160;

/// Held and refused replies never reached the customer.
bool counts(const Message &message)
{
    return message.visibility == Visibility::Public && message.presence == Presence::Present
        && message.delivery != Delivery::Held && message.delivery != Delivery::Refused;
}

const Message *firstFromCustomer(const Conversation &conversation)
{
    for (const Message &message : conversation.messages) {
        if (message.from == Sender::Customer && !message.text.trimmed().isEmpty())
            return &message;
    }
    return nullptr;
}

} // namespace

const Message *lastPublicMessage(const Conversation &conversation)
{
    const auto last
        = std::find_if(conversation.messages.crbegin(), conversation.messages.crend(), counts);
    return last == conversation.messages.crend() ? nullptr : &*last;
}

const Message *firstUnanswered(const Conversation &conversation)
{
    const Message *found = nullptr;
    for (auto it = conversation.messages.crbegin(); it != conversation.messages.crend(); ++it) {
        if (!counts(*it))
            continue;
        const bool reached = it->delivery != Delivery::Held && it->delivery != Delivery::Refused;
        const bool answers = (it->from == Sender::Agent && reached)
            || (it->from == Sender::Bot && conversation.state == State::Bot);
        if (answers)
            break;
        if (it->from == Sender::Customer)
            found = &*it;
    }
    return found;
}

QString displayName(const Conversation &conversation)
{
    const QString name = text::firstWords(conversation.customer.name, nameLength);
    if (!name.isEmpty())
        return name;
    if (const Message *first = firstFromCustomer(conversation))
        return text::firstWords(first->text, nameLength);
    return text::firstWords(conversation.customer.id.text(), nameLength);
}

QString displayName(const Person &person)
{
    return person.name.isEmpty() ? person.id : person.name;
}

QString needLine(const Conversation &conversation)
{
    if (conversation.handoff) {
        const QString need = text::firstWords(conversation.handoff->need, needLength);
        if (!need.isEmpty())
            return need;
    }
    const QString subject = text::firstWords(conversation.subject, needLength);
    if (!subject.isEmpty())
        return subject;
    const Message *first = firstFromCustomer(conversation);
    return first ? text::firstWords(first->text, needLength) : QString();
}

} // namespace baton
