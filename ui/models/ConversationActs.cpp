#include "ui/models/ConversationActs.h"

#include <QtCore/QCoreApplication>

namespace baton::ui {

namespace {

struct ActWords
{
    Q_DECLARE_TR_FUNCTIONS(ConversationActs)
};

ActChoice offered(bool offer, const QString &refusal)
{
    if (!offer)
        return {};
    return refusal.isEmpty() ? ActChoice{Choice::Possible, {}}
                             : ActChoice{Choice::Refused, refusal};
}

/// Why nothing but a note can be done; empty where it can.
QString refusalOf(const ConversationSnapshot &snapshot)
{
    const Conversation &conversation = snapshot.conversation;
    if (conversation.state == State::Closed)
        return ActWords::tr(
            "This conversation is closed. A new message from the customer opens it again.");
    if (conversation.owner && !snapshot.mine)
        return ActWords::tr(
                   "%1 has taken this. You can answer when it is given back or passed to you.")
            .arg(displayName(*conversation.owner));
    return {};
}

} // namespace

ConversationActs conversationActs(const ConversationSnapshot &snapshot)
{
    ConversationActs acts;
    if (snapshot.row.origin == Origin::Archive) {
        const QString archive
            = ActWords::tr("This is imported history. It can be read, not answered.");
        acts.reply = {Choice::Refused, archive};
        acts.note = {Choice::Refused, archive};
        return acts;
    }
    const Offers &offers = snapshot.offers;
    const QString refusal = refusalOf(snapshot);
    const bool waits = snapshot.approval && snapshot.approval->status == ApprovalStatus::Asked;
    acts.reply = offered(true,
                         waits && refusal.isEmpty()
                             ? ActWords::tr("A reply waits for a lead. Take it back to change it.")
                             : refusal);
    acts.note = offered(offers.note, {});
    acts.attach = offers.attach
        ? acts.reply
        : ActChoice{Choice::Refused,
                    ActWords::tr("Files cannot be sent from here: where the conversation comes "
                                 "from takes none")};
    acts.claim = offered(offers.claim && !snapshot.mine, refusal);
    acts.release = offered(offers.claim && snapshot.mine, refusal);
    acts.snooze = offered(offers.snooze, refusal);
    acts.transfer = offered(offers.transfer, refusal);
    acts.close = offered(offers.close, refusal);
    return acts;
}

} // namespace baton::ui
