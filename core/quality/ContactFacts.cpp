#include "core/quality/ContactFacts.h"

#include "core/base/Text.h"
#include "core/facts/Asks.h"

#include <algorithm>
#include <cmath>

namespace baton::quality {

namespace {

constexpr int mostOfAFate = 127; // it is kept in a byte

unsigned askedIn(const Message &message)
{
    unsigned asked = 0;
    for (const text::Stretch &one : text::sentenceStretches(message.text)) {
        for (const facts::Asked what :
             facts::askedIn(QStringView(message.text).sliced(one.begin, one.end - one.begin)))
            asked |= 1U << static_cast<unsigned>(what);
    }
    return asked;
}

/// A person asked for something that the bot had asked for, and the customer had answered.
bool isAskedAgain(const Conversation &conversation)
{
    unsigned before = 0;
    unsigned answered = 0;
    for (const Message &message : conversation.messages) {
        if (message.visibility != Visibility::Public || message.presence != Presence::Present)
            continue;
        if (message.from == Sender::Bot)
            before |= askedIn(message);
        else if (message.from == Sender::Customer)
            answered |= before;
        else if (message.from == Sender::Agent && answered != 0
                 && (askedIn(message) & answered) != 0)
            return true;
    }
    return false;
}

/// Steps, promises and open questions may rightly be none.
bool isComplete(const Conversation &conversation)
{
    if (!conversation.handoff || !conversation.bot || !conversation.bot->intent)
        return false;
    const Handoff &handoff = *conversation.handoff;
    return !handoff.need.isEmpty() && !handoff.expectation.isEmpty() && !handoff.reason.isEmpty()
        && handoff.toldCustomerWaitMs
        && (conversation.customer.verified || !conversation.customer.name.isEmpty());
}

} // namespace

bool isReply(const Message &message)
{
    return message.from == Sender::Agent && message.visibility == Visibility::Public
        && message.presence == Presence::Present && message.delivery != Delivery::Held
        && message.delivery != Delivery::Refused;
}

void setDrafts(ContactFacts &facts, const QList<DraftUse> &drafts)
{
    facts.drafts = {};
    facts.distances.clear();
    for (const DraftUse &use : drafts) {
        int &fate = facts.drafts[static_cast<size_t>(use.fate)];
        fate = std::min(fate + 1, mostOfAFate);
        if (use.fate != DraftFate::Discarded && use.fate != DraftFate::Unused)
            facts.distances.append(char(std::clamp(std::lround(100 * use.distance), 0L, 100L)));
    }
    std::sort(facts.distances.begin(), facts.distances.end());
}

ContactFacts factsOf(const Conversation &conversation, const BesideContact &beside)
{
    ContactFacts facts;
    facts.customer = conversation.customer.id;
    facts.channel = conversation.channel;
    facts.createdAt = conversation.createdAt;
    facts.endedAt = beside.endedAt;
    if (beside.judged)
        facts.intent = beside.judged->intent;
    else if (conversation.bot && conversation.bot->intent)
        facts.intent = conversation.bot->intent->name;
    if (facts.endedAt && *facts.endedAt < facts.createdAt)
        facts.endedAt = facts.createdAt;
    std::optional<Instant> firstReply;
    QString replier;
    bool onePerson = true;
    for (const Message &message : conversation.messages) {
        if (!isReply(message))
            continue;
        // What a person said before the bot handed it off answered something else.
        if (!firstReply && message.at >= conversation.handedOffAt.value_or(message.at))
            firstReply = message.at;
        if (facts.replies++ == 0)
            replier = message.author.id;
        onePerson = onePerson && message.author.id == replier;
    }
    const bool handedOff = conversation.handedOffAt.has_value();
    const auto &outcome = conversation.outcome;
    const bool byPerson
        = handedOff || facts.replies > 0 || (outcome && outcome->kind == OutcomeKind::Escalated);
    facts.arm = byPerson ? Arm::WithPerson : Arm::BotOnly;
    if (outcome) {
        facts.abandoned = outcome->kind == OutcomeKind::Abandoned;
        facts.resolved = !outcome->reopened
            && (outcome->kind == OutcomeKind::ConfirmedResolution
                || outcome->kind == OutcomeKind::AssumedResolution);
        facts.csat = outcome->csat;
    }
    facts.once = facts.endedAt && facts.replies > 0 && onePerson && !beside.passedOn
        && beside.closes < 2 && !(outcome && outcome->reopened);
    if (handedOff) {
        facts.escalated = true;
        facts.complete = isComplete(conversation);
        facts.notAskedAgain = facts.replies == 0 || !isAskedAgain(conversation);
        facts.rightQueue = !beside.passedOn;
        facts.inTime = firstReply && !beside.firstReplyLate;
    }
    if (firstReply) {
        const Instant from = conversation.handedOffAt.value_or(conversation.createdAt);
        facts.firstReplyMs = std::max<qint64>(*firstReply - from, 0);
        if (facts.endedAt)
            facts.handleMs = std::max<qint64>(*facts.endedAt - *firstReply, 0);
    }
    setDrafts(facts, beside.drafts);
    return facts;
}

} // namespace baton::quality
